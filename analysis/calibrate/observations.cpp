#include "analysis/calibrate/observations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "sim/scenario/csv.h"
#include "sim/scenario/files.h"

namespace entente {
namespace {

const std::vector<std::string>& observed_columns() {
  static const std::vector<std::string> names{"date", "path", "value", "scale", "note"};
  return names;
}

enum ObservedColumn : std::size_t { date_column, path_column, value_column, scale_column };
constexpr std::size_t required_columns = 3;

/// Where each column stands, in the order of `observed_columns`; -1 where it does not.
using Places = std::array<int, 5>;

Places places_of(const std::vector<Cell>& header, Report& report) {
  Places places;
  places.fill(-1);
  const auto& known = observed_columns();
  for (std::size_t c = 0; c < header.size(); ++c) {
    const auto found = std::find(known.begin(), known.end(), header[c].text);
    if (found == known.end()) {
      report.error(header[c].mark, no_such("column", header[c].text, known));
      continue;
    }
    int& place = places[static_cast<std::size_t>(found - known.begin())];
    if (place >= 0)
      report.error(header[c].mark, fmt::format("{}: this column stands twice", *found));
    place = static_cast<int>(c);
  }
  for (std::size_t k = 0; k < required_columns; ++k)
    if (places[k] < 0)
      report.error(header.front().mark, fmt::format("the column {} is missing", known[k]));
  return places;
}

template <class Kind, class Value>
void take_cell(const Kind& kind, const Cell& cell, ObservedColumn column, Value& member,
               Report& report) {
  take(kind, scalar_of(cell.text), {observed_columns()[column], cell.mark}, member, report);
}

void read_observation(const std::vector<Cell>& cells, const Places& places, CalibrationPlan& all,
                      Report& report) {
  const auto cell = [&](ObservedColumn column) -> const Cell& {
    return cells[static_cast<std::size_t>(places[column])];
  };
  const std::size_t before = report.errors();
  Observed row;
  row.mark = cells.front().mark;
  take_cell(kinds::Day{}, cell(date_column), date_column, row.date, report);
  row.path = cell(path_column).text;
  if (row.path.empty()) report.error(cell(path_column).mark, "path: this cell is empty");
  take_cell(kinds::Number{any_real()}, cell(value_column), value_column, row.value, report);
  if (places[scale_column] >= 0 && !cell(scale_column).text.empty())
    take_cell(kinds::Number{above(0)}, cell(scale_column), scale_column, row.scale, report);
  if (report.errors() == before) all.observations.push_back(std::move(row));
}

/// The standard deviation of each path's values; 1 where they are all the same.
void give_scales(std::vector<Observed>& rows) {
  std::map<std::string, std::vector<double>> values;
  for (const Observed& row : rows) values[row.path].push_back(row.value);
  for (Observed& row : rows) {
    if (row.scale > 0.0) continue;
    const auto& own = values[row.path];
    const auto count = static_cast<double>(own.size());
    double mean = 0.0, square = 0.0;
    for (const double value : own) mean += value / count;
    for (const double value : own) square += (value - mean) * (value - mean);
    row.scale = square > 0.0 ? std::sqrt(square / (count - 1.0)) : 1.0;
  }
}

void read_rows(CsvReader& reader, CalibrationPlan& calibration, Report& report) {
  std::vector<Cell> cells;
  if (!reader.next(cells))
    return report.error(mark_of(calibration, "observed"),
                        fmt::format("{}: has no header", calibration.observed));
  const std::size_t before = report.errors(), width = cells.size();
  const Places places = places_of(cells, report);
  if (report.errors() > before) return;
  while (reader.next(cells) && !report.full()) {
    if (cells.size() == width)
      read_observation(cells, places, calibration, report);
    else
      report.error(cells.front().mark,
                   fmt::format("this row has {} cells, not {}", cells.size(), width));
  }
  if (calibration.observations.empty() && report.errors() == before)
    report.error(mark_of(calibration, "observed"),
                 fmt::format("{}: has no row", calibration.observed));
}

}  // namespace

void read_observations(const std::filesystem::path& folder, Texts& texts,
                       CalibrationPlan& calibration, Report& report) {
  if (calibration.observed.empty()) return;  // reported where it was read
  const Mark mark = mark_of(calibration, "observed");
  const auto path = inside(folder, calibration.observed);
  if (!path)
    return report.error(
        mark, fmt::format("{}: not a file in the calibration's own folder", calibration.observed));
  const auto [text, problem] = read_text_file(*path);
  if (!problem.empty())
    return report.error(mark, fmt::format("{}: {}", calibration.observed, problem));
  const auto file = texts.add(path->string(), text);
  CsvReader reader(texts.text(file), file, report);
  read_rows(reader, calibration, report);
  give_scales(calibration.observations);
}

}  // namespace entente
