#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A run of a study is known by its point, replicate and variant.
struct RunKey {
  std::uint64_t point = 0;
  std::uint64_t replicate = 0;
  std::size_t variant = 0;

  bool operator==(const RunKey&) const = default;
};

/// Numbers the runs of a study: point by point, in it replicate by replicate, in it variant by
/// variant.
struct RunNumbering {
  std::uint64_t points = 0;
  std::uint64_t replicates = 1;
  std::size_t variants = 1;

  std::uint64_t runs_per_point() const { return replicates * variants; }
  std::uint64_t runs() const { return points * runs_per_point(); }
  std::uint64_t number_of(const RunKey& key) const {
    return (key.point * replicates + key.replicate) * variants + key.variant;
  }
  RunKey key_of(std::uint64_t number) const {
    return {number / runs_per_point(), number / variants % replicates,
            static_cast<std::size_t>(number % variants)};
  }
};

/// How a run ended.
enum class RunStatus { finished, failed, timed_out };
constexpr std::array<std::string_view, 3> names_of(RunStatus) {
  return {"finished", "failed", "timed out"};
}

/// What is kept of one run of a study.
struct StudyRun {
  RunKey key;
  RunStatus status = RunStatus::finished;
  std::string message;           ///< why it failed, or empty
  std::vector<double> outcomes;  ///< one each; NaN where there is none, and all after a failure
};

}  // namespace entente
