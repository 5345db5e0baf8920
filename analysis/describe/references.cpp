#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "analysis/describe/bibliography.h"
#include "analysis/describe/elements.h"

namespace entente {
namespace {

bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) {
           return std::isdigit(static_cast<unsigned char>(c)) != 0;
         });
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// "Hirschman 1945, 1964" as "Hirschman 1945" and "Hirschman 1964"; nothing of what has no year.
void add_works(std::string_view source, std::vector<std::string>& works) {
  const auto comma = source.rfind(", ");
  const auto blank = source.rfind(' ');
  if (blank == std::string_view::npos || !is_year(source.substr(blank + 1))) return;
  if (comma != std::string_view::npos && comma + 1 == blank) {
    const std::string_view first = source.substr(0, comma);
    add_works(first, works);
    works.push_back(std::string(first.substr(0, first.rfind(' ') + 1)) +
                    std::string(source.substr(blank + 1)));
  } else {
    works.emplace_back(source);
  }
}

}  // namespace

std::vector<std::string> works_in(std::string_view source) {
  std::vector<std::string> works;
  while (!source.empty()) {
    const auto end = std::min(source.find(';'), source.size());
    add_works(trimmed(source.substr(0, end)), works);
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return works;
}

void odd::references(Page& page) {
  std::set<std::string> works;
  for (const auto& source : page.sources())
    for (auto& work : works_in(source)) works.insert(std::move(work));
  page.unnumbered("References");
  for (const auto& work : works) {
    const auto known = reference_of(work);
    page.item(plain(known.empty() ? work : known));
  }
}

}  // namespace entente
