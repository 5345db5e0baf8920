#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A text of anyone's as Markdown that shows it as it stands: nothing in it can end a cell, open a
/// tag, a link or a formula, or begin a line. Line breaks and control characters become blanks.
std::string plain(std::string_view text);

/// A name or a path in type of its own; one of other characters than paths have, as `plain`.
std::string code(std::string_view name);

/// "−0.65": a number as short as it can be told, with the sign that texts have.
std::string number(double value);
/// The same to so many significant digits, for what was computed.
std::string rounded(double value, int digits = 3);

/// "1 actor", "2 actors"; the plural is the singular with an s.
std::string count_of(std::size_t count, std::string_view singular);

/// The columns that a text takes: its characters, not its bytes.
std::size_t columns_of(std::string_view text);

/// "a, b and c".
std::string listed(const std::vector<std::string>& parts);

/// A table of Markdown texts. A column without any is left out.
struct PageTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

/// A document in Markdown that grows from top to bottom; sections are numbered as they come. Texts
/// are Markdown: what is anyone's goes through `plain` or `code` first.
class Page {
 public:
  void title(std::string_view text);
  void section(std::string_view name);
  void subsection(std::string_view name);
  /// A section without a number.
  void unnumbered(std::string_view name);
  /// A paragraph, broken into lines of at most 80 columns.
  void paragraph(std::string_view text);
  /// An item of a list, headed by a word in bold type if one is given.
  void item(std::string_view text, std::string_view head = "");
  /// An item of a numbered list.
  void step(int number, std::string_view text);
  /// Equations or commands, one a line, as they stand.
  void display(const std::vector<std::string>& lines);
  void table(const PageTable& table);

  /// A source as it stands in a text, kept for the list of references: "Heider 1946; Leeds 2003".
  std::string cite(std::string_view source);
  /// Everything that was cited, in order.
  const std::vector<std::string>& sources() const { return sources_; }

  /// Everything, with one blank line between blocks.
  std::string text() const;

 private:
  void heading(int level, std::string_view text);
  void block(std::string_view text, bool in_list = false);

  int section_ = 0, subsection_ = 0;
  bool in_list_ = false;
  std::vector<std::string> sources_;
  std::string text_;
};

}  // namespace entente
