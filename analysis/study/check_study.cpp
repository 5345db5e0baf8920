#include "analysis/study/check_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "analysis/compare/comparison.h"
#include "analysis/study/course.h"
#include "analysis/study/test_models.h"
#include "sim/scenario/apply_edit.h"
#include "sim/scenario/check.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

/// What the parts of the check of a study share.
struct StudyCheck {
  Study& study;
  const Scenario* scenario;  ///< null where there is none
  Report& report;
};

std::string lower_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::vector<std::string> names_of_test_models() {
  std::vector<std::string> names;
  for (const TestModel& model : test_models()) names.emplace_back(model.name);
  return names;
}

void check_subject(const StudyCheck& check) {
  const Study& study = check.study;
  if (study.scenario.empty() == study.model.empty())
    return check.report.error(study.origin.entry,
                              study.model.empty()
                                  ? "study: scenario is missing (expected the path of a file)"
                                  : "study: give a scenario or a model, not both");
  if (!study.model.empty() && !find_test_model(study.model))
    check.report.error(mark_of(study, "model"),
                       no_such("test model", study.model, names_of_test_models()));
}

void check_variants(const StudyCheck& check) {
  std::set<std::string> seen;
  const auto known =
      check.scenario ? variant_ids(*check.scenario) : std::vector<std::string>{"base"};
  for (const auto& variant : check.study.variants) {
    if (!seen.insert(variant.name).second)
      check.report.error(variant.mark, fmt::format("{}: named twice", variant.name));
    if ((check.scenario || !check.study.model.empty()) &&
        std::find(known.begin(), known.end(), variant.name) == known.end())
      check.report.error(variant.mark, no_such("variant", variant.name, known));
  }
}

bool is_whole(const Scalar& value) { return std::holds_alternative<std::int64_t>(value); }

double as_number(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* number = std::get_if<double>(&value);
  return number ? *number : 0.0;
}

/// Whether a range ends above its beginning, be its numbers whole or not.
bool rises(const std::vector<Scalar>& range) {
  if (range[0].index() == range[1].index()) return range[0] < range[1];
  return as_number(range[0]) < as_number(range[1]);
}

void check_range(const VariedParameter& parameter, Report& report) {
  const Mark mark = mark_of(parameter, "range");
  if (!rises(parameter.range))
    report.error(mark, fmt::format("range: {} is not below {}", shown(parameter.range[0]),
                                   shown(parameter.range[1])));
  if (parameter.scale != Scale::log) return;
  if (std::holds_alternative<Date>(parameter.range[0]) || as_number(parameter.range[0]) <= 0.0)
    report.error(mark, "range: a log scale needs numbers above 0");
}

void check_form(const StudyCheck& check, const VariedParameter& parameter) {
  const bool list = check.study.design.type == DesignType::list;
  const bool given = !parameter.range.empty() || !parameter.values.empty();
  if (list && given)
    return check.report.error(parameter.origin.entry,
                              fmt::format("parameter {}: the table of a list holds its values; "
                                          "leave range and values out",
                                          parameter.path));
  if (!list && parameter.range.empty() == parameter.values.empty() &&
      !is_unread(parameter, "range") && !is_unread(parameter, "values"))
    return check.report.error(
        parameter.origin.entry,
        fmt::format("parameter {}: give either range or values", parameter.path));
  if (!parameter.range.empty()) check_range(parameter, check.report);
}

/// Whether the scenario takes a value at a path; what is wrong goes to the report.
bool takes(Scenario& scratch, const std::string& path, const Scalar& value, const Mark& mark,
           Report& report) {
  const std::size_t before = report.errors();
  set_value(scratch, path, {value, mark, false}, report);
  return report.errors() == before;
}

/// Whether a range of whole numbers is meant as such: where the path takes nothing in between.
bool only_whole(Scenario& scratch, const VariedParameter& parameter) {
  const auto& range = parameter.range;
  Report unseen(nullptr);
  return range.size() == 2 && is_whole(range[0]) && is_whole(range[1]) &&
         !takes(scratch, parameter.path, as_number(range[0]) + 0.5, {}, unseen);
}

/// Tries all values that can be told beforehand, until one is wrong.
void check_values(const StudyCheck& check, VariedParameter& parameter, std::size_t column) {
  const std::string& path = parameter.path;
  if (path == "scenario.seed")
    return check.report.error(mark_of(parameter, "path"),
                              "scenario.seed: replicates vary the random numbers; say how many");
  Scenario scratch = *check.scenario;
  parameter.whole = only_whole(scratch, parameter);
  const auto all = [&](const std::vector<Scalar>& values, const Mark& mark) {
    return std::all_of(values.begin(), values.end(), [&](const Scalar& value) {
      return takes(scratch, path, value, mark, check.report);
    });
  };
  if (!all(parameter.range, mark_of(parameter, "range"))) return;
  if (!all(parameter.values, mark_of(parameter, "values"))) return;
  for (const auto& row : check.study.listed)
    if (!all({row[column]}, mark_of(check.study.design, "table"))) return;
}

