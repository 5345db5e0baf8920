#include "analysis/store/study_csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "analysis/store/partial_file.h"
#include "sim/core/error.h"

namespace entente {
namespace {

std::string cell_of(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string cell(1, '"');
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell.append(1, '"');
}

std::string cell_of(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return "";
    case SQLITE_INTEGER:
      return fmt::format("{}", sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
      return number_to_toml(sqlite3_column_double(row, column));
    default:
      return cell_of(std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                                 static_cast<std::size_t>(sqlite3_column_bytes(row, column))));
  }
}

/// Writes what a query gives, under the names of its columns.
void write_table(const std::filesystem::path& file, Sqlite& database, const std::string& query) {
  PartialFile partial(file);
  std::ofstream out(partial.path(), std::ios::binary);
  Statement select(database, query);
  const int columns = sqlite3_column_count(select.handle());
  std::string line;
  for (int c = 0; c < columns; ++c)
    line.append(c > 0 ? "," : "").append(cell_of(sqlite3_column_name(select.handle(), c)));
  out << line << '\n';
  while (select.step() && out) {
    line.clear();
    for (int c = 0; c < columns; ++c)
      line.append(c > 0 ? "," : "").append(cell_of(select.handle(), c));
    out << line << '\n';
  }
  out.close();
  if (!out) partial.fail(errno);
  partial.commit();
}

}  // namespace

void write_csv(const std::filesystem::path& folder, StudyReader& study) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem)
    throw RunError(
        fmt::format("{}: the folder cannot be made: {}", folder.string(), problem.message()));
  Sqlite& database = study.database();
  write_table(folder / "runs.csv", database, "SELECT * FROM result ORDER BY run");
  write_table(folder / "points.csv", database, "SELECT * FROM point ORDER BY point");
  write_table(folder / "failures.csv", database, "SELECT * FROM failures ORDER BY run");
  write_table(folder / "study.csv", database, "SELECT * FROM study ORDER BY key");
}

}  // namespace entente
