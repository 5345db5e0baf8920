#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/scalar.h"

namespace entente {

/// An open SQLite database. What it reports becomes an error that says what to do.
class Sqlite {
 public:
  enum class Access { read, write, create };

  /// Throws `InputError` if there is no such file or it is no database, `RunError` if it cannot be
  /// opened.
  Sqlite(const std::filesystem::path& file, Access access);
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;
  ~Sqlite();

  /// Executes statements that give nothing back.
  void execute(const std::string& sql);
  /// The first column of the first row, or nothing.
  std::optional<std::int64_t> whole(const std::string& sql);
  std::int64_t changes() const { return sqlite3_changes64(handle_); }

  /// Throws what a result code of the library calls for, unless it is one of success.
  void check(int code);

  sqlite3* handle() { return handle_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
  sqlite3* handle_ = nullptr;
};

/// A statement, prepared once and executed often.
class Statement {
 public:
  Statement(Sqlite& database, const std::string& sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// Binds the next parameter; NaN is NULL.
  Statement& bind(std::int64_t value);
  Statement& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  /// The same for a value of any kind; dates are text.
  Statement& bind_any(const Scalar& value);

  /// Goes to the next row; false, and back to the start, after the last.
  bool step();
  /// For statements that give no row: executes them, and goes back to the start.
  void run();

  std::int64_t whole(int column) const { return sqlite3_column_int64(statement_, column); }
  double number(int column) const;  ///< NaN for NULL
  std::string text(int column) const;
  Scalar scalar(int column) const;
  sqlite3_stmt* handle() { return statement_; }

 private:
  Sqlite& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

/// A name as SQL takes any: in double quotes.
std::string identifier(std::string_view name);

}  // namespace entente
