#include "analysis/sensitivity/sobol_indices.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

using samples::answers;
using samples::ishigami;
using samples::normals;
using samples::ranges;
using samples::sobol_g;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Saltelli design_for(const TestModel& model, std::uint64_t rows, std::uint64_t seed) {
  return Saltelli(rows, ranges(model.parameters.size()), seed);
}

SobolIndices indices(const Saltelli& design, const Matrix& answers_there) {
  return sobol_indices(design.layout(), answers_there, Draws(5, 0));
}

SobolIndices indices(const TestModel& model, std::uint64_t rows, std::uint64_t seed = 1) {
  const Saltelli design = design_for(model, rows, seed);
  return indices(design, answers(model, design));
}

void expect_within_intervals(const TestModel& model, std::uint64_t rows) {
  const SobolIndices found = indices(model, rows);
  ASSERT_EQ(found.parameters.size(), model.parameters.size());
  for (std::size_t i = 0; i < found.parameters.size(); ++i) {
    const auto& [first, total] = found.parameters[i];
    EXPECT_TRUE(first.covers(model.first[i]))
        << model.name << rows << " S" << i + 1 << " in " << first.low << ", " << first.high;
    EXPECT_TRUE(total.covers(model.total[i]))
        << model.name << rows << " T" << i + 1 << " in " << total.low << ", " << total.high;
  }
  EXPECT_NEAR(found.variance, model.variance, 0.1 * model.variance);
  EXPECT_NEAR(found.mean, model.mean, 0.1 * std::sqrt(model.variance));
}

TEST(SobolIndices, CoverTheKnownOnesOfIshigamisFunction) {
  expect_within_intervals(ishigami(), 512);
  expect_within_intervals(ishigami(), 4096);
}

TEST(SobolIndices, CoverTheKnownOnesOfSobolsG) {
  expect_within_intervals(sobol_g(), 512);
  expect_within_intervals(sobol_g(), 4096);
}

TEST(SobolIndices, CoverTheKnownOnesInNineteenOfTwentyDesigns) {
  for (const TestModel& model : test_models())
    for (const std::uint64_t rows : {512, 4096}) {
      int covered = 0, all = 0;
      for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const SobolIndices found = indices(model, rows, seed);
        for (std::size_t i = 0; i < found.parameters.size(); ++i) {
          covered += found.parameters[i].first.covers(model.first[i]) ? 1 : 0;
          covered += found.parameters[i].total.covers(model.total[i]) ? 1 : 0;
          all += 2;
        }
      }
      EXPECT_GE(covered, 0.95 * all) << model.name << ", " << rows << " rows";
    }
}

TEST(SobolIndices, HaveIntervalsThatNarrowWithTheRootOfTheSample) {
  const auto few = indices(ishigami(), 512), many = indices(ishigami(), 8192);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto width = [](const Estimate& e) { return e.high - e.low; };
    EXPECT_NEAR(width(few.parameters[i].first) / width(many.parameters[i].first), 4.0, 1.2);
    EXPECT_NEAR(width(few.parameters[i].total) / width(many.parameters[i].total), 4.0, 1.2);
  }
}

TEST(SobolIndices, OfASumAreItsPartsAndNoMore) {
  // y = x₁ + 2 x₂: S = T = 1/5 and 4/5, whatever the scale and level of y.
  const Saltelli design(1024, ranges(2), 3);
  Matrix y(static_cast<Index>(design.points()), 1);
  std::vector<double> x(2);
  for (Index p = 0; p < y.rows(); ++p) {
    design.at(static_cast<std::uint64_t>(p), x);
    y(p, 0) = 1e6 + 1e-3 * (x[0] + 2.0 * x[1]);
  }
  const auto found = indices(design, y);
  EXPECT_NEAR(found.parameters[0].first.value, 0.2, 0.01);
  EXPECT_NEAR(found.parameters[0].total.value, 0.2, 0.01);
  EXPECT_NEAR(found.parameters[1].first.value, 0.8, 0.02);
  EXPECT_NEAR(found.parameters[1].total.value, 0.8, 0.02);
  EXPECT_FALSE(found.free_of_noise());
}

