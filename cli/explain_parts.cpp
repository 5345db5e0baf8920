#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/explain_page.h"
#include "cli/values.h"

namespace entente {
namespace {

constexpr double coarse = 0.05;  // affinity that does not fill a sparkline's height
constexpr double least_shown = 0.0005;

std::string signed_number(double value) {
  return std::abs(value) < least_shown ? "0.000" : fmt::format("{:+.3f}", value);
}

/// Whether nothing of it shows in three decimals.
bool is_nothing(const Share& share) {
  return std::max({std::abs(share.mean), std::abs(share.low), std::abs(share.high)}) < least_shown;
}

}  // namespace

std::string_view equation_of(const std::string& part) {
  std::string_view equation;
  const auto look = [&](const auto& each) {
    if (each.name == part) equation = each.equation;
  };
  for_each(Mechanisms{}, look);
  look(Noise{});
  return equation;
}

double Explanation::beyond_start(std::size_t part, std::size_t moment) const {
  const double years = ensemble.calendar().years_at(attribution.ticks()[moment]);
  return attribution.part(part, moment).mean - drift_at_start(0, static_cast<Index>(part)) * years;
}

std::vector<double> ExplainPage::beyond(std::size_t part) const {
  std::vector<double> course;
  for (std::size_t m = 0; m <= told_.last(); ++m) course.push_back(told_.beyond_start(part, m));
  return course;
}

std::string ExplainPage::row(const std::string& name, const Share& share,
                             const std::vector<double>& beyond, bool bold) const {
  const auto range =
      told_.attribution.kept() > 1
          ? fmt::format("{:>7} … {:<7}", signed_number(share.low), signed_number(share.high))
          : std::string(17, ' ');
  const auto mean = fmt::format("{:>8}", signed_number(share.mean));
  return fmt::format("{:<{}}{}  {}{:>9}  {}\n", cut(name, name_columns - 1), name_columns,
                     bold ? style_.bold(mean) : mean, style_.dim(range),
                     signed_number(beyond.back()), style_.accent(sparkline(beyond, coarse)));
}

std::string ExplainPage::parts() const {
  const Attribution& runs = told_.attribution;
  std::vector<std::pair<double, std::string>> rows;
  std::vector<std::string> without;
  std::vector<double> total(told_.last() + 1, 0.0), events = total;
  for (std::size_t p = 0; p < told_.chart().parts.size(); ++p) {
    const auto course = beyond(p);
    for (std::size_t m = 0; m < total.size(); ++m) {
      total[m] += course[m];
      if (p >= Chart::first_event) events[m] += course[m];
    }
    if (p >= Chart::first_event) continue;
    const Share share = runs.part(p, told_.last());
    const auto& name = told_.chart().parts[p];
    if (is_nothing(share))
      without.push_back(name);
    else
      rows.emplace_back(std::abs(course.back()), row(name, share, course, false));
  }
  if (const Share share = runs.events(told_.last()); !is_nothing(share))
    rows.emplace_back(std::abs(events.back()), row("events", share, events, false));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text =
      style_.bold(fmt::format("{:<{}}{:>8}  {:^17}{:>9}  {}", "Part of the change", name_columns,
                              "mean", "5 to 95 % of runs", "beyond", "beyond, over time")) +
      "\n";
  for (const auto& [size, line] : rows) text += line;
  text += standing(total);
  text += row("total: change of Z", runs.change(told_.last()), total, true);
  if (!without.empty())
    text += style_.dim(
                wrapped(fmt::format("Without a part: {}.", fmt::join(without, ", ")), page_width)) +
            "\n";
  return text + start();
}

/// What the drifts at the start would have made of it where they do not cancel: with this the
/// column sums to the change. Adds that to the total.
std::string ExplainPage::standing(std::vector<double>& total) const {
  std::vector<double> course;
  for (std::size_t m = 0; m < total.size(); ++m) {
    const double years = told_.ensemble.calendar().years_at(told_.attribution.ticks()[m]);
    course.push_back(told_.drift_at_start.sum() * years);
    total[m] += course.back();
  }
  if (std::abs(course.back()) < least_shown) return "";
  return fmt::format("{:<{}}{:>36}  {}\n", "gone on as at start", name_columns,
                     signed_number(course.back()), style_.accent(sparkline(course, coarse)));
}

/// How the numbers of the table are to be read.
std::string ExplainPage::start() const {
  const double drift = told_.drift_at_start.sum();
  std::string text =
      "In affinity Z, of which alignment is the hyperbolic tangent. \"Beyond\" is a part less what "
      "it would be had its mechanism gone on as at the start, ";
  if (told_.ensemble.model().start.link == Link::identity)
    text =
        "In alignment itself. \"Beyond\" is a part less what it would be had its mechanism gone on "
        "as at the start, ";
  text += std::abs(drift) < least_shown
              ? "when all of them cancelled."
              : fmt::format("when they summed to {} a year: the row above the total.",
                            signed_number(drift));
  return style_.dim(wrapped(text, page_width)) + "\n";
}

std::string ExplainPage::equations() const {
  std::string text;
  for (std::size_t p = 0; p < Chart::first_event; ++p) {
    const auto& name = told_.chart().parts[p];
    if (!is_nothing(told_.attribution.part(p, told_.last())))
      text += hanging("  " + name, equation_of(name), name_columns);
  }
  return text.empty() ? "" : style_.bold("Equations, dZ/dt = B·A + F") + "\n" + text;
}

std::string ExplainPage::events() const {
  std::string text;
  const auto& agenda = told_.ensemble.model().agenda.events();
  const auto names = names_of(told_.ensemble.model().agenda, told_.ensemble.roster());
  for (std::size_t e = 0; e < agenda.size(); ++e) {
    if (!moves(agenda[e], told_.chart().dyads.front())) continue;
    const Share jump = told_.attribution.part(told_.chart().part(names[e]), told_.last());
    text += fmt::format("  {}  {:>7}  {}\n", to_text(agenda[e].date), signed_number(jump.mean),
                        cut(names[e], page_width - 21));
  }
  return text.empty() ? "" : style_.bold("Events that moved it by themselves") + "\n" + text;
}

}  // namespace entente
