#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/program.h"

// Input that is wrong: exit status 2, a message that says what to do, and nothing written.

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string shipped = in_repository("scenarios/minsk-beijing-2023.toml");

/// A world of one actor, with what is added.
std::string lonely(const std::string& more = "") {
  return "format = 1\n"
         "[scenario]\n"
         "id = \"lonely\"\n"
         "start = 2020-01-01\n"
         "ticks = 3\n"
         "[[actor]]\n"
         "id = \"BLR\"\n"
         "capability = 1.0\n" +
         more;
}

/// Runs a scenario that is wrong, asking for both outputs; expects that nothing is written.
std::string complaint_about(const std::string& scenario,
                            const std::vector<std::string>& more = {}) {
  const Folder folder;
  std::vector<std::string> arguments{"run", scenario, "-o", "a.nc", "--csv", "tables"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ending run = entente(arguments, folder.path());
  EXPECT_EQ(run.status, 2) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(folder.names(), IsEmpty());
  return run.err;
}

TEST(WrongInput, AFileThatIsNoScenarioIsNamedAndNothingIsWritten) {
  const Folder folder;
  const auto huge = folder.file("huge.toml", "format = 1\n");
  std::filesystem::resize_file(huge, 100U << 20U);
  const std::vector<std::pair<std::string, std::string>> cases{
      {folder.path() + "/none.toml", "no such file"},
      {folder.path(), "a folder, not a file"},
      {folder.file("empty.toml", ""), "the file is empty"},
      {folder.file("binary.toml", std::string("\x7f"
                                              "ELF\0\1\2",
                                              7)),
       "binary file"},
      {folder.file("latin.toml", "# caf\xe9\n"), "not UTF-8"},
      {folder.file("broken.toml", "format = = 1\n"), "broken.toml:1:"},
      {huge, "too large (100 MB; at most 32 MB)"}};
  for (const auto& [file, why] : cases) {
    EXPECT_THAT(complaint_about(file), HasSubstr(why));
    const Ending check = entente({"check", file});
    EXPECT_EQ(check.status, 2);
    EXPECT_THAT(check.err, HasSubstr(why));
  }
}

TEST(WrongInput, ATableOutsideTheFolderIsRefused) {
  const Folder folder;
  const auto file = folder.file("s.toml", "relations = \"../relations.csv\"\n" + lonely());
  EXPECT_THAT(complaint_about(file), HasSubstr("lies outside the scenario's folder"));
}

TEST(WrongInput, AWrongSettingNamesTheNearest) {
  for (const auto& [setting, hint] : std::vector<std::pair<std::string, std::string>>{
           {"alignment.BRL.RUS=0.5", "BRL: no such actor; did you mean BLR?"},
           {"alignment.BLR.RSU=0.5", "RSU: no such actor; did you mean RUS?"},
           {"actor.CHI.capability=0.5", "CHI: no such actor; did you mean CHN?"},
           {"alignement.BLR.RUS=0.5", "did you mean alignment"},
           {"dynamics.alignment.balence.rate=1", "did you mean dynamics.alignment.balance.rate?"},
           {"dynamics.sanctions.exposur=1", "did you mean dynamics.sanctions.exposure?"},
           {"alignment.BLR=0.5", "expected alignment.ACTOR.ACTOR"},
           {"alignment.BLR.RUS=often", "\"often\" is not"},
           {"alignment.BLR.RUS", "not of the form path=value"}}) {
    const auto complaint = complaint_about(shipped, {"--set", setting});
    EXPECT_THAT(complaint, HasSubstr("--set"));
    EXPECT_THAT(complaint, HasSubstr(hint));
  }
}

TEST(WrongInput, AllWrongSettingsAreNamedAtOnce) {
  const auto complaint = complaint_about(
      shipped, {"--set", "alignment.BRL.RUS=0.5", "--set", "no.path=1", "--set", "pact.BLR=1"});
  EXPECT_THAT(complaint, HasSubstr("BRL"));
  EXPECT_THAT(complaint, HasSubstr("no.path"));
  EXPECT_THAT(complaint, HasSubstr("pact.BLR"));
  EXPECT_THAT(complaint, HasSubstr("3 errors; nothing was done\n"));
}

TEST(WrongInput, AnUnknownVariantNamesTheNearest) {
  EXPECT_THAT(complaint_about(shipped, {"--variant", "lethal-ait"}),
              HasSubstr("did you mean lethal-aid?"));
}

TEST(WrongInput, WhatWasThereStaysAsItWas) {
  const Folder folder;
  const auto result = folder.file("a.nc", "older");
  const auto wrong = folder.file("s.toml", lonely("capabilty = 2.0\n"));
  EXPECT_EQ(entente({"run", wrong, "-o", result}).status, 2);
  std::ifstream in(result);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "older");
}

TEST(Check, ShowsAllErrorsOfALonelyActor) {
  const Folder folder;
  const auto file = folder.file("s.toml", lonely("colour = \"red\"\n"
                                                 "[[relation]]\n"
                                                 "from = \"BLR\"\n"
                                                 "to = \"RUS\"\n"
                                                 "alignment = 2.0\n"));
  const Ending ending = entente({"check", file});
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.out, IsEmpty());
  EXPECT_THAT(ending.err, HasSubstr(file + ":6:1: error: only one actor in this scenario"));
  EXPECT_THAT(ending.err, HasSubstr(file + ":9:1: error: colour"));
  EXPECT_THAT(ending.err, HasSubstr(":12:6: error: RUS: no such actor"));
  EXPECT_THAT(ending.err, HasSubstr(":13:13: error: alignment: 2 is not"));
  EXPECT_THAT(ending.err, HasSubstr("4 errors; nothing was done\n"));
}

TEST(Check, WarnsOfActorsWithoutRelationsAndEndsWell) {
  const Folder folder;
  const auto file = folder.file("s.toml", lonely("[[actor]]\nid = \"RUS\"\ncapability = 1.0\n"
                                                 "[[actor]]\nid = \"UKR\"\ncapability = 1.0\n"
                                                 "[[relation]]\nfrom = \"RUS\"\nto = \"UKR\"\n"));
  const Ending ending = entente({"check", file});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.err, HasSubstr(file + ":"));
  EXPECT_THAT(ending.err, HasSubstr("warning: "));
  EXPECT_THAT(ending.err, HasSubstr("BLR: an actor with no relation"));
  EXPECT_THAT(ending.err, Not(HasSubstr("error")));
  EXPECT_THAT(ending.out, HasSubstr(": ok, "));
  EXPECT_THAT(ending.out, HasSubstr("warning"));
  EXPECT_THAT(ending.out, HasSubstr("3 actors"));
}

}  // namespace
}  // namespace entente
