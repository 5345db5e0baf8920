#include "analysis/sweep/slurm.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>

#include "analysis/study/shell_word.h"
#include "tests/scenario/texts.h"

namespace entente {
namespace {

using scenario_texts::Folder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

SlurmJob plain_job() {
  SlurmJob job;
  job.name = "s";
  job.program = "/opt/entente";
  job.folder = "/home/me";
  job.study = "s.toml";
  job.store = "s.db";
  job.tasks = 8;
  job.task_seconds = 1800.0;
  job.threads = 4;
  return job;
}

TEST(Slurm, TheArrayHasOneTaskAShard) {
  EXPECT_EQ(slurm_array(plain_job()),
            "#!/bin/bash\n"
            "#SBATCH --job-name=s\n"
            "#SBATCH --output='s.%A-%a.log'\n"
            "#SBATCH --array=1-8\n"
            "#SBATCH --cpus-per-task=4\n"
            "#SBATCH --time=1:30:00\n"
            "#SBATCH --requeue\n"
            "#SBATCH --open-mode=append\n"
            "# Each task does its shard of the study. Killed, requeued or submitted again, it goes "
            "on\n"
            "# where it was; what has been done is kept.\n"
            "cd /home/me || exit 2\n"
            "exec /opt/entente sweep s.toml --shard \"$SLURM_ARRAY_TASK_ID/8\" --threads 4 \\\n"
            "  -o s.\"$SLURM_ARRAY_TASK_ID\"-of-8.db --quiet\n");
}

TEST(Slurm, TheMergeTakesEveryShard) {
  SlurmJob job = plain_job();
  job.tasks = 2;
  EXPECT_EQ(slurm_merge(job),
            "#!/bin/bash\n"
            "#SBATCH --job-name=s-merge\n"
            "#SBATCH --output=s.merge.log\n"
            "#SBATCH --cpus-per-task=1\n"
            "cd /home/me || exit 2\n"
            "exec /opt/entente merge s.db \\\n  s.1-of-2.db \\\n  s.2-of-2.db\n");
}

TEST(Slurm, ATaskHasRoomForASlowNodeAndAtLeastTenMinutes) {
  SlurmJob job = plain_job();
  job.task_seconds = 1.0;
  EXPECT_THAT(slurm_array(job), HasSubstr("--time=0:10:00\n"));
  job.task_seconds = 7201.0;
  EXPECT_THAT(slurm_array(job), HasSubstr("--time=6:01:00\n"));
}

TEST(Slurm, OptionsAndTimeoutArePassedOn) {
  SlurmJob job = plain_job();
  job.options = {"--partition=long", "--mem=2G"};
  job.timeout = 2.5;
  EXPECT_THAT(slurm_array(job), HasSubstr("#SBATCH --partition=long\n#SBATCH --mem=2G\n"));
  EXPECT_THAT(slurm_array(job), HasSubstr(" --threads 4 --timeout 2.5 \\\n"));
  EXPECT_THAT(slurm_merge(job), HasSubstr("#SBATCH --partition=long\n"));
}

TEST(Slurm, AShardsStoreStandsBesideTheOthers) {
  EXPECT_EQ(shard_store("a/s.db", 2, 8), "a/s.2-of-8.db");
  EXPECT_EQ(shard_store("results", 1, 3), "results.1-of-3.db");
}

/// Runs a script as task 2 with a program that writes its folder and its arguments, one a line.
std::vector<std::string> arguments_of(const std::string& script, const Folder& folder) {
  const auto file = folder.write("script.sh", script);
  const std::string command = "SLURM_ARRAY_TASK_ID=2 bash " + shell_word(file.string());
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ifstream written(folder.path() / "my results" / "arguments");
  std::vector<std::string> lines;
  for (std::string line; std::getline(written, line);) lines.push_back(line);
  return lines;
}

TEST(Slurm, NamesWithBlanksAndQuotesReachTheProgramAsTheyAre) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "my results");
  const auto program =
      folder.write("my $entente", "#!/bin/bash\nprintf '%s\\n' \"$@\" > arguments\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  SlurmJob job = plain_job();
  job.program = program.string();
  job.folder = (folder.path() / "my results").string();
  job.study = "what's \"new\".toml";
  job.store = "it's $HOME; *.db";
  job.tasks = 3;
  EXPECT_THAT(arguments_of(slurm_array(job), folder),
              ElementsAre("sweep", "what's \"new\".toml", "--shard", "2/3", "--threads", "4", "-o",
                          shard_store(job.store, 2, 3), "--quiet"));
  EXPECT_THAT(arguments_of(slurm_merge(job), folder),
              ElementsAre("merge", job.store, shard_store(job.store, 1, 3),
                          shard_store(job.store, 2, 3), shard_store(job.store, 3, 3)));
}

TEST(ShellWord, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(shell_word("a/b-c_1.toml"), "a/b-c_1.toml");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("a b"), "'a b'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word("~"), "'~'");
}

TEST(Bundles, TakeTheMinutesThatAreAskedFor) {
  EXPECT_EQ(bundles(36000.0, 1, 30.0, 1000), 20u);
  EXPECT_EQ(bundles(36000.0, 4, 30.0, 1000), 5u);
  EXPECT_EQ(bundles(36001.0, 1, 30.0, 1000), 21u);
  EXPECT_EQ(bundles(0.0, 1, 30.0, 1000), 1u);
  EXPECT_EQ(bundles(36000.0, 1, 30.0, 7), 7u);
}

RC_GTEST_PROP(Bundles, LieBetweenTheirBounds, ()) {
  const double seconds = std::pow(10.0, *rc::gen::inRange(-3, 12));
  const int threads = *rc::gen::inRange(1, 65);
  const double minutes = *rc::gen::inRange(1, 600);
  const auto points = *rc::gen::inRange<std::uint64_t>(0, 1'000'000);
  const auto found = bundles(seconds, threads, minutes, points);
  RC_ASSERT(found >= 1u);
  RC_ASSERT(found <= std::max<std::uint64_t>(points, 1));
  // More than a thousand only where a thousand would take more than an hour each.
  if (found > 1000) RC_ASSERT(static_cast<double>(found - 1) * 3600.0 <= seconds / threads);
}

}  // namespace
}  // namespace entente
