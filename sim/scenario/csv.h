#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/mark.h"
#include "sim/scenario/report.h"

namespace entente {

/// One cell of a table, unquoted, with its place.
struct Cell {
  std::string text;
  Mark mark;
};

/// Reads a table of comma-separated values row by row (RFC 4180: cells may stand in double quotes,
/// "" in them is one; rows end in LF or CRLF). Blank lines are skipped.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::uint16_t file, Report& report);

  /// Reads the next row into `cells`, reusing its memory; false at the end of the text.
  bool next(std::vector<Cell>& cells);

 private:
  void read_quoted(Cell& cell);
  void read_plain(Cell& cell);
  bool at_end() const { return at_ >= text_.size(); }
  bool skip_line_end();
  void advance();

  std::string_view text_;
  std::size_t at_ = 0;
  Mark here_;
  Report& report_;
};

}  // namespace entente
