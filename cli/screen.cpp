#include "cli/screen.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace entente {
namespace {

bool in_colour(int descriptor) {
  const char* none = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (none != nullptr && *none != '\0') return false;
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(descriptor) == 1;
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

std::string with_colour(const std::string& text, std::string_view word, std::string_view code) {
  const auto at = text.find(word);
  if (at == std::string::npos) return text;
  const auto rest = std::string_view(text).substr(at + word.size());
  return fmt::format("{}\x1b[{}m{}\x1b[0m{}", std::string_view(text).substr(0, at), code, word,
                     rest);
}

}  // namespace

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_error(std::string_view text) {
  std::string shown(text);
  if (in_colour(STDERR_FILENO))
    shown = with_colour(with_colour(shown, "error:", "1;31"), "warning:", "1;33");
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

Style Style::of_output() { return Style(in_colour(STDOUT_FILENO)); }

std::string Style::wrap(std::string_view code, std::string_view text) const {
  if (!colours_ || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

bool errors_on_terminal() { return ::isatty(STDERR_FILENO) == 1; }

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) width += starts_character(c) ? 1 : 0;
  return width;
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width_of(text) <= columns) return std::string(text);
  std::size_t end = 0, width = 0;
  for (; end < text.size(); ++end) {
    if (starts_character(text[end]) && ++width == columns) break;
  }
  return fmt::format("{}…", text.substr(0, end));
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string result;
  std::size_t used = indent;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    const auto word = text.substr(0, blank);
    const std::size_t width = width_of(word);
    if (used > indent && used + 1 + width > columns) {
      result.append(1, '\n').append(indent, ' ');
      used = indent;
    } else if (used > indent) {
      result.append(1, ' ');
      ++used;
    }
    result += word;
    used += width;
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return result;
}

std::string hanging(std::string_view label, std::string_view text, std::size_t column) {
  const std::size_t width = width_of(label);
  std::string result(label);
  if (width < column || (width == column && label.ends_with(' ')))
    result.append(column - width, ' ');
  else
    result.append(1, '\n').append(column, ' ');
  return result.append(wrapped(text, page_width, column)).append(1, '\n');
}

std::string grouped(std::uint64_t number) {
  if (number < 1000) return std::to_string(number);
  return fmt::format("{},{:03}", grouped(number / 1000), number % 1000);
}

std::string counted(std::uint64_t number, std::string_view singular) {
  return fmt::format("{} {}{}", grouped(number), singular, number == 1 ? "" : "s");
}

std::string duration(double seconds) {
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  const auto whole = std::llround(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace entente
