// A result as tables: what `entente export` reads from the file is what `entente run --csv` wrote.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// The same bytes in each of these tables, whether from a run or from its file.
void expect_same(const std::vector<std::string>& run, const std::vector<std::string>& tables) {
  const Folder folder;
  std::vector<std::string> words{"run"};
  words.insert(words.end(), run.begin(), run.end());
  words.insert(words.end(), {"--quiet", "-o", "a.nc", "--csv", "run"});
  const Ending made = entente(words, folder.path());
  ASSERT_EQ(made.status, 0) << made.err;
  const Ending ending = entente({"export", "a.nc", "--csv", "file"}, folder.path());
  ASSERT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr(" as tables in file\n"));
  for (const std::string& table : tables) {
    const auto there = bytes_of(folder.path() + "/run/" + table + ".csv");
    EXPECT_GT(there.size(), 100u) << table;
    EXPECT_TRUE(there == bytes_of(folder.path() + "/file/" + table + ".csv")) << table;
  }
}

TEST(Export, OfAResultIsWhatTheRunWrote) {
  expect_same({in_repository("scenarios/minsk-beijing-2023.toml"), "--runs", "6", "--all-variants",
               "--seed", "9"},
              {"series", "metrics", "decisions", "commitments"});
}

TEST(Export, OfAResultHoldsProposalsAndTheLedger) {
  expect_same({in_repository("scenarios/eu-unanimity.toml"), "--runs", "4"},
              {"series", "metrics", "decisions", "proposals"});
  expect_same({in_repository("tests/ensemble/small_world.toml"), "--runs", "3", "--all-variants",
               "--record", "full"},
              {"series", "metrics", "decisions"});
}

TEST(Export, RefusesWhatIsNoResult) {
  const Folder folder;
  folder.file("a.txt", "no result");
  const Ending ending = entente({"export", "a.txt", "--csv", "tables"}, folder.path());
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.out, IsEmpty());
  EXPECT_THAT(ending.err, HasSubstr("a.txt: is neither a result of entente run"));
  EXPECT_THAT(folder.names(), ElementsAreArray({"a.txt"}));
}

}  // namespace
}  // namespace entente
