#include <gtest/gtest.h>

#include "tests/study/studies.h"

namespace entente::studies {
namespace {

/// A study with every kind of field: dates, whole numbers, names, thresholds and variants.
const std::string full_study = R"(format = 1
[study]
id = "s"
scenario = "small_world.toml"
variants = ["base", "no-visit"]
replicates = 3
seed = 7
design = { type = "latin-hypercube", points = 12 }
[[parameter]]
path = "dynamics.alignment.balance"
range = [0.5, 2.0]
scale = "log"
[[parameter]]
path = "event.visit.date"
range = [2020-02-01, 2020-03-01]
[[parameter]]
path = "sanctions.north.east"
values = ["none", "targeted", "sectoral"]
[[parameter]]
path = "scenario.ticks"
range = [20, 30]
[[outcome]]
name = "when"
of = "alignment.north.south"
statistic = "first_time"
above = 0.1
[[outcome]]
name = "then"
of = "welfare.west"
statistic = "at"
date = 2020-04-01
)";

std::string canonical(const std::string& text) { return canonical_text(study_in(text)); }

TEST(CanonicalText, DoesNotChangeWithWhatSaysNothingOfResults) {
  const std::string text = canonical(full_study);
  EXPECT_EQ(canonical("# a comment\n" + full_study), text);
  EXPECT_EQ(canonical(edited(full_study, "seed = 7", "seed = 7 # why\n\n")), text);
  EXPECT_EQ(canonical(edited(full_study, "seed = 7", "title = \"T\"\nseed = 7")), text);
  EXPECT_EQ(canonical(edited(full_study, "seed = 7", "seed = 7\nquestion = \"Q?\"")), text);
  EXPECT_EQ(canonical(edited(full_study, "scale =", "note = \"N\"\nscale =")), text);
  EXPECT_EQ(canonical(full_study + "note = \"N\"\n"), text);
}

TEST(CanonicalText, DoesNotChangeWithTheOrderOfKeysAndTables) {
  const std::string text = canonical(full_study);
  EXPECT_EQ(canonical(edited(full_study, "replicates = 3\nseed = 7", "seed = 7\nreplicates = 3")),
            text);
  const auto outcome = full_study.find("[[outcome]]"), parameter = full_study.find("[[parameter]]");
  EXPECT_EQ(canonical(full_study.substr(0, parameter) + full_study.substr(outcome) +
                      full_study.substr(parameter, outcome - parameter)),
            text);
}

TEST(CanonicalText, DoesNotChangeWithSpellingAndWrittenDefaults) {
  const std::string text = canonical(full_study);
  EXPECT_EQ(canonical(edited(full_study, "[0.5, 2.0]", "[5e-1,\n  2.00]")), text);
  EXPECT_EQ(canonical(edited(full_study, "\"no-visit\"", "'no-visit'")), text);
  const std::string plain = canonical(small_study);
  EXPECT_EQ(canonical(small("seed = 7", "variants = [\"base\"]\nseed = 7")), plain);
  EXPECT_EQ(canonical(small("[0.5, 2.0]", "[0.5, 2.0]\nscale = \"linear\"")), plain);
}

TEST(CanonicalText, ChangesWithEverythingThatChangesAResult) {
  const std::string text = canonical(full_study);
  const std::pair<const char*, const char*> changes[] = {
      {"replicates = 3", "replicates = 4"},
      {"seed = 7", "seed = 8"},
      {"points = 12", "points = 13"},
      {"latin-hypercube", "sobol"},
      {"\"base\", \"no-visit\"", "\"no-visit\", \"base\""},
      {"[0.5, 2.0]", "[0.5, 2.5]"},
      {"scale = \"log\"", "scale = \"linear\""},
      {"2020-02-01", "2020-02-02"},
      {"\"targeted\", ", ""},
      {"north.south", "north.west"},
      {"first_time", "ever"},
      {"above = 0.1", "above = 0.2"},
      {"2020-04-01", "2020-04-08"},
      {"name = \"when\"", "name = \"why\""},
      {"alignment.balance", "alignment.reciprocity"}};
  for (const auto& [part, by] : changes)
    EXPECT_NE(canonical(edited(full_study, part, by)), text) << part;
}

TEST(CanonicalText, SaysTheSamePlan) {
  for (const std::string& text : {full_study, small_study, model_study}) {
    const Study study = study_in(text);
    const Study again = study_of(canonical_text(study));
    EXPECT_EQ(canonical_text(again), canonical_text(study));
    EXPECT_EQ(all_values(Plan(again)), all_values(Plan(study)));
    EXPECT_EQ(Plan(again).numbering().runs(), Plan(study).numbering().runs());
    EXPECT_EQ(again.seed, study.seed);
    ASSERT_EQ(again.outcomes.size(), study.outcomes.size());
    for (std::size_t k = 0; k < study.outcomes.size(); ++k)
      EXPECT_TRUE(same_fields(again.outcomes[k], study.outcomes[k]));
  }
}

TEST(CanonicalText, HoldsThePointsOfAList) {
  const Folder folder;
  folder.write("points.csv",
               "point,sanctions.north.east,dynamics.alignment.balance\n0,none,0.1\n1,severe,2\n");
  auto text =
      small("{ type = \"grid\", levels = 3 }", "{ type = \"list\", table = \"points.csv\" }");
  text = edited(text, "range = [0.5, 2.0]", "[[parameter]]\npath = \"sanctions.north.east\"");
  const Study study = read_study(written(folder, text)).study;
  const std::vector<std::vector<Scalar>> points{{0.1, std::string("none")},
                                                {std::int64_t{2}, std::string("severe")}};
  EXPECT_EQ(all_values(Plan(study)), points);
  EXPECT_EQ(all_values(Plan(study_of(canonical_text(study)))), points);
}

TEST(CanonicalText, RefusesWhatIsNoStudy) {
  EXPECT_NE(message_of([] { study_of("format = 1\n"); }).find("the table [study] is missing"),
            std::string::npos);
  EXPECT_THROW(study_of("[["), InputError);
}

}  // namespace
}  // namespace entente::studies
