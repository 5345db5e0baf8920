// Balance alone with β = 1, the identity link and self-ties is the matrix Riccati equation
// dX/dt = X², whose solution is X(t) = X₀ (I − X₀t)⁻¹ until it escapes at t = 1/λ₁, λ₁ > 0 being
// the leading eigenvalue of X₀ (Marvel et al. 2011).

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <cmath>
#include <regex>

#include "sim/core/error.h"
#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

Dynamics riccati() {
  Dynamics dynamics = scenes::still();
  dynamics.alignment.link = Link::identity;
  dynamics.alignment.self_ties = true;
  std::get<Balance>(dynamics.alignment.mechanisms).rate = 1.0;
  return dynamics;
}

std::shared_ptr<const Model> from(const Matrix& start, std::int64_t ticks, int step_days) {
  World world(scenes::roster(start.rows()), 4, 4);
  world.affinity = world.alignment = start;
  return scenes::model(std::move(world), riccati(), ticks, step_days);
}

/// Directed alignments, diagonal included, between −0.3 and 0.3.
Matrix directed(Index n) {
  Matrix start = 0.3 * scenes::random_world(n, 31).alignment;
  for (Index i = 0; i < n; ++i) start(i, i) = 0.05 * static_cast<double>(i) - 0.1;
  return start;
}

/// Mutual alignments whose leading eigenvalue is `leading`.
Matrix mutual(Index n, double leading) {
  const Matrix any = directed(n), both = any + any.transpose();
  return both * (leading / Eigen::SelfAdjointEigenSolver<Matrix>(both).eigenvalues()(n - 1));
}

Matrix solution(const Matrix& start, double t) {
  const Matrix identity = Matrix::Identity(start.rows(), start.rows());
  return start * (identity - start * t).inverse();
}

constexpr int days = 512;

double error_at_step(const Matrix& start, int step_days) {
  const World last = scenes::outcome(from(start, days / step_days, step_days));
  return scenes::apart(last.alignment, solution(start, days / 365.25));
}

TEST(Riccati, FollowsTheClosedFormWithAnErrorOfFirstOrder) {
  for (const Matrix& start : {directed(5), mutual(4, 0.3)}) {
    EXPECT_LT(error_at_step(start, 1), 2e-3);
    EXPECT_GT(scenes::apart(start, solution(start, days / 365.25)), 0.1);
    for (const int step : {16, 8, 4, 2})
      EXPECT_NEAR(error_at_step(start, step) / error_at_step(start, step / 2), 2.0, 0.1) << step;
  }
}

TEST(Riccati, TendsToTheClosedFormBeyondFirstOrder) {
  const Matrix start = directed(5);
  const Matrix one = scenes::outcome(from(start, days, 1)).alignment,
               two = scenes::outcome(from(start, days / 2, 2)).alignment;
  EXPECT_LT(scenes::apart<Matrix>(2.0 * one - two, solution(start, days / 365.25)), 2e-6);
}

TEST(Riccati, KeepsTheDiagonalAndLosesItWithoutSelfTies) {
  const auto kept = scenes::outcome(from(directed(4), 10, 7));
  EXPECT_GT(kept.alignment.diagonal().cwiseAbs().minCoeff(), 0.01);
  Dynamics dynamics = riccati();
  dynamics.alignment.self_ties = false;
  World world(scenes::roster(4), 4, 4);
  world.affinity = world.alignment = scenes::random_world(4, 31).alignment;
  const auto lost = scenes::outcome(scenes::model(std::move(world), dynamics, 10));
  EXPECT_TRUE(lost.alignment.diagonal().isZero(0.0));
}

/// What a run that overflows says, and when it says so.
struct Escape {
  std::string message;
  double years;
};

Escape escape_of(const Matrix& start, int step_days) {
  Simulation run(from(start, 20 * 366 / step_days, step_days), Draws(1, 0));
  try {
    while (!run.finished()) run.tick();
  } catch (const RunError& error) {
    return {error.what(), run.years()};
  }
  return {"", INFINITY};
}

TEST(RiccatiEscape, ComesAtTheInverseOfTheLeadingEigenvalue) {
  for (const double leading : {0.1, 0.2, 0.5}) {
    const double seen = escape_of(mutual(3, leading), 1).years;
    EXPECT_GT(seen, 1.0 / leading);
    EXPECT_LT(seen, 1.0 / leading + 30 / 365.25);
  }
}

TEST(RiccatiEscape, ComesCloserToItInSmallerSteps) {
  double before = INFINITY;
  for (const int step : {16, 8, 4, 2, 1}) {
    const double late = escape_of(mutual(3, 0.1), step).years - 10.0;
    EXPECT_GT(late, 0.0);
    EXPECT_LT(late, 0.7 * before);
    before = late;
  }
}

TEST(RiccatiEscape, NamesTheDyadTheDateAndTheTime) {
  const Escape escape = escape_of(mutual(3, 0.1), 1);
  std::smatch said;
  ASSERT_TRUE(
      std::regex_match(escape.message, said,
                       std::regex(R"(alignment\.(A\d)\.(A\d) left the representable range )"
                                  R"(in the tick of 19(\d\d)-\d\d-\d\d \(t = (.+) years\))")))
      << escape.message;
  EXPECT_EQ(said[3], "80");  // ten years after 1970-01-01
  EXPECT_NEAR(std::stod(said[4]), escape.years, 0.005);
}

TEST(RiccatiEscape, NeverComesWithoutAPositiveEigenvalue) {
  const Matrix start = -mutual(3, 0.5) * mutual(3, 0.5);
  const World last = scenes::outcome(from(start, 3000, 7));
  EXPECT_LT(last.alignment.cwiseAbs().maxCoeff(), start.cwiseAbs().maxCoeff());
}

}  // namespace
}  // namespace entente
