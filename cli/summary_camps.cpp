#include <fmt/format.h>

#include <algorithm>

#include "cli/summary_page.h"
#include "cli/values.h"

namespace entente {

std::string SummaryPage::camps() const {
  const Company& company = summary_.company(0);
  if (company.runs() == 0) return "";
  const Camps found = company.camps();
  std::string text = style_.bold("Camps at the end" + of_which()) + "\n";
  std::vector<std::string> undecided;
  char label = 'A';
  for (const auto* camp : {&found.one, &found.other}) {
    std::vector<std::string> firm;
    for (const auto& [actor, loyalty] : *camp) {
      const auto& name = ensemble_.roster().actors[actor];
      if (loyalty >= Camps::firm)
        firm.push_back(name);
      else
        undecided.push_back(fmt::format("{} ({} in {} of runs)", name, label, percentage(loyalty)));
    }
    if (!firm.empty()) text += names(std::string(1, label), firm);
    ++label;
  }
  if (found.other.empty()) text += style_.dim("All are in one camp.") + "\n";
  if (!undecided.empty()) text += names("undecided", undecided);
  return text;
}

std::string SummaryPage::names(std::string_view label, std::vector<std::string> names) const {
  constexpr std::size_t most = 60, indent = 11;
  const std::size_t more = names.size() > most ? names.size() - most : 0;
  names.resize(names.size() - more);
  const bool phrases = !names.empty() && names.front().find(' ') != std::string::npos;
  auto list = fmt::format("{}", fmt::join(names, phrases ? ", " : " "));
  if (more > 0) list += fmt::format(" and {} more", more);
  return hanging(label, list, indent);
}

}  // namespace entente
