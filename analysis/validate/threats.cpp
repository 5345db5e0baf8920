#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

constexpr std::uint64_t runs = 20'000;

double logistic(double u) { return 1.0 / (1.0 + std::exp(-u)); }

/// In what share of the runs the challenger defies the threat, and in what share of those the
/// defender carries it out.
struct Shares {
  double defied = 0.0, honoured = 0.0;
};

Shares shares_of(const Scenario& scenario) {
  const auto model = model_of(scenario);
  std::int64_t defied = 0, honoured = 0;
  for (std::uint64_t r = 0; r < runs; ++r) {
    Simulation run(model, Draws(scenario.seed, r));
    bool met = false, kept = false;
    while (!run.finished() && !met) {
      run.tick();
      for (const CommitmentEnd& end : run.ended()) {
        met = true;
        kept = end.outcome == Outcome::honoured;
      }
    }
    defied += met;
    honoured += kept;
  }
  return {static_cast<double>(defied) / static_cast<double>(runs),
          defied > 0 ? static_cast<double>(honoured) / static_cast<double>(defied) : 0.0};
}

/// What the choice probabilities say, exactly: opportunities come as a Poisson process of rate λ,
/// and at each the challenger defies with probability Λ(stake − θ p D).
///
/// The test of a tick comes before its choices, so that a defiance of the last tick meets no
/// answer.
double exact_share(const Scenario& scenario, double credibility) {
  const auto& sanctions = scenario.dynamics.choice.sanctions;
  constexpr double stake = 0.5;
  const double cost = sanctions.deterrence.weight * credibility * scenario.relations[0].dependence;
  const double years = static_cast<double>(*scenario.ticks - 1) * scenario.step / 365.25;
  return 1.0 - std::exp(-sanctions.rules.rate * years * logistic(stake - cost));
}

/// Half the width of a 99.9 % interval of a share.
double margin(double share, double cases) {
  return 3.29 * std::sqrt(share * (1.0 - share) / cases) + 0.5 / cases;
}

/// Shares over a list of settings: each against the exact one, and whether they fall.
template <class Set>
void compare_settings(const Scenario& base, std::span<const double> values, const char* name,
                      Set set, Matches& found) {
  std::vector<double> defied;
  for (const double value : values) {
    Scenario scenario = base;
    const double credibility = set(scenario, value);
    const double exact = exact_share(scenario, credibility);
    const Shares shares = shares_of(scenario);
    defied.push_back(shares.defied);
    found.near(fmt::format("defied, {} {}", name, value), exact, shares.defied,
               margin(exact, static_cast<double>(runs)), 3);
    if (credibility > 0.0 && credibility < 1.0)
      found.near(fmt::format("of these answered, {} {}", name, value), credibility, shares.honoured,
                 margin(credibility, exact * static_cast<double>(runs)), 3);
  }
  found.add({fmt::format("defiance as {} rises", name), "falls",
             fmt::format("{:.3f} to {:.3f}", defied.front(), defied.back()), "at every step",
             std::is_sorted(defied.rbegin(), defied.rend())});
}

}  // namespace

void threats(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("fearon-1994/threat.toml");
  constexpr std::array shares{0.0, 0.25, 0.5, 0.75, 1.0};
  compare_settings(
      scenario, shares, "credibility",
      [](Scenario& changed, double value) {
        changed.commitments.front().resolve.reset();
        changed.commitments.front().credibility = value;
        return value;
      },
      found);
  compare_settings(
      scenario, shares, "audience cost",
      [](Scenario& changed, double value) {
        auto& commitments = changed.dynamics.commitments;
        commitments.audience_cost = value;
        return logistic(*changed.commitments.front().resolve + commitments.hand_tying * value);
      },
      found);
}

}  // namespace entente::cases
