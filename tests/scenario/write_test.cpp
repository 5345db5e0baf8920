// What is written reads back as itself, and runs to the same bits.

#include "sim/scenario/write.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "sim/engine/simulation.h"
#include "sim/scenario/compile.h"
#include "sim/scenario/condition.h"
#include "sim/scenario/edit.h"
#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

namespace fs = std::filesystem;

bool same_bits(const Matrix& a, const Matrix& b) {
  if (a.size() != b.size()) return false;
  if (a.size() == 0) return true;
  return std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(double)) == 0;
}

bool same_start(const Model& a, const Model& b) {
  const World &one = a.start, &other = b.start;
  return same_bits(one.affinity, other.affinity) && same_bits(one.dependence, other.dependence) &&
         same_bits(one.recognition, other.recognition) && same_bits(one.pact, other.pact) &&
         same_bits(one.membership, other.membership) &&
         same_bits(one.benchmark->affinity, other.benchmark->affinity) &&
         same_bits(one.benchmark->gravity, other.benchmark->gravity) &&
         same_bits(one.benchmark->sanctions, other.benchmark->sanctions) &&
         same_bits(one.benchmark->support, other.benchmark->support);
}

Matrix end_of(std::shared_ptr<const Model> model, std::int64_t ticks) {
  Simulation run(std::move(model), Draws(3, 1));
  for (std::int64_t tick = 0; tick < ticks && !run.finished(); ++tick) run.tick();
  return run.world().affinity;
}

