#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/cli/program.h"

// Burning in once and going on with many policies, as a user does it.

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string small = in_repository("tests/ensemble/small_world.toml");

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The small world with a variant whose event lies after 20 May 2020.
std::string world(const Folder& folder) {
  return folder.file("world.toml", bytes_of(small) + R"(
[[variant]]
id = "quarrel"
title = "North and west fall out"
[[variant.event]]
date = 2020-06-20
type = "interaction"
from = "north"
to = "west"
goldstein = -8.0
basis = "estimate"
)");
}

/// Burns the small world in to 20 May 2020, tick 20 of 40, into c.nc.
void burn_in(const Folder& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"run",        world(folder), "--runs", "30", "--checkpoint-at",
                                     "2020-05-22", "-o",          "c.nc"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ending ending = entente(arguments, folder.path());
  EXPECT_EQ(ending.status, 0) << ending.err;
}

/// The rows of a table from a date on, with its head.
std::string from_date(const std::string& table, const std::string& date) {
  std::istringstream in(table);
  std::string line, kept;
  std::getline(in, kept);
  kept += "\n";
  while (std::getline(in, line)) {
    const auto second = line.find(',', line.find(',') + 1);
    if (line.compare(second + 1, date.size(), date) >= 0) kept += line + "\n";
  }
  return kept;
}

TEST(RunFrom, WritesWhatAnUnbrokenRunWritesFromThereOnWhateverTheThreads) {
  const Folder folder;
  burn_in(folder);
  const auto unbroken = entente({"run", world(folder), "--runs", "30", "--variant", "base",
                                 "quarrel", "--quiet", "--csv", "whole"},
                                folder.path());
  EXPECT_EQ(unbroken.status, 0) << unbroken.err;
  for (const std::string threads : {"1", "3"}) {
    const Ending ending = entente({"run", "--from", "c.nc", "--variant", "base", "quarrel",
                                   "--threads", threads, "--quiet", "--csv", "rest" + threads},
                                  folder.path());
    EXPECT_EQ(ending.status, 0) << ending.err;
    for (const char* table : {"/series.csv", "/metrics.csv", "/decisions.csv"}) {
      const auto whole = bytes_of(folder.path() + "/whole" + table);
      EXPECT_TRUE(bytes_of(folder.path() + "/rest" + threads + table) ==
                  from_date(whole, "2020-05-20"))
          << table;
      EXPECT_FALSE(from_date(whole, "2020-05-20") == whole) << table;
    }
  }
}

TEST(RunFrom, SaysWhereItWentOnFromAndFitsThePage) {
  const Folder folder;
  burn_in(folder);
  const Ending ending = entente({"run", "--from", "c.nc"}, folder.path());
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("30 runs · 20 ticks of 1 week, 2020-05-20 to 2020-10-07"));
  EXPECT_THAT(ending.out, HasSubstr("continued from 2020-05-20, up to which base was burnt in"));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
}

TEST(RunFrom, MayTakeFewerReplicatesOrSingleOnes) {
  const Folder folder;
  burn_in(folder);
  const auto go_on = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"run", "--from", "c.nc"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return entente(arguments, folder.path());
  };
  EXPECT_THAT(go_on({"--runs", "7"}).out, HasSubstr("7 runs · "));
  EXPECT_THAT(go_on({"--first", "28"}).out, HasSubstr("2 runs · "));
  const Ending many = go_on({"--runs", "31"});
  EXPECT_EQ(many.status, 2);
  EXPECT_THAT(many.err, HasSubstr("--runs 31: c.nc holds no more than 30 runs\n"));
  EXPECT_THAT(go_on({"--first", "28", "--runs", "3"}).err,
              HasSubstr("--runs 3: c.nc holds no more than 2 runs from there on"));
  EXPECT_THAT(go_on({"--first", "30"}).err,
              HasSubstr("--first 30: c.nc holds the replicates 0 to 29"));
}

TEST(RunFrom, NeedsNoScenarioButTakesTheSame) {
  const Folder folder;
  burn_in(folder);
  const Ending same = entente({"run", world(folder), "--from", "c.nc"}, folder.path());
  EXPECT_EQ(same.status, 0) << same.err;
  const Ending other = entente({"run", small, "--from", "c.nc"}, folder.path());
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("not the scenario of the checkpoint c.nc: "));
  EXPECT_THAT(other.err, HasSubstr("[[variant]] id = \"quarrel\""));
}

