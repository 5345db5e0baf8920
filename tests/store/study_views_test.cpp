#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "analysis/store/study_csv.h"
#include "tests/store/scratch.h"
#include "tests/store/small_study.h"

// What people see of a study's results: views, Python's own SQLite, tables.

namespace entente {
namespace {

using ::testing::HasSubstr;

/// Sixteen runs, of which run 5 failed.
void make_store(const std::filesystem::path& file) {
  const auto identity = small_study();
  StudyStore store(file, identity, StudyStore::Opening::resume);
  for (std::uint64_t n = 0; n < 16; ++n) {
    StudyRun run = run_of(identity, n);
    if (n == 5) {
      run.status = RunStatus::failed;
      run.message = "alignment overflows, \"much\"";
      run.outcomes = {std::nan(""), std::nan("")};
    }
    add(store, run);
  }
}

TEST(StudyViews, SummariseReplicatesByPointVariantAndOutcome) {
  const Scratch scratch;
  make_store(scratch / "s.db");
  StudyReader reader(scratch / "s.db");
  Statement select(reader.database(),
                   "SELECT runs, mean, variance, least, greatest FROM summary WHERE point = 2 AND "
                   "variant = 'other' AND outcome = 'a'");
  ASSERT_TRUE(select.step());  // runs 9 and 11: 9/3 and 11/3
  EXPECT_EQ(select.whole(0), 2);
  EXPECT_DOUBLE_EQ(select.number(1), 10.0 / 3.0);
  EXPECT_DOUBLE_EQ(select.number(2), 2.0 / 9.0);
  EXPECT_DOUBLE_EQ(select.number(3), 3.0);
  EXPECT_DOUBLE_EQ(select.number(4), 11.0 / 3.0);
  Statement alone(reader.database(),
                  "SELECT runs, mean, variance FROM summary WHERE point = 1 AND variant = 'other' "
                  "AND outcome = 'b'");
  ASSERT_TRUE(alone.step());  // run 5 failed; 7 is left
  EXPECT_EQ(alone.whole(0), 1);
  EXPECT_EQ(alone.number(1), -7.0);
  EXPECT_TRUE(std::isnan(alone.number(2)));
}

TEST(StudyReader, GivesAnswersByPointAndReplicate) {
  const Scratch scratch;
  make_store(scratch / "s.db");
  StudyReader reader(scratch / "s.db");
  const Matrix answers = reader.answers(1, 1);
  ASSERT_EQ(answers.rows(), 4);
  ASSERT_EQ(answers.cols(), 2);
  EXPECT_EQ(answers(0, 0), -1.0);
  EXPECT_TRUE(std::isnan(answers(1, 0)));
  EXPECT_EQ(answers(3, 1), -15.0);
  EXPECT_EQ(reader.count(RunStatus::failed), 1u);
  EXPECT_EQ(reader.spread(0, 0).runs, 8u);
  EXPECT_DOUBLE_EQ(reader.spread(0, 0).mean, 7.0 / 3.0);
}

TEST(StudyReader, HasTheIdentityThatWasPut) {
  const Scratch scratch;
  make_store(scratch / "s.db");
  const StudyIdentity found = StudyReader(scratch / "s.db").identity(), put = small_study();
  EXPECT_TRUE(differences(found, put).empty());
  EXPECT_EQ(found.title, put.title);
  EXPECT_EQ(found.seed, put.seed);
  EXPECT_EQ(found.variants, put.variants);
  EXPECT_EQ(found.parameters, put.parameters);
  EXPECT_EQ(found.outcomes, put.outcomes);
  EXPECT_EQ(found.numbering.runs(), put.numbering.runs());
}

TEST(StudyCsv, HasEveryRunInOrderAndReadsBackToTheSameBits) {
  const Scratch scratch;
  make_store(scratch / "s.db");
  StudyReader reader(scratch / "s.db");
  write_csv(scratch / "tables", reader);
  const std::string runs = contents(scratch / "tables/runs.csv");
  EXPECT_THAT(runs, HasSubstr("run,point,dynamics.alignment.balance,event.visit.date,replicate,"
                              "variant,status,message,a,b\n"
                              "0,0,0.0,2023-03-01,0,base,finished,,0.0,-0.0\n"
                              "1,0,0.0,2023-03-01,0,other,finished,,0.3333333333333333,-1.0\n"));
  EXPECT_THAT(runs, HasSubstr("\n5,1,0.1,2023-03-01,0,other,failed,\"alignment overflows, "
                              "\"\"much\"\"\",,\n"));
  EXPECT_EQ(std::count(runs.begin(), runs.end(), '\n'), 17);
  EXPECT_THAT(contents(scratch / "tables/failures.csv"),
              HasSubstr("\"\"much\"\"\",entente run again\n"));
  EXPECT_THAT(contents(scratch / "tables/points.csv"), HasSubstr("\n3,0.30000000000000004,"));
}

TEST(StudyStore, OpensInPythonsOwnSqlite) {
  const Scratch scratch;
  make_store(scratch / "s.db");
  std::ofstream(scratch / "look.py") << R"(import sqlite3, sys
data = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
rows = data.execute("SELECT status, a, b FROM result ORDER BY run").fetchall()
assert len(rows) == 16
assert rows[1] == ("finished", 1 / 3, -1.0), rows[1]
assert rows[5] == ("failed", None, None), rows[5]
mean, = data.execute("SELECT avg(value) FROM outcome_value WHERE outcome = 'b'").fetchone()
assert mean == -115 / 15, mean
replay, = data.execute("SELECT replay FROM failures").fetchone()
assert replay == "entente run again"
print("read")
)";
  const std::string command = "/usr/bin/python3 " + (scratch / "look.py").string() + " " +
                              (scratch / "s.db").string() + " 2>&1";
  if (std::system("/usr/bin/python3 -c 'import sqlite3' 2> /dev/null") != 0)
    GTEST_SKIP() << "needs /usr/bin/python3 with sqlite3";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  char answer[4096] = {};
  const auto size = std::fread(answer, 1, sizeof answer - 1, pipe);
  ::pclose(pipe);
  EXPECT_EQ(std::string(answer, size), "read\n");
}

}  // namespace
}  // namespace entente
