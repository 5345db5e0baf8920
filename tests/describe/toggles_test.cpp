#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/describe/texts.h"

// Whatever is on or off, a description is well formed and speaks of nothing that is off.

namespace entente {
namespace {

using descriptions::described;
using descriptions::displays;
using descriptions::ragged_row;
using descriptions::small_world;
using descriptions::unbroken;

struct Parts {
  bool issues, conflicts, pacts, blocs, noise, sanctions, support, exchange, identity;
};

Scenario with(const Parts& parts) {
  Scenario scenario = small_world();
  scenario.variants.clear();
  if (!parts.issues) scenario.issues.clear();
  if (!parts.conflicts) scenario.conflicts.clear();
  if (!parts.pacts) scenario.pacts.clear();
  if (!parts.blocs) {
    scenario.blocs.clear();
    scenario.events.pop_back();  // Membership of it.
  }
  Dynamics& dynamics = scenario.dynamics;
  if (!parts.noise) dynamics.alignment.noise.scale = 0.0;
  if (!parts.sanctions) dynamics.choice.sanctions.rules.rate = 0.0;
  if (!parts.support) dynamics.choice.support.rules.rate = 0.0;
  if (!parts.exchange) dynamics.dependence.rate = 0.0;
  if (parts.identity) dynamics.alignment.link = Link::identity;
  return scenario;
}

void expect(bool on, const std::string& text, const std::vector<std::string>& words) {
  for (const auto& word : words) {
    const bool there = text.find(word) != std::string::npos;
    RC_ASSERT(there == on);
  }
}

RC_GTEST_PROP(Description, SpeaksOfNothingThatIsOff, ()) {
  const auto flip = [] { return *rc::gen::arbitrary<bool>(); };
  const Parts on{flip(), flip(), flip(), flip(), flip(), flip(), flip(), flip(), flip()};
  const std::string page = described(with(on));
  RC_ASSERT(ragged_row(page) == "");
  const std::string text = unbroken(page);
  expect(on.issues, text, {"salience", " Issues ", " Positions ", "dx_ik/dt", "ψ"});
  expect(on.conflicts, text, {" Conflicts ", "σ_ik", "attackers"});
  expect(on.pacts, text, {" Pacts ", "treaty", "P_ij"});
  expect(on.blocs, text, {" Blocs ", "cohesion", "η_g"});
  expect(on.noise, text, {"Wiener", "noise dW_ij", "Euler–Maruyama", "Box & Muller 1958"});
  expect(on.sanctions, text, {"Choice of sanctions", "Cranmer"});
  expect(on.support && on.conflicts, text, {"Choice of support", "belligerent"});
  expect(on.sanctions || (on.support && on.conflicts), text,
         {"Poisson", "θ_change", "Prediction**: none: actors"});
  expect(on.exchange, text, {"D*_ij", "Welfare", "home share is what is left", "Gravity"});
  expect(!on.identity, text, {"tanh"});
}

RC_GTEST_PROP(Description, DisplaysExactlyTheMechanismsThatAreOn, ()) {
  Scenario scenario = small_world();
  std::vector<bool> on;
  const auto entries = descriptions::mechanisms();
  for (const auto& entry : entries) {
    on.push_back(*rc::gen::arbitrary<bool>());
    set_parameter(scenario.dynamics,
                  "dynamics.alignment." + entry.name + "." + entry.parameters.front().path,
                  on.back() ? 0.3 : 0.0);
  }
  const std::string text = described(scenario);
  for (std::size_t m = 0; m < entries.size(); ++m)
    RC_ASSERT(displays(text, entries[m].name, entries[m].equation) == on[m]);
}

}  // namespace
}  // namespace entente
