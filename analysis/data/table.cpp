#include "analysis/data/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/error.h"
#include "sim/scenario/files.h"
#include "sim/scenario/scalar.h"

namespace entente {

PublishedTable::PublishedTable(const std::filesystem::path& path)
    : texts_(std::make_shared<Texts>()) {
  FileText file = read_text_file(path);
  if (!file.problem.empty()) throw InputError(fmt::format("{}: {}", path.string(), file.problem));
  const std::uint16_t number = texts_->add(path.string(), std::move(file.text));
  Report report(texts_);
  CsvReader reader(texts_->text(number), number, report);
  std::vector<Cell> cells;
  while (reader.next(cells)) {
    if (headings_.empty()) {
      for (const Cell& heading : cells) headings_.push_back(heading.text);
      continue;
    }
    if (cells.size() != headings_.size())
      report.error(cells.front().mark,
                   fmt::format("{} cells, but {} headings", cells.size(), headings_.size()));
    rows_.push_back(cells);
  }
  report.throw_if_failed();
}

const Cell& PublishedTable::cell(std::size_t row, std::string_view heading) const {
  const auto found = std::find(headings_.begin(), headings_.end(), heading);
  if (found == headings_.end())
    throw InputError(fmt::format("{}: {}", texts_->name(0), no_such("column", heading, headings_)));
  return rows_[row][static_cast<std::size_t>(found - headings_.begin())];
}

const std::string& PublishedTable::text(std::size_t row, std::string_view heading) const {
  return cell(row, heading).text;
}

double PublishedTable::number(std::size_t row, std::string_view heading) const {
  const Cell& found = cell(row, heading);
  const Scalar value = scalar_of(found.text);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  Report report(texts_);
  report.error(found.mark, fmt::format("{}: {} is no number", heading, shown(value)));
  report.throw_if_failed();
  return 0.0;
}

}  // namespace entente
