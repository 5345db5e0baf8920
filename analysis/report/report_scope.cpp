#include "analysis/report/report_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/ensemble/summary.h"
#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {
namespace {

// Numbers that a page carries, in all variants together, and that a run may keep.
constexpr std::int64_t most_moments = 600, most_frames = 240, most_accounts = 40,
                       most_contrasts = 7;
constexpr std::uint64_t relation_numbers = 400'000, single_numbers = 130'000,
                        ledger_numbers = 2'000'000;
constexpr std::uint64_t most_singles = 30;
constexpr Index actors_with_all_dyads = 11, leading_actors = 8;

bool contains(const std::vector<Dyad>& dyads, const Dyad& dyad) {
  return std::find(dyads.begin(), dyads.end(), dyad) != dyads.end();
}

/// The actors that are explained toward each other: all or, of many, the most capable.
std::vector<Index> explained_actors(const World& start) {
  std::vector<Index> actors(static_cast<std::size_t>(start.actors()));
  std::iota(actors.begin(), actors.end(), Index{0});
  if (start.actors() <= actors_with_all_dyads) return actors;
  std::stable_sort(actors.begin(), actors.end(),
                   [&](Index a, Index b) { return start.capability(a) > start.capability(b); });
  actors.resize(leading_actors);
  return actors;
}

/// What the scenario explains and watches first, then those between the leading actors, as far as a
/// run's ledger stays within bounds.
std::vector<Dyad> dyads_of(const Ensemble& ensemble) {
  std::vector<Dyad> dyads;
  const auto add = [&](const Dyad& dyad) {
    if (dyad.from != dyad.to && !contains(dyads, dyad)) dyads.push_back(dyad);
  };
  for (const auto& path : ensemble.explained) add(dyad_of(path, ensemble.roster()));
  for (const auto& path : ensemble.paths)
    if (path.starts_with("alignment.")) add(dyad_of(path, ensemble.roster()));
  const std::size_t asked = dyads.size();
  const auto actors = explained_actors(ensemble.model().start);
  for (const Index i : actors)
    for (const Index j : actors) add({i, j});
  std::vector<std::shared_ptr<const Model>> models;
  for (const auto& variant : ensemble.variants) models.push_back(variant.model);
  const auto moments = static_cast<std::size_t>(ensemble.moments());
  const std::size_t room = ledger_numbers / (moments * chart_of(models, dyads).parts.size());
  dyads.resize(std::min(dyads.size(), std::max(asked, room)));
  return dyads;
}

}  // namespace

std::size_t ReportScope::moment_of(std::int64_t tick) const {
  const auto found = std::lower_bound(moments.begin(), moments.end(), tick);
  return static_cast<std::size_t>((found == moments.end() ? found - 1 : found) - moments.begin());
}

ReportScope scope_of(const Ensemble& ensemble) {
  const Index actors = ensemble.model().start.actors();
  if (actors > ReportScope::most_actors)
    throw InputError(fmt::format("a report shows at most {} actors, and this scenario has {}",
                                 ReportScope::most_actors, actors));
  const std::uint64_t variants = ensemble.variants.size();
  const std::int64_t last = ensemble.calendar().ticks;
  const auto spread = [&](std::int64_t most) { return spaced(0, last, most); };
  ReportScope scope;
  scope.moments = spread(most_moments);
  const auto per_frame = static_cast<std::uint64_t>(actors * actors) * variants;
  scope.frames = spread(static_cast<std::int64_t>(
      std::clamp<std::uint64_t>(relation_numbers / per_frame, 2, most_frames)));
  scope.accounts = spread(most_accounts);
  scope.contrasts = spread(most_contrasts);
  scope.runs = std::min(ensemble.runs, ReportScope::most_runs);
  const auto per_run =
      (ensemble.paths.size() + metric_names().size()) * scope.moments.size() * variants;
  scope.singles =
      std::min(scope.runs, std::clamp<std::uint64_t>(single_numbers / per_run, 3, most_singles));
  scope.dyads = dyads_of(ensemble);
  return scope;
}

Ensemble observed(Ensemble ensemble, const ReportScope& scope) {
  ensemble.runs = scope.runs;
  ensemble.recording = Recording::watch;
  ensemble.first_tick = 0;
  ensemble.burn_in = nullptr;
  ensemble.snapshot_ticks = scope.frames;
  const auto& actors = ensemble.roster().actors;
  std::vector<std::string> explained;
  for (const auto& [from, to] : scope.dyads)
    explained.push_back(fmt::format("alignment.{}.{}", actors[from], actors[to]));
  ensemble.explain(std::move(explained));
  return ensemble;
}

}  // namespace entente
