#include "analysis/store/calibration_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Removes the store of a calibration that is to be begun afresh. Throws `InputError` if the file
/// is something else.
Sqlite::Access make_room(const std::filesystem::path& file, CalibrationStore::Opening opening) {
  std::error_code unknown;
  if (opening == CalibrationStore::Opening::force_new && std::filesystem::exists(file, unknown) &&
      std::filesystem::file_size(file, unknown) > 0) {
    Sqlite old(file, Sqlite::Access::write);
    calibration_in(old);
    for (const char* ending : {"", "-wal", "-shm"})
      std::filesystem::remove(file.string() + ending, unknown);
  }
  return Sqlite::Access::create;
}

void refuse_other(const std::filesystem::path& file, const std::vector<std::string>& changes) {
  if (changes.empty()) return;
  std::vector<Diagnostic> wrong;
  for (const auto& change : changes)
    wrong.push_back({Severity::error, {file.string()}, change, "", 1});
  wrong.push_back({Severity::error,
                   {file.string()},
                   "holds results of something else, and is left as it is; name another file with "
                   "-o, or start afresh with --force-new",
                   "",
                   1});
  throw InputError(std::move(wrong));
}

/// All that is done until this ends is committed at once, or not at all.
class Together {
 public:
  explicit Together(Sqlite& database) : database_(database) { database_.execute("BEGIN"); }
  Together(const Together&) = delete;
  Together& operator=(const Together&) = delete;
  ~Together() {
    if (done_) return;
    try {
      database_.execute("ROLLBACK");
    } catch (const std::exception&) {
      // SQLite has rolled it back by itself
    }
  }
  void commit() {
    database_.execute("COMMIT");
    done_ = true;
  }

 private:
  Sqlite& database_;
  bool done_ = false;
};

}  // namespace

CalibrationStore::CalibrationStore(const std::filesystem::path& file,
                                   const CalibrationIdentity& identity, Opening opening)
    : lock_(file),
      database_(file, make_room(file, opening)),
      parameters_(identity.parameters.size()) {
  if (database_.whole("SELECT count(*) FROM sqlite_schema").value_or(0) == 0) {
    Together together(database_);
    make_calibration_tables(database_, identity);
    together.commit();
  } else {
    refuse_other(file, differences(calibration_in(database_), identity));
  }
  database_.execute("PRAGMA journal_mode = WAL");  // until it is closed
  database_.execute("PRAGMA synchronous = NORMAL");
  read_attempts();
}

CalibrationStore::~CalibrationStore() {
  try {
    database_.execute("PRAGMA journal_mode = DELETE");
  } catch (const std::exception&) {
    // what was committed before is there all the same
  }
}

void CalibrationStore::read_attempts() {
  Statement attempts(database_, "SELECT * FROM attempt ORDER BY generation, number");
  while (attempts.step()) {
    StoredAttempt& attempt = attempts_[{attempts.whole(0), attempts.whole(1)}];
    attempt.distance = attempts.number(2);
    attempt.message = attempts.text(3);
    for (std::size_t k = 0; k < parameters_; ++k)
      attempt.values.push_back(attempts.number(static_cast<int>(4 + k)));
  }
  Statement simulations(
      database_, "SELECT generation, number, value FROM simulation ORDER BY 1, 2, observation");
  while (simulations.step())
    attempts_[{simulations.whole(0), simulations.whole(1)}].simulated.push_back(
        simulations.number(2));
}

const StoredAttempt* CalibrationStore::find(std::int64_t generation, std::int64_t number) const {
  const auto found = attempts_.find({generation, number});
  return found == attempts_.end() ? nullptr : &found->second;
}

std::size_t CalibrationStore::failed() const {
  return static_cast<std::size_t>(
      std::count_if(attempts_.begin(), attempts_.end(),
                    [](const auto& entry) { return !entry.second.message.empty(); }));
}

std::string CalibrationStore::first_failure() const {
  for (const auto& [key, attempt] : attempts_)
    if (!attempt.message.empty()) return attempt.message;
  return "";
}

void CalibrationStore::add(std::int64_t generation,
                           std::span<const std::pair<std::int64_t, StoredAttempt>> attempts) {
  std::string places;
  for (std::size_t k = 0; k < parameters_; ++k) places += ", ?";
  Statement attempt(database_,
                    fmt::format("INSERT INTO attempt VALUES (?, ?, ?, nullif(?, ''){})", places));
  Statement simulation(database_, "INSERT INTO simulation VALUES (?, ?, ?, ?)");
  Together together(database_);
  for (const auto& [number, made] : attempts) {
    attempt.bind(generation).bind(number).bind(made.distance).bind(std::string_view(made.message));
    for (const double value : made.values) attempt.bind(value);
    attempt.run();
    for (std::size_t k = 0; k < made.simulated.size(); ++k)
      simulation.bind(generation).bind(number).bind(std::uint64_t{k}).bind(made.simulated[k]).run();
  }
  together.commit();
  for (const auto& [number, made] : attempts) attempts_[{generation, number}] = made;
}

void CalibrationStore::add(const StoredGeneration& generation) {
  Together together(database_);
  Statement row(database_, "INSERT OR IGNORE INTO generation VALUES (?, ?, ?, ?)");
  row.bind(generation.number).bind(generation.tolerance).bind(generation.attempts);
  row.bind(generation.effective_size).run();
  Statement particle(database_, "INSERT OR IGNORE INTO particle VALUES (?, ?, ?)");
  for (const auto& [number, weight] : generation.weights)
    particle.bind(generation.number).bind(number).bind(weight).run();
  together.commit();
}

void CalibrationStore::forget_generations(std::int64_t from) {
  Together together(database_);
  for (const char* table : {"generation", "particle"})
    database_.execute(fmt::format("DELETE FROM {} WHERE generation >= {}", table, from));
  together.commit();
}

void CalibrationStore::put_refinement(std::span<const Refined> rows) {
  Together together(database_);
  database_.execute("DELETE FROM refinement");
  Statement insert(database_, "INSERT INTO refinement VALUES (?, ?, ?, ?)");
  for (const Refined& row : rows)
    insert.bind(std::string_view(row.parameter))
        .bind(row.start)
        .bind(row.end)
        .bind(std::int64_t{row.at_bound})
        .run();
  together.commit();
}

}  // namespace entente
