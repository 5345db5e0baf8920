#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/cli/program.h"

// The program as a whole: what its commands print, and how they end.

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string three = in_repository("scenarios/three-actors.toml");

TEST(Program, ItsHelpHasAnExampleAndFitsThePage) {
  for (const auto& command : std::vector<std::vector<std::string>>{{},
                                                                   {"run"},
                                                                   {"compare"},
                                                                   {"calibrate"},
                                                                   {"verify"},
                                                                   {"explain"},
                                                                   {"check"},
                                                                   {"describe"},
                                                                   {"schema"},
                                                                   {"list"},
                                                                   {"list", "mechanisms"},
                                                                   {"list", "effects"},
                                                                   {"list", "metrics"},
                                                                   {"list", "events"},
                                                                   {"list", "parameters"}}) {
    auto arguments = command;
    arguments.emplace_back("--help");
    const Ending ending = entente(arguments);
    EXPECT_EQ(ending.status, 0);
    EXPECT_THAT(ending.out, HasSubstr("\nExample:\n  entente "));
    EXPECT_THAT(ending.out, HasSubstr("Usage: entente"));
    EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
    EXPECT_THAT(ending.err, IsEmpty());
  }
}

TEST(Program, ItsVersionNamesTheBuild) {
  const Ending ending = entente({"--version"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith("entente 0."));
  EXPECT_THAT(ending.out, HasSubstr("-ffp-contract=off"));
  EXPECT_LE(widest_line(ending.out), 80u);
}

TEST(Describe, PrintsADescriptionOrSaysWhatIsWrong) {
  const Ending ending = entente({"describe", three, "--set", "dynamics.alignment.inertia=0.7"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith("# The enemy of my enemy: model description\n"));
  EXPECT_THAT(ending.out, HasSubstr("| `inertia` | κ | **0.7** | 0.6 |"));
  EXPECT_THAT(ending.err, IsEmpty());
  const Ending unknown = entente({"describe", three, "--variant", "long-memry"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_THAT(unknown.err, HasSubstr("long-memry: no such variant; did you mean long-memory?"));
}

TEST(Program, AWrongCommandLineEndsWith2) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {},
           {"walk"},
           {"run"},
           {"run", three, "--bogus"},
           {"run", three, "--runs", "0"},
           {"run", three, "--runs", "many"},
           {"run", three, "--record", "all"},
           {"run", three, "--threads", "-1"},
           {"run", three, "--seed", "-4"},
           {"list"},
           {"list", "nothing"},
           {"run", three, "--variant", "base", "--all-variants"}}) {
    const Ending ending = entente(arguments);
    EXPECT_EQ(ending.status, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(ending.out, IsEmpty());
    EXPECT_THAT(ending.err, StartsWith("error: "));
    EXPECT_THAT(ending.err, HasSubstr("--help shows what there is"));
  }
}

TEST(Program, OutputThatCannotBeWrittenIsNotSilentlyLost) {
  const Folder folder;
  const auto command = std::string(ENTENTE_PROGRAM) + " list events > /dev/full 2> " +
                       folder.path() + "/err; echo $? > " + folder.path() + "/status";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream status(folder.path() + "/status");
  int code = -1;
  status >> code;
  EXPECT_EQ(code, 1);
}

TEST(Check, SaysWhatAScenarioHolds) {
  const Ending ending = entente({"check", three});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith(three + ": ok\n  3 actors, "));
  EXPECT_THAT(ending.out, HasSubstr("520 ticks of 1 week, 2000-01-01 to 2009-12-19"));
  EXPECT_THAT(ending.err, IsEmpty());
}

TEST(Check, AResolvedScenarioResolvesToItself) {
  const Folder folder;
  const Ending once = entente({"check", "--resolved", three});
  ASSERT_EQ(once.status, 0);
  EXPECT_THAT(once.out, HasSubstr("format = 1"));
  const Ending twice = entente({"check", "--resolved", folder.file("resolved.toml", once.out)});
  EXPECT_EQ(twice.status, 0);
  EXPECT_EQ(twice.out, once.out);
}

TEST(List, PrintsEveryListAsTextAndAsMarkdown) {
  for (const auto& [what, name] : std::vector<std::pair<std::string, std::string>>{
           {"mechanisms", "balance"},
           {"effects", "coalition"},
           {"metrics", "polarization"},
           {"events", "043"},
           {"parameters", "dynamics.alignment.balance.rate"}}) {
    const Ending text = entente({"list", what});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out, HasSubstr("\n" + name));
    EXPECT_LE(widest_line(text.out), 80u) << what;
    const Ending markdown = entente({"list", what, "--markdown"});
    EXPECT_EQ(markdown.status, 0);
    EXPECT_THAT(markdown.out, HasSubstr("\n| `" + name + "` | "));
    EXPECT_THAT(markdown.out, StartsWith("## "));
  }
}

TEST(Schema, PrintsAJsonSchema) {
  const Ending ending = entente({"schema"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith("{"));
  EXPECT_THAT(ending.out, HasSubstr("json-schema.org/draft/2020-12/schema"));
}

}  // namespace
}  // namespace entente
