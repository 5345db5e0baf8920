#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// How many columns what the program prints takes at most.
inline constexpr std::size_t page_width = 80;

/// Writes a text to standard output.
void print(std::string_view text);
/// Writes a text to standard error; "error:" and "warning:" in colour on a terminal.
void print_error(std::string_view text);

/// How a terminal shows text: in colour where it is one, and NO_COLOR (no-color.org) is not set.
class Style {
 public:
  explicit Style(bool colours) : colours_(colours) {}
  /// The style of standard output.
  static Style of_output();

  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string accent(std::string_view text) const { return wrap("36", text); }
  std::string alarm(std::string_view text) const { return wrap("31", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool colours_;
};

/// Whether standard error is a terminal, on which lines can be rewritten.
bool errors_on_terminal();

/// How many columns a text in UTF-8 takes.
std::size_t width_of(std::string_view text);
/// The text cut to so many columns, "…" at its end if it was longer.
std::string cut(std::string_view text, std::size_t columns);
/// The text broken at blanks into lines of at most so many columns, for a place where the first
/// line is indented already.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent = 0);
/// A label, and from a column on a text, wrapped to 80 columns; below the label if that is long.
std::string hanging(std::string_view label, std::string_view text, std::size_t column);
/// "100,000".
std::string grouped(std::uint64_t number);
/// "1 run", "2 runs".
std::string counted(std::uint64_t number, std::string_view singular);
/// "2.5 s", "3 min 20 s", "2 h 5 min".
std::string duration(double seconds);

}  // namespace entente
