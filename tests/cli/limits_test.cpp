#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <filesystem>

#include "tests/cli/program.h"
#include "tests/store/small_disk.h"

// Runs that meet the limits of the machine: its disk, its files, its memory.

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string small = in_repository("tests/ensemble/small_world.toml");

void expect_failed(const Ending& ending, const std::string& why) {
  EXPECT_EQ(ending.status, 1) << ending.err;
  EXPECT_THAT(ending.out, IsEmpty());
  EXPECT_THAT(ending.err, StartsWith("error: cannot write "));
  EXPECT_THAT(ending.err, HasSubstr(why));
}

TEST(Limits, AFullDiskEndsARunWith1AndLeavesNothing) {
  for (const int kilobytes : {4, 40, 1000}) {
    const Folder folder;
    const SmallDisk disk(folder.path() + "/disk", kilobytes);
    if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
    const std::string full = "the disk is full in " + folder.path() + "/disk";
    for (const auto& output :
         std::vector<std::vector<std::string>>{{"-o", disk / "a.nc"},
                                               {"--csv", disk / "tables"},
                                               {"--record", "full", "-o", disk / "b.nc"}}) {
      std::vector<std::string> arguments{"run", small, "--runs", "400", "--quiet"};
      arguments.insert(arguments.end(), output.begin(), output.end());
      expect_failed(entente(arguments), full);
      EXPECT_TRUE(disk.empty());
    }
  }
}

/// The largest file that this process and those it starts may write, for as long as it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(Limits, AFileThatMayNotGrowEndsARunWith1AndLeavesNothing) {
  const Folder folder;
  for (const rlim_t bytes : {4'000U, 40'000U, 400'000U}) {
    const FileSizeLimit limit(bytes);
    for (const auto& output :
         std::vector<std::vector<std::string>>{{"-o", "a.nc"}, {"--csv", "tables"}}) {
      std::vector<std::string> arguments{"run", small, "--runs", "400", "--quiet"};
      arguments.insert(arguments.end(), output.begin(), output.end());
      expect_failed(entente(arguments, folder.path()),
                    "it would be larger than files may be here (ulimit -f)");
      EXPECT_THAT(folder.names(), IsEmpty());
    }
  }
}

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);

TEST(Limits, MemoryDoesNotGrowWithWhatIsWritten) {
  if (sanitized) GTEST_SKIP() << "sanitizers keep memory of their own";
  const Folder folder;
  long written = 0;  // by the last, in kilobytes
  const auto peak_of = [&](const std::string& runs) {
    const Ending ending =
        entente({"run", small, "--runs", runs, "--quiet", "-o", "a.nc"}, folder.path());
    EXPECT_EQ(ending.status, 0) << ending.err;
    written = static_cast<long>(std::filesystem::file_size(folder.path() + "/a.nc") / 1000);
    return ending.peak_kilobytes;
  };
  // The summary keeps the first few thousands, and HDF5 an index that grows to 32 MB.
  const auto some = peak_of("5000"), many = peak_of("20000");
  EXPECT_LT(many - some, written / 4);
}

}  // namespace
}  // namespace entente
