#include "sim/scenario/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/error.h"
#include "sim/events/cameo.h"
#include "sim/scenario/check.h"
#include "sim/scenario/commitments.h"
#include "sim/scenario/covariates.h"

namespace entente {
namespace {

Index actor(const World& world, const std::string& id) { return *world.roster->actors.find(id); }

void fill_actors(const Scenario& scenario, World& world) {
  const double common = scenario.dynamics.dependence.diversification;
  for (Index i = 0; i < world.actors(); ++i) {
    const ActorEntry& entry = scenario.actors[static_cast<std::size_t>(i)];
    world.capability(i) = entry.capability;
    world.diversification(i) = entry.diversification.value_or(common);
  }
  world.share = (world.capability / world.capability.sum()).transpose();
}

void fill_dyad(const Scenario& scenario, const RelationEntry& entry, Index i, Index j,
               World& world) {
  world.set_alignment(i, j, entry.alignment);
  if (i == j) return;
  world.dependence(i, j) = std::max(entry.dependence, scenario.dynamics.dependence.floor);
  world.recognition(i, j) = entry.recognition;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support}) {
    const Amount& amount = layer == ChoiceLayer::sanctions ? entry.sanctions : entry.support;
    if (const int level = level_of(amount, layer, top_of(scenario, layer)); level > 0)
      world.set_level(layer, i, j, level);
  }
}

void fill_dyads(const Scenario& scenario, World& world) {
  world.dependence.setConstant(scenario.dynamics.dependence.floor);
  world.dependence.diagonal().setZero();
  for (const auto& entry : scenario.relations) {
    const Index i = actor(world, entry.from), j = actor(world, entry.to);
    fill_dyad(scenario, entry, i, j, world);
    if (entry.mutual && i != j) fill_dyad(scenario, entry, j, i, world);
  }
  for (const auto& pact : scenario.pacts) {
    const Index i = actor(world, pact.between[0]), j = actor(world, pact.between[1]);
    world.pact(i, j) = world.pact(j, i) = pact.strength;
  }
  for (Index i = 0; i < world.actors(); ++i) {
    world.refresh_alignment(i);
    world.home_at_start(i) = world.home_share(i);
  }
}

BlocRule rule_of(const BlocEntry& bloc, const World& world) {
  return {bloc.decision,
          bloc.decision == BlocDecision::leader ? actor(world, bloc.leader) : Index{-1}};
}

void fill_blocs(const Scenario& scenario, World& world) {
  std::vector<BlocRule> rules;
  for (const auto& bloc : scenario.blocs) rules.push_back(rule_of(bloc, world));
  world.bloc_rules = std::make_shared<const std::vector<BlocRule>>(std::move(rules));
  for (Index g = 0; g < world.membership.rows(); ++g) {
    const BlocEntry& bloc = scenario.blocs[static_cast<std::size_t>(g)];
    world.cohesion(g) = bloc.cohesion;
    for (const auto& member : bloc.members)
      world.membership(g, actor(world, member.name)) = member.value;
  }
}

void fill_conflicts(const Scenario& scenario, World& world) {
  for (Index k = 0; k < world.conflicts(); ++k) {
    const ConflictEntry& conflict = scenario.conflicts[static_cast<std::size_t>(k)];
    world.intensity(k) = conflict.intensity;
    for (const auto& side : conflict.attackers)
      world.declared_side(k, actor(world, side.name)) = side.value;
    for (const auto& side : conflict.defenders)
      world.declared_side(k, actor(world, side.name)) = -side.value;
  }
}

void fill_issues(const Scenario& scenario, World& world) {
  for (Index k = 0; k < world.issues(); ++k) {
    const IssueEntry& issue = scenario.issues[static_cast<std::size_t>(k)];
    world.salience.col(k).setOnes();
    for (const auto& stance : issue.positions)
      world.position(actor(world, stance.name), k) = stance.value;
    for (const auto& care : issue.salience) world.salience(actor(world, care.name), k) = care.value;
  }
  for (Index i = 0; i < world.actors(); ++i)
    if (const double all = world.salience.row(i).sum(); all > 0.0) world.salience.row(i) /= all;
  world.position_at_start = world.position;
}

World start_of(const Scenario& scenario) {
  World world(roster_of(scenario), top_of(scenario, ChoiceLayer::sanctions),
              top_of(scenario, ChoiceLayer::support));
  world.link = scenario.dynamics.alignment.link;
  world.self_ties = scenario.dynamics.alignment.self_ties;
  world.covariates = covariates_of(scenario, *world.roster);
  fill_blocs(scenario, world);
  fill_conflicts(scenario, world);
  fill_actors(scenario, world);
  fill_dyads(scenario, world);
  fill_issues(scenario, world);
  world.refresh_conflicts();
  world.refresh_ties();
  return world;
}

Interaction interaction_of(const EventEntry& entry, const World& world) {
  const double score = entry.goldstein ? *entry.goldstein : find_cameo(entry.cameo)->goldstein;
  return {actor(world, entry.from), actor(world, entry.to), score, entry.mutual};
}

