// Influence alone, under the identity link, is DeGroot's model. Its law says of i ≠ j
//
//   dA_ij/dt = φ Σ_{k≠j} D_ik (A_kj − A_ij)
//
// A_jj is no stance and takes no part (nor does k = i, as D_ii = 0), so that column j, what the
// others hold of j, is a system of its own. With W for D without row and column j, x for the
// column:
//
//   dx/dt = −φ L x,   L = diag(W 1) − W;   in one tick x' = P x,   P = I − φ Δt L, row-stochastic
//
// The consensus is w·x(0), w being the left Perron vector of P, which is the left null vector of L
// whatever φ Δt. Where nobody exchanges at home or with j, and φ Δt = 1, P is D itself: the model
// as DeGroot (1974) wrote it. With inertia it is that of Friedkin & Johnsen (1990), and so is the
// motion of positions under constant alignment.

#include <gtest/gtest.h>

#include <Eigen/LU>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente {
namespace {

constexpr double years = 7 / 365.25;

Dynamics linear(double influence, double inertia = 0.0) {
  Dynamics dynamics = scenes::still();
  dynamics.alignment.link = Link::identity;
  dynamics.alignment.baseline = Baseline::initial;
  std::get<Influence>(dynamics.alignment.mechanisms).rate = influence;
  std::get<Inertia>(dynamics.alignment.mechanisms).rate = inertia;
  return dynamics;
}

/// A random world read through the identity link: Z = A.
World linear_world(Index n, std::uint64_t seed) {
  World world = scenes::random_world(n, seed);
  world.affinity = world.alignment;
  return world;
}

/// The world where actor n − 1 is outside all exchange, and the others exchange with each other
/// alone.
World with_an_outsider(Index n) {
  World world = linear_world(n, 21);
  world.dependence.col(n - 1).setZero();
  for (Index i = 0; i < n - 1; ++i) world.dependence.row(i) /= world.dependence.row(i).sum();
  return world;
}

Matrix without(const Matrix& layer, Index j) {
  Matrix rest(layer.rows() - 1, layer.cols() - 1);
  for (Index a = 0; a < rest.rows(); ++a)
    for (Index b = 0; b < rest.cols(); ++b) rest(a, b) = layer(a + (a >= j), b + (b >= j));
  return rest;
}

/// Column j of a layer without its entry j.
Vector column(const Matrix& layer, Index j) {
  Vector rest(layer.rows() - 1);
  for (Index a = 0; a < rest.size(); ++a) rest(a) = layer(a + (a >= j), j);
  return rest;
}

Matrix laplacian(const Matrix& weights) {
  Matrix result = -weights;
  result.diagonal() += weights.rowwise().sum();
  return result;
}

/// The left Perron vector of a row-stochastic matrix: wᵀ P = wᵀ, Σ w = 1.
Vector perron(const Matrix& stochastic) {
  const Index n = stochastic.rows();
  Matrix equations = stochastic.transpose() - Matrix::Identity(n, n);
  equations.row(n - 1).setOnes();
  return equations.fullPivLu().solve(Vector::Unit(n, n - 1));
}

TEST(DeGroot, IsOneTickWhereNobodyExchangesWithTheOneJudged) {
  const World world = with_an_outsider(6);
  const World next = scenes::outcome(scenes::model(world, linear(1.0 / years), 1));
  const Vector expected = without(world.dependence, 5) * column(world.alignment, 5);
  EXPECT_LT(scenes::apart<Vector>(column(next.alignment, 5), expected), 1e-14);
}

TEST(DeGroot, WeighsEachByTheLeftPerronVector) {
  const Vector weights = perron(without(with_an_outsider(6).dependence, 5));
  for (Index k = 0; k < 5; ++k) {
    World world = with_an_outsider(6);
    world.alignment.col(5).setZero();
    world.alignment(k, 5) = 1.0;
    world.affinity = world.alignment;
    const World last = scenes::outcome(scenes::model(world, linear(1.0 / years), 400));
    EXPECT_LT(scenes::apart<Vector>(column(last.alignment, 5), Vector::Constant(5, weights(k))),
              1e-12)
        << k;
  }
}

TEST(DeGroot, GovernsEveryColumnWithWeightsOfItsOwn) {
  const World world = linear_world(7, 22);
  const World last = scenes::outcome(scenes::model(world, linear(8.0), 3000));
  for (Index j = 0; j < 7; ++j) {
    const Matrix step =
        Matrix::Identity(6, 6) - 8.0 * years * laplacian(without(world.dependence, j));
    const double consensus = perron(step).dot(column(world.alignment, j));
    EXPECT_LT(scenes::apart<Vector>(column(last.alignment, j), Vector::Constant(6, consensus)),
              1e-12)
        << j;
  }
}

TEST(DeGroot, FollowsWhoeverDependsOnNobody) {
  World world = linear_world(7, 23);
  world.dependence.row(0).setZero();
  const World last = scenes::outcome(scenes::model(world, linear(8.0), 20000));
  for (Index j = 1; j < 7; ++j)
    EXPECT_LT(scenes::apart<Vector>(column(last.alignment, j),
                                    Vector::Constant(6, world.alignment(0, j))),
              1e-12)
        << j;
}

TEST(FriedkinJohnsen, IsTheEquilibriumOfInfluenceAndInertia) {
  const double phi = 3.0, kappa = 0.8;
  const World world = linear_world(7, 24);
  const World last = scenes::outcome(scenes::model(world, linear(phi, kappa), 3000));
  for (Index j = 0; j < 7; ++j) {
    const Matrix system =
        kappa * Matrix::Identity(6, 6) + phi * laplacian(without(world.dependence, j));
    const Vector equilibrium = system.fullPivLu().solve(kappa * column(world.alignment, j));
    EXPECT_LT(scenes::apart<Vector>(column(last.alignment, j), equilibrium), 1e-12) << j;
  }
}

/// I of positions: the share of each friend, by alignment and capability; a row of zeros without.
Matrix friendship(const World& world) {
  Matrix shares = world.alignment.cwiseMax(0.0) * world.share.asDiagonal();
  for (Index i = 0; i < world.actors(); ++i) {
    const double total = shares.row(i).sum();
    if (total > 0.0) shares.row(i) /= total;
  }
  return shares;
}

TEST(FriedkinJohnsen, IsTheEquilibriumOfPositions) {
  Dynamics dynamics = scenes::still();
  dynamics.positions = {.influence = 2.0, .inertia = 0.7};
  World world = scenes::random_world(9, 25);
  for (Index j = 0; j < 8; ++j) world.set_alignment(8, j, -0.5);  // one without a friend
  const World last = scenes::outcome(scenes::model(world, dynamics, 1000, 30));
  const Matrix system = 0.7 * Matrix::Identity(9, 9) + 2.0 * laplacian(friendship(world));
  const Table equilibrium = system.fullPivLu().solve(0.7 * world.position);
  EXPECT_LT(scenes::apart(last.position, equilibrium), 1e-12);
  EXPECT_GT(scenes::apart(world.position, equilibrium), 0.1);
}

TEST(DeGroot, MovesPositionsToAConsensusWithoutInertia) {
  Dynamics dynamics = scenes::still();
  dynamics.positions = {.influence = 2.0, .inertia = 0.0};
  const World world = scenes::random_world(9, 26);
  const Vector weights = perron(friendship(world));
  const World last = scenes::outcome(scenes::model(world, dynamics, 1000, 30));
  for (Index k = 0; k < 2; ++k)
    EXPECT_LT(scenes::apart<Vector>(last.position.col(k),
                                    Vector::Constant(9, weights.dot(world.position.col(k)))),
              1e-12);
}

}  // namespace
}  // namespace entente
