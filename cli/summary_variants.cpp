#include <fmt/format.h>

#include <algorithm>

#include "cli/summary_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t value_columns = 9, most_beside = 5;

}  // namespace

std::string SummaryPage::variants() const {
  const std::size_t count = ensemble_.variants.size();
  if (count < 2 || ensemble_.paths.empty()) return "";
  const auto& reference = ensemble_.variants.front().id;
  std::string text =
      style_.bold(cut("Medians at the end: " + reference + ", and how the others differ from it",
                      page_width)) +
      "\n";
  for (std::size_t v = 1; v < count; ++v) {
    const auto& variant = ensemble_.variants[v];
    const auto label = fmt::format("{:>2} {}", v, variant.id);
    text += cut(fmt::format("{}  {}", label, variant.title), page_width) + "\n";
  }
  for (std::size_t first = 1; first < count; first += most_beside)
    text += variant_table(first, std::min(most_beside, count - first));
  return text;
}

std::string SummaryPage::variant_table(std::size_t first, std::size_t count) const {
  const std::size_t last = summary_.ticks().size() - 1;
  std::string head =
      fmt::format("{:<{}}{:>{}}", "", name_columns,
                  cut(ensemble_.variants.front().id, value_columns - 1), value_columns);
  for (std::size_t v = first; v < first + count; ++v)
    head += fmt::format("{:>{}}", v, value_columns);
  std::string text = style_.dim(head) + "\n";
  for (std::size_t path = 0; path < ensemble_.paths.size(); ++path) {
    const auto& name = ensemble_.paths[path];
    const Format format = format_of(name);
    const double reference = summary_.series(0, path, last).median;
    text += fmt::format("{:<{}}{:>{}}", cut(name, name_columns - 1), name_columns,
                        format(reference), value_columns);
    for (std::size_t v = first; v < first + count; ++v) {
      const auto change = format.change(summary_.series(v, path, last).median - reference);
      const bool none = change == format.change(0.0);
      text += none ? style_.dim(fmt::format("{:>{}}", "·", value_columns))
                   : style_.bold(fmt::format("{:>{}}", change, value_columns));
    }
    text += "\n";
  }
  return text;
}

}  // namespace entente
