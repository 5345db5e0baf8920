#include "tests/cli/studies.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "tests/cli/program.h"

namespace entente::studies {

std::string small_world() { return in_repository("tests/ensemble/small_world.toml"); }

std::string small_study(int replicates) {
  return fmt::format(R"(format = 1
[study]
id = "small"
title = "A small study"
scenario = "{}"
variants = ["base", "no-visit"]
replicates = {}
design = {{ type = "grid" }}
seed = 7
[[parameter]]
path = "dynamics.alignment.balance"
values = [0.4, 0.8, 1.6]
[[parameter]]
path = "alignment.north.east"
range = [-0.4, 0.4]
levels = 3
[[outcome]]
name = "north_south"
of = "alignment.north.south"
statistic = "final"
[[outcome]]
name = "polarised"
of = "metric.polarization"
statistic = "mean"
)",
                     small_world(), replicates);
}

std::string failing_study() {
  return fmt::format(R"(format = 1
[study]
id = "failing"
scenario = "{}"
replicates = 20
design = {{ type = "grid" }}
[[parameter]]
path = "dynamics.alignment.noise"
values = [0.1, 0.3]
[[outcome]]
name = "x"
of = "alignment.a.b"
statistic = "final"
)",
                     in_repository("tests/cli/escaping.toml"));
}

std::string ishigami_study() {
  std::string text = R"(format = 1
[study]
id = "ishigami"
model = "ishigami"
replicates = 2
design = { type = "saltelli", points = 256 }
[[outcome]]
name = "y"
of = "y"
statistic = "final"
[[parameter]]
path = "noise"
range = [0.0, 1.0]
)";
  for (const char* name : {"x1", "x2", "x3"})
    text += fmt::format(
        "[[parameter]]\npath = \"{}\"\nrange = [-3.141592653589793, 3.141592653589793]\n", name);
  return text;
}

std::string as_list(std::string study, const std::string& table) {
  const std::string grid = "{ type = \"grid\" }";
  study.replace(study.find(grid), grid.size(),
                fmt::format("{{ type = \"list\", table = \"{}\" }}", table));
  return std::regex_replace(study, std::regex("(range|values|levels) = .*\n"), "");
}

std::vector<std::string> query(const std::string& store, const std::string& sql) {
  std::vector<std::string> all;
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_open_v2(store.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    all.emplace_back(text ? text : "NULL");
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return all;
}

std::vector<std::string> rows(const std::string& store) {
  std::string columns =
      "run || '|' || point || '|' || replicate || '|' || variant || '|' || status";
  for (const auto& outcome : query(store, "SELECT name FROM outcome ORDER BY position"))
    columns += fmt::format(" || '|' || coalesce(printf('%!.17g', \"{}\"), 'NULL')", outcome);
  return query(store, fmt::format("SELECT {} FROM run ORDER BY run", columns));
}

std::size_t rows_so_far(const std::string& store) {
  if (query(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'run'")[0] == "0") return 0;
  return std::stoul(query(store, "SELECT count(*) FROM run")[0]);
}

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream in(command);
  std::string word;
  in >> word;  // the program
  return {std::istream_iterator<std::string>(in), {}};
}

std::string contents(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace entente::studies
