#include "sim/scenario/csv.h"

#include <algorithm>

namespace entente {

CsvReader::CsvReader(std::string_view text, std::uint16_t file, Report& report)
    : text_(text), here_{1, 1, 1, file}, report_(report) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

void CsvReader::advance() {
  const auto byte = static_cast<unsigned char>(text_[at_++]);
  if (byte == '\n') {
    ++here_.line;
    here_.column = 1;
  } else if ((byte & 0xc0U) != 0x80U) {  // columns count characters, not the bytes of UTF-8
    ++here_.column;
  }
}

bool CsvReader::skip_line_end() {
  if (at_end()) return true;
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  if (text_[at_] != '\n') return false;
  advance();
  return true;
}

void CsvReader::read_quoted(Cell& cell) {
  advance();
  while (!at_end()) {
    const char c = text_[at_];
    advance();
    if (c != '"') {
      cell.text += c;
    } else if (!at_end() && text_[at_] == '"') {
      cell.text += c;
      advance();
    } else {
      const bool ends = at_end() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r';
      if (!ends) {
        report_.error(here_, "text after a closing quote; write \"\" for a quote inside a cell");
        read_plain(cell);
      }
      return;
    }
  }
  report_.error(cell.mark, "this quote is never closed");
}

void CsvReader::read_plain(Cell& cell) {
  const std::size_t from = at_;
  while (!at_end() && text_[at_] != ',' && text_[at_] != '\n' &&
         !(text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n'))
    advance();
  cell.text.append(text_.substr(from, at_ - from));
}

bool CsvReader::next(std::vector<Cell>& cells) {
  while (!at_end() && (text_[at_] == '\n' || text_[at_] == '\r') && skip_line_end()) {
  }
  if (at_end()) return false;
  std::size_t count = 0;
  for (bool more = true; more; ++count) {
    if (count == cells.size()) cells.emplace_back();
    Cell& cell = cells[count];
    cell.text.clear();
    cell.mark = here_;
    if (!at_end() && text_[at_] == '"')
      read_quoted(cell);
    else
      read_plain(cell);
    const bool one_line = cell.mark.line == here_.line && here_.column > cell.mark.column;
    cell.mark.length = static_cast<std::uint16_t>(
        one_line ? std::min<std::uint32_t>(here_.column - cell.mark.column, 200) : 1);
    more = !at_end() && text_[at_] == ',';
    if (more) advance();
  }
  cells.resize(count);
  skip_line_end();
  return true;
}

}  // namespace entente
