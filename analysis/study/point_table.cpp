#include "analysis/study/point_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/csv.h"
#include "sim/scenario/files.h"

namespace entente {
namespace {

constexpr std::string_view numbering = "point";

std::vector<std::string> paths_of(const Study& study) {
  std::vector<std::string> paths;
  for (const auto& parameter : study.parameters) paths.push_back(parameter.path);
  return paths;
}

/// Which parameter each column holds; -1 for the points' numbers.
std::vector<int> columns_of(const std::vector<Cell>& header, const Study& study, Report& report) {
  const auto paths = paths_of(study);
  std::vector<int> columns;
  for (const auto& cell : header) {
    const auto found = std::find(paths.begin(), paths.end(), cell.text);
    const auto column = static_cast<int>(found - paths.begin());
    if (found == paths.end() && cell.text != numbering)
      report.error(cell.mark, fmt::format("{}: no [[parameter]] has this path{}", cell.text,
                                          did_you_mean(cell.text, paths)));
    if (found != paths.end() && std::find(columns.begin(), columns.end(), column) != columns.end())
      report.error(cell.mark, fmt::format("{}: this column stands twice", cell.text));
    columns.push_back(found == paths.end() ? -1 : column);
  }
  for (std::size_t p = 0; p < paths.size(); ++p)
    if (std::find(columns.begin(), columns.end(), static_cast<int>(p)) == columns.end())
      report.error(header.front().mark, fmt::format("the column {} is missing", paths[p]));
  return columns;
}

void read_row(const std::vector<Cell>& cells, const std::vector<int>& columns, Study& study,
              Report& report) {
  if (cells.size() != columns.size())
    return report.error(cells.front().mark,
                        fmt::format("this row has {} cells, not {}", cells.size(), columns.size()));
  auto& row = study.listed.emplace_back(study.parameters.size());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (columns[c] < 0) continue;
    if (cells[c].text.empty()) report.error(cells[c].mark, "this cell is empty");
    row[static_cast<std::size_t>(columns[c])] = value_in_cell(cells[c].text);
  }
}

}  // namespace

Scalar value_in_cell(const std::string& text) {
  const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return quoted ? Scalar{text.substr(1, text.size() - 2)} : scalar_of(text);
}

void read_points(const std::filesystem::path& folder, Texts& texts, Study& study, Report& report) {
  const std::string& name = study.design.table;
  const Mark mark = mark_of(study.design, "table");
  if (is_unread(study.design, "table")) return;
  if (name.empty())
    return report.error(mark, "design: a list needs its table: table = \"points.csv\"");
  const auto path = inside(folder, name);
  if (!path)
    return report.error(mark, fmt::format("{}: not a file in the study's own folder", name));
  const auto [text, problem] = read_text_file(*path);
  if (!problem.empty()) return report.error(mark, fmt::format("{}: {}", name, problem));
  const auto file = texts.add(path->string(), text);
  CsvReader reader(texts.text(file), file, report);
  std::vector<Cell> cells;
  if (!reader.next(cells)) return report.error(mark, fmt::format("{}: has no header", name));
  const std::size_t before = report.errors();
  const auto columns = columns_of(cells, study, report);
  if (report.errors() > before) return;
  while (reader.next(cells) && !report.full()) read_row(cells, columns, study, report);
  if (report.errors() > before)
    study.listed.clear();  // nothing is to be concluded from it
  else if (study.listed.empty())
    report.error(mark, fmt::format("{}: has no row", name));
}

}  // namespace entente
