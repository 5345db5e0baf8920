#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "analysis/store/sha256.h"
#include "tests/store/scratch.h"

// The same bits under every compiler: the end of some runs in hexadecimal, and a hash of all that
// was recorded, against a file that scripts/update-goldens writes.

namespace entente {
namespace {

std::string_view bytes_of(const Matrix& matrix) {
  return {reinterpret_cast<const char*>(matrix.data()),
          sizeof(double) * static_cast<std::size_t>(matrix.size())};
}

std::string describe(const Ensemble& ensemble, const RunRecord& record) {
  std::string text =
      fmt::format("{}, replicate {}\n", ensemble.variants[record.variant].id, record.replicate);
  for (std::size_t p = 0; p < ensemble.paths.size(); ++p)
    text += fmt::format("  {:<24}{:a}\n", ensemble.paths[p],
                        record.series(record.series.rows() - 1, static_cast<Index>(p)));
  text += fmt::format("  {} decisions\n", record.decisions.size());
  text += fmt::format("  series  sha256 {}\n", sha256(bytes_of(record.series)));
  text += fmt::format("  metrics sha256 {}\n", sha256(bytes_of(record.metrics)));
  return text;
}

TEST(Golden, TheSmallWorldEndsInTheSameBitsAsEver) {
  Ensemble ensemble = small_ensemble(3);
  std::string text;
  for (const RunRecord& record : records_of(ensemble, 2)) text += describe(ensemble, record);
  const std::string golden =
      std::string(ENTENTE_SOURCE_DIR) + "/tests/store/golden/small_world.txt";
  if (std::getenv("ENTENTE_UPDATE_GOLDENS") != nullptr) std::ofstream(golden) << text;
  EXPECT_EQ(text, contents(golden)) << "if this is meant, run scripts/update-goldens";
}

}  // namespace
}  // namespace entente
