#include "analysis/explain/reasons.h"

#include <fmt/format.h>

namespace entente {
namespace {

/// Collects what is not 0.
class Considerations {
 public:
  explicit Considerations(std::vector<Consideration>& all) : all_(all) {}
  void add(std::string name, double utility) {
    if (utility != 0.0) all_.push_back({std::move(name), utility});
  }

 private:
  std::vector<Consideration>& all_;
};

/// Calls `f(name, effects)` with the effects of one covariate alone, for each that weighs.
template <class F>
void for_each_covariate(const CovariateEffects& covariates, F&& f) {
  CovariateEffects one;
  const auto visit = [&](std::string_view family, const auto& weights, auto& alone) {
    for (const auto& [name, weight] : weights) {
      if (weight == 0.0) continue;
      alone = {{name, weight}};
      f(fmt::format("{}.{}", family, name), one);
      alone.clear();
    }
  };
  visit("ego", covariates.ego, one.ego);
  visit("alter", covariates.alter, one.alter);
  visit("similarity", covariates.similarity, one.similarity);
  visit("dyadic", covariates.dyadic, one.dyadic);
}

/// Calls `f(actor, say)` on those who choose, each with its share of their capability.
template <class F>
void for_each_member(const Choice& choice, F&& f) {
  double capability = 0.0;
  for (const Index i : choice.actors) capability += choice.world.capability(i);
  for (const Index i : choice.actors)
    f(i, choice.actors.size() == 1 ? 1.0 : choice.world.capability(i) / capability);
}

/// q_ij of each effect of a layer alone, times the step's sign.
template <class Layer>
void add_effects(const Layer& layer, const Choice& choice, Ministep::Alternative step,
                 Considerations& considerations) {
  RowVector q;
  const auto add = [&](std::string name, const auto& effect) {
    double mean = 0.0;
    for_each_member(choice, [&](Index i, double say) {
      q.setZero(choice.world.actors());
      effect.add(choice.world, i, q);
      mean += say * q(step.target);
    });
    considerations.add(std::move(name), step.step * mean);
  };
  std::apply(
      [&](const auto&... effect) {
        ((effect.weight != 0.0 ? add(std::string(effect.name), effect) : void()), ...);
      },
      layer.effects);
  for_each_covariate(layer.covariates, add);
}

void add_rules(const Choice& choice, Ministep::Alternative step, Considerations& considerations) {
  const ChoiceRules& rules = choice.dynamics.rules(choice.layer);
  const Benchmark& benchmark = *choice.world.benchmark;
  const bool sanctions = choice.layer == ChoiceLayer::sanctions;
  const Matrix& revealed = sanctions ? benchmark.sanctions : benchmark.support;
  const int level = choice.world.levels(choice.layer)(choice.actors.front(), step.target);
  double mean_revealed = 0.0, deterrence = 0.0;
  for_each_member(choice, [&](Index i, double say) {
    mean_revealed += say * revealed(i, step.target);
    deterrence += say * choice.dynamics.deterrence(choice.layer)
                            .cost(choice.world, choice.layer, i, step.target, step.step);
  });
  considerations.add("revealed", step.step * mean_revealed);
  considerations.add("deterrence", -deterrence);
  considerations.add("saturation",
                     -step.step * rules.saturation * (2.0 * level + step.step) / rules.levels);
  considerations.add("change", -rules.change);
}

Index runner_up(const Choice& choice) {
  const RowVector& probability = choice.alternatives.probabilities();
  Index best = choice.picked == 0 ? 1 : 0;
  for (Index a = 0; a < probability.size(); ++a)
    if (a != choice.picked && probability(a) > probability(best)) best = a;
  return best;
}

}  // namespace

Reason reason_of(const Choice& choice) {
  const auto step = choice.alternatives.alternative(choice.picked);
  const Index actor = choice.actors.front();
  const int level = choice.world.levels(choice.layer)(actor, step.target);
  Reason reason;
  reason.decision = {choice.world.tick,
                     choice.layer,
                     actor,
                     step.target,
                     level,
                     level + step.step,
                     choice.alternatives.probabilities()(choice.picked),
                     choice.bloc >= 0 ? Occasion::vote : Occasion::choice,
                     choice.bloc};
  reason.utility = choice.alternatives.utilities()(choice.picked);
  Considerations considerations(reason.considerations);
  if (choice.layer == ChoiceLayer::sanctions)
    add_effects(choice.dynamics.sanctions, choice, step, considerations);
  else
    add_effects(choice.dynamics.support, choice, step, considerations);
  add_rules(choice, step, considerations);
  const Index other = runner_up(choice);
  reason.runner_up = choice.alternatives.alternative(other);
  reason.runner_up_utility = choice.alternatives.utilities()(other);
  reason.runner_up_probability = choice.alternatives.probabilities()(other);
  return reason;
}

}  // namespace entente
