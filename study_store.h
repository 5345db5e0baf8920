#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/store/database.h"
#include "analysis/store/run_marks.h"
#include "analysis/store/store_lock.h"
#include "analysis/store/study_identity.h"
#include "analysis/study/run.h"

namespace entente {

/// How many runs ended how.
struct RunCounts {
  std::array<std::uint64_t, names_of(RunStatus::finished).size()> of{};

  std::uint64_t& operator[](RunStatus status) { return of[static_cast<std::size_t>(status)]; }
  std::uint64_t operator[](RunStatus status) const { return of[static_cast<std::size_t>(status)]; }
  std::uint64_t all() const { return of[0] + of[1] + of[2]; }
  std::uint64_t failures() const { return of[1] + of[2]; }
  bool operator==(const RunCounts&) const = default;
};

/// What a store asks about the runs that it takes, once for each.
struct RunContext {
  /// The values of a point that the store has not, one for each parameter.
  std::function<std::vector<Scalar>(std::uint64_t point)> values;
  /// The command that replays a run that failed.
  std::function<std::string(const RunKey&)> replay;
};

/// The runs of a study in one SQLite file, as they are made: docs/study-store.md has its tables.
/// Others may read it meanwhile; only one process at a time writes.
///
/// Runs gather in memory and come into the file about every second. A process that is killed loses
/// those, and nothing else; a power cut may also take commits of the last moments, but never leaves
/// half of one. After a clean end the file stands alone.
class StudyStore {
 public:
  enum class Opening {
    resume,    ///< goes on with a file that is there
    force_new  ///< replaces it, if it is a study store
  };

  /// Opens the file, or makes it, and locks it. Throws `InputError` if it is no study store, or one
  /// of another study, scenario, build or shard, with all that differs, and leaves it as it is;
  /// `RunError` if another process has it, or it cannot be written.
  StudyStore(std::filesystem::path file, StudyIdentity identity, Opening opening);
  StudyStore(const StudyStore&) = delete;
  StudyStore& operator=(const StudyStore&) = delete;
  /// Commits, if it can.
  ~StudyStore();

  const StudyIdentity& identity() const { return identity_; }
  /// Whether it holds a run, of whatever status.
  bool has(std::uint64_t run) const { return held_.has(run); }
  const RunCounts& counts() const { return counts_; }

  /// Takes runs that it has not, or that failed before. Commits if the last commit is a second ago.
  /// Throws `RunError` if the file cannot be written; what was committed before is kept, and the
  /// rest waits for the next commit. One caller at a time.
  void add(std::span<const StudyRun> runs, const RunContext& context);

  /// Brings all runs into the file. Throws as `add`.
  void commit();

  /// Removes all runs that failed or timed out, so that they can be made again; gives how many.
  std::uint64_t forget_failed();

 private:
  struct Inserts {
    explicit Inserts(const Database& database, const StudyIdentity& identity);
    Statement point, run, failure, no_failure;
  };

  void open(Opening opening);
  void create() const;
  void find_runs();
  void take(const StudyRun& run, const RunContext& context);
  void insert(const StudyRun& run);
  void insert_waiting();
  void within_transaction(const std::function<void()>& work);

  std::filesystem::path file_;
  StudyIdentity identity_;
  StoreLock lock_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Inserts> inserts_;

  RunMarks held_, points_;
  std::map<std::uint64_t, RunStatus> failed_;
  RunCounts counts_;

  std::vector<StudyRun> waiting_;
  std::vector<std::pair<std::uint64_t, std::vector<Scalar>>> waiting_points_;
  std::vector<std::pair<std::uint64_t, std::string>> waiting_replays_;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

}  // namespace entente
