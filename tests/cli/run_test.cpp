#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string three = in_repository("scenarios/three-actors.toml");
const std::string small = in_repository("tests/ensemble/small_world.toml");

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Run, PrintsASummaryThatFitsThePageWithoutColour) {
  const Ending ending = entente({"run", small, "--runs", "20"}, "", {"NO_COLOR=1"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith("Four actors with everything on\n"));
  for (const char* part :
       {"Does every part leave its trace?", "20 runs", "seed 11", "alignment.north.south",
        "metric.polarization", "mean_alignment", "Who moved", "Camps at the end", "-o FILE.nc"})
    EXPECT_THAT(ending.out, HasSubstr(part));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  EXPECT_THAT(ending.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(ending.err, IsEmpty());
}

TEST(Run, EveryShippedScenarioFitsThePage) {
  for (const char* name : {"three-actors", "two-camps", "minsk-beijing-2023"}) {
    const auto file = in_repository(std::string("scenarios/") + name + ".toml");
    const Ending ending = entente({"run", file, "--runs", "3", "--all-variants"});
    EXPECT_EQ(ending.status, 0) << ending.err;
    EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  }
}

TEST(Run, ComparesVariants) {
  const Ending ending = entente({"run", small, "--runs", "5", "--all-variants"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, HasSubstr("5 runs of 3 variants"));
  EXPECT_THAT(ending.out, HasSubstr(" 1 same  Nothing is different"));
  EXPECT_THAT(ending.out, HasSubstr(" 2 no-visit  What did the visit do?"));
}

TEST(Run, WritesTheSameFilesWhateverTheThreads) {
  const Folder folder;
  for (const char* threads : {"1", "2", "5"}) {
    const Ending ending =
        entente({"run", small, "--runs", "40", "--all-variants", "--threads", threads, "--quiet",
                 "-o", std::string(threads) + ".nc", "--csv", std::string("csv") + threads},
                folder.path());
    EXPECT_EQ(ending.status, 0) << ending.err;
    EXPECT_THAT(ending.out + ending.err, IsEmpty());
  }
  EXPECT_THAT(folder.names(), ElementsAre("1.nc", "2.nc", "5.nc", "csv1", "csv2", "csv5"));
  const std::string one = bytes_of(folder.path() + "/1.nc");
  EXPECT_GT(one.size(), 10'000u);
  for (const char* threads : {"2", "5"}) {
    EXPECT_TRUE(one == bytes_of(folder.path() + "/" + threads + ".nc"));
    for (const char* table : {"/series.csv", "/metrics.csv", "/decisions.csv"})
      EXPECT_TRUE(bytes_of(folder.path() + "/csv1" + table) ==
                  bytes_of(folder.path() + "/csv" + threads + table));
  }
}

TEST(Run, ASettingActsAsIfTheFileSaidSo) {
  const Folder folder;
  auto text = bytes_of(three);
  const auto edited = folder.file("edited.toml", text + "\n[dynamics.support]\nrate = 0.5\n");
  const Ending by_option = entente({"run", three, "--runs", "5", "--quiet", "--csv", "option",
                                    "--set", "dynamics.support.rate=0.5"},
                                   folder.path());
  const Ending by_file =
      entente({"run", edited, "--runs", "5", "--quiet", "--csv", "file"}, folder.path());
  EXPECT_EQ(by_option.status, 0) << by_option.err;
  EXPECT_EQ(by_file.status, 0) << by_file.err;
  EXPECT_TRUE(bytes_of(folder.path() + "/option/metrics.csv") ==
              bytes_of(folder.path() + "/file/metrics.csv"));
}

TEST(Run, WholeLayersNeedAFileThatHoldsThem) {
  const Ending ending = entente({"run", small, "--record", "full"});
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err, HasSubstr("name one with -o FILE.nc"));
}

TEST(Run, OutputThatCannotBeWrittenEndsWith1BeforeAnythingRuns) {
  const Folder folder;
  for (const char* target : {"none/a.nc", "/dev/full", "."}) {
    const Ending ending = entente({"run", small, "-o", target}, folder.path());
    EXPECT_EQ(ending.status, 1) << target;
    EXPECT_THAT(ending.err, StartsWith(std::string("error: cannot write ") + target));
    EXPECT_THAT(ending.out, IsEmpty());
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Run, SomeFailedRunsEndWith3AndAHintToRepeatThem) {
  const Folder folder;
  const auto file = in_repository("tests/cli/escaping.toml");
  const Ending ending = entente({"run", file, "--runs", "40", "-o", folder.path() + "/a.nc"});
  EXPECT_EQ(ending.status, 3) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("of 40 runs failed; the others are complete"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() + "/a.nc"));
  const auto at = ending.err.find("--first ");
  ASSERT_NE(at, std::string::npos) << ending.err;
  const auto replicate = ending.err.substr(at + 8, ending.err.find(' ', at + 8) - at - 8);
  const Ending again = entente({"run", file, "--first", replicate, "--runs", "1"});
  EXPECT_EQ(again.status, 3);
}

TEST(Run, AnInterruptKeepsWhatWasFinishedAndEndsWith130) {
  const Folder folder;
  const Ending ending =
      entente({"run", small, "--runs", "10000000", "--threads", "2", "-o", "a.nc"}, folder.path(),
              {}, true);
  EXPECT_EQ(ending.status, 130) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("of 10,000,000 replicates, "));  // a line of progress
  EXPECT_THAT(ending.err, HasSubstr("these are kept"));
  EXPECT_THAT(ending.out, HasSubstr("Every run is in a.nc"));
  EXPECT_THAT(folder.names(), ElementsAre("a.nc"));
}

}  // namespace
}  // namespace entente
