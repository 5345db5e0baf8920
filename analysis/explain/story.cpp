#include "analysis/explain/story.h"

#include <algorithm>
#include <span>
#include <utility>

#include "sim/core/error.h"
#include "sim/engine/simulation.h"

namespace entente {
namespace {

Reason reason_of_commitment(const Decision& decision) {
  Reason reason;
  reason.decision = decision;
  return reason;
}

/// A ledger that keeps the decisions behind its first dyad too.
class Teller final : public Ledger {
 public:
  Teller(const std::shared_ptr<const Model>& model, const Chart& chart, const Dynamics& dynamics,
         std::vector<Cause>& causes)
      : Ledger(model, chart), dynamics_(dynamics), causes_(causes) {}

  void choose(const Choice& choice) override {
    const auto step = choice.alternatives.alternative(choice.picked);
    if (step.step == 0) return;
    Reason reason = reason_of(choice);
    reason.decision.actor = spokesman(choice.actors);
    add(std::move(reason));
  }

  /// Adds the levels that commitments called for in the tick that has just ended.
  void add_commitments(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions)
      if (decision.occasion == Occasion::commitment) add(reason_of_commitment(decision));
  }

 private:
  /// Who of those that choose together is in the dyad, or else the first of them.
  Index spokesman(std::span<const Index> actors) const {
    for (const Index party : {chart().dyads.front().from, chart().dyads.front().to})
      if (std::find(actors.begin(), actors.end(), party) != actors.end()) return party;
    return actors.front();
  }

  void add(Reason reason) {
    const Decision& decision = reason.decision;
    auto through =
        channels(decision.layer, decision.actor, decision.target, chart().dyads.front(), dynamics_);
    if (!through.empty()) causes_.push_back({std::move(reason), std::move(through)});
  }

  const Dynamics& dynamics_;  ///< as events have made it
  std::vector<Cause>& causes_;
};

void note(const Ledger& ledger, Story& story) {
  story.affinity.push_back(ledger.affinity(0));
  const auto parts = ledger.parts(0);
  for (std::size_t p = 0; p < parts.size(); ++p) story.parts[p].push_back(parts[p]);
}

template <class Mechanism>
bool on(const Dynamics& dynamics) {
  return std::get<Mechanism>(dynamics.alignment.mechanisms).rate != 0.0;
}

}  // namespace

std::vector<std::string_view> channels(ChoiceLayer layer, Index actor, Index target,
                                       const Dyad& dyad, const Dynamics& dynamics) {
  std::vector<std::string_view> through;
  const auto [i, j] = dyad;
  const auto add = [&](bool enters, std::string_view name) {
    if (enters) through.push_back(name);
  };
  if (layer == ChoiceLayer::support) {
    add(on<ConflictSides>(dynamics) && (actor == i || actor == j), ConflictSides::name);
    return through;
  }
  add(on<Grievance>(dynamics) && actor == j && target == i, Grievance::name);
  const bool trade = dynamics.dependence.rate != 0.0 && (actor == i || target == i);
  add(on<Dependence>(dynamics) && trade, Dependence::name);
  add(on<Influence>(dynamics) && trade, Influence::name);
  return through;
}

Story story_of(const std::shared_ptr<const Model>& model, const Draws& draws, const Chart& chart) {
  Story story;
  story.parts.resize(chart.parts.size());
  Simulation run(model, draws);
  Teller teller(model, chart, run.dynamics(), story.causes);
  run.show(&teller);
  note(teller, story);
  try {
    while (!run.finished()) {
      run.tick();
      teller.add_commitments(run.decisions());
      note(teller, story);
    }
  } catch (const RunError& failure) {
    story.failure = failure.what();
  }
  return story;
}

}  // namespace entente
