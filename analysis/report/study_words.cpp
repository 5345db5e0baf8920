#include "analysis/report/study_words.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "analysis/describe/number_format.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/report/labels.h"
#include "analysis/study/read_study.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

/// Adds to a study what its words say more.
void add_words(Study& study, const Study& words) {
  study.question = words.question;
  study.scenario = words.scenario;
  for (auto& parameter : study.parameters)
    for (const auto& said : words.parameters)
      if (said.path == parameter.path) parameter.note = said.note;
  for (auto& outcome : study.outcomes)
    for (const auto& said : words.outcomes)
      if (said.name == outcome.name) outcome.note = said.note;
}

/// What a statistic takes of a thing, as another thing.
std::string taken(const OutcomeEntry& outcome, const std::string& thing) {
  switch (outcome.statistic) {
    case Statistic::initial:
      return fmt::format("{} at the start", thing);
    case Statistic::final:
      return fmt::format("{} at the end", thing);
    case Statistic::change:
      return fmt::format("the change of {}", thing);
    case Statistic::mean:
      return fmt::format("the mean of {} over time", thing);
    case Statistic::min:
      return fmt::format("the least of {}", thing);
    case Statistic::max:
      return fmt::format("the greatest of {}", thing);
    case Statistic::ever:
    case Statistic::first_time:
      return thing;
    case Statistic::at:
      return fmt::format("{} on {}", thing, outcome.date ? to_text(*outcome.date) : "a day");
  }
  return thing;
}

}  // namespace

StudyWords::StudyWords(const StudyIdentity& identity, const std::string& name)
    : study_(study_of(identity.study)) {
  study_.title = identity.title;
  if (!identity.words.empty()) add_words(study_, study_of(identity.words));
  if (!study_.model.empty()) return;
  const auto metrics = metric_names();
  scenario_ = parse_scenario(identity.subject, name + ", its scenario", ".",
                             {metrics.begin(), metrics.end()})
                  .scenario;
}

std::string StudyWords::scenario_file() const {
  if (!scenario_) return "";
  if (study_.scenario.empty()) return scenario_->id + ".toml";
  return std::filesystem::path(study_.scenario).filename().string();
}

std::string StudyWords::path(std::size_t outcome) const {
  const std::string& path = study_.outcomes[outcome].of;
  return scenario_ ? Labels(*scenario_).path(path) : path;
}

/// That a path, or the mean or change of it, lies above its threshold; a level, that it is the
/// next.
std::string StudyWords::passed(std::size_t outcome) const {
  const OutcomeEntry& entry = study_.outcomes[outcome];
  const double above = entry.above.value_or(0.0);
  const bool itself = entry.statistic != Statistic::mean && entry.statistic != Statistic::change;
  const auto verb = [&](std::string_view one, std::string_view many) {
    return itself ? Labels::verb(entry.of, one, many) : std::string(one);
  };
  if (itself && in_notches(entry.of))
    return fmt::format("{} level {:.0f}", verb("reaches", "reach"), std::floor(above) + 1.0);
  return fmt::format("{} {}", verb("exceeds", "exceed"), above);
}

std::string StudyWords::outcome(std::size_t outcome) const {
  const OutcomeEntry& entry = study_.outcomes[outcome];
  if (yes_or_no(outcome)) return fmt::format("whether {}", event(outcome));
  if (entry.statistic == Statistic::first_time)
    return fmt::format("the time until {} first {}", path(outcome), passed(outcome));
  return taken(entry, path(outcome));
}

bool StudyWords::yes_or_no(std::size_t outcome) const {
  const OutcomeEntry& entry = study_.outcomes[outcome];
  return entry.statistic == Statistic::ever ||
         (entry.above.has_value() && entry.statistic != Statistic::first_time);
}

std::string StudyWords::event(std::size_t outcome) const {
  const OutcomeEntry& entry = study_.outcomes[outcome];
  const std::string_view when = entry.statistic == Statistic::ever ? " ever" : "";
  return fmt::format("{}{} {}", taken(entry, path(outcome)), when, passed(outcome));
}

std::string StudyWords::value(std::size_t outcome, double value) const {
  const OutcomeEntry& entry = study_.outcomes[outcome];
  if (entry.statistic == Statistic::first_time) return fmt::format("{:.1f} years", value);
  const bool usual = scenario_ && std::abs(value) < 1e6;
  std::string text = usual ? format_of(entry.of)(value) : fmt::format("{:.3g}", value);
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

}  // namespace entente
