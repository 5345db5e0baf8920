#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <charconv>
#include <cstring>
#include <sstream>

#include "analysis/metrics/catalogue.h"
#include "analysis/store/csv_tables.h"
#include "sim/core/error.h"
#include "tests/store/scratch.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::filesystem::path& file) {
  Rows rows;
  std::istringstream lines(contents(file));
  for (std::string line; std::getline(lines, line);) {
    auto& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  return rows;
}

double number(const std::string& cell) {
  double value = 0.0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

std::vector<RunRecord> write_tables(const Ensemble& ensemble, const std::filesystem::path& folder,
                                    int threads = 2) {
  CsvTables tables(folder, ensemble);
  Keeper keeper;
  Sink* const sinks[] = {&tables, &keeper};
  const std::atomic<bool> stop{false};
  conduct(ensemble, sinks, threads, stop);
  tables.finish();
  return keeper.records;
}

TEST(Csv, SeriesReadBackToTheSameBits) {
  const Scratch scratch;
  const auto records = write_tables(small_ensemble(2), scratch / "t");
  const Rows rows = rows_of(scratch / "t/series.csv");
  EXPECT_THAT(rows[0], ElementsAre("variant", "replicate", "time", "path", "value"));
  EXPECT_THAT(rows[1],
              ElementsAre("base", "0", "2020-01-01", "alignment.north.south", ::testing::_));
  ASSERT_EQ(rows.size(), 1 + 4 * 41 * 6u);
  std::size_t row = 1;
  for (const RunRecord& record : records)
    for (Index k = 0; k < record.series.size(); ++k, ++row) {
      const double value = number(rows[row][4]);
      ASSERT_EQ(std::memcmp(&value, record.series.data() + k, sizeof(double)), 0) << row;
    }
}

TEST(Csv, EveryTableIsThereAndNothingElse) {
  const Scratch scratch;
  const auto records = write_tables(small_ensemble(10), scratch / "t");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(scratch / "t"))
    names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("series.csv", "metrics.csv", "decisions.csv"));
  EXPECT_EQ(rows_of(scratch / "t/metrics.csv").size(), 1 + 20 * 41 * metric_names().size());
  std::size_t decisions = 0;
  for (const RunRecord& record : records) decisions += record.decisions.size();
  const Rows rows = rows_of(scratch / "t/decisions.csv");
  ASSERT_EQ(rows.size(), 1 + decisions);
  ASSERT_GT(decisions, 0u);
  EXPECT_THAT(rows[0], ElementsAre("variant", "replicate", "time", "layer", "actor", "target",
                                   "from", "to", "probability", "occasion"));
  for (const auto& row : rows) EXPECT_EQ(row.size(), 10u);
}

TEST(Csv, TheSameRunWritesTheSameBytesWhateverTheThreads) {
  const Scratch scratch;
  write_tables(small_ensemble(12), scratch / "one", 1);
  write_tables(small_ensemble(12), scratch / "five", 5);
  for (const char* table : {"series.csv", "metrics.csv", "decisions.csv"})
    EXPECT_TRUE(contents(scratch / "one" / table) == contents(scratch / "five" / table)) << table;
}

TEST(Csv, ContributionsAreATableWhereAlignmentsAreExplained) {
  const Scratch scratch;
  Ensemble ensemble = small_ensemble(2);
  ensemble.explain({"alignment.north.east"});
  const auto records = write_tables(ensemble, scratch / "t");
  const Rows rows = rows_of(scratch / "t/contributions.csv");
  EXPECT_THAT(rows[0], ElementsAre("variant", "replicate", "time", "explained", "part", "value"));
  const auto& parts = ensemble.chart.parts;
  ASSERT_EQ(rows.size(), 1 + 4 * 41 * parts.size());
  std::size_t row = 1;
  for (const RunRecord& record : records)
    for (std::size_t k = 0; k < record.ledger.parts.size(); ++k, ++row) {
      EXPECT_EQ(rows[row][4], parts[k % parts.size()]);
      EXPECT_EQ(number(rows[row][5]), record.ledger.parts[k]);
    }
}

TEST(Csv, AFailedRunIsNotANumber) {
  const Scratch scratch;
  Ensemble ensemble = ensemble_of(escaping_world(), {"base"});
  ensemble.runs = 20;
  const auto records = write_tables(ensemble, scratch / "t");
  const Rows rows = rows_of(scratch / "t/series.csv");
  for (const RunRecord& record : records)
    EXPECT_EQ(rows[301 * (record.replicate + 1)][4] == "NaN", record.failed());
}

TEST(Csv, WhatIsNotFinishedLeavesNothing) {
  const Scratch scratch;
  {
    const Ensemble ensemble = small_ensemble(1);
    CsvTables tables(scratch / "t", ensemble);
    tables.take(records_of(ensemble, 1));
  }
  EXPECT_THAT(scratch.names(), IsEmpty());
}

TEST(Csv, RefusesAFolderThatCannotBeMade) {
  const Scratch scratch;
  std::ofstream(scratch / "file") << "in the way";
  const Ensemble ensemble = small_ensemble(1);
  for (const char* folder : {"none/t", "file"}) {
    try {
      const CsvTables tables(scratch / folder, ensemble);
      FAIL() << folder << " was accepted";
    } catch (const RunError& error) {
      EXPECT_THAT(error.what(), HasSubstr("cannot make the folder"));
    }
  }
}

}  // namespace
}  // namespace entente
