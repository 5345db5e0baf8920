#include "analysis/report/shown_points.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/sweep/sweep.h"
#include "tests/cli/program.h"

namespace entente {
namespace {

/// A study of the Ishigami function at so many points, of which the first runs are done.
class ShownPointsTest : public ::testing::Test {
 protected:
  void fill(const std::string& design, std::uint64_t done) {
    const SweepJob job(
        read_study(folder_.file(
            "s.toml",
            fmt::format(R"(format = 1
[study]
id = "s"
model = "ishigami"
design = {{ {0} }}
[[parameter]]
path = "x1"
{1}
[[parameter]]
path = "x2"
{1}
[[outcome]]
name = "y"
of = "y"
statistic = "final"
)",
                        design, design.starts_with("type = \"list") ? "" : "range = [0.0, 1.0]"))),
        {});
    StudyStore store(file(), job.identity(), StudyStore::Opening::resume);
    std::vector<StudyRun> runs;
    for (std::uint64_t k = 0; k < done; ++k)
      runs.push_back({{job.plan().in_order(k), 0, 0}, RunStatus::finished, "", {1.0}});
    keep(job, store, runs);
    store.commit();
  }

  ShownPoints shown(std::size_t most) const {
    StudyReader reader(file());
    return ShownPoints(reader, Plan(study_of(reader.identity().study)), most);
  }

  std::string file() const { return folder_.path() + "/s.db"; }

  const Folder folder_;
};

/// How many of the values of a parameter lie in each eighth of the unit interval.
std::vector<int> by_eighth(const ShownPoints& points, Index parameter) {
  std::vector<int> counts(8);
  for (const double value : points.values().col(parameter))
    ++counts[static_cast<std::size_t>(std::min(7.0, std::floor(8.0 * value)))];
  return counts;
}

TEST_F(ShownPointsTest, AreAllThatHaveAFinishedRun) {
  fill("type = \"latin-hypercube\", points = 100", 60);
  EXPECT_EQ(shown(1000).numbers().size(), 60u);
}

TEST_F(ShownPointsTest, LieEvenlyOverTheStudyWhereThereAreTooMany) {
  fill("type = \"sobol\", points = 1024", 1024);
  const ShownPoints some = shown(64);
  EXPECT_EQ(some.numbers().size(), 64u);
  for (const Index p : {0, 1}) EXPECT_EQ(by_eighth(some, p), std::vector<int>(8, 8)) << p;
}

TEST_F(ShownPointsTest, OfAGridLieEvenlyToo) {
  fill("type = \"grid\", levels = 16", 256);
  const ShownPoints some = shown(64);
  EXPECT_TRUE(std::is_sorted(some.numbers().begin(), some.numbers().end()));
  for (const Index p : {0, 1})
    for (const int count : by_eighth(some, p)) EXPECT_NEAR(count, 8, 3) << p;
}

TEST_F(ShownPointsTest, OfATableAreEveryKthRow) {
  std::string table = "x1,x2\n";
  for (int k = 0; k < 100; ++k) table += fmt::format("{},{}\n", k, k % 10);
  folder_.file("t.csv", table);
  fill("type = \"list\", table = \"t.csv\"", 100);
  EXPECT_EQ(shown(5).numbers(), (std::vector<std::uint64_t>{0, 20, 40, 60, 80}));
}

}  // namespace
}  // namespace entente
