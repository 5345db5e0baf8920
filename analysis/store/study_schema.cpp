#include <fmt/format.h>

#include "analysis/store/study_identity.h"

namespace entente {
namespace {

using ColumnNames = std::vector<std::string>;

/// Names as a list of columns, each after a comma, with what stands before and after it.
std::string columns(const ColumnNames& names, std::string_view before = "",
                    std::string_view after = "") {
  std::string text;
  for (const auto& name : names) text += fmt::format(", {}{}{}", before, identifier(name), after);
  return text;
}

std::string status_words() {
  std::string text = "CASE r.status";
  for (std::size_t s = 0; s < names_of(RunStatus{}).size(); ++s)
    text += fmt::format(" WHEN {} THEN '{}'", s, names_of(RunStatus{})[s]);
  return text + " END";
}

/// Columns of values have no type: one of REAL would make 0 of -0, and other bits.
void make_tables(Sqlite& database, const StudyIdentity& identity) {
  database.execute("CREATE TABLE study (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
  database.execute("CREATE TABLE variant (variant INTEGER PRIMARY KEY, id TEXT NOT NULL)");
  database.execute("CREATE TABLE parameter (position INTEGER PRIMARY KEY, path TEXT NOT NULL)");
  database.execute("CREATE TABLE outcome (position INTEGER PRIMARY KEY, name TEXT NOT NULL)");
  database.execute(fmt::format("CREATE TABLE point (point INTEGER PRIMARY KEY{})",
                               columns(identity.parameters)));
  database.execute(
      fmt::format("CREATE TABLE run (run INTEGER PRIMARY KEY, point INTEGER NOT NULL, replicate "
                  "INTEGER NOT NULL, variant INTEGER NOT NULL, status INTEGER NOT NULL{})",
                  columns(identity.outcomes)));
  database.execute(
      "CREATE TABLE failure (run INTEGER PRIMARY KEY, message TEXT NOT NULL, replay TEXT)");
}

/// One row a run, with the values of its point: what a data frame wants.
std::string result_view(const StudyIdentity& identity) {
  return fmt::format(
      "CREATE VIEW result AS SELECT r.run, r.point{}, r.replicate, v.id AS variant, {} AS status, "
      "f.message{} FROM run r JOIN point p USING (point) JOIN variant v ON v.variant = r.variant "
      "LEFT JOIN failure f USING (run)",
      columns(identity.parameters, "p."), status_words(), columns(identity.outcomes, "r."));
}

/// One row an outcome of a run.
std::string outcome_view(const ColumnNames& outcomes) {
  std::string text = "CREATE VIEW outcome_value AS ";
  for (std::size_t k = 0; k < outcomes.size(); ++k)
    text += fmt::format(
        "{}SELECT r.run, r.point, r.replicate, v.id AS variant, '{}' AS outcome, r.{} AS value "
        "FROM run r JOIN variant v ON v.variant = r.variant WHERE r.status = 0",
        k == 0 ? "" : " UNION ALL ", outcomes[k], identifier(outcomes[k]));
  return text;
}

/// One row for each outcome of a variant at a point, over its replicates.
std::string summary_view(const ColumnNames& outcomes) {
  std::string text = "CREATE VIEW summary AS ";
  for (std::size_t k = 0; k < outcomes.size(); ++k) {
    const std::string name = identifier(outcomes[k]);
    text += fmt::format(
        "{0}SELECT r.point, v.id AS variant, '{1}' AS outcome, count(r.{2}) AS runs, m.mean, "
        "sum((r.{2} - m.mean) * (r.{2} - m.mean)) / nullif(count(r.{2}) - 1, 0) AS variance, "
        "min(r.{2}) AS least, max(r.{2}) AS greatest FROM run r JOIN (SELECT point, variant, "
        "avg({2}) AS mean FROM run GROUP BY point, variant) m ON m.point = r.point AND m.variant = "
        "r.variant JOIN variant v ON v.variant = r.variant GROUP BY r.point, r.variant",
        k == 0 ? "" : " UNION ALL ", outcomes[k], name);
  }
  return text;
}

}  // namespace

void make_schema(Sqlite& database, const StudyIdentity& identity) {
  make_tables(database, identity);
  database.execute(result_view(identity));
  database.execute(outcome_view(identity.outcomes));
  database.execute(summary_view(identity.outcomes));
  database.execute(
      "CREATE VIEW failures AS SELECT f.run, r.point, r.replicate, v.id AS variant, f.message, "
      "f.replay FROM failure f JOIN run r USING (run) JOIN variant v ON v.variant = r.variant");
}

}  // namespace entente
