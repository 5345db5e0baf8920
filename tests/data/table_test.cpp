#include "analysis/data/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "analysis/data/networks.h"
#include "sim/core/error.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A table in a file of its own, named after the test.
PublishedTable table_of(const std::string& text) {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  const auto path = std::filesystem::temp_directory_path() /
                    (std::string("entente-") + test->test_suite_name() + test->name() + ".csv");
  std::ofstream(path) << text;
  PublishedTable table(path);
  std::filesystem::remove(path);
  return table;
}

template <class F>
std::string complaint(F&& wrong) {
  try {
    wrong();
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(PublishedTable, IsReadByHeading) {
  const auto table = table_of("name,score\n\"Sun, Inc.\",-2.5\nHP,3\n");
  EXPECT_EQ(table.rows(), 2u);
  EXPECT_EQ(table.text(0, "name"), "Sun, Inc.");
  EXPECT_EQ(table.number(0, "score"), -2.5);
  EXPECT_EQ(table.number(1, "score"), 3.0);
}

TEST(PublishedTable, NamesWhatIsWrongWithItsPlace) {
  EXPECT_THAT(complaint([] { table_of("a,b\n1,2\n3\n"); }),
              HasSubstr(".csv:3:1: error: 1 cells, but 2 headings"));
  EXPECT_THAT(complaint([] { table_of("from,sign\nA,x\n").number(0, "sign"); }),
              HasSubstr(".csv:2:3: error: sign: \"x\" is no number"));
  EXPECT_THAT(complaint([] { table_of("from,sign\nA,1\n").number(0, "sgn"); }),
              HasSubstr("sgn: no such column; did you mean sign?"));
  EXPECT_THAT(complaint([] { PublishedTable("/nowhere/a.csv"); }), HasSubstr("/nowhere/a.csv: "));
}

TEST(SignedNetwork, IsSymmetricInAlphabeticalOrderAndOfOneWindow) {
  const auto table = table_of("window,from,to,sign\n46,B,A,-1\n46,C,B,1\n48,A,C,1\n");
  const SignedNetwork network = signed_network(table, "46");
  EXPECT_THAT(network.names, ElementsAre("A", "B", "C"));
  EXPECT_EQ(network.ties, (Matrix(3, 3) << 0, -1, 0, -1, 0, 1, 0, 1, 0).finished());
}

TEST(Propensities, CountFromIndifference) {
  const auto found = propensities(
      table_of("a,b,size_a,size_b,propensity_1to5\nUS,Iran,10,20,1\nIran,Iraq,20,5,4\n"));
  EXPECT_THAT(found.names, ElementsAre("Iran", "Iraq", "US"));
  EXPECT_EQ(found.size, (Vector(3) << 20, 5, 10).finished());
  EXPECT_EQ(found.propensity, (Matrix(3, 3) << 0, 1, -2, 1, 0, 0, -2, 0, 0).finished());
}

TEST(Friendships, AreThoseOfOneWave) {
  const std::string text = "wave,from,to\n1,1,2\n2,2,1\n1,3,1\n";
  EXPECT_EQ(friendships(table_of(text), 1, 3),
            (Matrix(3, 3) << 0, 1, 0, 0, 0, 0, 1, 0, 0).finished());
  EXPECT_THAT(complaint([&] { friendships(table_of(text), 1, 2); }),
              HasSubstr("from 3 to 1; expected two of 1 to 2"));
}

}  // namespace
}  // namespace entente
