#include "analysis/store/study_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <thread>

#include "sim/core/error.h"
#include "tests/store/scratch.h"
#include "tests/store/small_disk.h"
#include "tests/store/small_study.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Opening = StudyStore::Opening;

std::string message_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const InputError& wrong) {
    std::string text = "input";
    for (const auto& diagnostic : wrong.diagnostics()) text += ": " + diagnostic.message;
    return text;
  } catch (const RunError& failed) {
    return std::string("run: ") + failed.what();
  }
  return "";
}

TEST(StudyStore, SaysToPeopleWhatTheStudySaysNow) {
  const Scratch scratch;
  StudyIdentity identity = small_study();
  identity.words = "format = 1\n";
  fill(scratch / "s.db", identity, 0, 2);
  identity.title = "A better title";
  identity.words = "format = 1\n# a note\n";
  fill(scratch / "s.db", identity, 0, 4);
  const StudyReader reader(scratch / "s.db");
  EXPECT_EQ(reader.identity().title, "A better title");
  EXPECT_EQ(reader.identity().words, identity.words);
}

TEST(StudyStore, KeepsEveryBitOfEveryOutcome) {
  const Scratch scratch;
  const auto identity = small_study();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<std::vector<double>> outcomes{
      {0.1, -0.0}, {5e-324, 1.0 / 3.0}, {nan, 1e308}, {-1.0, 0.0}};
  {
    StudyStore store(scratch / "s.db", identity, Opening::resume);
    for (std::uint64_t n = 0; n < outcomes.size(); ++n)
      add(store, {identity.numbering.key_of(n), RunStatus::finished, "", outcomes[n]});
  }
  StudyReader reader(scratch / "s.db");
  for (std::uint64_t n = 0; n < outcomes.size(); ++n) {
    const StudyRun run = reader.run(n);
    EXPECT_EQ(run.key, identity.numbering.key_of(n));
    for (std::size_t k = 0; k < 2; ++k)
      if (std::isnan(outcomes[n][k]))
        EXPECT_TRUE(std::isnan(run.outcomes[k]));
      else
        EXPECT_TRUE(same_bits(run.outcomes[k], outcomes[n][k])) << n << k;
  }
}

TEST(StudyStore, IsOneFileOnceItIsClosed) {
  const Scratch scratch;
  fill(scratch / "s.db", small_study(), 0, 16);
  StudyReader(scratch / "s.db").ended();
  EXPECT_THAT(scratch.names(), ElementsAre("s.db"));
}

TEST(StudyStore, GoesOnWhereItWas) {
  const Scratch scratch;
  const auto identity = small_study();
  fill(scratch / "s.db", identity, 3, 9);
  StudyStore store(scratch / "s.db", identity, Opening::resume);
  EXPECT_EQ(store.ended(), 6u);
  for (std::uint64_t n = 0; n < 16; ++n) EXPECT_EQ(store.has(n), n >= 3 && n < 9) << n;
  EXPECT_TRUE(store.has_point(1));
  EXPECT_FALSE(store.has_point(3));
}

TEST(StudyStore, RefusesResultsOfAnythingElseAndSaysAllThatDiffers) {
  const Scratch scratch;
  fill(scratch / "s.db", small_study(), 0, 3);
  const std::string before = contents(scratch / "s.db");
  auto other = small_study();
  other.study = "format = 1\n\n[study]\nid = \"small\"\nseed = 8\n";
  other.subject = "format = 1\n\n[scenario]\nid = \"another\"\n";
  other.build = "Clang 14.0.6; -O3; Eigen 3.4.0";
  other.version = "0.2.0";
  other.shard = 2;
  other.shards = 3;
  const std::string message =
      message_of([&] { StudyStore(scratch / "s.db", other, Opening::resume); });
  for (const char* part :
       {"the study has changed at [study] id = \"small\": it was seed = 7, and is seed = 8",
        "the scenario has changed", "it was id = \"world\", and is id = \"another\"",
        "the build has changed: GNU 12.2.0 there, Clang 14.0.6 here",
        "it was done by entente 0.1.0, and this is 0.2.0",
        "it holds shard 1 of 1, and 2 of 3 is asked for", "--force-new"})
    EXPECT_THAT(message, HasSubstr(part));
  EXPECT_EQ(contents(scratch / "s.db"), before);
}

TEST(StudyStore, IsBegunAfreshOnlyWhereItWasAStore) {
  const Scratch scratch;
  fill(scratch / "s.db", small_study(), 0, 3);
  auto other = small_study(9);
  other.study += "seed = 8\n";
  EXPECT_EQ(StudyStore(scratch / "s.db", other, Opening::force_new).ended(), 0u);
  for (const char* name : {"notes.txt", "other.db"}) {
    if (std::string(name) == "other.db")
      Sqlite(scratch / name, Sqlite::Access::create).execute("CREATE TABLE mine (x)");
    else
      std::ofstream(scratch / name) << "These are notes, and long enough to be no database.\n";
    const std::string before = contents(scratch / name);
    for (const auto opening : {Opening::resume, Opening::force_new})
      EXPECT_THAT(message_of([&] { StudyStore(scratch / name, other, opening); }),
                  HasSubstr("is no study store"));
    EXPECT_EQ(contents(scratch / name), before);
  }
}