TEST(RunFrom, RefusesVariantsThatWereOthersBeforeAndUnknownOnes) {
  const Folder folder;
  burn_in(folder);
  const Ending earlier = entente({"run", "--from", "c.nc", "--variant", "no-visit"}, folder.path());
  EXPECT_EQ(earlier.status, 2);
  EXPECT_THAT(earlier.err,
              HasSubstr("variant no-visit: has not the event visit on 2020-03-02, and base has"));
  const Ending unknown = entente({"run", "--from", "c.nc", "--variant", "quarel"}, folder.path());
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean quarrel?"));
}

TEST(RunFrom, RefusesWhatWouldChangeThePastAndSaysWhy) {
  const Folder folder;
  burn_in(folder);
  const Ending ending =
      entente({"run", "--from", "c.nc", "--seed", "3", "--set", "dynamics.alignment.noise=0"},
              folder.path());
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err, HasSubstr("--seed: a checkpoint goes on with the seed"));
  EXPECT_THAT(ending.err, HasSubstr("--set: it would change the past"));
  EXPECT_THAT(ending.err, HasSubstr("2 errors"));
}

TEST(CheckpointAt, SaysWhatItWroteAndHowToGoOn) {
  const Folder folder;
  const Ending ending =
      entente({"run", world(folder), "--runs", "3", "--checkpoint-at", "2020-05-22", "--seed", "5"},
              folder.path());
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("Burnt in 3 runs of base: 20 ticks of 1 week, 2020-01-01 to "
                                    "2020-05-20"));
  EXPECT_THAT(ending.out, HasSubstr("2020-05-20 is the start of the tick that holds 2020-05-22."));
  EXPECT_THAT(ending.out, HasSubstr("entente run --from"));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  EXPECT_THAT(folder.names(), ElementsAre("small-world.checkpoint.nc", "world.toml"));
  const Ending rest = entente({"run", "--from", "small-world.checkpoint.nc"}, folder.path());
  EXPECT_THAT(rest.out, HasSubstr("seed 5"));
}

TEST(CheckpointAt, RefusesDatesOutsideTheRunAndWhatItCannotDo) {
  const Folder folder;
  const auto refused = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"run", world(folder)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ending ending = entente(arguments, folder.path());
    EXPECT_EQ(ending.status, 2) << ending.err;
    EXPECT_THAT(ending.out, IsEmpty());
    EXPECT_THAT(folder.names(), ElementsAre("world.toml"));
    return ending.err;
  };
  for (const char* date : {"2019-12-01", "2020-01-01", "2020-10-07"})
    EXPECT_THAT(refused({"--checkpoint-at", date}),
                HasSubstr(std::string("no checkpoint at ") + date));
  EXPECT_THAT(refused({"--checkpoint-at", "May"}), HasSubstr("--checkpoint-at May: not a date"));
  EXPECT_THAT(refused({"--checkpoint-at", "2020-05-20", "--all-variants"}),
              HasSubstr("one variant is burnt in"));
  EXPECT_THAT(refused({"--checkpoint-at", "2020-05-20", "--csv", "tables"}),
              HasSubstr("a checkpoint holds states and no series"));
  EXPECT_THAT(refused({"--checkpoint-at", "2020-05-20", "--from", "c.nc"}),
              HasSubstr("cannot be burnt in from another one"));
}

TEST(CheckpointAt, FailedRunsEndWith3AndTheirRepeatGoesOnFromTheCheckpoint) {
  const Folder folder;
  const auto file = in_repository("tests/cli/escaping.toml");
  const Ending ending = entente(
      {"run", file, "--runs", "40", "--checkpoint-at", "2031-07-01", "-o", "c.nc"}, folder.path());
  EXPECT_EQ(ending.status, 3) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("again: entente run " + file));
  const Ending rest = entente({"run", "--from", "c.nc"}, folder.path());
  EXPECT_EQ(rest.status, 3);
  const auto at = rest.err.find("again: entente run --from c.nc --variant base --first ");
  ASSERT_NE(at, std::string::npos) << rest.err;
  const auto number = rest.err.substr(at + 54, rest.err.find(' ', at + 54) - at - 54);
  EXPECT_EQ(
      entente({"run", "--from", "c.nc", "--variant", "base", "--first", number, "--runs", "1"},
              folder.path())
          .status,
      3);
}

TEST(CheckpointAt, AnInterruptKeepsTheReplicatesThatWereFinished) {
  const Folder folder;
  const Ending ending = entente({"run", world(folder), "--runs", "10000000", "--threads", "2",
                                 "--checkpoint-at", "2020-05-20", "-o", "c.nc"},
                                folder.path(), {}, true);
  EXPECT_EQ(ending.status, 130) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("these are kept"));
  EXPECT_THAT(folder.names(), ElementsAre("c.nc", "world.toml"));
  EXPECT_EQ(entente({"run", "--from", "c.nc", "--runs", "1"}, folder.path()).status, 0);
}

}  // namespace
}  // namespace entente
