#include "analysis/store/partial_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "analysis/store/csv_tables.h"
#include "sim/core/error.h"
#include "tests/store/scratch.h"
#include "tests/store/small_disk.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// What writing to a target is refused with.
std::string refusal(const std::filesystem::path& target) {
  try {
    const PartialFile file(target);
    return "(none)";
  } catch (const RunError& error) {
    return error.what();
  }
}

TEST(PartialFile, AppearsWhenItIsCommitted) {
  const Scratch scratch;
  PartialFile file(scratch / "a.txt");
  std::ofstream(file.path()) << "whole";
  EXPECT_FALSE(std::filesystem::exists(scratch / "a.txt"));
  file.commit();
  EXPECT_EQ(contents(scratch / "a.txt"), "whole");
  EXPECT_THAT(scratch.names(), ElementsAre("a.txt"));
}

TEST(PartialFile, LeavesWhatWasThereUntilThen) {
  const Scratch scratch;
  std::ofstream(scratch / "a.txt") << "older";
  { const PartialFile file(scratch / "a.txt"); }
  EXPECT_EQ(contents(scratch / "a.txt"), "older");
  EXPECT_THAT(scratch.names(), ElementsAre("a.txt"));
}

TEST(PartialFile, RefusesWhatCannotBeWrittenAndSaysWhatToDo) {
  const Scratch scratch;
  EXPECT_THAT(refusal(scratch / "none/a.nc"), HasSubstr("there is no folder"));
  EXPECT_THAT(refusal(scratch.folder()), HasSubstr("that is no ordinary file"));
  EXPECT_THAT(refusal("/dev/full"), HasSubstr("that is no ordinary file"));
  EXPECT_THAT(scratch.names(), IsEmpty());
}

TEST(PartialFile, RefusesAFolderWithoutPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  const Scratch scratch;
  std::filesystem::permissions(
      scratch.folder(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_THAT(refusal(scratch / "a.nc"), HasSubstr("no permission to write"));
  std::filesystem::permissions(scratch.folder(), std::filesystem::perms::owner_all);
}

TEST(PartialFile, AFullDiskFailsTablesAndLeavesNothing) {
  const Scratch scratch;
  const SmallDisk disk(scratch / "disk", 256);
  if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
  const Ensemble ensemble = small_ensemble(200);
  try {
    CsvTables tables(disk / "tables", ensemble);
    Sink* const sinks[] = {&tables};
    const std::atomic<bool> stop{false};
    conduct(ensemble, sinks, 2, stop);
    FAIL() << "a full disk went unnoticed";
  } catch (const RunError& error) {
    EXPECT_THAT(error.what(), HasSubstr("the disk is full"));
  }
  EXPECT_TRUE(disk.empty());
}

/// HDF5 notices a full disk at another place for every size: when the file begins, when its cache
/// overflows, when it ends.
TEST(PartialFile, AFullDiskFailsAResultAndLeavesNothing) {
  for (const int kilobytes : {4, 12, 64, 256, 2000}) {
    const Scratch scratch;
    const SmallDisk disk(scratch / "disk", kilobytes);
    if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
    try {
      store(small_ensemble(60, Recording::full), disk / "a.nc");
      FAIL() << "a full disk of " << kilobytes << " kB went unnoticed";
    } catch (const RunError& error) {
      EXPECT_THAT(error.what(), HasSubstr("the disk is full in " + (scratch / "disk").string()));
      EXPECT_THAT(error.what(), HasSubstr("free some space or name another disk"));
    }
    EXPECT_TRUE(disk.empty());
  }
  const Scratch scratch;
  store(small_ensemble(2), scratch / "a.nc");  // what failed does not stand in the way
  EXPECT_THAT(scratch.names(), ElementsAre("a.nc"));
}

TEST(PartialFile, WritesToWhereALinkLeadsAndKeepsTheLink) {
  const Scratch scratch;
  std::ofstream(scratch / "real") << "before";
  std::filesystem::create_symlink("real", scratch / "link");
  {
    PartialFile file(scratch / "link");
    std::ofstream(file.path()) << "after";
    file.commit();
  }
  EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link"));
  EXPECT_EQ(contents(scratch / "real"), "after");
}

}  // namespace
}  // namespace entente
