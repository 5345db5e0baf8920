#include "analysis/store/study_store.h"

#include <fmt/format.h>

#include <system_error>

#include "analysis/store/partial_file.h"
#include "analysis/store/study_schema.h"
#include "sim/core/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

void bind_scalar(Statement& statement, int place, const Scalar& value) {
  if (const auto* flag = std::get_if<bool>(&value)) {
    statement.bind(place, std::int64_t{*flag});
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    statement.bind(place, *whole);
  } else if (const auto* number = std::get_if<double>(&value)) {
    statement.bind(place, *number);
  } else if (const auto* date = std::get_if<Date>(&value)) {
    statement.bind(place, to_text(*date));
  } else {
    statement.bind(place, std::get<std::string>(value));
  }
}

std::string places(std::size_t count) {
  std::string text = "?";
  for (std::size_t k = 1; k < count; ++k) text += ", ?";
  return text;
}

[[noreturn]] void refuse_other_study(const fs::path& file,
                                     const std::vector<std::string>& differences) {
  std::vector<Diagnostic> all;
  for (const auto& words : differences)
    all.push_back({Severity::error, {}, fmt::format("{}: {}", file.string(), words), "", 1});
  all.back().message += "; go back to what it was made with, name another store, or replace it: "
                        "--force-new starts afresh";
  throw InputError(std::move(all));
}

/// A file that is missing, or empty as a broken-off or a temporary one.
bool is_absent(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) return true;
  if (!fs::is_regular_file(status))
    throw InputError(fmt::format("{}: that is no ordinary file", file.string()));
  return fs::file_size(file, error) == 0;
}

}  // namespace

StudyStore::Inserts::Inserts(const Database& database, const StudyIdentity& identity)
    : point(database.prepare(fmt::format("INSERT INTO point VALUES ({})",
                                         places(1 + identity.parameters.size())))),
      run(database.prepare(fmt::format("INSERT OR REPLACE INTO run VALUES ({})",
                                       places(own_run_columns + identity.outcomes.size())))),
      failure(database.prepare("INSERT OR REPLACE INTO failure VALUES (?, ?)")),
      no_failure(database.prepare("DELETE FROM failure WHERE run = ?")) {}

StudyStore::StudyStore(fs::path file, StudyIdentity identity, Opening opening)
    : file_(std::move(file)),
      identity_((check_columns(identity), std::move(identity))),
      lock_(file_),
      held_(identity_.numbering.runs()),
      points_(identity_.numbering.points) {
  open(opening);
  database_ = std::make_unique<Database>(file_, Database::Access::write);
  database_->run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
  inserts_ = std::make_unique<Inserts>(*database_, identity_);
  find_runs();
}

StudyStore::~StudyStore() {
  try {
    if (database_ == nullptr) return;
    commit();
    inserts_.reset();
    database_->run("PRAGMA journal_mode = DELETE");  // one file, which any reader opens
  } catch (const std::exception&) {
    // What waits in the log beside the file is found when it is opened again.
  }
}

void StudyStore::open(Opening opening) {
  if (is_absent(file_)) return create();
  const Database there(file_, Database::Access::read);
  if (opening == Opening::force_new) {
    if (contents_of(there) != Contents::study_store)
      throw InputError(fmt::format(
          "{}: no study store, so --force-new does not replace it; name another file",
          file_.string()));
    return create();
  }
  expect_study_store(there);
  const auto differences = identity_differences(read_identity(there), identity_, true);
  if (!differences.empty()) refuse_other_study(file_, differences);
}

/// The file appears with all its tables, or not at all.
void StudyStore::create() const {
  PartialFile whole(file_);
  {
    Database database(whole.path(), Database::Access::write);
    database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                             study_application, study_schema_version));
    database.run(schema_of(identity_));
    write_identity(database, identity_);
    database.run("COMMIT");
  }
  std::error_code none;
  for (const char* ending : {"-wal", "-shm", "-journal"})  // of a file that is no more
    fs::remove(file_.string() + ending, none);
  whole.commit();
}

