#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/store/calibration_identity.h"
#include "analysis/store/lock_file.h"

namespace entente {

/// An attempt of a calibration as it is stored.
struct StoredAttempt {
  double distance = 0.0;          ///< infinite if a simulation failed
  std::string message;            ///< why it failed, or empty
  std::vector<double> values;     ///< of the parameters
  std::vector<double> simulated;  ///< of the observations; empty for what lay too far off
};

/// A finished generation as it is stored: its particles by their numbers.
struct StoredGeneration {
  std::int64_t number = 0;
  double tolerance = 0.0;
  std::int64_t attempts = 0;
  double effective_size = 0.0;
  std::vector<std::pair<std::int64_t, double>> weights;
};

/// The journal of a calibration in one SQLite file: every attempt that was evaluated, so that it
/// need not be evaluated again, and what followed from them. What is committed outlives whatever
/// ends the process. For one thread at a time.
class CalibrationStore {
 public:
  enum class Opening { resume, force_new };

  /// Opens the store, or makes it. Throws `InputError` if the file holds results of something else,
  /// with all that differs; `RunError` if another process is at work on it, or it cannot be
  /// written. `force_new` replaces a calibration's store, but no other file.
  CalibrationStore(const std::filesystem::path& file, const CalibrationIdentity& identity,
                   Opening opening);
  CalibrationStore(const CalibrationStore&) = delete;
  CalibrationStore& operator=(const CalibrationStore&) = delete;
  /// Leaves a single file.
  ~CalibrationStore();

  /// An attempt that it has, or null.
  const StoredAttempt* find(std::int64_t generation, std::int64_t number) const;
  std::size_t attempts() const { return attempts_.size(); }
  /// How many attempts failed, and why the first did.
  std::size_t failed() const;
  std::string first_failure() const;

  /// Adds attempts that it does not have yet, and commits them. Throws `RunError` if the disk is
  /// full; so does all that follows.
  void add(std::int64_t generation,
           std::span<const std::pair<std::int64_t, StoredAttempt>> attempts);
  /// Puts down what a generation came to, if that is not there yet.
  void add(const StoredGeneration& generation);
  /// Forgets generations from a number on: they are there no longer once fewer are asked for.
  void forget_generations(std::int64_t from);

  /// A row of the refinement: of a parameter, or of the distance.
  struct Refined {
    std::string parameter;
    double start = 0.0, end = 0.0;
    bool at_bound = false;
  };
  /// Puts down what a local search came to, in place of what another did.
  void put_refinement(std::span<const Refined> rows);

 private:
  void read_attempts();

  LockFile lock_;
  Sqlite database_;
  std::size_t parameters_;
  std::map<std::pair<std::int64_t, std::int64_t>, StoredAttempt> attempts_;
};

}  // namespace entente
