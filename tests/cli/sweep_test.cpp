#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "tests/cli/program.h"
#include "tests/cli/studies.h"
#include "tests/store/small_disk.h"

// Studies as users run them: whole, in parts, killed, wrong, failing.

namespace entente {
namespace {

using namespace studies;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Sweep, SaysWhatItDidAndWhereTheResultsAre) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  const Ending sweep = entente({"sweep", study}, folder.path());
  ASSERT_EQ(sweep.status, 0) << sweep.err;
  for (const char* part : {"A small study", "9 points × 4 replicates × 2 variants = 72 runs",
                           "entente export s.db --csv DIR", "north_south", "no-visit"})
    EXPECT_THAT(sweep.out, HasSubstr(part));
  EXPECT_LE(widest_line(sweep.out), 80u) << sweep.out;
  EXPECT_EQ(rows(folder.path() + "/s.db").size(), 72u);
  const Ending again = entente({"sweep", study}, folder.path());
  EXPECT_THAT(again.out, HasSubstr("nothing was left to do; 72 were there already"));
}

TEST(Sweep, GivesTheSameTableWhateverTheThreadsAndShards) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  ASSERT_EQ(entente({"sweep", study, "--threads", "1", "-o", "1.db"}, folder.path()).status, 0);
  const auto one = rows(folder.path() + "/1.db");
  ASSERT_EQ(one.size(), 72u);
  for (const char* threads : {"2", "5"}) {
    const std::string store = std::string(threads) + ".db";
    entente({"sweep", study, "--threads", threads, "-o", store, "--quiet"}, folder.path());
    EXPECT_EQ(rows(folder.path() + "/" + store), one);
  }
  std::vector<std::string> merge{"merge", "all.db"};
  for (const char* i : {"1", "2", "3", "4"}) {
    const std::string shard = std::string(i) + "/4";
    ASSERT_EQ(entente({"sweep", study, "--shard", shard, "--quiet"}, folder.path()).status, 0);
    merge.push_back("s." + std::string(i) + "-of-4.db");
  }
  ASSERT_EQ(entente(merge, folder.path()).status, 0);
  EXPECT_EQ(rows(folder.path() + "/all.db"), one);
}

TEST(Sweep, GivesWhatARunWithTheSameNumbersGives) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  ASSERT_EQ(entente({"sweep", study, "--quiet"}, folder.path()).status, 0);
  // Point 5 of the grid: balance 0.8, the second alignment 0.4.
  const Ending run =
      entente({"run", small_world(), "--variant", "no-visit", "--seed", "7", "--first", "3",
               "--runs", "1", "--set", "dynamics.alignment.balance=0.8", "alignment.north.east=0.4",
               "--csv", "tables", "--quiet"},
              folder.path());
  ASSERT_EQ(run.status, 0) << run.err;
  std::ifstream series(folder.path() + "/tables/series.csv");
  std::string line, last;
  while (std::getline(series, line))
    if (line.find(",alignment.north.south,") != std::string::npos) last = line;
  const auto stored = query(
      folder.path() + "/s.db",
      "SELECT printf('%!.17g', north_south) FROM result WHERE \"dynamics.alignment.balance\" = 0.8 "
      "AND \"alignment.north.east\" = 0.4 AND replicate = 3 AND variant = "
      "'no-visit'");
  ASSERT_EQ(stored.size(), 1u);
  EXPECT_EQ(std::stod(last.substr(last.rfind(',') + 1)), std::stod(stored[0]));
}

/// Begins a sweep and kills it after a while; whether it was still at work.
bool kill_after(const std::vector<std::string>& arguments, const std::string& folder,
                std::chrono::milliseconds time) {
  std::vector<std::string> words{ENTENTE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const pid_t child = ::fork();
  if (child == 0) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    if (::chdir(folder.c_str()) == 0) ::execv(ENTENTE_PROGRAM, pointers.data());
    ::_exit(127);
  }
  std::this_thread::sleep_for(time);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST(Sweep, LosesAndRepeatsNothingWhenItIsKilledFiftyTimes) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study(60));
  ASSERT_EQ(entente({"sweep", study, "-o", "whole.db", "--quiet"}, folder.path()).status, 0);
  std::mt19937 chance(20230301);
  int killed = 0;
  std::size_t last = 0;
  for (int k = 0; k < 50; ++k) {
    const auto time = std::chrono::milliseconds(5 + chance() % 60);
    const std::string threads = std::to_string(1 + k % 3);
    killed += kill_after({"sweep", study, "--threads", threads, "--quiet"}, folder.path(), time);
    if (!std::filesystem::exists(folder.path() + "/s.db")) continue;
    const std::size_t now = rows_so_far(folder.path() + "/s.db");
    EXPECT_GE(now, last);
    last = now;
  }
  EXPECT_GT(killed, 10);
  ASSERT_EQ(entente({"sweep", study, "--quiet"}, folder.path()).status, 0);
  EXPECT_EQ(rows(folder.path() + "/s.db"), rows(folder.path() + "/whole.db"));
  EXPECT_EQ(query(folder.path() + "/s.db", "SELECT count(*) FROM run")[0], "1080");
}

