#include "sim/scenario/difference.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace entente {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos;
       text.remove_prefix(end + 1))
    lines.push_back(text.substr(0, end));
  if (!text.empty()) lines.push_back(text);
  return lines;
}

/// A line, cut where it is long, between two characters of UTF-8.
std::string shortened(std::string_view line) {
  constexpr std::size_t most_bytes = 60;
  if (line.size() <= most_bytes) return std::string(line);
  std::size_t end = most_bytes;
  while ((static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) --end;
  return std::string(line.substr(0, end)) + "…";
}

/// Whether a line names an entry; where there is an id, it alone does.
bool names_an_entry(std::string_view line, bool by_id) {
  if (by_id) return line.starts_with("id = ");
  constexpr std::array keys{"date = ", "path = ", "from = ", "to = ", "between = "};
  return std::any_of(keys.begin(), keys.end(), [&](auto key) { return line.starts_with(key); });
}

/// The header above a line, or the line itself, with what names the entry.
std::string entry_of(const Lines& lines, std::size_t at) {
  if (at >= lines.size()) return "";
  while (at > 0 && !lines[at].starts_with("[")) --at;
  std::string entry(lines[at]);
  std::string_view comma = " ";
  const bool by_id = at + 1 < lines.size() && lines[at + 1].starts_with("id = ");
  for (std::size_t k = at + 1; k < lines.size() && !lines[k].empty(); ++k) {
    if (!names_an_entry(lines[k], by_id)) continue;
    entry.append(comma).append(lines[k]);
    comma = ", ";
  }
  return entry;
}

}  // namespace

std::optional<Difference> first_difference(const std::string& first, const std::string& second) {
  const Lines a = lines_of(first), b = lines_of(second);
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() && in_b == b.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(in_a - a.begin());
  const auto line = [at](const Lines& lines) {
    return at < lines.size() ? lines[at] : std::string_view();
  };
  if (line(a).starts_with("[") || line(b).starts_with("["))  // one has an entry more
    return Difference{"", entry_of(a, at), entry_of(b, at)};
  return Difference{entry_of(a, at), shortened(line(a)), shortened(line(b))};
}

}  // namespace entente