TEST(SobolIndices, DoNotChangeWithWhatAReplicateAddsEverywhere) {
  const Saltelli design = design_for(ishigami(), 256, 1);
  const Matrix exact = answers(ishigami(), design).replicate(1, 5);
  const RowVector added = 10.0 * normals(1, 5, 3);
  const auto without = indices(design, exact);
  const auto with = indices(design, exact.rowwise() + added);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(with.parameters[i].first.value, without.parameters[i].first.value, 1e-9);
    EXPECT_NEAR(with.parameters[i].total.low, without.parameters[i].total.low, 1e-9);
  }
  const double spread = (added.array() - added.mean()).square().sum() / 4.0;
  EXPECT_NEAR(with.noise.within, spread, 1e-9);
  EXPECT_NEAR(with.noise.interaction, 0.0, 1e-9);
  EXPECT_NEAR(with.noise.share.value, spread / (spread + with.variance), 1e-9);
  EXPECT_NEAR(without.noise.share.value, 0.0, 1e-12);
  EXPECT_TRUE(with.free_of_noise());
}

TEST(SobolIndices, AreWithoutTheBiasOfNoiseThatDiffersFromPointToPoint) {
  // As much noise as variance in every run; of means over two it leaves half as much.
  const TestModel& model = sobol_g();
  const double deviation = std::sqrt(model.variance);
  const int designs = 30;
  double total_of_last = 0.0, first_of_first = 0.0, total_of_first = 0.0, variance = 0.0;
  double biased = 0.0, interaction = 0.0;
  for (int d = 0; d < designs; ++d) {
    const Saltelli design = design_for(model, 256, static_cast<std::uint64_t>(d));
    const Matrix exact = answers(model, design).replicate(1, 2);
    const Matrix noisy = exact + deviation * normals(exact.rows(), 2, d);
    const auto found = indices(design, noisy);
    const auto of_means = indices(design, noisy.rowwise().mean());
    first_of_first += found.parameters[0].first.value / designs;
    total_of_first += found.parameters[0].total.value / designs;
    total_of_last += found.parameters[7].total.value / designs;
    biased += of_means.parameters[7].total.value / designs;
    variance += found.variance / designs;
    interaction += found.noise.interaction / designs;
  }
  // Three standard errors of means over the designs, as those scatter.
  EXPECT_NEAR(variance, model.variance, 0.03 * model.variance);
  EXPECT_NEAR(interaction, model.variance, 0.03 * model.variance);
  EXPECT_NEAR(first_of_first, model.first[0], 0.05);
  EXPECT_NEAR(total_of_first, model.total[0], 0.05);
  EXPECT_NEAR(total_of_last, model.total[7], 0.03);
  EXPECT_NEAR(biased, 1.0 / 3.0, 0.03);  // ½ V of noise in means of variance 1½ V
}

TEST(SobolIndices, AreWithoutTheBiasOfNoiseThatDependsOnAParameter) {
  // y = x₁ + w_r x₂, w standard normal: the expected answer does not depend on x₂.
  const Saltelli design(256, ranges(2), 3);
  Matrix x(static_cast<Index>(design.points()), 2);
  std::vector<double> unit(2);
  for (Index p = 0; p < x.rows(); ++p) {
    design.at(static_cast<std::uint64_t>(p), unit);
    x.row(p) << unit[0], unit[1];
  }
  const int repeats = 400;
  double first = 0.0, total = 0.0, variance = 0.0, biased = 0.0;
  for (int d = 0; d < repeats; ++d) {
    const Matrix y = x.col(0).replicate(1, 6) + x.col(1) * normals(1, 6, d);
    const auto found = indices(design, y);
    const auto of_means = indices(design, y.rowwise().mean());
    const double known = 1.0 / 12.0;  // ratios of noisy numbers have a bias of their own
    first += found.parameters[1].first.value * found.variance / known / repeats;
    total += found.parameters[1].total.value * found.variance / known / repeats;
    biased += of_means.parameters[1].total.value * of_means.variance / known / repeats;
    variance += found.variance / known / repeats;
  }
  // Three standard errors: w̄² − s²/6 scatters by 0.26, over 400 repeats.
  EXPECT_NEAR(biased, 1.0 / 6.0, 0.04);  // the variance of w̄ x₂ in units of that of x₁
  EXPECT_NEAR(first, 0.0, 0.04);
  EXPECT_NEAR(total, 0.0, 0.04);
  EXPECT_NEAR(variance, 1.0, 0.04);
}

