#include "analysis/describe/page.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t page_columns = 80;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7f; }

bool stands_in_a_path(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

std::string with_minus(const std::string& text) {
  return text.starts_with('-') ? "−" + text.substr(1) : text;
}

/// Whether a word at the start of a line would begin a list, underline a heading or define a term.
bool begins_a_block(std::string_view word) {
  if (word == "-" || word == "+" || word == ":" || word.starts_with("--")) return true;
  if (word.starts_with('=')) return true;
  const auto digits = word.find_first_not_of("0123456789");
  return digits != 0 && digits + 1 == word.size() && (word.back() == '.' || word.back() == ')');
}

/// The text in lines of at most 80 columns, but for words that do not fit; all but the first line
/// are indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t used = 0) {
  std::string result;
  bool first = true;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    const auto word = text.substr(0, blank);
    const std::size_t width = columns_of(word);
    if (!first && used + 1 + width > page_columns && !begins_a_block(word)) {
      result.append("\n").append(indent, ' ');
      used = indent;
    } else if (!first) {
      result += ' ';
      ++used;
    }
    first = false;
    result += word;
    used += width;
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return result;
}

std::string row_of(const std::vector<std::string>& cells, const std::vector<bool>& shown) {
  std::string row = "|";
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (shown[c]) row.append(" ").append(cells[c]).append(cells[c].empty() ? "|" : " |");
  return row + "\n";
}

}  // namespace

std::string plain(std::string_view text) {
  static constexpr std::string_view special = "\\`*_{}[]<>#|~$^@";
  std::string result;
  for (std::size_t c = 0; c < text.size(); ++c) {
    if (is_control(text[c]) || text[c] == ' ') {
      if (!result.empty() && result.back() != ' ') result += ' ';
      continue;
    }
    const bool entity = text[c] == '&' && c + 1 < text.size() && text[c + 1] != ' ';
    if (entity || special.find(text[c]) != std::string_view::npos) result += '\\';
    result += text[c];
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string code(std::string_view name) {
  const bool fits = std::all_of(name.begin(), name.end(), stands_in_a_path);
  return name.empty() ? "" : fits ? fmt::format("`{}`", name) : plain(name);
}

std::string number(double value) { return with_minus(fmt::format("{}", value)); }

std::string rounded(double value, int digits) {
  return with_minus(fmt::format("{:.{}g}", value, digits));
}

std::string count_of(std::size_t count, std::string_view singular) {
  return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

std::string listed(const std::vector<std::string>& parts) {
  if (parts.size() < 2) return parts.empty() ? "" : parts.front();
  return fmt::format("{} and {}", fmt::join(parts.begin(), parts.end() - 1, ", "), parts.back());
}

std::string Page::cite(std::string_view source) {
  sources_.emplace_back(source);
  return plain(source);
}

void Page::title(std::string_view text) { heading(1, text); }

void Page::section(std::string_view name) {
  subsection_ = 0;
  heading(2, fmt::format("{}. {}", ++section_, name));
}

void Page::subsection(std::string_view name) {
  heading(3, fmt::format("{}.{} {}", section_, ++subsection_, name));
}

void Page::unnumbered(std::string_view name) { heading(2, name); }

void Page::paragraph(std::string_view text) { block(wrapped(text, 0)); }

void Page::item(std::string_view text, std::string_view head) {
  const std::string bold = head.empty() ? "" : fmt::format("**{}**: ", head);
  block(wrapped("- " + bold + std::string(text), 2), true);
}

void Page::step(int number, std::string_view text) {
  block(wrapped(fmt::format("{}. {}", number, text), 3), true);
}

void Page::display(const std::vector<std::string>& lines) {
  std::string text;
  for (std::string line : lines) {
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    text.append(text.empty() ? "" : "\n").append("    ").append(line);
  }
  block(text);
}

void Page::table(const PageTable& table) {
  std::vector<bool> shown(table.head.size(), false);
  for (const auto& row : table.rows)
    for (std::size_t c = 0; c < row.size(); ++c) shown[c] = shown[c] || !row[c].empty();
  std::string text = row_of(table.head, shown) + "|";
  for (const bool column : shown) text += column ? "---|" : "";
  text += "\n";
  for (const auto& row : table.rows) text += row_of(row, shown);
  text.pop_back();
  if (!table.rows.empty()) block(text);
}

void Page::heading(int level, std::string_view text) {
  block(fmt::format("{} {}", std::string(static_cast<std::size_t>(level), '#'), text));
}

void Page::block(std::string_view text, bool in_list) {
  if (!text_.empty()) text_ += in_list && in_list_ ? "\n" : "\n\n";
  in_list_ = in_list;
  text_ += text;
}

std::string Page::text() const { return text_ + "\n"; }

}  // namespace entente
