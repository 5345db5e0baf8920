#include "analysis/store/sqlite.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "sim/core/error.h"

namespace entente {
namespace {

int flags_of(Sqlite::Access access) {
  if (access == Sqlite::Access::read) return SQLITE_OPEN_READONLY;
  return access == Sqlite::Access::write ? SQLITE_OPEN_READWRITE
                                         : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

}  // namespace

Sqlite::Sqlite(const std::filesystem::path& file, Access access) : file_(file) {
  std::error_code unknown;
  if (access != Access::create && !std::filesystem::exists(file, unknown))
    throw InputError(fmt::format("{}: there is no such file", file.string()));
  if (std::filesystem::is_directory(file, unknown))
    throw InputError(fmt::format("{}: is a folder, not a file", file.string()));
  const int code = sqlite3_open_v2(file.c_str(), &handle_, flags_of(access), nullptr);
  try {
    check(code);
    sqlite3_busy_timeout(handle_, 10'000);
    whole("SELECT count(*) FROM sqlite_schema");  // reads the file for the first time
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Sqlite::~Sqlite() { sqlite3_close(handle_); }

void Sqlite::execute(const std::string& sql) {
  check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

std::optional<std::int64_t> Sqlite::whole(const std::string& sql) {
  Statement statement(*this, sql);
  if (!statement.step()) return std::nullopt;
  return statement.whole(0);
}

void Sqlite::check(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  const std::string name = file_.string();
  const std::string why = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      throw InputError(fmt::format("{}: is no study store", name));
    case SQLITE_CORRUPT:
      throw InputError(fmt::format(
          "{}: is damaged ({}); sqlite3 FILE .recover may save what it holds", name, why));
    case SQLITE_FULL:
    case SQLITE_IOERR:
      throw RunError(
          fmt::format("{}: cannot be written ({}): is the disk full? What was finished "
                      "before is kept; make room and repeat the command",
                      name, why));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      throw RunError(
          fmt::format("{}: cannot be opened for writing ({}); check its folder and its permissions",
                      name, why));
    default:
      throw RunError(fmt::format("{}: {}", name, why));
  }
}

Statement::Statement(Sqlite& database, const std::string& sql) : database_(database) {
  database_.check(sqlite3_prepare_v3(database_.handle(), sql.c_str(), static_cast<int>(sql.size()),
                                     SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(std::int64_t value) {
  database_.check(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(double value) {
  database_.check(sqlite3_bind_double(statement_, ++bound_, value));  // NaN becomes NULL
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  database_.check(sqlite3_bind_text(statement_, ++bound_, value.data(),
                                    static_cast<int>(value.size()), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_any(const Scalar& value) {
  if (const auto* number = std::get_if<double>(&value)) return bind(*number);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return bind(*whole);
  if (const auto* flag = std::get_if<bool>(&value)) return bind(std::int64_t{*flag});
  if (const auto* date = std::get_if<Date>(&value)) return bind(std::string_view(to_text(*date)));
  return bind(std::string_view(std::get<std::string>(value)));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_);
  bound_ = 0;
  database_.check(code);
  return false;
}

void Statement::run() {
  while (step()) continue;
}

double Statement::number(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::numeric_limits<double>::quiet_NaN();
  return sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!begin) return "";
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Scalar Statement::scalar(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER:
      return whole(column);
    case SQLITE_FLOAT:
      return number(column);
    default:
      return text(column);
  }
}

std::string identifier(std::string_view name) {
  std::string text(1, '"');
  for (const char c : name) {
    if (c == '"') text += '"';
    text += c;
  }
  return text.append(1, '"');
}

}  // namespace entente
