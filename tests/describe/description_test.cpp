#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/describe/bibliography.h"
#include "analysis/describe/terms.h"
#include "sim/events/cameo.h"
#include "tests/describe/texts.h"

// What a description says of a scenario: everything that runs, and nothing else.

namespace entente {
namespace {

using descriptions::described;
using descriptions::displays;
using descriptions::effects;
using descriptions::mechanisms;
using descriptions::metrics;
using descriptions::ragged_row;
using descriptions::scenario_at;
using descriptions::small_world;
using descriptions::unbroken;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string minsk = "scenarios/minsk-beijing-2023.toml";

/// "dynamics.alignment.balance.rate" of "balance".
std::string rate_of(const Entry& mechanism) {
  return "dynamics.alignment." + mechanism.name + "." + mechanism.parameters.front().path;
}

/// The small world with every mechanism and effect at a weight of its own.
Scenario busy_world() {
  Scenario scenario = small_world();
  descriptions::threaten(scenario);
  scenario.commitments.push_back(scenario.commitments.front());
  scenario.commitments.back().id = "resolved";
  scenario.commitments.back().credibility.reset();
  scenario.commitments.back().resolve = -0.5;
  double weight = 0.251;
  for (const auto& mechanism : mechanisms())
    set_parameter(scenario.dynamics, rate_of(mechanism), weight += 0.01);
  for (const auto& effect : effects())
    set_parameter(scenario.dynamics, effect.parameters.front().path, weight += 0.01);
  return scenario;
}

TEST(Description, HasTheSevenElementsOfOdd) {
  const std::string text = described(small_world());
  std::size_t at = 0;
  for (const char* element :
       {"## 1. Purpose and patterns", "## 2. Entities, state variables, and scales",
        "## 3. Process overview and scheduling", "## 4. Design concepts", "## 5. Initialization",
        "## 6. Input data", "## 7. Submodels"}) {
    at = text.find(element, at);
    ASSERT_NE(at, std::string::npos) << element;
  }
  for (const char* concept_name :
       {"Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction",
        "Sensing", "Interaction", "Stochasticity", "Collectives", "Observation"})
    EXPECT_THAT(text, HasSubstr("\n- **" + std::string(concept_name) + "**: "));
}

TEST(Description, HasEveryEquationOfTheCatalogueThatIsOn) {
  const Scenario scenario = busy_world();
  const std::string text = described(scenario);
  for (const auto& entry : mechanisms()) {
    EXPECT_TRUE(displays(text, entry.name, entry.equation)) << entry.name;
    const auto rate = parameter_value(scenario.dynamics, rate_of(entry));
    EXPECT_THAT(text, HasSubstr(fmt::format("| `{}` | {} | **{}** |", entry.name,
                                            coefficient_of(entry), number_to_toml(*rate))));
  }
  for (const auto& entry : effects()) {
    EXPECT_TRUE(displays(text, entry.name, entry.equation)) << entry.name;
    const auto weight = parameter_value(scenario.dynamics, entry.parameters.front().path);
    EXPECT_THAT(text,
                HasSubstr(fmt::format("| `{}` | **{}** |", entry.name, number_to_toml(*weight))));
  }
  for (const auto& entry : metrics())
    EXPECT_TRUE(displays(text, entry.name, entry.equation)) << entry.name;
  EXPECT_TRUE(displays(text, "ego.democracy", "q_ij += θ x_i"));
}

TEST(Description, TellsOfThreatsAndVotesWhereThereAreAny) {
  Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), Not(HasSubstr("Commitments")));
  descriptions::threaten(scenario);
  const std::string threatened = described(scenario);
  for (const char* part : {"**Commitments.**", "`warning`", "0.625", "said in public",
                           "u(step of i) −= θ", "audience_cost", "are carried out"})
    EXPECT_THAT(threatened, HasSubstr(part));
  EXPECT_THAT(threatened, Not(HasSubstr("Blocs that vote")));
  scenario.blocs.front().decision = BlocDecision::unanimity;
  for (auto& relation : scenario.relations) relation.sanctions = {};
  scenario.commitments.clear();
  EXPECT_THAT(described(scenario), HasSubstr("Blocs that vote"));
  EXPECT_THAT(described(scenario), HasSubstr("| all members |"));
}

