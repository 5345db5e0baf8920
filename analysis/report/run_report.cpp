#include "analysis/report/run_report.h"

#include <fmt/format.h>

#include <limits>

#include "analysis/report/page_template.h"
#include "analysis/report/scenario_json.h"
#include "analysis/report/variant_json.h"
#include "analysis/store/build.h"
#include "analysis/store/provenance.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// The commands that make the result and this page again from the scenario's own file.
Json commands(const Scenario& scenario, const Ensemble& ensemble, std::uint64_t runs) {
  std::string run =
      fmt::format("entente run {}.toml --runs {} --seed {}", scenario.id, runs, ensemble.seed);
  if (ensemble.first != 0) run += fmt::format(" --first {}", ensemble.first);
  run += " --variant";
  for (const auto& variant : ensemble.variants) run += " " + variant.id;
  return {{"run", fmt::format("{} -o {}.nc", run, scenario.id)},
          {"report", fmt::format("entente report {0}.nc -o {0}.html", scenario.id)}};
}

Json made(const Scenario& scenario, const Ensemble& ensemble, std::uint64_t runs,
          const Tally& tally) {
  Json failures = Json::array();
  for (const auto& failure : tally.failures)
    failures.push_back({{"variant", ensemble.variants[failure.variant].id},
                        {"replicate", failure.replicate},
                        {"message", failure.message}});
  return {{"version", version()},
          {"build", build()},
          {"seed", page::whole(ensemble.seed)},
          {"scenario", page::identity(scenario, provenance_of(scenario).scenario)},
          {"commands", commands(scenario, ensemble, runs)},
          {"first", ensemble.first},
          {"runs", tally.replicates},
          {"runs_in_result", runs},
          {"failed", tally.failed},
          {"failures", failures}};
}

Json levels(ChoiceLayer layer, int top) {
  Json names = Json::array();
  for (int level = 0; level <= top; ++level)
    names.push_back(top == 4 ? std::string(level_names(layer)[static_cast<std::size_t>(level)])
                             : std::to_string(level));
  return names;
}

Json dates(const Gathered& gathered) {
  Json all = Json::array();
  for (const std::int64_t tick : gathered.scope.moments)
    all.push_back(to_text(gathered.ensemble.calendar().date_at(tick)));
  return all;
}

}  // namespace

RunReport::RunReport(const Scenario& scenario, const Ensemble& ensemble)
    : scenario_(scenario),
      scope_(scope_of(ensemble)),
      ensemble_(observed(ensemble, scope_)),
      runs_of_result_(ensemble.runs) {
  if (ensemble_.variants.size() > 1) {
    CompareWhat what{scope_.contrasts, {}};
    Comparison::prepare(ensemble_, what);
    comparison_.emplace(ensemble_, std::move(what));
    scope_.frames = ensemble_.snapshot_ticks;  // what is compared is shown too
  }
  observer_.emplace(ensemble_, scope_);
}

std::vector<Sink*> RunReport::sinks() {
  std::vector<Sink*> sinks{&*observer_};
  if (comparison_) sinks.push_back(&*comparison_);
  return sinks;
}

std::vector<std::vector<Comparison::Contrast>> RunReport::contrasts() const {
  std::vector<std::vector<Comparison::Contrast>> all;
  for (std::size_t v = 1; v < ensemble_.variants.size(); ++v)
    all.push_back(comparison_->contrasts(v));
  return all;
}

std::string RunReport::page(const Tally& tally) const {
  for (std::size_t v = 0; v < ensemble_.variants.size(); ++v)
    if (observer_->variant(v).runs() == 0)
      throw RunError(
          fmt::format("variant {}: no run went to its end, so that there is nothing to report",
                      ensemble_.variants[v].id));
  const Gathered gathered{
      scenario_, ensemble_, scope_, *observer_, comparison_ ? &*comparison_ : nullptr, contrasts()};
  Payload payload;
  const World& start = ensemble_.model().start;
  Json variants = Json::array();
  for (std::size_t v = 0; v < ensemble_.variants.size(); ++v)
    variants.push_back(page::variant(gathered, v, payload));
  const Json report{{"kind", "run"},
                    {"made", made(scenario_, ensemble_, runs_of_result_, tally)},
                    {"dates", dates(gathered)},
                    {"link", names_of(start.link)[static_cast<std::size_t>(start.link)]},
                    {"actors", page::actors(scenario_)},
                    {"blocs", page::blocs(scenario_)},
                    {"pacts", page::pacts(scenario_)},
                    {"levels",
                     {{"sanctions", levels(ChoiceLayer::sanctions, start.sanctions().top())},
                      {"support", levels(ChoiceLayer::support, start.support().top())}}},
                    {"series", page::series(gathered)},
                    {"mechanisms", page::mechanisms()},
                    {"effects", page::effects()},
                    {"findings", page::findings(findings_of(gathered))},
                    {"variants", variants},
                    {"comparison", page::comparison(gathered)},
                    {"inputs", page::inputs(scenario_)},
                    {"sources", page::sources(scenario_)},
                    {"grounds", page::grounds(scenario_)}};
  return page_with(payload, report);
}

}  // namespace entente
