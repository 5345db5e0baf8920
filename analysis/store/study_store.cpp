#include "analysis/store/study_store.h"

#include <fmt/format.h>

#include <numeric>

#include "sim/core/error.h"

namespace entente {
namespace {

constexpr auto between_commits = std::chrono::seconds(1);

void remove_beside(const std::filesystem::path& file) {
  std::error_code unknown;
  for (const char* ending : {"-wal", "-shm"})
    std::filesystem::remove(file.string() + ending, unknown);
}

/// Makes way for a store that is to be begun afresh, and for a new one, to which what a lost one
/// left behind must not be added. Throws `InputError` if the file is something else than a store.
Sqlite::Access clear(const std::filesystem::path& file, StudyStore::Opening opening) {
  std::error_code unknown;
  const bool exists = std::filesystem::exists(file, unknown);
  if (exists && opening == StudyStore::Opening::force_new &&
      std::filesystem::file_size(file, unknown) > 0) {
    {
      Sqlite old(file, Sqlite::Access::write);
      identity_in(old);
    }
    std::filesystem::remove(file, unknown);
  }
  if (!std::filesystem::exists(file, unknown)) remove_beside(file);
  return Sqlite::Access::create;
}

std::string places(std::size_t count) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) text += ", ?";
  return text;
}

}  // namespace

StudyStore::StudyStore(const std::filesystem::path& file, const StudyIdentity& identity,
                       Opening opening)
    : lock_(file), database_(file, clear(file, opening)), identity_(identity) {
  if (database_.whole("SELECT count(*) FROM sqlite_schema").value_or(0) == 0) {
    database_.execute("BEGIN");
    make_schema(database_, identity_);
    put_identity(database_, identity_);
    database_.execute("COMMIT");
  } else {
    const auto changed = differences(identity_in(database_), identity_);
    std::vector<Diagnostic> wrong;
    for (const auto& change : changed)
      wrong.push_back({Severity::error, {file.string()}, change, "", 1});
    if (!wrong.empty()) {
      wrong.push_back({Severity::error,
                       {file.string()},
                       "holds results of something else, and is left as it is; name another file "
                       "with -o, or start afresh with --force-new",
                       "",
                       1});
      throw InputError(std::move(wrong));
    }
    renew_words(database_, identity_);
  }
  prepare();
  read_what_is_there();
}

StudyStore::~StudyStore() {
  try {
    commit();
    database_.execute("PRAGMA journal_mode = DELETE");
  } catch (const std::exception&) {
    // what was committed before is there all the same
  }
}

void StudyStore::prepare() {
  database_.execute("PRAGMA journal_mode = WAL");  // until it is closed
  database_.execute("PRAGMA synchronous = NORMAL");
  database_.execute("PRAGMA cache_size = -16000");
  insert_run_.emplace(database_, fmt::format("INSERT INTO run VALUES (?, ?, ?, ?, ?{})",
                                             places(identity_.outcomes.size())));
  insert_point_.emplace(database_, fmt::format("INSERT OR IGNORE INTO point VALUES (?{})",
                                               places(identity_.parameters.size())));
  insert_failure_.emplace(database_, "INSERT OR REPLACE INTO failure VALUES (?, ?, ?)");
}

void StudyStore::read_what_is_there() {
  Statement runs(database_, "SELECT run, status FROM run");
  while (runs.step()) {
    runs_.add(static_cast<std::uint64_t>(runs.whole(0)));
    ++counts_[static_cast<std::size_t>(runs.whole(1)) % counts_.size()];
  }
  Statement points(database_, "SELECT point FROM point");
  while (points.step()) points_.add(static_cast<std::uint64_t>(points.whole(0)));
}

std::uint64_t StudyStore::ended() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

void StudyStore::begin() {
  if (open_) return;
  database_.execute("BEGIN");
  open_ = true;
}

void StudyStore::add_point(std::uint64_t point, const std::vector<Scalar>& values) {
  begin();
  insert_point_->bind(point);
  for (const auto& value : values) insert_point_->bind_any(value);
  insert_point_->run();
  points_.add(point);
}

void StudyStore::add(const StudyRun& run, const std::string& replay) {
  begin();
  const std::uint64_t number = identity_.numbering.number_of(run.key);
  insert_run_->bind(number)
      .bind(run.key.point)
      .bind(run.key.replicate)
      .bind(static_cast<std::uint64_t>(run.key.variant))
      .bind(static_cast<std::int64_t>(run.status));
  for (const double outcome : run.outcomes) insert_run_->bind(outcome);
  insert_run_->run();
  if (run.status != RunStatus::finished)
    insert_failure_->bind(number)
        .bind(std::string_view(run.message))
        .bind(std::string_view(replay))
        .run();
  runs_.add(number);
  ++counts_[static_cast<std::size_t>(run.status)];
}

void StudyStore::commit() {
  if (!open_) return;
  open_ = false;
  database_.execute("COMMIT");
  committed_ = Clock::now();
}

void StudyStore::commit_in_time() {
  if (Clock::now() - committed_ >= between_commits) commit();
}

std::uint64_t StudyStore::forget_failed() {
  Statement failed(database_, "SELECT run FROM run WHERE status <> 0");
  std::uint64_t forgotten = 0;
  for (; failed.step(); ++forgotten) runs_.remove(static_cast<std::uint64_t>(failed.whole(0)));
  begin();
  database_.execute("DELETE FROM run WHERE status <> 0");
  database_.execute("DELETE FROM failure");
  commit();
  for (std::size_t s = 0; s < counts_.size(); ++s)
    if (static_cast<RunStatus>(s) != RunStatus::finished) counts_[s] = 0;
  return forgotten;
}

}  // namespace entente
