#include "analysis/metrics/triads.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace entente {
namespace {

/// For each actor the set of those it has a tie with and the set of its foes among them, as bits.
struct TieSets {
  explicit TieSets(const Matrix& ties)
      : words((ties.rows() + 63) / 64),
        tied(static_cast<std::size_t>(ties.rows() * words)),
        foes(tied.size()) {
    for (Index i = 0; i < ties.rows(); ++i)
      for (Index j = 0; j < ties.cols(); ++j) {
        const auto word = static_cast<std::size_t>(i * words + j / 64);
        tied[word] |= std::uint64_t{ties(i, j) != 0.0} << (j % 64);
        foes[word] |= std::uint64_t{ties(i, j) < 0.0} << (j % 64);
      }
  }

  Index words;
  std::vector<std::uint64_t> tied, foes;
};

/// tr T³ of a symmetric T: its square, strip by strip and only up to the diagonal, times itself.
double trace_of_cube(const Matrix& ties) {
  constexpr Index strip = 48;
  double trace = 0.0;
  Matrix square;
  for (Index i = 0; i < ties.rows(); i += strip) {
    const Index count = std::min(strip, ties.rows() - i);
    const auto here = ties.middleRows(i, count);
    square.noalias() = here * ties.leftCols(i);
    trace += 2.0 * square.cwiseProduct(here.leftCols(i)).sum();
    square.noalias() = here * ties.middleCols(i, count);
    trace += square.cwiseProduct(here.middleCols(i, count)).sum();
  }
  return trace;
}

}  // namespace

Triangles triangles(const Matrix& ties) {
  const TieSets sets(ties);
  std::int64_t all = 0, balanced = 0;
  for (Index i = 0; i < ties.rows(); ++i)
    for (Index j = 0; j < i; ++j) {
      if (ties(i, j) == 0.0) continue;
      std::int64_t third = 0, disputed = 0;
      for (Index w = 0; w < sets.words; ++w) {
        const auto a = static_cast<std::size_t>(i * sets.words + w);
        const auto b = static_cast<std::size_t>(j * sets.words + w);
        const std::uint64_t both = sets.tied[a] & sets.tied[b];
        third += std::popcount(both);
        disputed += std::popcount(both & (sets.foes[a] ^ sets.foes[b]));
      }
      all += third;
      balanced += ties(i, j) > 0.0 ? third - disputed : disputed;
    }
  // Each is seen from its three dyads.
  return {balanced / 3, (all - balanced) / 3};
}

double balanced_share(const Matrix& ties) {
  const auto [balanced, unbalanced] = triangles(ties);
  const std::int64_t all = balanced + unbalanced;
  return all > 0 ? static_cast<double>(balanced) / static_cast<double>(all) : 1.0;
}

double weighted_balanced_share(const Matrix& ties) {
  const double all = trace_of_cube(ties.cwiseAbs());
  return all > 0.0 ? std::clamp(0.5 * (1.0 + trace_of_cube(ties) / all), 0.0, 1.0) : 1.0;
}

SignedCensus signed_census(const Matrix& ties) {
  SignedCensus census;
  const Index n = ties.rows();
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j) {
      const double ij = ties(i, j);
      KindTotal& dyads = ij > 0.0 ? census.friends : ij < 0.0 ? census.foes : census.null_dyads;
      ++dyads.count;
      dyads.weight += std::abs(ij);
      for (Index k = 0; k < j; ++k) {
        const double product = ij * ties(i, k) * ties(j, k);
        if (ij == 0.0 || ties(i, k) == 0.0 || ties(j, k) == 0.0) {
          ++census.open_triads;
          continue;
        }
        const int foes = int{ij < 0.0} + int{ties(i, k) < 0.0} + int{ties(j, k) < 0.0};
        KindTotal& tally = census.triangles[static_cast<std::size_t>(foes)];
        ++tally.count;
        tally.weight += std::abs(product);
      }
    }
  return census;
}

}  // namespace entente
