#include "analysis/calibrate/check_calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/calibrate/fitted_form.h"
#include "analysis/compare/comparison.h"
#include "analysis/study/course.h"
#include "sim/scenario/apply_edit.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

/// What the parts of the check of a calibration share.
struct CalibrationCheck {
  const CalibrationPlan& calibration;
  const Scenario* scenario;  ///< null where there is none
  Report& report;
};

/// Which of its numbers a prior has and should have. True if all is well.
bool check_numbers(const PriorEntry& prior, Report& report) {
  const std::size_t before = report.errors();
  const bool flat = prior.type == PriorType::uniform || prior.type == PriorType::log_uniform;
  const auto type = names_of(prior.type)[static_cast<std::size_t>(prior.type)];
  const auto see = [&](std::string_view name, bool given, bool needed, bool allowed) {
    if (needed && !given && !is_unread(prior, name))
      report.error(prior.origin.entry, fmt::format("prior: {} needs {}", type, name));
    if (!allowed && given)
      report.error(mark_of(prior, name), fmt::format("{}: a {} prior has none", name, type));
  };
  see("low", prior.low.has_value(), flat, true);
  see("high", prior.high.has_value(), flat, true);
  see("mean", prior.mean.has_value(), !flat, !flat);
  see("sd", prior.sd.has_value(), !flat, !flat);
  return report.errors() == before && prior.origin.unread == 0;
}

/// True if the prior is one.
bool check_prior(const PriorEntry& prior, Report& report) {
  if (!prior.origin.fields[0].known() || !check_numbers(prior, report)) return false;
  const std::size_t before = report.errors();
  if (prior.low && prior.high && *prior.low >= *prior.high)
    report.error(mark_of(prior, "low"),
                 fmt::format("low: {} is not below high, {}", *prior.low, *prior.high));
  if (prior.type == PriorType::log_uniform && *prior.low <= 0.0)
    report.error(mark_of(prior, "low"), "low: a log-uniform prior needs a number above 0");
  if (prior.type == PriorType::lognormal && prior.low.value_or(0.0) < 0.0)
    report.error(mark_of(prior, "low"), "low: a lognormal prior has no values below 0");
  if (prior.type == PriorType::lognormal && prior.high.value_or(1.0) <= 0.0)
    report.error(mark_of(prior, "high"), "high: a lognormal prior has no values below 0");
  if (report.errors() > before) return false;
  if (prior.prior().kept() < 1e-9)
    report.error(prior.origin.entry, "prior: next to nothing of it lies between low and high");
  return report.errors() == before;
}

/// Tries the middle of a prior at its path, and then how far it reaches.
void check_reach(const CalibrationCheck& check, const FittedParameter& parameter) {
  Scenario scratch = *check.scenario;
  const Prior prior = parameter.prior.prior();
  const FittedForm form = form_of(scratch, parameter.path, prior.value(prior.quantile(0.5)));
  const auto takes = [&](double number, const Mark& mark) {
    const std::size_t before = check.report.errors();
    const Scalar value = value_in(form, number, check.scenario->start);
    set_value(scratch, parameter.path, {value, mark, false}, check.report);
    return check.report.errors() == before;
  };
  constexpr double rare = 1e-6;
  if (!takes(prior.value(prior.quantile(0.5)), mark_of(parameter, "path"))) return;
  const Mark mark = mark_of(parameter, "prior");
  for (const double share : {rare, 1.0 - rare})
    if (!takes(prior.value(prior.quantile(share)), mark))
      return check.report.error(
          mark, "prior: reaches where the path takes no value; bound it by low and high");
}

void check_fitted(const CalibrationCheck& check) {
  const auto& parameters = check.calibration.parameters;
  if (parameters.empty())
    check.report.error(check.calibration.origin.entry,
                       "a calibration needs at least one [[parameter]]");
  std::set<std::string> seen;
  for (const auto& parameter : parameters) {
    if (!parameter.path.empty() && !seen.insert(parameter.path).second)
      check.report.error(mark_of(parameter, "path"),
                         fmt::format("{}: fitted twice", parameter.path));
    const bool sound = check_prior(parameter.prior, check.report);
    if (parameter.path == "scenario.seed")
      check.report.error(mark_of(parameter, "path"),
                         "scenario.seed: every attempt has random numbers of its own");
    else if (sound && check.scenario && !parameter.path.empty())
      check_reach(check, parameter);
  }
}

void check_variant(const CalibrationCheck& check) {
  if (!check.scenario) return;
  const auto known = variant_ids(*check.scenario);
  if (std::find(known.begin(), known.end(), check.calibration.variant) == known.end())
    check.report.error(mark_of(check.calibration, "variant"),
                       no_such("variant", check.calibration.variant, known));
}

void check_observations(const CalibrationCheck& check) {
  std::set<std::pair<Date, std::string>> seen;
  for (const Observed& row : check.calibration.observations) {
    if (check.report.full()) return;
    if (!seen.insert({row.date, row.path}).second)
      check.report.error(row.mark,
                         fmt::format("{} on {}: observed twice", row.path, to_text(row.date)));
    if (!check.scenario) continue;
    try {
      gauge_of_any(row.path, *roster_of(*check.scenario), check.scenario->dynamics);
      moment_at(row.date, calendar_of(*check.scenario));
    } catch (const InputError& found) {
      check.report.error(row.mark, found);
    }
  }
}

void check_effort(const CalibrationCheck& check) {
  constexpr double most = 4e9;
  const double all = check.calibration.most_replicates();
  if (all > most)
    check.report.error(
        check.calibration.origin.entry,
        fmt::format("calibration: particles / acceptance × generations × replicates is {:.2g}; at "
                    "most {:.2g} simulations have random numbers of their own",
                    all, most));
}

}  // namespace

void check_calibration(const CalibrationPlan& calibration, const Scenario* scenario,
                       Report& report) {
  const CalibrationCheck check{calibration, scenario, report};
  if (!calibration.origin.entry.known()) return;  // there is no [calibration]
  check_variant(check);
  check_effort(check);
  check_fitted(check);
  check_observations(check);
}

}  // namespace entente
