#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/store/lock_file.h"
#include "analysis/store/run_set.h"
#include "analysis/store/study_identity.h"

namespace entente {

/// The results of a study, or of a shard of it, in one SQLite file that grows run by run. Rows are
/// committed about every second; what is committed outlives whatever ends the process. Others may
/// read the file meanwhile. For one thread at a time.
class StudyStore {
 public:
  enum class Opening { resume, force_new };

  /// Opens the store, or makes it. Throws `InputError` if the file holds results of something else,
  /// with all that differs; `RunError` if another process is at work on it, or it cannot be
  /// written. `force_new` replaces a study's store, but no other file.
  StudyStore(const std::filesystem::path& file, const StudyIdentity& identity, Opening opening);
  StudyStore(const StudyStore&) = delete;
  StudyStore& operator=(const StudyStore&) = delete;
  /// Commits what it can, and leaves a single file.
  ~StudyStore();

  const StudyIdentity& identity() const { return identity_; }
  /// Whether it has a run, by its number; or a point.
  bool has(std::uint64_t run) const { return runs_.has(run); }
  bool has_point(std::uint64_t point) const { return points_.has(point); }
  /// How many runs it has, finished or not; and how many of these failed or timed out.
  std::uint64_t ended() const;
  std::uint64_t failed() const { return ended() - count(RunStatus::finished); }

  /// Adds the values of a point. Throws `RunError` if the disk is full; so does all that follows.
  void add_point(std::uint64_t point, const std::vector<Scalar>& values);
  /// Adds a run that it does not have yet. `replay`: the command that repeats it, if it failed.
  void add(const StudyRun& run, const std::string& replay);
  /// Commits what was added, at once or if the last time was a second ago.
  void commit();
  void commit_in_time();
  /// Forgets the runs that failed, so that they are done again. Says how many these were.
  std::uint64_t forget_failed();

  Sqlite& database() { return database_; }

 private:
  using Clock = std::chrono::steady_clock;

  void prepare();
  void read_what_is_there();
  void begin();
  std::uint64_t count(RunStatus status) const { return counts_[static_cast<std::size_t>(status)]; }

  LockFile lock_;
  Sqlite database_;
  StudyIdentity identity_;
  RunSet runs_, points_;
  std::array<std::uint64_t, names_of(RunStatus{}).size()> counts_{};
  std::optional<Statement> insert_run_, insert_point_, insert_failure_;
  bool open_ = false;  ///< a transaction
  Clock::time_point committed_ = Clock::now();
};

}  // namespace entente
