#include "analysis/report/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/describe/number_format.h"
#include "analysis/explain/ledger.h"
#include "analysis/report/labels.h"

namespace entente {
namespace {

/// From which share of a large change on a series is said to move.
constexpr double telling = 0.05;

/// The size of a large change of a path's values.
double scale_of(const std::string& path) {
  const std::string unit = Labels::unit(path);
  if (unit == "alignment") return 0.5;
  if (unit == "level") return 2.0;
  return unit == "number" ? 0.5 : 0.2;
}

/// A change, as a share of a large one.
double size_for_kind(const std::string& path, double change) {
  return std::abs(change) / scale_of(path);
}

/// "+0.25", "−0.25".
std::string affinity(double value) {
  return fmt::format("{}{:.2f}", value < 0.0 ? "−" : "+", std::abs(value));
}

/// A value as sentences have it.
std::string told(const std::string& path, double value) {
  if (Labels::unit(path) == "share") return fmt::format("{:.1f} %", 100.0 * value);
  std::string text = format_of(path)(value);
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

std::string size_of(const std::string& path, double difference) {
  if (Labels::unit(path) == "share")
    return fmt::format("{:.1f} points", 100.0 * std::abs(difference));
  std::string text = format_of(path)(std::abs(difference));
  if (text.starts_with('+')) text.erase(0, 1);
  return text;
}

std::string counted_runs(std::size_t runs) {
  return runs == 1 ? "the one run" : fmt::format("{} runs", runs);
}

/// "19 October 2023".
std::string day_in_words(Date date) {
  constexpr std::array months{"January",   "February", "March",    "April",
                              "May",       "June",     "July",     "August",
                              "September", "October",  "November", "December"};
  const std::chrono::year_month_day day(date);
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

/// Which watched series moves most for its kind; levels, of which the decisions tell, only where
/// nothing else is watched.
std::optional<std::size_t> telling_series(const Gathered& gathered) {
  const auto& paths = gathered.ensemble.paths;
  const Fans& fans = gathered.runs.variant(0).fans;
  const std::size_t last = gathered.scope.moments.size() - 1;
  std::optional<std::size_t> most;
  double most_weight = -1.0;
  for (std::size_t s = 0; s < paths.size(); ++s) {
    const double change = fans.quantile(s, last, 2) - fans.quantile(s, 0, 2);
    const double weight = Labels::unit(paths[s]) == "level" ? 0.0 : size_for_kind(paths[s], change);
    if (weight <= most_weight) continue;
    most_weight = weight;
    most = s;
  }
  return most;
}

std::optional<Finding> course(const Gathered& gathered) {
  const Fans& fans = gathered.runs.variant(0).fans;
  const auto series = telling_series(gathered);
  if (!series) return std::nullopt;
  const auto& path = gathered.ensemble.paths[*series];
  const std::size_t last = gathered.scope.moments.size() - 1;
  const auto value = [&](std::size_t moment, std::size_t which) {
    return told(path, fans.quantile(*series, moment, which));
  };
  const double change = fans.quantile(*series, last, 2) - fans.quantile(*series, 0, 2);
  const std::string name = Labels(gathered.scenario).path(path);
  const std::string range =
      fans.runs() > 1 ? fmt::format(" (90 % of runs: {} to {})", value(last, 0), value(last, 4))
                      : "";
  Finding finding;
  if (size_for_kind(path, change) < telling)
    finding.text =
        fmt::format("{} {} near where {} began, at {}{}.", name, Labels::verb(path, "ends", "end"),
                    Labels::verb(path, "it", "they"), value(last, 2), range);
  else
    finding.text = fmt::format(
        "{} {} from {} to {}{}.", name,
        change > 0 ? Labels::verb(path, "rises", "rise") : Labels::verb(path, "falls", "fall"),
        value(0, 2), value(last, 2), range);
  finding.detail = fmt::format("Median of {}; of what is watched it moves most for its kind.",
                               counted_runs(fans.runs()));
  finding.panel = "series";
  finding.series = series;
  return finding;
}

/// Who changes sanctions or support in most runs.
std::optional<Finding> decision(const Gathered& gathered) {
  const ObservedVariant& base = gathered.runs.variant(0);
  Finding finding;
  finding.panel = "decisions";
  const auto moves = base.moves.ranked();
  if (moves.empty()) {
    finding.text = "No actor changes its sanctions or its support in any run.";
    finding.detail = fmt::format("Of {}.", counted_runs(base.runs()));
    return finding;
  }
  const Move& move = moves.front();
  const Labels labels(gathered.scenario);
  const bool raised = move.runs_raised >= move.runs_lowered;
  const Date first = gathered.ensemble.calendar().date_at(move.median_first_raise());
  const Share share = share_of(std::max(move.runs_raised, move.runs_lowered), base.runs());
  finding.text =
      fmt::format("{} {} its {} {} in {} of runs (95 % interval: {} to {}){}.",
                  labels.actor(move.actor), raised ? "raises" : "lowers",
                  move.layer == ChoiceLayer::sanctions ? "sanctions on" : "support for",
                  labels.actor(move.target), percentage(share.mean), percentage(share.low),
                  percentage(share.high),
                  raised ? fmt::format(", in half of these by {}", day_in_words(first)) : "");
  finding.detail =
      fmt::format("{} of {}; the change of a level that most runs have in common.",
                  std::max(move.runs_raised, move.runs_lowered), counted_runs(base.runs()));
  finding.dyad = Dyad{move.actor, move.target};
  return finding;
}

/// What the variants change most among the watched series, for its kind and beyond chance.
std::optional<Finding> contrast(const Gathered& gathered) {
  if (gathered.comparison == nullptr || gathered.comparison->pairs() < 2) return std::nullopt;
  const auto& paths = gathered.ensemble.paths;
  PairedDifference most;
  double most_weight = 0.0;
  Finding finding;
  for (std::size_t v = 1; v < gathered.ensemble.variants.size(); ++v) {
    const auto& contrasts = gathered.contrasts[v - 1];
    for (std::size_t s = 0; s < paths.size(); ++s) {
      const PairedDifference& difference = contrasts.back().differences[s];
      const double weight = size_for_kind(paths[s], difference.difference);
      if (!difference.significant() || weight <= most_weight) continue;
      most_weight = weight;
      most = difference;
      finding.variant = v;
      finding.series = s;
    }
  }
  finding.panel = "variants";
  finding.detail = fmt::format(
      "Mean difference over {} pairs of runs with the same random numbers; bootstrap interval.",
      gathered.comparison->pairs());
  if (!finding.series) {
    finding.text = "No variant changes what is watched by more than chance would.";
    return finding;
  }
  const auto& path = paths[*finding.series];
  const auto& variant = gathered.ensemble.variants[*finding.variant];
  const auto size = [&](double value) { return size_of(path, value); };
  const double low = std::min(std::abs(most.low), std::abs(most.high));
  const double high = std::max(std::abs(most.low), std::abs(most.high));
  finding.text =
      fmt::format("In the variant {}, {} {} {} {} (95 % interval: {} to {}).", variant.id,
                  Labels(gathered.scenario).path(path), Labels::verb(path, "ends", "end"),
                  size(most.difference) + (Labels::unit(path) == "level" ? " levels" : ""),
                  most.difference > 0 ? "higher" : "lower", size(low), size(high));
  if (!variant.title.empty()) finding.detail.insert(0, fmt::format("“{}” ", variant.title));
  return finding;
}

/// "the event beijing-visit", "the mechanism membership", "noise".
std::string part_in_words(const Chart& chart, std::size_t part) {
  const std::string& name = chart.parts[part];
  if (part == Chart::noise) return "noise";
  if (part < Chart::noise) return "the mechanism " + name;
  return "the " + (name.starts_with("event.") ? "event " + name.substr(6) : name);
}

/// What moves the first explained dyad most, beyond what keeps the start at rest.
std::optional<Finding> cause(const Gathered& gathered) {
  const Accounts& accounts = gathered.runs.variant(0).accounts;
  const Chart& chart = gathered.ensemble.chart;
  if (chart.dyads.empty()) return std::nullopt;
  const Matrix drift = drift_at_start(gathered.ensemble.variants.front().model, chart);
  const double years = gathered.ensemble.calendar().years_at(gathered.scope.moments.back());
  const auto beyond = [&](std::size_t p) {
    return accounts.end(0, p).mean - drift(0, static_cast<Index>(p)) * years;
  };
  const double change =
      accounts.affinity()[gathered.scope.accounts.size() - 1] - accounts.affinity()[0];
  std::size_t most = 0, against = 0;
  for (std::size_t p = 1; p < chart.parts.size(); ++p) {
    const double direction = change < 0 ? -1.0 : 1.0;
    if (direction * beyond(p) > direction * beyond(most)) most = p;
    if (direction * beyond(p) < direction * beyond(against)) against = p;
  }
  const Share end = accounts.end(0, most);
  const double at_rest = end.mean - beyond(most);
  const auto& [from, to] = chart.dyads.front();
  const auto& actors = gathered.ensemble.roster().actors;
  Finding finding;
  finding.text = fmt::format(
      "What {} {} most is {}: {} of affinity{}; {} takes {}.", change < 0 ? "lowers" : "raises",
      Labels(gathered.scenario).path(fmt::format("alignment.{}.{}", actors[from], actors[to])),
      part_in_words(chart, most), affinity(beyond(most)),
      accounts.runs() > 1 ? fmt::format(" (90 % of runs: {} to {})", affinity(end.low - at_rest),
                                        affinity(end.high - at_rest))
                          : "",
      part_in_words(chart, against), affinity(beyond(against)));
  finding.detail = fmt::format("Mean of {}, beyond what the start's own drift would have added.",
                               counted_runs(accounts.runs()));
  finding.panel = "why";
  finding.dyad = chart.dyads.front();
  return finding;
}

}  // namespace

Share share_of(std::uint64_t count, std::uint64_t all) {
  constexpr double z = 1.959963984540054;
  const double n = static_cast<double>(all), p = static_cast<double>(count) / n;
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  return {p, std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

std::vector<Finding> findings_of(const Gathered& gathered) {
  std::vector<Finding> findings;
  const bool several = gathered.ensemble.variants.size() > 1;
  for (const auto& finding :
       {course(gathered), decision(gathered), several ? contrast(gathered) : cause(gathered)})
    if (finding) findings.push_back(*finding);
  return findings;
}

}  // namespace entente