TEST(Sweep, RefusesAChangedScenarioOrStudyAndSaysWhatChanged) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  std::string scenario = contents(small_world());
  folder.file("world.toml", scenario);
  std::string own = small_study();
  own.replace(own.find(small_world()), small_world().size(), "world.toml");
  const std::string moved = folder.file("own.toml", own);
  ASSERT_EQ(entente({"sweep", moved, "--quiet"}, folder.path()).status, 0);
  const auto before = rows(folder.path() + "/own.db");

  folder.file("own.toml", own + "# another remark\n");
  EXPECT_EQ(entente({"sweep", moved, "--quiet"}, folder.path()).status, 0);  // says the same

  std::string other = own;
  other.replace(other.find("seed = 7"), 8, "seed = 8");
  folder.file("own.toml", other);
  Ending refused = entente({"sweep", moved}, folder.path());
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("the study has changed"), HasSubstr("seed = 7"),
                                 HasSubstr("seed = 8"), HasSubstr("--force-new")));

  folder.file("own.toml", own);
  const auto at = scenario.find("capability = ");
  scenario.replace(at, 14, "capability = 9");
  folder.file("world.toml", scenario);
  refused = entente({"sweep", moved}, folder.path());
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("the scenario has changed"), HasSubstr("capability")));
  EXPECT_EQ(rows(folder.path() + "/own.db"), before);
  EXPECT_EQ(entente({"sweep", moved, "--force-new", "--quiet"}, folder.path()).status, 0);
  EXPECT_NE(rows(folder.path() + "/own.db"), before);
}

TEST(Sweep, GoesOnPastRunsThatFailAndEndsWith3) {
  const Folder folder;
  const std::string study = folder.file("s.toml", failing_study());
  const Ending sweep = entente({"sweep", study}, folder.path());
  EXPECT_EQ(sweep.status, 3);
  EXPECT_THAT(sweep.err, AllOf(HasSubstr("of 40 runs failed; the others are complete"),
                               HasSubstr("again: entente run "), HasSubstr("--retry-failed")));
  const auto failed = query(folder.path() + "/s.db", "SELECT count(*) FROM failures")[0];
  EXPECT_NE(failed, "0");
  EXPECT_EQ(query(folder.path() + "/s.db", "SELECT count(*) FROM run")[0], "40");
  EXPECT_EQ(query(folder.path() + "/s.db",
                  "SELECT count(*) FROM result WHERE status = 'finished' AND x IS NULL")[0],
            "0");
  // The command that it names repeats the failure.
  const auto replay = query(folder.path() + "/s.db", "SELECT replay FROM failures")[0];
  const Ending again = entente(words_of(replay), folder.path());
  EXPECT_EQ(again.status, 3);
  EXPECT_THAT(again.err,
              HasSubstr(query(folder.path() + "/s.db", "SELECT message FROM failures")[0]));
  // Done again, they fail again, and nothing else is touched.
  const auto before = rows(folder.path() + "/s.db");
  EXPECT_EQ(entente({"sweep", study, "--quiet"}, folder.path()).status, 3);
  EXPECT_EQ(entente({"sweep", study, "--retry-failed", "--quiet"}, folder.path()).status, 3);
  EXPECT_EQ(rows(folder.path() + "/s.db"), before);
}

TEST(Sweep, GivesUpRunsThatTakeTooLong) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  const Ending sweep = entente({"sweep", study, "--timeout", "1e-9"}, folder.path());
  EXPECT_EQ(sweep.status, 3);
  EXPECT_EQ(query(folder.path() + "/s.db", "SELECT DISTINCT status FROM result")[0], "timed out");
  EXPECT_EQ(entente({"sweep", study, "--retry-failed"}, folder.path()).status, 0);
  EXPECT_EQ(query(folder.path() + "/s.db", "SELECT count(*) FROM failure")[0], "0");
}

TEST(Sweep, KeepsWhatIsFinishedWhenItIsInterrupted) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study(200'000));
  const Ending sweep =
      entente({"sweep", study}, folder.path(), {}, true);  // at its first line of progress
  EXPECT_EQ(sweep.status, 130);
  EXPECT_THAT(sweep.err, HasSubstr("the same command goes on from there"));
  EXPECT_GT(rows_so_far(folder.path() + "/s.db"), 0u);
}

TEST(Sweep, ADryRunDoesNothingAndSaysWhatItWouldTake) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  const Ending dry = entente({"sweep", study, "--dry-run"}, folder.path());
  EXPECT_EQ(dry.status, 0) << dry.err;
  for (const char* part : {"72 runs", "Time", "Disk", "Memory", "a run, by a trial of"})
    EXPECT_THAT(dry.out, HasSubstr(part));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"s.toml"});
}

