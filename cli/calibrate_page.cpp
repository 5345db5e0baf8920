#include "cli/calibrate_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/calibrate/weighted.h"
#include "cli/values.h"

namespace entente {
namespace {

/// A number in a column of eight.
std::string figure(double value) { return fmt::format("{:>8}", fmt::format("{:.3g}", value)); }

double wide(const Spread& spread) { return spread.high - spread.low; }

Spread prior_spread(const Prior& prior) {
  return {prior.value(prior.quantile(0.05)), prior.value(prior.quantile(0.5)),
          prior.value(prior.quantile(0.95))};
}

std::string spread_row(std::string_view name, const Spread& spread,
                       const std::vector<double>& density) {
  return fmt::format("  {:<10} {} {} … {}   {}\n", name, figure(spread.median), figure(spread.low),
                     fmt::format("{:<8}", fmt::format("{:.3g}", spread.high)),
                     sparkline(density, 0.02));
}

}  // namespace

CalibratePage::CalibratePage(const CalibrationJob& job, const AbcSmc& smc, Style style)
    : job_(job),
      smc_(smc),
      posterior_(posterior_of(smc.state().finished.back(), job.priors())),
      style_(style) {}

std::string CalibratePage::text(const Refinement* refinement, const std::string& store) const {
  std::string text = head() + generations() + ending() + parameters(refinement) + correlations();
  text += fit();
  if (refinement) text += refined(*refinement);
  return text + fmt::format("\n{}", wrapped(fmt::format("The results are in {}: "
                                                        "docs/calibration.md shows how to read "
                                                        "them.\n",
                                                        store),
                                            page_width));
}

std::string CalibratePage::head() const {
  const CalibrationPlan& plan = job_.calibration();
  std::vector<std::string> paths;
  for (const Observed& row : plan.observations) paths.push_back(row.path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return fmt::format("{}\n", style_.bold(plan.title.empty() ? plan.id : plan.title)) +
         wrapped(fmt::format("{} fitted to {} of {} by approximate Bayesian computation; variant "
                             "{}, seed {}\n",
                             counted(plan.parameters.size(), "parameter"),
                             counted(plan.observations.size(), "observation"),
                             counted(paths.size(), "path"), plan.variant, plan.seed),
                 page_width);
}

std::string CalibratePage::generations() const {
  std::string text = fmt::format(
      "\n{}\n", style_.dim(fmt::format("{:<12}{:>10}{:>12}{:>12}{:>18}", "Generation", "tolerance",
                                       "attempts", "accepted", "effective size")));
  int number = 1;
  for (const Generation& generation : smc_.state().finished) {
    double square = 0.0;
    for (const double weight : generation.weights) square += weight * weight;
    text +=
        fmt::format("{:<12}{:>10}{:>12}{:>12}{:>18.0f}\n", number++,
                    std::isinf(generation.tolerance) ? std::string("any")
                                                     : fmt::format("{:.3g}", generation.tolerance),
                    grouped(static_cast<std::uint64_t>(generation.attempts)),
                    percentage(generation.acceptance()), 1.0 / square);
  }
  return text;
}

std::string CalibratePage::ending() const {
  const CalibrationPlan& plan = job_.calibration();
  std::string why;
  switch (smc_.ending()) {
    case SmcEnding::running:
      why = "Interrupted: this is what the last whole generation says.";
      break;
    case SmcEnding::generations:
      why = fmt::format(
          "Ended after {}, as asked for. If the intervals still narrow, ask for more generations: "
          "the same command then goes on.",
          counted(static_cast<std::uint64_t>(plan.generations), "generation"));
      break;
    case SmcEnding::acceptance:
      why = fmt::format(
          "Ended since a tolerance of {:.3g} would have accepted less than {} of the attempts.",
          smc_.tolerance(), percentage(plan.acceptance));
      break;
    case SmcEnding::target:
    case SmcEnding::stalled:
      why = "Ended since the particles come no nearer to the data.";
      break;
  }
  return wrapped(why + "\n", page_width);
}

std::string CalibratePage::parameters(const Refinement* refinement) const {
  std::string text = fmt::format(
      "\n{}\n", style_.dim(fmt::format("{:<13}{:>8} {:>19}   {}", "Parameter", "median",
                                       "90 % interval  ", "density, over the prior's range")));
  for (std::size_t k = 0; k < job_.priors().size(); ++k) text += parameter(k, refinement);
  return text;
}

std::string CalibratePage::parameter(std::size_t k, const Refinement* refinement) const {
  const Prior& prior = job_.priors()[k];
  const Marginal& marginal = posterior_.parameters[k];
  const Spread before = prior_spread(prior);
  std::string text =
      fmt::format("{}\n", style_.bold(cut(job_.calibration().parameters[k].path, page_width)));
  text += style_.dim(spread_row("prior", before, prior_density(prior)));
  text += spread_row("posterior", marginal.spread, marginal.density);
  if (refinement) {
    text += fmt::format("  {:<10} {}", "refined", figure(prior.value(refinement->end[k])));
    text += refinement->at_bound[k] ? "  at the bound of its prior\n" : "\n";
  }
  if (wide(marginal.spread) > 0.9 * wide(before)) text += "  the data say next to nothing of it\n";
  return text;
}

std::string CalibratePage::correlations() const {
  constexpr double worth_saying = 0.5;
  std::string text;
  const auto& parameters = job_.calibration().parameters;
  for (std::size_t a = 0; a < parameters.size(); ++a)
    for (std::size_t b = a + 1; b < parameters.size(); ++b) {
      const double r =
          posterior_.correlations(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b));
      if (std::abs(r) >= worth_saying)
        text += wrapped(
            fmt::format("{:+.2f} between {} and {}\n", r, parameters[a].path, parameters[b].path),
            page_width);
    }
  if (text.empty()) return text;
  return fmt::format("\n{}\n{}", style_.dim("Correlations, of 0.5 and more"), text);
}

std::string CalibratePage::fit() const {
  std::string text =
      fmt::format("\n{}\n", style_.dim(fmt::format("{:<35}{:>8}{:>10}  {}", "Fit", "miss",
                                                   "in 90 %", "observed; predicted")));
  std::vector<std::string> seen;
  for (const Observed& row : job_.calibration().observations) {
    if (std::find(seen.begin(), seen.end(), row.path) != seen.end()) continue;
    seen.push_back(row.path);
    text += series(row.path);
  }
  return text + wrapped(
                    "miss: root mean square of predicted median − observed, in units of the "
                    "observations' scales.\n",
                    page_width);
}

std::string CalibratePage::series(const std::string& path) const {
  struct Moment {
    Date date;
    double observed, predicted;
  };
  constexpr std::size_t most = 11;
  const auto& rows = job_.calibration().observations;
  std::vector<Moment> moments;
  std::size_t inside = 0;
  double square = 0.0;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k].path != path) continue;
    const Spread& predicted = posterior_.predicted[k];
    moments.push_back({rows[k].date, rows[k].value, predicted.median});
    inside += rows[k].value >= predicted.low && rows[k].value <= predicted.high;
    square += std::pow((predicted.median - rows[k].value) / rows[k].scale, 2);
  }
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.date < b.date; });
  const auto count = static_cast<std::int64_t>(moments.size());
  const auto chosen = count > static_cast<std::int64_t>(most)
                          ? spaced(0, count - 1, static_cast<std::int64_t>(most))
                          : spaced(0, count - 1, std::max<std::int64_t>(count, 2));
  std::vector<double> both;  // in one line, so that both have the same scale
  for (const auto k : chosen) both.push_back(moments[static_cast<std::size_t>(k)].observed);
  both.push_back(std::nan(""));
  for (const auto k : chosen) both.push_back(moments[static_cast<std::size_t>(k)].predicted);
  return fmt::format("{:<35}{:>8.2g}{:>10}  {}\n", cut(path, 34),
                     std::sqrt(square / static_cast<double>(count)),
                     fmt::format("{}/{}", inside, count), count > 1 ? sparkline(both, 0.0) : "");
}

std::string CalibratePage::refined(const Refinement& refinement) const {
  const std::string words = fmt::format(
      "Refined: from the nearest particle, distance {:.4g}, to {:.4g} by {} of the mean of {} "
      "fixed replicates. A point without an interval: take the posterior for what the data leave "
      "open.\n",
      refinement.start_distance, refinement.end_distance,
      counted(static_cast<std::uint64_t>(refinement.evaluations), "evaluation"),
      replicates_of_refinement(job_.calibration()));
  return fmt::format("\n{}", wrapped(words, page_width));
}

}  // namespace entente
