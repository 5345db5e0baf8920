#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Ending validate(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "validate");
  return entente(arguments, "", {"NO_COLOR=1"});
}

TEST(Validate, PrintsPaperHereToleranceAndVerdict) {
  const Ending ending = validate({"friedkin-johnsen-1990"});
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("Social influence and opinions"));
  EXPECT_THAT(ending.out, HasSubstr("agrees\n"));
  EXPECT_THAT(
      ending.out,
      HasSubstr("✓ opinion of person one at the end     60             60             ± 0.5\n"));
  EXPECT_THAT(ending.out, HasSubstr("1 case with 5 comparisons: 1 agree, 0 differ, 0 skipped.\n"));
  EXPECT_LE(widest_line(ending.out), 80u);
}

TEST(Validate, ItsQuickCasesNeedNoFolder) {
  const Ending ending = validate({"--quick"});
  EXPECT_EQ(ending.status, 0) << ending.out << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("skipped: needs cameo_goldstein.csv in the folder of --data"));
  EXPECT_THAT(ending.out, Not(HasSubstr("marvel-2011")));
  EXPECT_LE(widest_line(ending.out), 80u);
}

TEST(Validate, ShowsWhatDiffersWithTheReason) {
  const Ending ending = validate({"axelrod-bennett-1993"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, HasSubstr("differs\n"));
  EXPECT_THAT(ending.out, HasSubstr("✗ five equal rival powers: minima"));
  EXPECT_THAT(ending.out, HasSubstr("the sizes are not published"));
  EXPECT_THAT(ending.out, HasSubstr("scenarios/published/axelrod-bennett-1993/README.md"));
}

TEST(Validate, ListsCasesWithoutPlayingThem) {
  const Ending ending = validate({"--list"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, HasSubstr("marvel-2011\n"));
  EXPECT_THAT(ending.out, HasSubstr("needs networks/rsiena_s50_edges.csv\n"));
  EXPECT_THAT(ending.out, Not(HasSubstr("agrees")));
  EXPECT_LE(widest_line(ending.out), 80u);
}

TEST(Validate, WritesJsonAndMarkdown) {
  const auto json = nlohmann::json::parse(validate({"degroot-1974", "--json"}).out);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["verdict"], "agrees");
  EXPECT_EQ(json[0]["comparisons"].size(), 4u);
  EXPECT_EQ(json[0]["comparisons"][0]["agrees"], true);
  const Ending page = validate({"degroot-1974", "--markdown"});
  EXPECT_THAT(page.out, HasSubstr("\n## degroot-1974\n"));
  EXPECT_THAT(page.out, HasSubstr("| weight of person one | 1/3 |"));
}

TEST(Validate, RefusesWhatItDoesNotKnow) {
  const Ending unknown = validate({"feron-1994"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_THAT(unknown.err, HasSubstr("feron-1994: no such case; did you mean fearon-1994?"));
  const Ending nowhere = validate({"--data", "/nowhere"});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("--data: /nowhere: no such folder"));
}

TEST(Validate, NamesThePlaceWhereDataAreWrong) {
  Folder folder;
  folder.file("cameo_goldstein.csv", "code,goldstein\n190,ten\n");
  const Ending ending = validate({"goldstein-1992", "--data", folder.path()});
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err,
              HasSubstr("cameo_goldstein.csv:2:5: error: goldstein: \"ten\" is no number"));
}

}  // namespace
}  // namespace entente