TEST(Sweep, AFullDiskKeepsWhatWasFinishedAndEndsWith1) {
  const Folder folder;
  const SmallDisk disk(folder.path() + "/disk", 300);
  if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
  const std::string study = folder.file("s.toml", small_study(20'000));
  const Ending full = entente({"sweep", study, "-o", disk / "s.db", "--quiet"});
  EXPECT_EQ(full.status, 1);
  EXPECT_THAT(full.err, HasSubstr("is the disk full?"));
  const Ending again = entente({"sweep", study, "-o", disk / "s.db", "--dry-run"});
  EXPECT_EQ(again.status, 0) << again.err;
}

TEST(Sweep, ReportsEverythingThatIsWrongWithAStudyAtOnceAndWritesNothing) {
  const Folder folder;
  const std::string study = folder.file("s.toml", R"(format = 1
[study]
id = "s"
scenario = "nowhere.toml"
variants = ["base", "base"]
design = { type = "gird" }
[[parameter]]
path = "dynamics.alignment.balance"
range = [2.0, 1.0]
[[outcome]]
name = "x"
of = "alignment.a.b"
statistic = "at"
)");
  const Ending wrong = entente({"sweep", study}, folder.path());
  EXPECT_EQ(wrong.status, 2);
  for (const char* part :
       {"nowhere.toml", "s.toml:5:21: error: base: named twice", "did you mean grid?",
        "range: 2.0 is not below 1.0", "at: needs a date", "errors; nothing was done"})
    EXPECT_THAT(wrong.err, HasSubstr(part));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"s.toml"});
  const Ending shard = entente({"sweep", folder.file("t.toml", small_study()), "--shard", "3/2"});
  EXPECT_EQ(shard.status, 2);
  EXPECT_THAT(shard.err, HasSubstr("i from 1 to N"));
}

TEST(Sweep, WritesSlurmScriptsThatAShellCanRun) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  const Ending written =
      entente({"sweep", study, "--submit", "slurm", "--slurm=--partition=long"}, folder.path());
  ASSERT_EQ(written.status, 0) << written.err;
  EXPECT_THAT(written.out, AllOf(HasSubstr("sbatch --parsable small.array.sh"),
                                 HasSubstr("--dependency=afterany:$job small.merge.sh")));
  const std::string array = folder.path() + "/small.array.sh";
  EXPECT_THAT(contents(array),
              AllOf(HasSubstr("#SBATCH --array=1-1\n"), HasSubstr("#SBATCH --partition=long\n")));
  ASSERT_EQ(std::system(("SLURM_ARRAY_TASK_ID=1 bash " + array).c_str()), 0);
  ASSERT_EQ(std::system(("bash " + folder.path() + "/small.merge.sh > /dev/null").c_str()), 0);
  EXPECT_EQ(rows(folder.path() + "/s.db").size(), 72u);
}

TEST(Sensitivity, FindsTheKnownIndicesOfIshigamisFunction) {
  const Folder folder;
  const std::string study = folder.file("i.toml", ishigami_study());
  ASSERT_EQ(entente({"sweep", study, "--quiet"}, folder.path()).status, 0);
  const Ending page = entente({"sensitivity", "i.db"}, folder.path());
  ASSERT_EQ(page.status, 0) << page.err;
  EXPECT_LE(widest_line(page.out), 80u) << page.out;
  EXPECT_THAT(page.out, HasSubstr("Of the variance of single runs chance"));
  const auto json =
      nlohmann::json::parse(entente({"sensitivity", "i.db", "--json"}, folder.path()).out);
  const std::map<std::string, std::pair<double, double>> known{
      {"x1", {0.3139, 0.5576}}, {"x2", {0.4424, 0.4424}}, {"x3", {0.0, 0.2437}}, {"noise", {0, 0}}};
  for (const auto& parameter : json["results"][0]["parameters"]) {
    const auto& [first, total] = known.at(parameter["path"]);
    const auto covers = [](const auto& estimate, double truth) {
      return estimate["low"] <= truth && truth <= estimate["high"];
    };
    EXPECT_TRUE(covers(parameter["first"], first)) << parameter;
    EXPECT_TRUE(covers(parameter["total"], total)) << parameter;
  }
  const Ending grid =
      entente({"sweep", folder.file("s.toml", small_study()), "--quiet"}, folder.path());
  ASSERT_EQ(grid.status, 0);
  const Ending refused = entente({"sensitivity", "s.db"}, folder.path());
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("has a grid design"));
  const Ending unknown = entente({"sensitivity", "i.db", "--outcome", "yy"}, folder.path());
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean y?"));
}

TEST(Design, ThatWasExportedIsReadAsAListToTheSameBits) {
  const Folder folder;
  const std::string study = folder.file("s.toml", small_study());
  ASSERT_EQ(entente({"sweep", study, "--quiet"}, folder.path()).status, 0);
  ASSERT_EQ(entente({"sweep", study, "--export-design", "p.csv"}, folder.path()).status, 0);
  const std::string listed = folder.file("l.toml", as_list(small_study(), "p.csv"));
  const Ending sweep = entente({"sweep", listed, "--quiet"}, folder.path());
  ASSERT_EQ(sweep.status, 0) << sweep.err;
  EXPECT_EQ(rows(folder.path() + "/l.db"), rows(folder.path() + "/s.db"));
}

}  // namespace
}  // namespace entente
