#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/store/study_identity.h"
#include "sim/core/types.h"

namespace entente {

/// What a study's store holds, for those who only read; a study may be under way in it.
class StudyReader {
 public:
  /// Throws `InputError` if the file is no study store.
  explicit StudyReader(const std::filesystem::path& file);

  const StudyIdentity& identity() const { return identity_; }
  std::string name() const { return database_.file().string(); }
  /// From the next reading on sees the store as it then is, whatever is added to it.
  void hold();
  /// How many runs ended so.
  std::uint64_t count(RunStatus status);
  std::uint64_t ended();

  /// One outcome of one variant, points × replicates; NaN where there is none.
  Matrix answers(std::size_t outcome, std::size_t variant);

  /// Mean, deviation and range of an outcome of a variant over all runs that have it.
  struct Spread {
    std::uint64_t runs = 0;
    double mean = 0.0, deviation = 0.0, least = 0.0, greatest = 0.0;
  };
  Spread spread(std::size_t outcome, std::size_t variant);

  struct Failure {
    RunKey key;
    std::string message, replay;
  };
  /// The first failures, in order of runs.
  std::vector<Failure> failures(std::size_t most);

  /// The points with a run that finished, in order.
  std::vector<std::uint64_t> points();
  /// A run as it is stored.
  StudyRun run(std::uint64_t number);
  /// The numbers of all runs that finished, in order.
  std::vector<std::uint64_t> finished();

  Sqlite& database() { return database_; }

 private:
  Sqlite database_;
  StudyIdentity identity_;
};

}  // namespace entente
