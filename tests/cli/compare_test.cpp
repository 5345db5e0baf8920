#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string small = in_repository("tests/ensemble/small_world.toml");
const std::string minsk = in_repository("scenarios/minsk-beijing-2023.toml");

TEST(Compare, ItsPageSaysWhatDiffersAndFitsTheTerminal) {
  const Ending ending = entente({"compare", minsk, "base", "second-front", "eu-recognition",
                                 "--runs", "60", "--share", "sanctions.EU.BLR >= severe"},
                                "", {"NO_COLOR=1"});
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, StartsWith("Belarus between Moscow, Beijing and Brussels\n"));
  for (const char* part :
       {"60 pairs of runs", "second-front  What follows if Belarus sends its own forces?",
        "sanctions.EU.BLR >= severe", "alignment.EU.BLR", "95 % interval", "×", "BLR → RUS",
        "* the 95 % interval"})
    EXPECT_THAT(ending.out, HasSubstr(part));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
}

TEST(Compare, OfAVariantThatChangesNothingSaysSo) {
  const Ending ending = entente({"compare", small, "base", "same", "--runs", "10"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, HasSubstr("2020-10-07: no difference in any run\n"));
}

TEST(Compare, GivesTheSameJsonWhateverTheThreads) {
  std::vector<std::string> all;
  for (const char* threads : {"1", "2", "5"}) {
    const Ending ending =
        entente({"compare", small, "base", "no-visit", "same", "--runs", "30", "--at", "2020-03-10",
                 "--at", "2020-10-07", "--watch", "alignment.east.north", "--share",
                 "support.north.west > none", "--json", "--threads", threads});
    EXPECT_EQ(ending.status, 0) << ending.err;
    all.push_back(ending.out);
  }
  EXPECT_EQ(all[0], all[1]);
  EXPECT_EQ(all[0], all[2]);
  const auto json = nlohmann::json::parse(all[0]);
  EXPECT_EQ(json["pairs"], 30);
  EXPECT_EQ(json["reference"]["id"], "base");
  EXPECT_EQ(json["variants"][0]["moments"][0]["date"], "2020-03-11");
  EXPECT_EQ(json["variants"][0]["moments"][1]["outcomes"].size(), 6u + 1u + 10u + 1u);
  EXPECT_EQ(json["variants"][1]["same"], true);
}

TEST(Compare, WritesATidyTable) {
  const Folder folder;
  const Ending ending =
      entente({"compare", small, "base", "no-visit", "--runs", "10", "--csv", "a.csv", "--quiet"},
              folder.path());
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, IsEmpty());
  std::ifstream in(folder.path() + "/a.csv");
  std::string head, row;
  std::getline(in, head);
  std::getline(in, row);
  EXPECT_THAT(head, StartsWith("variant,date,outcome,mean_reference,"));
  EXPECT_THAT(row, StartsWith("no-visit,2020-10-07,alignment.north.south,-0."));
}

TEST(Compare, SaysWhatIsWrongWithTheCommandLine) {
  for (const auto& [arguments, complaint] :
       std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{}, "needs two variants or more"},
           {{"base"}, "there are base, same, no-visit"},
           {{"base", "no-visits"}, "did you mean no-visit?"},
           {{"base", "same", "base"}, "base: this variant is named twice"},
           {{"base", "same", "--at", "2021-01-01"}, "--at 2021-01-01: outside the run, which"},
           {{"base", "same", "--at", "1 May"}, "not a date such as 2023-03-01"},
           {{"base", "same", "--watch", "alignment.north.soth"}, "did you mean south?"},
           {{"base", "same", "--share", "welfare.west"}, "expected a test of a path"},
           {{"base", "same", "--share", "welfare.wst > 0"}, "did you mean west?"}}) {
    std::vector<std::string> words{"compare", small};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Ending ending = entente(words);
    EXPECT_EQ(ending.status, 2) << complaint;
    EXPECT_THAT(ending.err, HasSubstr(complaint));
    EXPECT_THAT(ending.out, IsEmpty());
  }
}

TEST(Compare, CountsPairsThatFailedAloud) {
  const Folder folder;
  const auto file = folder.file("escape.toml", R"(format = 1
[scenario]
id = "escape"
start = 2020-01-01
ticks = 300
step = "4 weeks"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "b"
mutual = true
alignment = 0.01
basis = "estimate"
[dynamics.alignment]
link = "identity"
self_ties = true
inertia = false
noise = 0.2
[output]
watch = ["alignment.a.b"]
[[variant]]
id = "cooler"
set = { "alignment.a.b" = -0.01 }
)");
  const Ending ending = entente({"compare", file, "base", "cooler", "--runs", "40"});
  EXPECT_EQ(ending.status, 3) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("runs failed"));
  EXPECT_THAT(ending.out, HasSubstr("left out, in which a run failed"));
}

}  // namespace
}  // namespace entente
