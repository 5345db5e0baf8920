#include <fmt/format.h>

#include "analysis/metrics/catalogue.h"
#include "cli/summary_page.h"
#include "cli/values.h"

namespace entente {
std::string SummaryPage::series() const {
  if (ensemble_.paths.empty())
    return "No series is watched; [output] watch = [\"alignment.…\"] in the scenario names some.\n";
  std::string text =
      style_.bold(fmt::format("{:<{}}{:>7}{:>9}  {:^17}  {}", "Series" + of_which(), name_columns,
                              "start", "end", "5 to 95 % of runs", "median over time")) +
      "\n";
  for (std::size_t path = 0; path < ensemble_.paths.size(); ++path) text += series_row(path);
  if (summary_.runs(0) > summary_.kept(0))
    text += style_.dim(wrapped(fmt::format("Medians and ranges are those of the first {} runs.",
                                           grouped(summary_.kept(0))),
                               page_width)) +
            "\n";
  return text + levels_legend();
}

std::string SummaryPage::series_row(std::size_t path) const {
  const auto& name = ensemble_.paths[path];
  const Format format = format_of(name);
  const std::size_t last = summary_.ticks().size() - 1;
  std::vector<double> medians;
  for (std::size_t moment = 0; moment <= last; ++moment)
    medians.push_back(summary_.series(0, path, moment).median);
  const Spread end = summary_.series(0, path, last);
  const bool range = summary_.runs(0) > 1;
  return fmt::format(
      "{:<{}}{:>7}{}  {}  {}\n", cut(name, name_columns - 1), name_columns, format(medians.front()),
      style_.bold(fmt::format("{:>9}", format(end.median))),
      style_.dim(range ? fmt::format("{:>7} … {:<7}", format(end.low), format(end.high))
                       : std::string(17, ' ')),
      style_.accent(sparkline(medians, format.coarse)));
}

std::string SummaryPage::levels_legend() const {
  std::string text;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support}) {
    const auto name = names_of(layer)[static_cast<std::size_t>(layer)];
    bool watched = false;
    for (const auto& path : ensemble_.paths)
      watched = watched || path.starts_with(std::string(name) + ".");
    if (!watched || ensemble_.model().start.levels(layer).top() != 4) continue;
    std::vector<std::string> levels;
    for (const auto level : level_names(layer))
      levels.push_back(fmt::format("{} {}", levels.size(), level));
    text += style_.dim(fmt::format("{}: {}", name, fmt::join(levels, ", "))) + "\n";
  }
  return text;
}

std::string SummaryPage::metrics() const {
  std::string text =
      style_.bold("Metrics" + of_which() + ", median at the start and the end") + "\n";
  const std::size_t count = metric_names().size(), rows = (count + 1) / 2;
  for (std::size_t row = 0; row < rows; ++row) {
    text += metric_cell(row);
    if (row + rows < count) text += "    " + metric_cell(row + rows);
    text += "\n";
  }
  return text;
}

std::string SummaryPage::metric_cell(std::size_t metric) const {
  const auto& name = metric_names()[metric];
  const Format format = format_of("metric." + name);
  const std::string shown = cut(name, 24);
  return fmt::format(
      "{}{:>{}}{}", shown, format(summary_.metric(0, metric, 0).median), 30 - width_of(shown),
      style_.bold(fmt::format(
          "{:>8}", format(summary_.metric(0, metric, summary_.ticks().size() - 1).median))));
}

}  // namespace entente