TEST(StudyStore, RefusesASecondProcessAndNamesTheFirst) {
  const Scratch scratch;
  const StudyStore first(scratch / "s.db", small_study(), Opening::resume);
  EXPECT_THAT(
      message_of([&] { StudyStore(scratch / "s.db", small_study(), Opening::resume); }),
      ::testing::AllOf(HasSubstr("run: "), HasSubstr("process " + std::to_string(::getpid())),
                       HasSubstr("is at work on it")));
}

TEST(StudyStore, ShowsReadersWhatIsCommittedWhileItGrows) {
  const Scratch scratch;
  const auto identity = small_study();
  StudyStore store(scratch / "s.db", identity, Opening::resume);
  add(store, run_of(identity, 0));
  store.commit();
  add(store, run_of(identity, 1));
  StudyReader reader(scratch / "s.db");
  EXPECT_EQ(reader.ended(), 1u);
  store.commit();
  EXPECT_EQ(reader.ended(), 2u);
}

TEST(StudyStore, ForgetsFailedRunsSoThatTheyAreDoneAgain) {
  const Scratch scratch;
  const auto identity = small_study();
  StudyStore store(scratch / "s.db", identity, Opening::resume);
  add(store, run_of(identity, 0));
  StudyRun failed = run_of(identity, 1);
  failed.status = RunStatus::failed;
  failed.message = "alignment overflows";
  add(store, failed);
  failed.key = identity.numbering.key_of(2);
  failed.status = RunStatus::timed_out;
  add(store, failed);
  EXPECT_EQ(store.failed(), 2u);
  EXPECT_EQ(store.forget_failed(), 2u);
  EXPECT_EQ(store.ended(), 1u);
  EXPECT_FALSE(store.has(1));
  StudyReader reader(scratch / "s.db");
  EXPECT_TRUE(reader.failures(10).empty());
}

/// Writes rows as fast as it can until it is killed.
[[noreturn]] void write_for_ever(const std::filesystem::path& file, const StudyIdentity& identity) {
  StudyStore store(file, identity, Opening::resume);
  for (std::uint64_t n = 0; n < identity.numbering.runs(); ++n) {
    if (store.has(n)) continue;
    add(store, run_of(identity, n));
    if (n % 100 == 0) store.commit();
  }
  ::_exit(0);
}

TEST(StudyStore, HoldsWholeRowsAndNoOthersHoweverOftenItsProcessIsKilled) {
  const Scratch scratch;
  const auto identity = small_study(1'000'000);
  std::uint64_t last = 0;
  for (int kill = 0; kill < 5; ++kill) {
    const pid_t child = ::fork();
    if (child == 0) write_for_ever(scratch / "s.db", identity);
    std::this_thread::sleep_for(std::chrono::milliseconds(40 + 17 * kill));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    if (!std::filesystem::exists(scratch / "s.db")) continue;
    StudyStore store(scratch / "s.db", identity, Opening::resume);  // nothing is locked
    EXPECT_GE(store.ended(), last);
    last = store.ended();
  }
  ASSERT_GT(last, 0u);
  StudyReader reader(scratch / "s.db");
  const auto all = reader.finished();
  ASSERT_EQ(all.size(), last);
  for (std::uint64_t n = 0; n < last; n += 97) {
    EXPECT_EQ(all[n], n);
    EXPECT_EQ(reader.run(n).outcomes, run_of(identity, n).outcomes);
  }
}

TEST(StudyStore, KeepsWhatWasCommittedWhenTheDiskIsFull) {
  const Scratch scratch;
  const SmallDisk disk(scratch / "disk", 400);
  if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
  const auto identity = small_study(1'000'000);
  std::uint64_t committed = 0;
  const std::string message = message_of([&] {
    StudyStore store(disk / "s.db", identity, Opening::resume);
    for (std::uint64_t n = 0;; ++n) {
      add(store, run_of(identity, n));
      if (n % 100 != 0) continue;
      store.commit();
      committed = n + 1;
    }
  });
  EXPECT_THAT(message, ::testing::AllOf(HasSubstr("run: "), HasSubstr("disk full"),
                                        HasSubstr("What was finished before is kept")));
  std::filesystem::copy(disk / "s.db", scratch / "s.db");
  if (std::filesystem::exists(disk / "s.db-wal"))
    std::filesystem::copy(disk / "s.db-wal", scratch / "s.db-wal");
  StudyStore store(scratch / "s.db", identity, Opening::resume);
  EXPECT_GE(store.ended(), committed);
  EXPECT_GT(committed, 0u);
}

TEST(StudyStore, SaysOfADamagedFileWhatItIs) {
  const Scratch scratch;
  fill(scratch / "s.db", small_study(2000), 0, 8000);
  std::filesystem::resize_file(scratch / "s.db", 50'000);
  EXPECT_THAT(message_of([&] { StudyStore(scratch / "s.db", small_study(2000), Opening::resume); }),
              HasSubstr("is damaged"));
  EXPECT_THAT(message_of([&] { StudyReader(scratch / "none.db"); }),
              HasSubstr("there is no such file"));
}

}  // namespace
}  // namespace entente