TEST(SobolIndices, LeaveOutRowsWithoutAnswersAndSaySo) {
  const Saltelli design = design_for(ishigami(), 1024, 1);
  Matrix y = answers(ishigami(), design).replicate(1, 2);
  for (Index p = 0; p < y.rows(); p += 50) y(p, 0) = missing;  // a point of every tenth row
  const auto found = indices(design, y);
  EXPECT_EQ(found.coverage.used, 1024u - 103u);
  EXPECT_EQ(found.coverage.left_out, 103u);
  EXPECT_EQ(found.coverage.missing_runs, 103u);
  EXPECT_EQ(found.coverage.unused_runs, 103u * 9u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(found.parameters[i].first.covers(ishigami().first[i]));
    EXPECT_TRUE(found.parameters[i].total.covers(ishigami().total[i]));
  }
}

TEST(SobolIndices, GoOnWithTheReplicatesThatAnswerInARow) {
  const Saltelli design = design_for(ishigami(), 512, 1);
  Matrix y = answers(ishigami(), design).replicate(1, 4);
  y.rowwise() += RowVector(normals(1, 4, 1));
  for (Index p = 0; p < y.rows(); p += 10) y(p, p / 10 % 4) = missing;
  const auto found = indices(design, y);
  EXPECT_EQ(found.coverage.used, 512u);
  EXPECT_EQ(found.coverage.left_out, 0u);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_TRUE(found.parameters[i].total.covers(ishigami().total[i]));
}

TEST(SobolIndices, DoNotExistWhereNothingVariesOrAnswers) {
  const Saltelli design(64, ranges(2), 1);
  const auto constant = indices(design, Matrix::Constant(64 * 4, 2, 0.1));
  const auto empty = indices(design, Matrix::Constant(64 * 4, 2, missing));
  for (const auto* found : {&constant, &empty}) {
    EXPECT_TRUE(std::isnan(found->parameters[0].first.value));
    EXPECT_TRUE(std::isnan(found->parameters[1].total.low));
    EXPECT_TRUE(std::isnan(found->variance));
  }
  EXPECT_DOUBLE_EQ(constant.mean, 0.1);
  EXPECT_TRUE(std::isnan(empty.mean));
  EXPECT_EQ(empty.coverage.left_out, 64u);
}

TEST(SobolIndices, KnowNoNoiseOfASingleReplicate) {
  const auto found = indices(ishigami(), 64);
  EXPECT_TRUE(std::isnan(found.noise.share.value));
  EXPECT_TRUE(std::isnan(found.noise.within));
  EXPECT_TRUE(std::isnan(found.noise.interaction));
}

TEST(SobolIndices, AreTheSameForTheSameDrawsAndHaveOtherIntervalsForOthers) {
  const Saltelli design = design_for(ishigami(), 64, 1);
  const Matrix y = answers(ishigami(), design);
  const auto once = sobol_indices(design.layout(), y, Draws(1, 0));
  const auto again = sobol_indices(design.layout(), y, Draws(1, 0));
  const auto other = sobol_indices(design.layout(), y, Draws(2, 0));
  EXPECT_EQ(once.parameters[0].first.low, again.parameters[0].first.low);
  EXPECT_EQ(once.parameters[0].first.value, other.parameters[0].first.value);
  EXPECT_NE(once.parameters[0].first.low, other.parameters[0].first.low);
}

}  // namespace
}  // namespace entente