Setting setting_of(const EventEntry& entry, const World& world) {
  const Quantity quantity = parse_quantity(entry.path, *world.roster);
  const bool sanctions = quantity.kind == Quantity::Kind::sanctions;
  if (!sanctions && quantity.kind != Quantity::Kind::support)
    return {quantity, entry.value->number};
  const auto layer = sanctions ? ChoiceLayer::sanctions : ChoiceLayer::support;
  return {quantity, static_cast<double>(level_of(*entry.value, layer, world.levels(layer).top()))};
}

/// The index of a shock's draws: that of its id, or, where it has none, its number among those
/// of its tick that have none.
std::uint32_t stream_of(const EventEntry& entry, const Scenario& scenario,
                        const Calendar& calendar) {
  if (!entry.id.empty()) return index_of(entry.id);
  std::uint32_t before = 0;
  for (const EventEntry* other = scenario.events.data(); other != &entry; ++other)
    before += other->type == EventType::shock && other->id.empty() &&
              calendar.tick_of(other->date) == calendar.tick_of(entry.date);
  return before;
}

Shock shock_of(const EventEntry& entry, const World& world, std::uint32_t stream) {
  Shock shock{{}, entry.distribution, entry.mean, *entry.spread, entry.mutual, stream};
  for (const auto& named : entry.actors) shock.actors.push_back(actor(world, named));
  for (Index i = 0; entry.actors.empty() && i < world.actors(); ++i) shock.actors.push_back(i);
  return shock;
}

Agenda agenda_of(const Scenario& scenario, const World& world, const Calendar& calendar) {
  std::vector<Event> events;
  for (const auto& entry : scenario.events) {
    Event event{entry.id, entry.date, {}};
    if (entry.type == EventType::interaction)
      event.what = interaction_of(entry, world);
    else if (entry.type == EventType::shock)
      event.what = shock_of(entry, world, stream_of(entry, scenario, calendar));
    else if (entry.path.starts_with("dynamics."))
      event.what =
          ParameterChange{*full_parameter_path(scenario.dynamics, entry.path), entry.value->number};
    else
      event.what = setting_of(entry, world);
    events.push_back(std::move(event));
  }
  return Agenda(std::move(events), calendar);
}

std::vector<OwnBaseline> own_baselines(const Scenario& scenario, const Roster& roster) {
  std::vector<OwnBaseline> own;
  for (const auto& entry : scenario.relations) {
    if (!entry.baseline) continue;
    const Index i = *roster.actors.find(entry.from), j = *roster.actors.find(entry.to);
    own.push_back({i, j, *entry.baseline});
    if (entry.mutual && i != j) own.push_back({j, i, *entry.baseline});
  }
  return own;
}

double credibility_of(const CommitmentEntry& entry, const Dynamics& dynamics) {
  return entry.resolve ? dynamics.commitments.credibility_of(*entry.resolve) : *entry.credibility;
}

void fill_commitments(const Scenario& scenario, const MetricGauges& metrics, Model& model) {
  World& world = model.start;
  world.pledges = std::make_shared<const std::vector<Pledge>>(
      pledges_of(scenario, *world.roster, model.calendar));
  for (std::size_t k = 0; k < world.commitments.size(); ++k)
    world.commitments[k].credibility = credibility_of(scenario.commitments[k], model.dynamics);
  model.conditions = conditions_of(scenario, *world.roster, model.calendar, metrics);
}

std::shared_ptr<Model> without_benchmark(const Scenario& scenario, const MetricGauges& metrics) {
  check(scenario);
  auto model = std::make_shared<Model>();
  model->start = start_of(scenario);
  model->dynamics = scenario.dynamics;
  model->calendar = calendar_of(scenario);
  model->agenda = agenda_of(scenario, model->start, model->calendar);
  fill_commitments(scenario, metrics, *model);
  return model;
}

std::shared_ptr<const Benchmark> finite(std::shared_ptr<const Benchmark> benchmark) {
  const bool fine = benchmark->affinity.allFinite() && benchmark->gravity.allFinite() &&
                    benchmark->sanctions.allFinite() && benchmark->support.allFinite();
  if (!fine)
    throw InputError(
        "the start cannot be benchmarked: with these alignments and parameters, values leave the "
        "representable range");
  return benchmark;
}

}  // namespace

std::shared_ptr<const Model> compile(const Scenario& base, const MetricGauges& metrics) {
  auto model = without_benchmark(base, metrics);
  model->start.benchmark = finite(
      benchmark_of(model->start, model->dynamics, own_baselines(base, *model->start.roster)));
  return model;
}

std::shared_ptr<const Model> compile(const Scenario& variant, const Model& base,
                                     const MetricGauges& metrics) {
  auto model = without_benchmark(variant, metrics);
  const auto own =
      finite(benchmark_of(base.start, base.dynamics, own_baselines(variant, *model->start.roster)));
  const bool same = own->affinity == base.start.benchmark->affinity;
  model->start.benchmark = same ? base.start.benchmark : own;
  return model;
}

}  // namespace entente
