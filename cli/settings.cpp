#include "cli/settings.h"

#include <fmt/format.h>

#include <utility>

#include "sim/core/error.h"
#include "sim/scenario/edit.h"

namespace entente {

void apply_settings(const std::vector<std::string>& settings, Scenario& scenario) {
  std::vector<Diagnostic> wrong;
  for (const auto& setting : settings) {
    try {
      const auto equals = setting.find('=');
      if (equals == std::string::npos)
        throw InputError(fmt::format("--set {}: not of the form path=value", setting));
      set_path(scenario, setting.substr(0, equals), setting.substr(equals + 1));
    } catch (const InputError& error) {
      for (Diagnostic found : error.diagnostics()) {
        if (found.message.rfind("--set", 0) != 0) found.message = "--set " + found.message;
        wrong.push_back(found);
      }
    }
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
}

}  // namespace entente
