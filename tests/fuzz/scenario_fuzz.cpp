// libFuzzer: whatever the text, the reader of scenarios says what is wrong with it or gives a
// scenario that compiles, writes itself out and reads back as itself.

#include <cstdint>
#include <string_view>

#include "sim/core/error.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

using namespace entente;

namespace {

/// A large world would test only the memory of the machine.
bool is_small(const Scenario& scenario) {
  return scenario.actors.size() <= 50 && scenario.variants.size() <= 20;
}

void play(const Scenario& scenario) {
  try {
    const auto model = compile(scenario);
    for (const auto& id : variant_ids(scenario)) compile(variant_of(scenario, id), *model);
  } catch (const InputError&) {  // a start beyond the range of numbers
  }
  const auto again = parse_scenario(to_toml(scenario), "resolved", "/nonexistent");
  expects(again.scenario == scenario, "a resolved scenario that reads back as itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  try {
    const auto reading = parse_scenario(text, "fuzzed", "/nonexistent");
    if (is_small(reading.scenario)) play(reading.scenario);
  } catch (const InputError&) {
  }
  return 0;
}
