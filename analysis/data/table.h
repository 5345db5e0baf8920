#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/csv.h"

namespace entente {

/// A published table of comma-separated values: a row of headings, and rows of as many cells.
///
/// What is wrong with it is an `InputError` that names the file, the line and the column.
class PublishedTable {
 public:
  explicit PublishedTable(const std::filesystem::path& path);

  std::size_t rows() const { return rows_.size(); }
  /// The cell of a row under a heading.
  const std::string& text(std::size_t row, std::string_view heading) const;
  double number(std::size_t row, std::string_view heading) const;

 private:
  const Cell& cell(std::size_t row, std::string_view heading) const;

  std::shared_ptr<Texts> texts_;
  std::vector<std::string> headings_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace entente
