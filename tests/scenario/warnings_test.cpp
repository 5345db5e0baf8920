// What is doubtful, but not wrong.

#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

/// Two actors without anything to warn of.
const std::string sound = R"(format = 1
[scenario]
id = "s"
start = 2022-09-01
ticks = 10
[[actor]]
id = "BLR"
capability = 0.1
basis = "estimate"
[[actor]]
id = "RUS"
capability = 1
basis = "estimate"
[[relation]]
from = "BLR"
to = "RUS"
basis = "estimate"
)";

TEST(Warnings, AreNoneWhereAllIsSound) { EXPECT_TRUE(reading_of(sound).warnings.empty()); }

TEST(Warnings, NameARateTooFastForTheStep) {
  const auto warnings = reading_of(sound + "[dynamics.alignment]\nbalance = 27\n").warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].severity, Severity::warning);
  EXPECT_EQ(warnings[0].place.line, 19U);
  EXPECT_EQ(warnings[0].place.column, 11U);
  EXPECT_NE(warnings[0].message.find("dynamics.alignment.balance.rate = 27 a year is fast for "
                                     "ticks of 7 days"),
            std::string::npos);
  EXPECT_TRUE(reading_of(sound + "[dynamics.alignment]\nbalance = 26\n").warnings.empty());
}

TEST(Warnings, CoverTheRatesOfExchangeAndPositionsButNotOfChoice) {
  const std::string fast = "rate = 30\n";
  EXPECT_EQ(reading_of(sound + "[dynamics.dependence]\n" + fast).warnings.size(), 1U);
  EXPECT_EQ(reading_of(sound + "[dynamics.positions]\ninertia = 30\n").warnings.size(), 1U);
  EXPECT_TRUE(reading_of(sound + "[dynamics.sanctions]\n" + fast).warnings.empty());
}

TEST(Warnings, PointAtTheStepWhereADefaultIsTooFast) {
  std::string slow = sound;
  slow.replace(slow.find("ticks = 10"), 10, "ticks = 10\nstep = \"26 weeks\"");
  const auto warnings = reading_of(slow).warnings;
  ASSERT_EQ(warnings.size(), 1U);  // balance, the only default above 1 a year
  EXPECT_EQ(warnings[0].place.line, 6U);
}

TEST(Warnings, NameNumbersWithoutBasis) {
  const auto warnings = reading_of(sound + "[[pact]]\nbetween = [\"BLR\", \"RUS\"]\n").warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].place.line, 18U);
  EXPECT_NE(warnings[0].message.find("pact: numbers without basis"), std::string::npos);
}

TEST(Warnings, CountTheRowsOfATableWithoutBasis) {
  const Folder folder;
  folder.write("relations.csv",
               "from,to,alignment,basis\nRUS,BLR,0.1,\nBLR,UKR,0,estimate\n"
               "UKR,RUS,-0.5,\n");
  const auto path =
      folder.write("s.toml", "relations = \"relations.csv\"\n" + sound +
                                 "[[actor]]\nid = \"UKR\"\ncapability = 1\nbasis = \"estimate\"\n");
  const auto warnings = read_scenario(path).warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].place.line, 2U);
  EXPECT_EQ(warnings[0].message, "relation: 2 rows without basis, of which this is the first");
}

TEST(Warnings, NameAnActorWithNoRelation) {
  const auto warnings =
      reading_of(sound + "[[actor]]\nid = \"UKR\"\ncapability = 1\nbasis = \"estimate\"\n")
          .warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].place.line, 19U);
  EXPECT_EQ(warnings[0].message, "UKR: an actor with no relation");
}

}  // namespace
}  // namespace entente::scenario_texts