TEST(Description, OnlyNamesAMechanismThatIsOff) {
  for (const auto& entry : mechanisms()) {
    Scenario scenario = busy_world();
    set_parameter(scenario.dynamics, rate_of(entry), 0.0);
    const std::string text = described(scenario);
    EXPECT_FALSE(displays(text, entry.name, entry.equation)) << entry.name;
    EXPECT_THAT(text, HasSubstr("Off: `" + entry.name + "`."));
  }
}

TEST(Description, OnlyNamesAnEffectThatIsOff) {
  for (const auto& entry : effects()) {
    Scenario scenario = busy_world();
    set_parameter(scenario.dynamics, entry.parameters.front().path, 0.0);
    const std::string text = described(scenario);
    EXPECT_THAT(text, HasSubstr("Off: `" + entry.name + "`."));
    EXPECT_THAT(text, Not(HasSubstr("| `" + entry.name + "` | **0**")));
  }
}

TEST(Description, ChangesWithEveryParameter) {
  Scenario scenario = busy_world();
  scenario.dynamics.commitments.audience_cost = 0.5;
  set_path(scenario, "sanctions.north.east", "1");  // a number of notches, whatever the top level
  const std::string text = described(scenario);
  for_each_parameter(scenario.dynamics, [&](const std::string& path, auto& value, const auto& row) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, int>) {
      const Value before = value;
      for (const double other : {0.0, 0.07, 3.0})
        if (row.bounds.contains(other) && other != static_cast<double>(before) &&
            (std::is_same_v<Value, double> || other == 3.0)) {
          value = static_cast<Value>(other);
          EXPECT_NE(described(scenario), text) << path << " = " << other;
        }
      value = before;
    }
  });
}

TEST(Description, SaysEverythingThatTheScenarioSays) {
  const Scenario scenario = scenario_at(minsk);
  const std::string text = described(scenario);
  const std::string sentences = unbroken(text);
  const auto says = [&](const std::string& words) {
    EXPECT_THAT(sentences, HasSubstr(plain(words)));
  };
  const auto says_name = [&](const std::string& name) {
    EXPECT_THAT(sentences, HasSubstr(code(name)));
  };
  says(scenario.title);
  says(scenario.question);
  for_each_section(scenario, [&](const auto& section) {
    if constexpr (requires { section.front().note; })
      for (const auto& entry : section) says(entry.note);
    if constexpr (requires { section.front().id; })
      for (const auto& entry : section) says_name(entry.id);
    if constexpr (requires { section.front().title; })
      for (const auto& entry : section) says(entry.title);
    if constexpr (requires { section.front().name; })
      for (const auto& entry : section) says(entry.name);
  });
  for (const auto& relation : scenario.relations)
    EXPECT_THAT(text, HasSubstr("| " + code(relation.from) + (relation.mutual ? " ↔ " : " → ") +
                                code(relation.to) + " | " + number(relation.alignment) + " |"));
  for (const auto& event : scenario.events) {
    EXPECT_THAT(text, HasSubstr("| " + to_text(event.date)));
    if (!event.cameo.empty()) says(std::string(find_cameo(event.cameo)->name));
  }
  for (const auto& path : scenario.output.watch) says_name(path.name);
}

TEST(Description, CountsWhatRestsOnWhichBasis) {
  Scenario scenario = small_world();
  SourceEntry& book = scenario.sources.emplace_back();
  book.id = "book";
  book.title = "A book";
  scenario.pacts.front().basis = "book";
  scenario.actors.front().basis.clear();
  const std::string text = described(scenario);
  EXPECT_THAT(text, HasSubstr("| `book` | A book | 1 | 1 |"));
  EXPECT_THAT(text, HasSubstr("| none given | no basis is named | 1 | 2 |"));
}

