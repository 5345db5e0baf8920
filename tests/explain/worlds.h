#pragma once

#include <numeric>

#include "analysis/explain/ledger.h"
#include "sim/engine/simulation.h"
#include "tests/scenes/scenes.h"

namespace entente::explain {

inline Event interaction(const std::string& id, int day, Index from, Index to, double goldstein,
                         bool mutual = false) {
  return {id, Date{std::chrono::days{day}}, Interaction{from, to, goldstein, mutual}};
}

inline Event setting(const std::string& id, int day, const Quantity& quantity, double value) {
  return {id, Date{std::chrono::days{day}}, Setting{quantity, value}};
}

inline Event shock(const std::string& id, int day, std::vector<Index> actors, double mean,
                   double spread, bool mutual = false) {
  return {id, Date{std::chrono::days{day}},
          Shock{std::move(actors), ShockDistribution::normal, mean, spread, mutual, 1}};
}

/// A run whose dyads are all explained, from its start to its end.
class Explained {
 public:
  explicit Explained(const std::shared_ptr<const Model>& model, std::uint64_t seed = 1,
                     std::uint64_t replicate = 0)
      : run(model, Draws(seed, replicate)), ledger(model, chart_of({model}, dyads_of(*model))) {
    run.show(&ledger);
    while (!run.finished()) run.tick();
  }

  /// What a part has added to the affinity of (i, j).
  double part(const std::string& name, Index i, Index j) const {
    return ledger.parts(number(i, j))[ledger.chart().part(name)];
  }
  /// What all parts have added to it.
  double sum(Index i, Index j) const {
    const auto parts = ledger.parts(number(i, j));
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  }
  double change(Index i, Index j) const {
    return run.world().affinity(i, j) - run.model().start.affinity(i, j);
  }
  /// The largest distance of any dyad's parts from its change.
  double gap() const {
    double gap = 0.0;
    for (const auto& [i, j] : ledger.chart().dyads)
      gap = std::max(gap, std::abs(sum(i, j) - change(i, j)));
    return gap;
  }

  Simulation run;
  Ledger ledger;

 private:
  static std::vector<Dyad> dyads_of(const Model& model) {
    std::vector<Dyad> dyads;
    for (Index i = 0; i < model.start.actors(); ++i)
      for (Index j = 0; j < model.start.actors(); ++j)
        if (i != j) dyads.push_back({i, j});
    return dyads;
  }
  std::size_t number(Index i, Index j) const {
    const auto& dyads = ledger.chart().dyads;
    return static_cast<std::size_t>(std::find(dyads.begin(), dyads.end(), Dyad{i, j}) -
                                    dyads.begin());
  }
};

}  // namespace entente::explain
