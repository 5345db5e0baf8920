#include "analysis/report/same_as_result.h"

#include <fmt/format.h>

#include <bit>

#include "analysis/store/build.h"
#include "analysis/store/verification.h"
#include "sim/core/error.h"

namespace entente {

SameAsResult::SameAsResult(const StoredResult& result) : result_(result) {
  for (std::size_t row = 0; row < result.replicates().size(); ++row)
    rows_.emplace(static_cast<std::uint64_t>(result.replicates()[row]), row);
}

void SameAsResult::take(std::span<const RunRecord> replicate) {
  for (const RunRecord& record : replicate) {
    const StoredResult::Row row{record.variant, rows_.at(record.replicate)};
    if (!result_.paths().empty()) check("series", row, record.series);
    check("metrics", row, record.metrics);
  }
}

void SameAsResult::check(const char* variable, StoredResult::Row row, const Matrix& here) const {
  const auto there = result_.of<double>(variable, row);
  const double* number = here.data() + result_.first_tick() * here.cols();
  for (std::size_t k = 0; k < there.size(); ++k, ++number) {
    if (std::bit_cast<std::uint64_t>(there[k]) == std::bit_cast<std::uint64_t>(*number)) continue;
    const auto builds = build_differences(result_.build(), build());
    throw RunError(fmt::format(
        "{}: this build does not repeat the result: {} of replicate {} is {} in the file and {} "
        "here. Make the report with the build that made the result{}",
        result_.file().name(), variable, result_.replicates()[row.replicate], there[k], *number,
        builds.empty() ? "" : fmt::format(" ({})", fmt::join(builds, "; "))));
  }
}

}  // namespace entente
