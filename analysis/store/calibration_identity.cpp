#include "analysis/store/calibration_identity.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "analysis/store/sha256.h"
#include "analysis/store/verification.h"
#include "sim/core/error.h"
#include "sim/scenario/difference.h"

namespace entente {
namespace {

/// What SQLite's header says of a calibration's file: "EntC".
constexpr std::int64_t calibration_application = 0x456e7443;
constexpr std::int64_t calibration_format = 1;

std::string change_of(const std::string& what, const std::string& there, const std::string& here) {
  const auto found = first_difference(there, here);
  if (!found) return "";
  const auto shown = [](const std::string& line) { return line.empty() ? "(nothing)" : line; };
  return fmt::format("the {} has changed at {}: it was {}, and is {}", what, found->entry,
                     shown(found->first), shown(found->second));
}

/// Paths as columns, each after a comma, with what stands before and after it.
std::string path_columns(const std::vector<std::string>& paths, std::string_view before,
                         std::string_view after) {
  std::string text;
  for (const auto& path : paths) text += fmt::format(", {}{}{}", before, identifier(path), after);
  return text;
}

void make_tables_of(Sqlite& database, const CalibrationIdentity& identity) {
  database.execute(fmt::format("PRAGMA application_id = {}", calibration_application));
  database.execute("CREATE TABLE calibration (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
  database.execute("CREATE TABLE parameter (position INTEGER PRIMARY KEY, path TEXT NOT NULL)");
  database.execute(
      "CREATE TABLE observation (observation INTEGER PRIMARY KEY, date TEXT NOT NULL, path TEXT "
      "NOT NULL, value REAL NOT NULL, scale REAL NOT NULL)");
  database.execute(
      fmt::format("CREATE TABLE attempt (generation INTEGER NOT NULL, number INTEGER NOT NULL, "
                  "distance REAL NOT NULL, message TEXT{}, PRIMARY KEY (generation, number)) "
                  "WITHOUT ROWID",
                  path_columns(identity.parameters, "", " REAL")));
  database.execute(
      "CREATE TABLE simulation (generation INTEGER NOT NULL, number INTEGER NOT NULL, observation "
      "INTEGER NOT NULL, value REAL, PRIMARY KEY (generation, number, observation)) WITHOUT ROWID");
  database.execute(
      "CREATE TABLE generation (generation INTEGER PRIMARY KEY, tolerance REAL NOT NULL, attempts "
      "INTEGER NOT NULL, effective_size REAL NOT NULL)");
  database.execute(
      "CREATE TABLE particle (generation INTEGER NOT NULL, number INTEGER NOT NULL, weight REAL "
      "NOT "
      "NULL, PRIMARY KEY (generation, number)) WITHOUT ROWID");
  database.execute(
      "CREATE TABLE refinement (parameter TEXT PRIMARY KEY, start REAL NOT NULL, \"end\" REAL NOT "
      "NULL, at_bound INTEGER NOT NULL) WITHOUT ROWID");
}

/// The last generation's particles, and what they predict.
void make_views_of(Sqlite& database, const CalibrationIdentity& identity) {
  const std::string last = "p.generation = (SELECT max(generation) FROM generation)";
  database.execute(fmt::format(
      "CREATE VIEW posterior AS SELECT p.number, p.weight, a.distance{} FROM particle p "
      "JOIN attempt a USING (generation, number) WHERE {}",
      path_columns(identity.parameters, "a.", ""), last));
  database.execute(
      fmt::format("CREATE VIEW prediction AS SELECT o.date, o.path, o.value AS observed, p.number, "
                  "p.weight, s.value AS simulated FROM particle p JOIN simulation s USING "
                  "(generation, number) JOIN observation o USING (observation) WHERE {}",
                  last));
}

}  // namespace

std::vector<std::string> differences(const CalibrationIdentity& there,
                                     const CalibrationIdentity& here) {
  std::vector<std::string> all{change_of("calibration", there.calibration, here.calibration),
                               change_of("scenario", there.subject, here.subject)};
  if (there.version != here.version)
    all.push_back(
        fmt::format("it was done by entente {}, and this is {}", there.version, here.version));
  for (const auto& word : build_differences(there.build, here.build))
    all.push_back("the build has changed: " + word);
  std::erase(all, "");
  return all;
}

void make_calibration_tables(Sqlite& database, const CalibrationIdentity& identity) {
  make_tables_of(database, identity);
  make_views_of(database, identity);
  Statement fact(database, "INSERT INTO calibration VALUES (?, ?)");
  fact.bind("format").bind(calibration_format).run();
  for (const auto& [key, value] : std::initializer_list<std::pair<std::string_view, std::string>>{
           {"id", identity.id},
           {"title", identity.title},
           {"version", identity.version},
           {"build", identity.build},
           {"calibration", identity.calibration},
           {"calibration_sha256", sha256(identity.calibration)},
           {"subject", identity.subject},
           {"subject_sha256", sha256(identity.subject)}})
    fact.bind(key).bind(std::string_view(value)).run();
  Statement parameter(database, "INSERT INTO parameter VALUES (?, ?)");
  for (std::size_t k = 0; k < identity.parameters.size(); ++k)
    parameter.bind(std::uint64_t{k}).bind(std::string_view(identity.parameters[k])).run();
  Statement observation(database, "INSERT INTO observation VALUES (?, ?, ?, ?, ?)");
  for (std::size_t k = 0; k < identity.observations.size(); ++k) {
    const auto& row = identity.observations[k];
    observation.bind(std::uint64_t{k}).bind(std::string_view(row.date));
    observation.bind(std::string_view(row.path)).bind(row.value).bind(row.scale).run();
  }
}

CalibrationIdentity calibration_in(Sqlite& database) {
  if (database.whole("PRAGMA application_id") != calibration_application)
    throw InputError(fmt::format("{}: is no calibration store", database.file().string()));
  std::map<std::string, Scalar> facts;
  Statement select(database, "SELECT key, value FROM calibration");
  while (select.step()) facts[select.text(0)] = select.scalar(1);
  if (facts["format"] != Scalar(calibration_format))
    throw InputError(
        fmt::format("{}: has a format that this version does not read", database.file().string()));
  const auto text = [&](const char* key) {
    const auto* found = std::get_if<std::string>(&facts[key]);
    return found ? *found : std::string();
  };
  CalibrationIdentity identity;
  identity.id = text("id");
  identity.title = text("title");
  identity.calibration = text("calibration");
  identity.subject = text("subject");
  identity.build = text("build");
  identity.version = text("version");
  Statement parameters(database, "SELECT path FROM parameter ORDER BY position");
  while (parameters.step()) identity.parameters.push_back(parameters.text(0));
  return identity;
}

}  // namespace entente
