#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/store/sqlite.h"
#include "analysis/store/study_identity.h"
#include "sim/core/types.h"

namespace entente {

/// A study as its store has it at one moment: what is added later does not show. Works while
/// another process writes.
class StudyReader {
 public:
  /// How many runs ended in each way, by `RunStatus`.
  using Counts = std::array<std::uint64_t, names_of(RunStatus{}).size()>;

  /// Throws `InputError` if there is no such file, or it is no study or a damaged one.
  explicit StudyReader(const std::filesystem::path& file);

  const std::string& name() const { return name_; }
  const StudyIdentity& identity() const { return identity_; }
  Counts counts() const;

  /// Every point of which a run has a row, in order, with the value of each parameter; dates are
  /// dates, and flags 0 or 1.
  void for_each_point(
      const std::function<void(std::uint64_t point, const std::vector<Scalar>& values)>& take) const;
  /// The values as numbers, points × parameters; NaN where one is none or is not known yet.
  Matrix values() const;

  /// Every run that has a row, in order of its number.
  void for_each_run(const std::function<void(const StudyRun&)>& take) const;
  /// One outcome in one variant, both by position: points × replicates, NaN where there is none.
  Matrix answers(std::size_t outcome, std::size_t variant) const;
  /// Runs that did not finish, in order; `most` of them.
  std::vector<StudyRun> failures(std::size_t most) const;

  Database& database() const { return database_; }

 private:
  void take_runs(const std::string& condition, const std::function<void(const StudyRun&)>& take) const;

  std::string name_;
  mutable Database database_;
  StudyIdentity identity_;
};

}  // namespace entente
