#include "sim/core/quantity.h"

#include <gtest/gtest.h>

#include <set>

#include "sim/core/error.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

using Kind = Quantity::Kind;

/// One path of every kind, what it names and a value that it may be set to.
struct Example {
  const char* path;
  Quantity quantity;
  double value;
};

const std::vector<Example>& examples() {
  static const std::vector<Example> all{
      {"alignment.A0.A3", {Kind::alignment, 0, 3}, -0.25},
      {"dependence.A1.A2", {Kind::dependence, 1, 2}, 0.35},
      {"sanctions.A4.A1", {Kind::sanctions, 4, 1}, 3},
      {"support.A3.A0", {Kind::support, 3, 0}, 4},
      {"recognition.A2.A0", {Kind::recognition, 2, 0}, 0.5},
      {"pact.A0.A4", {Kind::pact, 0, 4}, 0.8},
      {"membership.G1.A4", {Kind::membership, 1, 4}, 0.6},
      {"position.A2.K1", {Kind::position, 2, 1}, -1.0},
      {"conflict.C0.intensity", {Kind::intensity, 0, 0}, 0.1},
      {"bloc.G2.cohesion", {Kind::cohesion, 2, 0}, 1.7},
      {"actor.A3.diversification", {Kind::diversification, 3, 0}, 2.5},
      {"actor.A3.capability", {Kind::capability, 3, 0}, 1.0},
      {"commitment.P0.credibility", {Kind::credibility, 0, 0}, 0.4}};
  return all;
}

/// Five actors, three blocs, two issues, a conflict and a commitment.
std::shared_ptr<const Roster> shared_roster() {
  static const auto kept = [] {
    auto who = std::make_shared<Roster>(*scenes::roster(5, 3, 2, 1));
    who->commitments = Names({"P0"});
    return who;
  }();
  return kept;
}

const Roster& roster() { return *shared_roster(); }

World example_world() {
  World world = scenes::random_world(5, 111);
  scenes::pledge(world, {});
  return world;
}

TEST(Quantities, OfEveryKindHaveAnExampleHere) {
  std::set<Kind> kinds;
  for (const Example& example : examples()) kinds.insert(example.quantity.kind);
  EXPECT_EQ(kinds.size(), path_forms().size());
}

TEST(Quantities, AreReadFromTheirPathsAndBack) {
  for (const auto& [path, quantity, value] : examples()) {
    EXPECT_EQ(parse_quantity(path, roster()), quantity) << path;
    EXPECT_EQ(path_of(quantity, roster()), path);
  }
}

TEST(Quantities, KeepWhatIsWritten) {
  for (const auto& [path, quantity, value] : examples()) {
    if (!settable(quantity.kind)) continue;
    World world = example_world();
    ASSERT_NE(read(quantity, world), value) << path;
    write(quantity, value, world);
    EXPECT_EQ(read(quantity, world), value) << path;
  }
}

TEST(Quantities, LieWithinTheirBounds) {
  const World world = example_world();
  for (const auto& [path, quantity, value] : examples()) {
    EXPECT_TRUE(bounds_of(quantity, world).contains(read(quantity, world))) << path;
    EXPECT_TRUE(bounds_of(quantity, world).contains(value)) << path;
    EXPECT_FALSE(bounds_of(quantity, world).contains(-1.5)) << path;
  }
  EXPECT_EQ(bounds_of({Kind::sanctions, 0, 1}, world).high, 4.0);
}

TEST(Quantities, OfAlignmentAreUnboundedUnderTheIdentityLink) {
  World world = example_world();
  EXPECT_FALSE(bounds_of({Kind::alignment, 0, 1}, world).contains(1.0));
  world.link = Link::identity;
  EXPECT_TRUE(bounds_of({Kind::alignment, 0, 1}, world).contains(17.0));
}

TEST(Quantities, RoundLevelsToTheNearestNotch) {
  World world = example_world();
  write({Kind::sanctions, 0, 1}, 2.6, world);
  EXPECT_EQ(world.sanctions()(0, 1), 3);
  write({Kind::sanctions, 0, 1}, 2.4, world);
  EXPECT_EQ(world.sanctions()(0, 1), 2);
}

TEST(Quantities, OfPactsAreMutual) {
  World world = example_world();
  write({Kind::pact, 2, 4}, 0.55, world);
  EXPECT_EQ(read({Kind::pact, 4, 2}, world), 0.55);
}

TEST(Quantities, ThatAreConstantMayNotBeSet) {
  for (const auto& [path, quantity, value] : examples())
    EXPECT_EQ(settable(quantity.kind), quantity.kind != Kind::capability) << path;
}

std::string complaint(std::string_view path) {
  try {
    parse_quantity(path, roster());
  } catch (const InputError& error) {
    return error.diagnostics().front().message;
  }
  return "";
}

TEST(QuantityErrors, NameTheWrongPartAndTheNearestName) {
  for (const auto& [path, message] : std::vector<std::pair<const char*, const char*>>{
           {"alignment.A0.B3", "B3: no such actor; did you mean A3?"},
           {"alignment.Afghanistan.A1", "Afghanistan: no such actor"},
           {"position.A0.k1", "k1: no such issue; did you mean K1?"},
           {"membership.H1.A0", "H1: no such bloc; did you mean G1?"},
           {"conflict.C9.intensity", "C9: no such conflict; did you mean C0?"},
           {"alignmnet.A0.A1", "alignmnet.A0.A1: no such path; did you mean alignment?"},
           {"", ": no such path"},
           {"alignment.A0", "alignment.A0: not a path; expected alignment.ACTOR.ACTOR"},
           {"alignment.A0.A1.A2", "alignment.A0.A1.A2: not a path; expected alignment.ACTOR.ACTOR"},
           {"conflict.C0.heat",
            "conflict.C0.heat: not a path; expected conflict.CONFLICT.intensity"},
           {"actor.A0.wealth",
            "actor.A0.wealth: not a path; expected actor.ACTOR.diversification or "
            "actor.ACTOR.capability"},
           {"alignment.A1.A1", "alignment.A1.A1: an actor has no relation to itself"},
           {"pact.A1.A1", "pact.A1.A1: an actor has no relation to itself"}})
    EXPECT_EQ(complaint(path), message);
}

TEST(PathForms, SayWhatTheyMean) {
  for (const auto& form : path_forms()) {
    EXPECT_FALSE(form.meaning.empty()) << form.form;
    EXPECT_NE(form.form.find('.'), std::string_view::npos);
  }
}

}  // namespace
}  // namespace entente
