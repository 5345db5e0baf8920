#include "analysis/report/chronicle.h"

#include "sim/core/error.h"
#include "sim/engine/simulation.h"

namespace entente {
namespace {

class Chronicler final : public Witness {
 public:
  void begin(const World&) override {}
  void happen(const Event&, const World&) override {}
  void before_flow(const World&, const Dynamics&, double) override {}
  void after_flow(const World&) override {}

  void choose(const Choice& choice) override {
    if (choice.alternatives.alternative(choice.picked).step != 0)
      reasons.push_back(reason_of(choice));
  }

  /// Adds the levels that commitments called for in the tick that has just ended.
  void add_commitments(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
      if (decision.occasion != Occasion::commitment) continue;
      reasons.emplace_back();
      reasons.back().decision = decision;
    }
  }

  std::vector<Reason> reasons;
};

}  // namespace

std::vector<Reason> chronicle_of(const std::shared_ptr<const Model>& model, const Draws& draws) {
  Chronicler chronicler;
  Simulation run(model, draws);
  run.show(&chronicler);
  try {
    while (!run.finished()) {
      run.tick();
      chronicler.add_commitments(run.decisions());
    }
  } catch (const RunError&) {
    // Its record says why it failed; what was decided before stands.
  }
  return std::move(chronicler.reasons);
}

}  // namespace entente