std::vector<fs::path> shipped() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(fs::path(ENTENTE_SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".toml") all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

TEST(ShippedScenarios, AreReadWithoutWarning) {
  ASSERT_GE(shipped().size(), 4U);
  for (const auto& path : shipped()) {
    const auto reading = read_scenario(path);
    EXPECT_TRUE(reading.warnings.empty()) << to_text(reading.warnings.front());
  }
}

TEST(ShippedScenarios, RunToTheSameBitsFromTheirResolvedText) {
  for (const auto& path : shipped()) {
    SCOPED_TRACE(path);
    const auto original = read_scenario(path).scenario;
    const auto resolved = parsed(to_toml(original));
    EXPECT_TRUE(resolved == original);
    const auto a = compile(original), b = compile(resolved);
    EXPECT_TRUE(same_start(*a, *b));
    EXPECT_TRUE(same_bits(end_of(a, 5), end_of(b, 5)));
  }
}

TEST(ShippedScenarios, HaveVariantsThatResolveToo) {
  for (const auto& path : shipped()) {
    const auto scenario = read_scenario(path).scenario;
    const auto base = compile(scenario);
    for (const auto& id : variant_ids(scenario)) {
      SCOPED_TRACE(path.string() + " " + id);
      auto variant = variant_of(scenario, id);
      // On its own it has no use for a promise that rests on an event of another variant.
      std::erase_if(variant.commitments, [&](const CommitmentEntry& commitment) {
        const auto event = parse_test(commitment.when, variant).event;
        return !event.empty() && std::none_of(variant.events.begin(), variant.events.end(),
                                              [&](const auto& has) { return has.id == event; });
      });
      const auto resolved = parsed(to_toml(variant));
      EXPECT_TRUE(resolved == variant);
      EXPECT_TRUE(same_start(*compile(resolved, *base), *compile(variant, *base)));
    }
  }
}

TEST(ToToml, FillsInEveryDefault) {
  const auto text = to_toml(parsed(three_actors));
  for (const char* line :
       {"format = 1\n", "step = \"7 days\"\n", "seed = 1\n", "[output]\n", "[dynamics.alignment]\n",
        "balance.rate = 1.2\n", "balance.weighting = \"capability\"\n", "link = \"tanh\"\n",
        "[dynamics.support]\n", "levels = 4\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line;
}

TEST(ToToml, WritesAnyTextAndNumber) {
  Scenario scenario = parsed(three_actors);
  scenario.title = "a \"quote\", a \\, a\nline, a\ttab, a \x01 and \x7f, и 北京";
  scenario.actors[0].capability = 0.1 + 0.2;
  scenario.actors[1].capability = std::numeric_limits<double>::min();
  scenario.actors[2].covariates = {{"x", -0.0, {}}, {"y", 1e300, {}}, {"z", 12345678.0, {}}};
  scenario.actors[0].states = {{"AUT", {}}, {"BEL", {}}};
  const auto again = parsed(to_toml(scenario));
  EXPECT_TRUE(again == scenario);
  EXPECT_EQ(again.actors[0].states.size(), 2U);
  EXPECT_TRUE(std::signbit(again.actors[2].covariates[0].value));
}

// Random scenarios.

double number(double low, double high) {
  return low + (high - low) * (*rc::gen::inRange(0, 1'000'003) / 1'000'003.0);
}

bool chance() { return *rc::gen::arbitrary<bool>(); }

std::string text() { return *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)); }

void add_relations(Scenario& scenario) {
  const auto& actors = scenario.actors;
  for (const auto& from : actors)
    for (const auto& to : actors) {
      if (from.id == to.id || chance()) continue;
      RelationEntry entry;
      entry.from = from.id;
      entry.to = to.id;
      entry.alignment = number(-0.99, 0.99);
      entry.dependence = number(0, 0.1);
      entry.recognition = number(0, 1);
      if (chance()) entry.sanctions.word = "sectoral";
      if (chance()) entry.support.number = 3;
      if (chance()) entry.baseline = number(-0.9, 0.9);
      if (chance()) entry.covariates = {{"distance", number(-3, 3), {}}};
      entry.note = text();
      scenario.relations.push_back(entry);
    }
}

void add_groups(Scenario& scenario) {
  const std::string a = scenario.actors[0].id, b = scenario.actors[1].id;
  if (chance()) scenario.pacts.push_back({{a, b}, number(0, 1), text(), "estimate", text(), {}});
  BlocEntry bloc;
  bloc.id = "G";
  bloc.cohesion = number(0, 2);
  bloc.members = {{b, number(0, 1), {}}, {a, 1.0, {}}};
  if (chance()) scenario.blocs.push_back(bloc);
  IssueEntry issue;
  issue.id = "K";
  issue.positions = {{a, number(-1, 1), {}}};
  issue.salience = {{b, number(0.1, 5), {}}};
  if (chance()) scenario.issues.push_back(issue);
  ConflictEntry conflict;
  conflict.id = "C";
  conflict.attackers = {{a, number(0, 1), {}}};
  conflict.defenders = {{b, number(0, 1), {}}};
  conflict.intensity = number(0, 1);
  if (chance()) scenario.conflicts.push_back(conflict);
}

EventEntry visit(const Scenario& scenario) {
  EventEntry event;
  event.id = "visit";
  event.date = scenario.start + std::chrono::days{*rc::gen::inRange(0, 70)};
  event.from = scenario.actors[0].id;
  event.to = scenario.actors[1].id;
  event.goldstein = number(-10, 10);
  event.mutual = chance();
  return event;
}

EventEntry unrest(const Scenario& scenario) {
  EventEntry event;
  event.date = scenario.start;
  event.type = EventType::shock;
  event.mean = number(-1, 1);
  event.spread = number(0, 2);
  event.mutual = chance();
  if (chance()) event.distribution = ShockDistribution::uniform;
  if (chance()) event.actors = {{"A1", {}}, {"A0", {}}};
  return event;
}

CommitmentEntry threat() {
  CommitmentEntry commitment;
  commitment.id = "threat";
  commitment.by = "A0";
  commitment.when = "support.A1.A0 > none";
  commitment.then = "sanctions.A0.A1 = severe";
  (chance() ? commitment.resolve : commitment.credibility) = number(0, 1);
  return commitment;
}

void add_plans(Scenario& scenario) {
  scenario.events.push_back(visit(scenario));
  EventEntry step;
  step.date = scenario.events.front().date;
  step.type = EventType::set;
  step.path = "support.A0.A1";
  step.value = Amount{0.0, "lethal"};
  step.note = text();
  if (chance()) scenario.events.push_back(step);
  if (chance()) scenario.events.push_back(unrest(scenario));
  if (chance()) scenario.commitments.push_back(threat());
  scenario.output.watch = {{"alignment.A0.A1", {}}, {"metric.polarization", {}}};
  VariantEntry variant;
  variant.id = "other";
  variant.set = {{"alignment.A0.A1", Scalar{number(-0.9, 0.9)}, {}},
                 {"dynamics.alignment.noise", Scalar{false}, {}}};
  if (chance()) {
    variant.set.push_back({"event.visit.date", Scalar{scenario.start}, {}});
  } else {
    variant.without = {{"event.visit", {}}};
    variant.event = {visit(scenario)};
  }
  scenario.variants.push_back(variant);
}

Scenario random_scenario() {
  Scenario scenario;
  scenario.id = "random";
  scenario.title = text();
  scenario.start = *parse_date("2022-09-01");
  scenario.ticks = 10;
  scenario.step = *rc::gen::inRange(7, 30);
  scenario.seed = *rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 62U);
  const int actors = *rc::gen::inRange(2, 6);
  for (int i = 0; i < actors; ++i) {
    ActorEntry actor;
    actor.id = "A" + std::to_string(i);
    actor.name = text();
    actor.capability = number(0.001, 3);
    if (chance()) actor.diversification = number(0, 4);
    scenario.actors.push_back(actor);
  }
  add_relations(scenario);
  add_groups(scenario);
  add_plans(scenario);
  for_each_parameter(scenario.dynamics, [](const std::string&, auto& value, const auto& parameter) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, double>)
      if (const double other = value * number(0.5, 1.5); parameter.bounds.contains(other))
        value = other;
  });
  return scenario;
}

RC_GTEST_PROP(ToToml, ReadsBackAsAnEqualScenarioOfTheSameBits, ()) {
  const Scenario scenario = random_scenario();
  const auto again = parsed(to_toml(scenario));
  RC_ASSERT(again == scenario);
  RC_ASSERT(to_toml(again) == to_toml(scenario));
  RC_ASSERT(same_start(*compile(again), *compile(scenario)));
}

RC_GTEST_PROP(Scenario, ThatSaysSomethingElseIsNotEqual, ()) {
  const Scenario scenario = random_scenario();
  Scenario other = scenario;
  const auto paths =
      std::vector<std::pair<std::string, std::string>>{{"alignment.A0.A1", "0.123456"},
                                                       {"actor.A1.capability", "77"},
                                                       {"dynamics.alignment.echo", "0.111"},
                                                       {"event.visit.goldstein", "1.2345"},
                                                       {"scenario.seed", "987654321987654321"}};
  const auto& [path, value] = paths[*rc::gen::inRange<std::size_t>(0, paths.size())];
  set_path(other, path, value);
  RC_ASSERT(!(other == scenario));
}

}  // namespace
}  // namespace entente::scenario_texts
