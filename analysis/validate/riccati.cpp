#include <fmt/format.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

constexpr std::uint64_t random_starts = 100;

double leading_eigenvalue(const Matrix& symmetric) {
  return Eigen::SelfAdjointEigenSolver<Matrix>(symmetric).eigenvalues().maxCoeff();
}

/// X₀: what a replicate's ties are after the shock and before any flow.
Matrix start_of(Scenario scenario, std::uint64_t replicate) {
  std::get<Balance>(scenario.dynamics.alignment.mechanisms).rate = 0.0;
  scenario.ticks = 1;
  return played_out(scenario, replicate).world().alignment;
}

/// X after so many days, a multiple of 64, in steps that are halved from 64 days until two limits
/// that Romberg's scheme finds for steps of 0 are closer than 10⁻⁷.
Matrix limit_of_steps(Scenario scenario, std::uint64_t replicate, int days) {
  std::vector<Matrix> row, before;
  for (int step = 64; step >= 1; step /= 2, before = row) {
    scenario.step = step;
    scenario.ticks = days / step;
    row = {played_out(scenario, replicate).world().alignment};
    double power = 2.0;
    for (const Matrix& coarse : before) {
      row.push_back(row.back() + (row.back() - coarse) / (power - 1.0));
      power *= 2.0;
    }
    if (!before.empty() && distance(row.back(), before.back()) < 1e-7) break;
  }
  return row.back();
}

/// How far from the closed form a replicate is at four fifths of its time, and how far from 1 is
/// λ₁ times the moment at which its 1/λ₁(t), a straight line, reaches zero.
struct Distance {
  double form, escape;
};

Distance distance_of(const Scenario& scenario, std::uint64_t replicate) {
  constexpr int unit = 128;  // days
  const Matrix start = start_of(scenario, replicate);
  const double leading = leading_eigenvalue(start);
  const int days = std::max(1, static_cast<int>(0.8 / leading * 365.25 / unit)) * unit;
  const auto at = [&](int day) { return limit_of_steps(scenario, replicate, day); };
  const Matrix late = at(days), early = at(days / 2);
  const double t = days / 365.25;
  const Matrix form = start * (Matrix::Identity(start.rows(), start.rows()) - start * t).inverse();
  const double end = 1.0 / leading_eigenvalue(late), middle = 1.0 / leading_eigenvalue(early);
  return {distance(late, form), std::abs((t + 0.5 * t * end / (middle - end)) * leading - 1.0)};
}

/// The ties of a replicate when they escape: when the largest passes 10⁵⁰.
Matrix escaping(const std::shared_ptr<const Model>& model, std::uint64_t seed,
                std::uint64_t replicate) {
  Simulation run(model, Draws(seed, replicate));
  while (!run.finished() && run.world().alignment.cwiseAbs().maxCoeff() < 1e50) run.tick();
  return run.world().alignment;
}

bool same_signs(const Matrix& ties, const Matrix& start) {
  const Vector leading = Eigen::SelfAdjointEigenSolver<Matrix>(start).eigenvectors().rightCols(1);
  return (ties.array() * (leading * leading.transpose()).array() > 0.0).all();
}

double minority(const Matrix& ties) {
  Index most = 0;
  ties.diagonal().maxCoeff(&most);
  const auto friends = static_cast<double>((ties.col(most).array() > 0.0).count());
  return std::min(friends, static_cast<double>(ties.rows()) - friends) /
         static_cast<double>(ties.rows());
}

/// The mean share of the minority over all starts whose mean tie is `mean`, and in how many of them
/// the signs at the escape are those of v₁v₁ᵀ.
struct Fall {
  double minority = 0.0;
  std::int64_t predicted = 0;
};

Fall fall_of(Scenario scenario, double mean) {
  scenario.events.front().mean = mean;
  const auto model = model_of(scenario);
  Fall fall;
  for (std::uint64_t r = 0; r < random_starts; ++r) {
    const Matrix ties = escaping(model, scenario.seed, r);
    fall.minority += minority(ties) / static_cast<double>(random_starts);
    fall.predicted += same_signs(ties, start_of(scenario, r));
  }
  return fall;
}

/// The share that the largest component of a spiked random matrix leaves to the minority as N
/// grows: Φ(−√(c² − 1)) at a mean of c σ/√N, c > 1.
double limiting_minority(double c) { return 0.5 * std::erfc(std::sqrt((c * c - 1.0) / 2.0)); }

void compare_camps(Scenario scenario, Matches& found) {
  scenario.step = 4;  // a step changes no eigenvector, so that the camps do not depend on it
  const double threshold =
      *scenario.events.front().spread / std::sqrt(static_cast<double>(scenario.actors.size()));
  const std::array means{0.0, 1.0, 2.0, 3.0, 4.0};
  std::array<Fall, means.size()> falls;
  for (std::size_t k = 0; k < means.size(); ++k) falls[k] = fall_of(scenario, means[k] * threshold);
  found.equal("escapes of 100 with signs of v₁v₁ᵀ", random_starts, falls[0].predicted);
  found.near("minority's share, mean tie 0", 0.4373, falls[0].minority, 0.02);
  for (std::size_t k = 2; k < means.size(); ++k)
    found.near(fmt::format("minority's share, mean tie {} σ/√N", means[k]),
               limiting_minority(means[k]), falls[k].minority, 0.02);
  const bool falling =
      std::is_sorted(falls.rbegin(), falls.rend(),
                     [](const Fall& a, const Fall& b) { return a.minority < b.minority; });
  found.add({"the same, as the mean tie rises", "to zero",
             fmt::format("{:.3f} to {:.4f}", falls.front().minority, falls.back().minority),
             "always falling, < 0.005", falling && falls.back().minority < 0.005});
}

}  // namespace

void riccati(const Materials& materials, Matches& found) {
  const Scenario scenario = materials.scenario("marvel-2011/riccati.toml");
  Distance most{0.0, 0.0};
  for (std::uint64_t r = 0; r < 5; ++r) {
    const Distance here = distance_of(scenario, r);
    most = {std::max(most.form, here.form), std::max(most.escape, here.escape)};
  }
  found.apart("X(t) at four fifths of the time", "X₀(I − X₀t)⁻¹", most.form, 1e-6);
  found.apart("escape time × λ₁", "1", most.escape, 1e-6);
  compare_camps(scenario, found);
}

}  // namespace entente::cases
