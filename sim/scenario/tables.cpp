#include "sim/scenario/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "sim/scenario/csv.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read_entry.h"

namespace entente {
namespace {

constexpr std::string_view covariate_prefix = "covariates.";

/// Takes a cell into a field of an entry.
template <class Entry>
using TakeCell = void (*)(const Cell&, const std::string& column, Entry&, Report&);

template <class Entry, std::size_t index>
void take_cell(const Cell& cell, const std::string& column, Entry& entry, Report& report) {
  const auto field = std::get<index>(Entry::fields());
  using Kind = decltype(field.kind);
  entry.origin.fields[index] = cell.mark;
  if constexpr (kinds::IsScalar<Kind>) {
    const Scalar value = kinds::IsTextual<Kind> ? Scalar{cell.text} : scalar_of(cell.text);
    take(field.kind, value, {field.name, cell.mark}, entry.*(field.member), report);
  } else if constexpr (std::is_same_v<Kind, kinds::Numbers>) {
    const auto name = column.substr(covariate_prefix.size());
    take_weight(field.kind, name, scalar_of(cell.text), cell.mark, entry.*(field.member), report);
  }
}

/// How each field of an entry takes a cell, in the order of declaration.
template <class Entry>
constexpr auto all_takers() {
  constexpr auto count = std::tuple_size_v<decltype(Entry::fields())>;
  return []<std::size_t... index>(std::index_sequence<index...>) {
    return std::array<TakeCell<Entry>, count>{&take_cell<Entry, index>...};
  }
  (std::make_index_sequence<count>{});
}

template <class Entry>
struct Column {
  std::string name;
  TakeCell<Entry> take = nullptr;  ///< none where the column is unknown
};

template <class Entry>
std::vector<std::string> column_names() {
  auto names = field_names<Entry>();
  std::replace(names.begin(), names.end(), std::string("covariates"),
               std::string("covariates.NAME"));
  return names;
}

template <class Entry>
Column<Entry> column_of(const Cell& cell, Report& report) {
  constexpr auto takers = all_takers<Entry>();
  const bool covariate = cell.text.starts_with(covariate_prefix);
  Column<Entry> column{cell.text, nullptr};
  with_field<Entry>(covariate ? "covariates" : cell.text, [&](const auto& field, std::size_t k) {
    if (kinds::IsScalar<decltype(field.kind)> != covariate) column.take = takers[k];
  });
  if (!column.take)
    report.error(cell.mark, fmt::format("{}: no such column{}", cell.text,
                                        did_you_mean(cell.text, column_names<Entry>())));
  return column;
}

template <class Entry>
std::vector<Column<Entry>> read_header(const std::vector<Cell>& cells, Report& report) {
  std::vector<Column<Entry>> columns;
  for (const Cell& cell : cells) {
    for (const auto& earlier : columns)
      if (earlier.name == cell.text)
        report.error(cell.mark, fmt::format("{}: this column stands twice", cell.text));
    columns.push_back(column_of<Entry>(cell, report));
  }
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    const bool there = std::any_of(columns.begin(), columns.end(),
                                   [&](const auto& column) { return column.name == field.name; });
    if (field.need == Need::required && !there)
      report.error(cells.front().mark, fmt::format("the column {} is missing", field.name));
  });
  return columns;
}

template <class Entry>
void read_row(const std::vector<Cell>& cells, const std::vector<Column<Entry>>& columns,
              Entry& entry, Report& report) {
  entry.origin.entry = cells.front().mark;
  if (cells.size() != columns.size())
    return report.error(cells.front().mark, fmt::format("{} cells in this row, {} in the header",
                                                        cells.size(), columns.size()));
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (columns[c].take && !cells[c].text.empty())
      columns[c].take(cells[c], columns[c].name, entry, report);
  require_all(entry, report);
}

template <class Entry>
bool read_rows(std::uint16_t file, const Texts& texts, std::vector<Entry>& entries,
               Report& report) {
  CsvReader rows(texts.text(file), file, report);
  std::vector<Cell> cells;
  if (!rows.next(cells)) cells.emplace_back();
  const auto columns = read_header<Entry>(cells, report);
  const bool readable = std::any_of(columns.begin(), columns.end(),
                                    [](const auto& column) { return column.take != nullptr; });
  const auto lines = std::count(texts.text(file).begin(), texts.text(file).end(), '\n');
  entries.reserve(entries.size() + static_cast<std::size_t>(lines) + 1);
  while (readable && !report.full() && rows.next(cells))
    read_row(cells, columns, entries.emplace_back(), report);
  return readable;
}

/// The path of the file that a scenario names, or nothing after a report.
std::optional<std::filesystem::path> path_of_table(const Node& name, std::string_view key,
                                                   const std::filesystem::path& folder,
                                                   Report& report) {
  const auto* given =
      name.form == Node::Form::scalar ? std::get_if<std::string>(&name.scalar) : nullptr;
  auto path = given ? inside(folder, *given) : std::nullopt;
  if (!given)
    report.error(name.mark, fmt::format("{0}s: {1} is not the name of a CSV file; for entries in "
                                        "this file write [[{0}]]",
                                        key, shown(name)));
  else if (!path)
    report.error(name.mark,
                 fmt::format("{}s: {} lies outside the scenario's folder", key, shown(name)));
  return path;
}

template <class Entry>
bool read_table(const Node& name, const std::filesystem::path& folder, Texts& texts,
                std::vector<Entry>& entries, Report& report) {
  const auto path = path_of_table(name, Entry::key, folder, report);
  if (!path) return false;
  auto [text, problem] = read_text_file(*path);
  if (!problem.empty()) {
    report.error(name.mark, fmt::format("{}s: {}: {}", Entry::key, path->string(), problem));
    return false;
  }
  const auto file = texts.add(path->string(), std::move(text));
  return read_rows(file, texts, entries, report);
}

}  // namespace

bool read_actor_table(const Node& name, const std::filesystem::path& folder, Texts& texts,
                      Scenario& scenario, Report& report) {
  return read_table(name, folder, texts, scenario.actors, report);
}

bool read_relation_table(const Node& name, const std::filesystem::path& folder, Texts& texts,
                         Scenario& scenario, Report& report) {
  return read_table(name, folder, texts, scenario.relations, report);
}

}  // namespace entente