TEST(Description, OfTheIdentityLinkClaimsNoTanh) {
  Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), HasSubstr("A = tanh Z"));
  scenario.dynamics.alignment.link = Link::identity;
  const std::string text = described(scenario);
  EXPECT_THAT(text, Not(HasSubstr("tanh")));
  EXPECT_THAT(text, HasSubstr("A = Z"));
  scenario.dynamics.alignment.self_ties = true;
  EXPECT_TRUE(displays(described(scenario), "balance", "B += β A"));
}

TEST(Description, OfUniformWeightingHasItsEquation) {
  Scenario scenario = small_world();
  std::get<Balance>(scenario.dynamics.alignment.mechanisms).weighting = Weighting::uniform;
  EXPECT_TRUE(displays(described(scenario), "balance", "B += β A / (N − 2)"));
}

TEST(Description, WithoutIssuesOrConflictsHasNoneOfTheirParts) {
  const std::string text = unbroken(described(scenario_at("scenarios/three-actors.toml")));
  for (const char* part : {"Choice of", "belligerent", "salience", "Positions", "Conflicts",
                           "effective side", "Interactions", "Snijders 2001", "Poisson", "Wiener",
                           "Random numbers", "Euler–Maruyama", "treaty", "bloc"})
    EXPECT_THAT(text, Not(HasSubstr(part)));
  EXPECT_THAT(text, HasSubstr("**Stochasticity**: none"));
  EXPECT_THAT(text, HasSubstr("`agreement` (no issues)"));
  EXPECT_THAT(text, HasSubstr("None: nothing is scheduled."));
}

TEST(Description, SaysHowTheStartIsBenchmarked) {
  Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), HasSubstr("Z̄_ij = Z_ij(0) − (drift"));
  EXPECT_THAT(unbroken(described(scenario)), HasSubstr("a baseline b of its own"));
  scenario.dynamics.alignment.baseline = Baseline::initial;
  for (auto& relation : scenario.relations) relation.baseline.reset();
  EXPECT_THAT(described(scenario), HasSubstr("    Z̄_ij = Z_ij(0)\n"));
  EXPECT_THAT(unbroken(described(scenario)), Not(HasSubstr("baseline b of its own")));
}

TEST(Description, WithoutACalibrationHasNoRevealedPreference) {
  Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), HasSubstr("a_ij"));
  scenario.dynamics.choice.sanctions.rules.benchmark = Calibration::none;
  scenario.dynamics.choice.support.rules.benchmark = Calibration::none;
  EXPECT_THAT(described(scenario), Not(HasSubstr("a_ij")));
}

TEST(Description, ShowsHowEventsChangeParameters) {
  Scenario scenario = small_world();
  EventEntry& event = scenario.events.emplace_back();
  event.date = *parse_date("2020-06-01");
  event.type = EventType::set;
  event.path = "dynamics.alignment.balance";
  event.value = Amount{0.5, ""};
  const std::string text = described(scenario);
  EXPECT_THAT(text, HasSubstr("| 1.2; from 2020-06-01: **0.5** |"));
  std::get<Balance>(scenario.dynamics.alignment.mechanisms).rate = 0.0;
  EXPECT_THAT(described(scenario), HasSubstr("| **0**; from 2020-06-01: **0.5** |"));
}

TEST(Description, TellsOfShocksWhereThereAreAny) {
  Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), Not(HasSubstr("hock")));
  EventEntry& shock = scenario.events.emplace_back();
  shock.date = *parse_date("2020-06-01");
  shock.type = EventType::shock;
  shock.spread = 0.375;
  shock.mean = -0.125;
  shock.actors = {{"north", {}}, {"east", {}}};
  const std::string text = unbroken(described(scenario));
  for (const char* part : {"normal shock among `north` and `east`, mean −0.125, spread 0.375",
                           "Z_ij += mean + spread ξ_ij (i ≠ j)", "N(0, 1) in a normal one",
                           "1 random shock moves many at once", "and 1 shock",
                           "how far a shock moves a dyad (normal)"})
    EXPECT_THAT(text, HasSubstr(part));
  EXPECT_THAT(text, Not(HasSubstr("ξ_ij = ξ_ji")));
  scenario.events.back().mutual = true;
  scenario.events.back().distribution = ShockDistribution::uniform;
  EXPECT_THAT(unbroken(described(scenario)), HasSubstr("uniform in (−1, 1) in a uniform one; in a "
                                                       "mutual shock ξ_ij = ξ_ji"));
}

