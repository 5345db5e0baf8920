#include "analysis/store/merge_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/error.h"
#include "tests/store/scratch.h"
#include "tests/store/small_study.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

StudyIdentity shard(std::uint64_t index, std::uint64_t count) {
  StudyIdentity identity = small_study();
  identity.shard = index;
  identity.shards = count;
  return identity;
}

TEST(MergeStudies, JoinsShardsAndDropsWhatTwoOfThemDid) {
  const Scratch scratch;
  fill(scratch / "1.db", shard(1, 2), 0, 10);
  fill(scratch / "2.db", shard(2, 2), 6, 16);
  const Merge merge = merge_studies(scratch / "all.db", {scratch / "1.db", scratch / "2.db"});
  EXPECT_EQ(merge.added, 16u);
  EXPECT_EQ(merge.duplicates, 4u);
  EXPECT_EQ(merge.ended, 16u);
  EXPECT_TRUE(merge.missing.empty());
  StudyReader all(scratch / "all.db");
  EXPECT_TRUE(all.identity().whole());
  for (std::uint64_t n = 0; n < 16; ++n)
    EXPECT_EQ(all.run(n).outcomes, run_of(small_study(), n).outcomes);
  // Again: nothing changes.
  const Merge again = merge_studies(scratch / "all.db", {scratch / "2.db"});
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.duplicates, 10u);
}

TEST(MergeStudies, NamesTheRunsAndShardsThatAreMissing) {
  const Scratch scratch;
  fill(scratch / "1.db", shard(1, 3), 4, 8);    // point 1
  fill(scratch / "3.db", shard(3, 3), 12, 15);  // most of point 3
  const Merge merge = merge_studies(scratch / "all.db", {scratch / "1.db", scratch / "3.db"});
  EXPECT_EQ(merge.ended, 7u);
  EXPECT_EQ(merge.runs, 16u);
  EXPECT_THAT(merge.missing, ElementsAre(Pair(0u, 0u), Pair(2u, 3u)));
  EXPECT_THAT(merge.absent, ElementsAre("2/3"));
}

TEST(MergeStudies, TakesARunThatFinishedForOneThatFailed) {
  const Scratch scratch;
  const auto identity = shard(1, 2);
  {
    StudyStore store(scratch / "failed.db", identity, StudyStore::Opening::resume);
    for (const std::uint64_t n : {0, 1}) {
      StudyRun run = run_of(identity, n);
      run.status = RunStatus::timed_out;
      run.message = "took longer than 1 s";
      add(store, run);
    }
  }
  fill(scratch / "finished.db", shard(2, 2), 0, 1);
  for (const bool failed_first : {true, false}) {
    const auto target = scratch / (failed_first ? "a.db" : "b.db");
    const auto one = scratch / (failed_first ? "failed.db" : "finished.db");
    const auto other = scratch / (failed_first ? "finished.db" : "failed.db");
    const Merge merge = merge_studies(target, {one, other});
    EXPECT_EQ(merge.ended, 2u);
    EXPECT_EQ(merge.failed, 1u);
    StudyReader reader(target);
    EXPECT_EQ(reader.run(0).status, RunStatus::finished);
    EXPECT_EQ(reader.failures(9).size(), 1u);
  }
}

TEST(MergeStudies, DistrustsTwoMachinesThatDisagree) {
  const Scratch scratch;
  fill(scratch / "1.db", shard(1, 2), 0, 8);
  {
    StudyStore store(scratch / "2.db", shard(2, 2), StudyStore::Opening::resume);
    StudyRun run = run_of(small_study(), 5);
    run.outcomes[1] = std::nextafter(run.outcomes[1], 0.0);
    add(store, run);
  }
  try {
    merge_studies(scratch / "all.db", {scratch / "1.db", scratch / "2.db"});
    FAIL() << "they do not agree";
  } catch (const RunError& failed) {
    EXPECT_THAT(failed.what(),
                HasSubstr("2.db: run 5 (point 1, replicate 0, variant other) has other outcomes"));
  }
}

TEST(MergeStudies, RefusesPartsOfOtherStudiesBeforeItWritesAnything) {
  const Scratch scratch;
  fill(scratch / "1.db", shard(1, 2), 0, 8);
  auto other = shard(2, 2);
  other.study += "seed = 3\n";
  fill(scratch / "2.db", other, 8, 16);
  std::ofstream(scratch / "3.db") << "This is no database, and long enough to be seen to be none.";
  try {
    merge_studies(scratch / "all.db",
                  {scratch / "1.db", scratch / "2.db", scratch / "3.db", scratch / "4.db"});
    FAIL() << "three parts are wrong";
  } catch (const InputError& wrong) {
    ASSERT_EQ(wrong.diagnostics().size(), 3u);
    EXPECT_THAT(wrong.diagnostics()[0].message, HasSubstr("the study has changed"));
    EXPECT_THAT(wrong.diagnostics()[1].message, HasSubstr("3.db: is no study store"));
    EXPECT_THAT(wrong.diagnostics()[2].message, HasSubstr("4.db: there is no such file"));
  }
  EXPECT_FALSE(std::filesystem::exists(scratch / "all.db"));
}

}  // namespace
}  // namespace entente