/// A test model takes any number, and nothing else.
void check_model_values(const StudyCheck& check, const VariedParameter& parameter,
                        std::size_t column) {
  const kinds::Number number{any_real()};
  double unused = 0.0;
  const auto all = [&](const std::vector<Scalar>& values, const Mark& mark) {
    const std::size_t before = check.report.errors();
    for (const auto& value : values)
      if (check.report.errors() == before)
        take(number, value, {parameter.path, mark}, unused, check.report);
    return check.report.errors() == before;
  };
  all(parameter.range, mark_of(parameter, "range"));
  all(parameter.values, mark_of(parameter, "values"));
  for (const auto& row : check.study.listed)
    if (!all({row[column]}, mark_of(check.study.design, "table"))) return;
}

void check_model_parameter(const StudyCheck& check, const VariedParameter& parameter,
                           std::size_t column) {
  const auto* model = find_test_model(check.study.model);
  if (!model) return;
  std::vector<std::string> known{std::string(TestModel::noise)};
  for (const auto& one : model->parameters) known.emplace_back(one.name);
  if (std::find(known.begin(), known.end(), parameter.path) == known.end())
    check.report.error(mark_of(parameter, "path"), no_such("parameter", parameter.path, known));
  check_model_values(check, parameter, column);
}

void check_parameters(const StudyCheck& check) {
  Study& study = check.study;
  if (study.parameters.empty())
    check.report.error(study.origin.entry, "a study needs at least one [[parameter]]");
  std::set<std::string> seen;
  for (std::size_t p = 0; p < study.parameters.size(); ++p) {
    auto& parameter = study.parameters[p];
    if (!parameter.path.empty() && !seen.insert(lower_case(parameter.path)).second)
      check.report.error(mark_of(parameter, "path"),
                         fmt::format("{}: varied twice", parameter.path));
    check_form(check, parameter);
    if (check.scenario && !parameter.path.empty()) check_values(check, parameter, p);
    check_model_parameter(check, parameter, p);
  }
}

void check_statistic(const StudyCheck& check, const OutcomeEntry& outcome) {
  const bool at = outcome.statistic == Statistic::at;
  if (at != outcome.date.has_value() && !is_unread(outcome, "date"))
    check.report.error(mark_of(outcome, at ? "statistic" : "date"),
                       at ? "at: needs a date" : "date: only the statistic at takes one");
  if (!at || !outcome.date || !check.scenario) return;
  try {
    moment_at(*outcome.date, calendar_of(*check.scenario));
  } catch (const InputError& outside) {
    check.report.error(mark_of(outcome, "date"), outside);
  }
}

void check_path_of(const StudyCheck& check, const OutcomeEntry& outcome) {
  try {
    if (check.scenario)
      gauge_of_any(outcome.of, *roster_of(*check.scenario), check.scenario->dynamics);
    else if (!check.study.model.empty() && outcome.of != "y")
      throw InputError(fmt::format("{}: a test model has the one outcome y", outcome.of));
  } catch (const InputError& found) {
    check.report.error(mark_of(outcome, "of"), found);
  }
}

/// Outcomes are columns of a table, whose names do not tell small letters from capitals.
void check_column(const StudyCheck& check, const OutcomeEntry& outcome,
                  std::set<std::string>& taken) {
  const std::string name = lower_case(outcome.name);
  if (!name.empty() && !taken.insert(name).second)
    check.report.error(mark_of(outcome, "name"),
                       fmt::format("{}: another column of the results has this name; those have "
                                   "run, point, replicate, variant, status, message and the "
                                   "parameters besides outcomes",
                                   outcome.name));
}

void check_outcomes(const StudyCheck& check) {
  const auto& outcomes = check.study.outcomes;
  constexpr std::size_t most = 400;
  if (outcomes.empty() || outcomes.size() > most)
    check.report.error(check.study.origin.entry,
                       fmt::format("a study needs between 1 and {} [[outcome]]", most));
  std::set<std::string> taken{"run", "point", "replicate", "variant", "status", "message"};
  for (const auto& parameter : check.study.parameters) taken.insert(lower_case(parameter.path));
  for (const auto& outcome : outcomes) {
    check_column(check, outcome, taken);
    if (outcome.of.empty()) continue;
    check_statistic(check, outcome);
    check_path_of(check, outcome);
  }
}

}  // namespace

void check_study(Study& study, const Scenario* scenario, Report& report) {
  const StudyCheck check{study, scenario, report};
  if (!study.origin.entry.known()) return;  // there is no [study]
  check_subject(check);
  check_variants(check);
  check_parameters(check);
  check_outcomes(check);
  if (report.failed()) return;
  try {
    Plan{study};
  } catch (const InputError& found) {
    report.error(mark_of(study, "design"), found);
  }
}

}  // namespace entente