TEST(Description, SaysThatAShockMakesRunsRandom) {
  Scenario scenario = scenario_at("scenarios/three-actors.toml");
  EventEntry& shock = scenario.events.emplace_back();
  shock.date = scenario.start;
  shock.type = EventType::shock;
  shock.spread = 0.0;
  EXPECT_THAT(described(scenario), HasSubstr("**Stochasticity**: none"));
  scenario.events.back().spread = 0.5;
  EXPECT_THAT(described(scenario), Not(HasSubstr("**Stochasticity**: none")));
  EXPECT_THAT(described(scenario), HasSubstr("Random numbers"));
}

TEST(Description, DerivesCredibilityFromResolve) {
  Scenario scenario = small_world();
  descriptions::threaten(scenario);
  EXPECT_THAT(described(scenario), Not(HasSubstr("hand_tying")));
  scenario.commitments.front().credibility.reset();
  scenario.commitments.front().resolve = -1.0;
  const std::string text = unbroken(described(scenario));
  for (const char* part : {"0.5, of a resolve of −1", "hand_tying · audience_cost",
                           "Signorino, C. S. (1999)", "Fearon, J. D. (1997)"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(Description, OfAVariantHasItsChanges) {
  const Scenario scenario = small_world();
  EXPECT_THAT(described(scenario), HasSubstr("| `visit` |"));
  const std::string text = unbroken(described(scenario, "no-visit"));
  EXPECT_THAT(text, Not(HasSubstr("| `visit` |")));
  EXPECT_THAT(text, HasSubstr("variant `no-visit` of the scenario `small-world`"));
  EXPECT_THAT(text, HasSubstr("entente run file.toml --variant no-visit"));
  EXPECT_THAT(text, HasSubstr("| `no-visit` | What did the visit do? | without `event.visit` |"));
  EXPECT_THROW(described(scenario, "no-visits"), InputError);
}

TEST(Description, ListsEveryWorkThatItsTermsCite) {
  const std::string text = described(busy_world());
  const std::string references = unbroken(text.substr(text.find("## References")));
  for (const auto& entries : {mechanisms(), effects(), metrics()})
    for (const auto& entry : entries)
      for (const auto& work : works_in(entry.source)) {
        const auto known = reference_of(work);
        EXPECT_THAT(references, HasSubstr(plain(known.empty() ? work : known)));
      }
}

TEST(Description, CannotBeBrokenOutOf) {
  const std::string evil = "x | y <b>|\n\n# z `|` [l](u) | | \\";
  Scenario scenario = small_world();
  scenario.title = scenario.question = evil;
  for_each_section(scenario, [&](auto& section) {
    if constexpr (requires { section.front().note; })
      for (auto& entry : section) entry.note = evil;
    if constexpr (requires { section.front().name; })
      for (auto& entry : section) entry.name = evil;
    if constexpr (requires { section.front().title; })
      for (auto& entry : section) entry.title = evil;
  });
  scenario.sources.push_back({"s", evil, evil, evil, evil, evil, {}, {}});
  const std::string text = described(scenario);
  EXPECT_EQ(ragged_row(text), "");
  for (const auto& line : descriptions::lines_of(text))
    for (std::size_t c = 1; !line.starts_with("    ") && c < line.size(); ++c)
      EXPECT_TRUE(line[c] != '<' || line[c - 1] == '\\') << line;
  EXPECT_THAT(text, Not(HasSubstr("\n# z")));
}

TEST(Description, QuotesWhatTheCommandTakes) {
  const std::string text = odd_description(
      small_world(), {"my file.toml", {"alignment.north.south=-0.4"}, "base", "1", "b", "d"});
  EXPECT_THAT(text, HasSubstr("    entente run 'my file.toml' --set alignment.north.south=-0.4 "
                              "--runs N -o result.nc\n"));
}

}  // namespace
}  // namespace entente
