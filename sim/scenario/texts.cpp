#include "sim/scenario/texts.h"

#include <algorithm>
#include <utility>

namespace entente {

std::uint16_t Texts::add(std::string name, std::string text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) starts.push_back(++at);
  files_.push_back({std::move(name), std::move(text), std::move(starts)});
  return static_cast<std::uint16_t>(files_.size() - 1);
}

std::string Texts::line(std::uint16_t file, std::uint32_t line) const {
  constexpr std::size_t longest_shown = 400;
  if (!has(file) || line == 0 || line > files_[file].starts.size()) return "";
  const auto& [name, text, starts] = files_[file];
  const std::size_t from = starts[line - 1];
  const std::size_t to = line < starts.size() ? starts[line] : text.size();
  if (to - from > longest_shown) return "";
  std::string shown = text.substr(from, to - from);
  while (!shown.empty() && (shown.back() == '\n' || shown.back() == '\r')) shown.pop_back();
  std::replace_if(
      shown.begin(), shown.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return shown;
}

}  // namespace entente