void StudyStore::find_runs() {
  Statement points = database_->prepare("SELECT point FROM point");
  while (points.next()) points_.insert(points.count(0));
  Statement runs = database_->prepare("SELECT run FROM run INDEXED BY run_of_variant");
  while (runs.next()) {
    held_.insert(runs.count(0));
    ++counts_[RunStatus::finished];
  }
  Statement failures = database_->prepare("SELECT run, status FROM run WHERE status <> 0");
  while (failures.next()) {
    const auto status = static_cast<RunStatus>(failures.whole(1));
    failed_[failures.count(0)] = status;
    ++counts_[status];
    --counts_[RunStatus::finished];
  }
}

void StudyStore::add(std::span<const StudyRun> runs, const RunContext& context) {
  constexpr std::size_t most_waiting = 1 << 16;
  constexpr std::chrono::seconds pause{1};
  for (const StudyRun& run : runs) take(run, context);
  if (waiting_.size() >= most_waiting || std::chrono::steady_clock::now() - last_commit_ >= pause)
    commit();
}

void StudyStore::take(const StudyRun& run, const RunContext& context) {
  const auto number = identity_.numbering.number_of(run.key);
  const auto before = failed_.find(number);
  expects(!has(number) || before != failed_.end(), "a study store has the run already");
  expects(run.outcomes.size() == identity_.outcomes.size(), "a run has every outcome of its study");
  if (before != failed_.end()) {
    --counts_[before->second];
    failed_.erase(before);
  }
  if (!points_.has(run.key.point)) {
    waiting_points_.emplace_back(run.key.point, context.values(run.key.point));
    points_.insert(run.key.point);
  }
  if (run.status != RunStatus::finished) {
    waiting_replays_.emplace_back(number, context.replay(run.key));
    failed_[number] = run.status;
  }
  waiting_.push_back(run);
  held_.insert(number);
  ++counts_[run.status];
}

void StudyStore::commit() {
  last_commit_ = std::chrono::steady_clock::now();
  if (waiting_.empty()) return;
  within_transaction([this] { insert_waiting(); });
  waiting_.clear();
  waiting_points_.clear();
  waiting_replays_.clear();
}

void StudyStore::within_transaction(const std::function<void()>& work) {
  database_->run("BEGIN IMMEDIATE");
  try {
    work();
    database_->run("COMMIT");
  } catch (...) {
    if (database_->in_transaction()) database_->run("ROLLBACK");
    throw;
  }
}

void StudyStore::insert_waiting() {
  for (const auto& [point, values] : waiting_points_) {
    inserts_->point.bind(1, point);
    for (std::size_t k = 0; k < values.size(); ++k)
      bind_scalar(inserts_->point, static_cast<int>(k) + 2, values[k]);
    inserts_->point.run();
  }
  for (const StudyRun& run : waiting_) insert(run);
  for (const auto& [run, replay] : waiting_replays_)
    inserts_->failure.bind(1, run).bind(2, replay).run();
}

void StudyStore::insert(const StudyRun& run) {
  const auto number = identity_.numbering.number_of(run.key);
  Statement& row = inserts_->run;
  row.bind(1, number).bind(2, run.key.point).bind(3, run.key.replicate);
  row.bind(4, std::uint64_t{run.key.variant}).bind(5, static_cast<std::int64_t>(run.status));
  if (run.message.empty())
    row.bind_null(6);
  else
    row.bind(6, run.message);
  for (std::size_t k = 0; k < run.outcomes.size(); ++k)
    row.bind(own_run_columns + 1 + static_cast<int>(k), run.outcomes[k]);
  row.run();
  if (run.status == RunStatus::finished) inserts_->no_failure.bind(1, number).run();
}

std::uint64_t StudyStore::forget_failed() {
  commit();
  within_transaction(
      [this] { database_->run("DELETE FROM failure; DELETE FROM run WHERE status <> 0"); });
  const std::uint64_t count = failed_.size();
  for (const auto& [run, status] : failed_) {
    held_.erase(run);
    --counts_[status];
  }
  failed_.clear();
  return count;
}

}  // namespace entente
