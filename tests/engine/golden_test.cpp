// Stored results, to the bit: they notice a change of bits that no mathematics forbids. Every
// compiler must give them. scripts/update-goldens writes them anew.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/scenes/scenes.h"

namespace entente {
namespace {

/// FNV-1a over the bytes of 64-bit words (Fowler, Noll & Vo).
class Hash {
 public:
  void add(std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte, word >>= 8U)
      value_ = (value_ ^ (word & 0xffU)) * 0x100000001b3U;
  }
  template <class Layer>
  void add_all(const Layer& layer) {
    for (Index i = 0; i < layer.rows(); ++i)
      for (Index j = 0; j < layer.cols(); ++j) add(std::bit_cast<std::uint64_t>(layer(i, j)));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::uint64_t hash_of(const World& world) {
  Hash hash;
  hash.add_all(world.affinity);
  hash.add_all(world.alignment);
  hash.add_all(world.dependence);
  hash.add_all(world.position);
  hash.add_all(world.sanctions().intensity());
  hash.add_all(world.support().intensity());
  return hash.value();
}

/// A random world whose affinities are rounded, so that the C library's atanh plays no part.
World rounded_world(Index actors) {
  World world = scenes::random_world(actors, 81);
  for (double& z : world.affinity.reshaped()) z = std::round(z * 0x1p20) * 0x1p-20;
  for (Index i = 0; i < actors; ++i) world.refresh_alignment(i);
  return world;
}

std::vector<Event> events() {
  const auto day = [](int days) { return Date{} + std::chrono::days{days}; };
  return {{"", day(30), Setting{{Quantity::Kind::sanctions, 1, 0}, 3}},
          {"", day(60), Setting{{Quantity::Kind::pact, 2, 3}, 1.0}},
          {"", day(90), ParameterChange{"dynamics.alignment.grievance.rate", 0.5}}};
}

/// A run with everything on, as lines of text: some numbers to look at and a hash of all.
std::string portrait(Index actors, std::int64_t ticks) {
  Dynamics dynamics;
  dynamics.choice.sanctions.rules.change = dynamics.choice.support.rules.change = 1.0;
  const World world = scenes::outcome(
      scenes::model(rounded_world(actors), dynamics, ticks, 7, events()), 20230301, 7);
  std::string text = fmt::format("{} actors after {} weeks\n", actors, ticks);
  for (const char* path :
       {"alignment.A0.A1", "alignment.A1.A0", "alignment.A4.A7", "dependence.A2.A3",
        "dependence.A9.A0", "position.A5.K1", "sanctions.A1.A0", "support.A4.A0"})
    text += fmt::format("  {:<17} {:a}\n", path, read(parse_quantity(path, *world.roster), world));
  return text + fmt::format("  {:<17} {:016x}\n", "all (FNV-1a)", hash_of(world));
}

std::string portraits() { return portrait(12, 520) + portrait(195, 26); }

const std::string stored_in = ENTENTE_SOURCE_DIR "/tests/engine/golden/worlds.txt";

TEST(Golden, TheFinalWorldsHaveTheStoredBits) {
#if !defined(__AVX2__) || !defined(__FMA__) || defined(__AVX512F__)
  GTEST_SKIP() << "the stored bits are those of the default instruction set, x86-64-v3";
#endif
  if (std::getenv("ENTENTE_UPDATE_GOLDENS")) std::ofstream(stored_in) << portraits();
  std::stringstream stored;
  stored << std::ifstream(stored_in).rdbuf();
  EXPECT_EQ(portraits(), stored.str()) << "If a change of bits is meant, run "
                                          "scripts/update-goldens and commit what it writes alone, "
                                          "saying why.";
}

TEST(Golden, TheHashTellsWorldsApartByTheirLastBit) {
  World world = rounded_world(12);
  const std::uint64_t before = hash_of(world);
  world.dependence(3, 4) = std::nextafter(world.dependence(3, 4), 1.0);
  EXPECT_NE(hash_of(world), before);
}

}  // namespace
}  // namespace entente
