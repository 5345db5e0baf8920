#pragma once

#include <rapidcheck/gtest.h>

#include <numeric>
#include <utility>
#include <vector>

#include "tests/metrics/worlds.h"

namespace entente::test {

/// Any of `least` … `most`, in the first cases as in the last.
inline int arbitrary_count(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

/// A number between −1 and 1, any of 2001.
inline double arbitrary_alignment() { return arbitrary_count(-1000, 1000) / 1000.0; }

/// N×N alignments, directed, the diagonal 0, about `zeros` of ten of them 0.
inline Matrix arbitrary_alignments(Index n, int zeros = 0) {
  Matrix alignment = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j)
      if (i != j && arbitrary_count(0, 9) >= zeros) alignment(i, j) = arbitrary_alignment();
  return alignment;
}

/// The same with A_ij = A_ji.
inline Matrix arbitrary_mutual(Index n, int zeros = 0) {
  Matrix alignment = arbitrary_alignments(n, zeros);
  alignment.triangularView<Eigen::StrictlyUpper>() = alignment.transpose();
  return alignment;
}

inline Vector arbitrary_capability(Index n) {
  Vector capability(n);
  for (double& c : capability) c = arbitrary_count(1, 1000) / 100.0;
  return capability;
}

inline Index arbitrary_size(Index least, Index most) {
  return arbitrary_count(static_cast<int>(least), static_cast<int>(most));
}

/// The numbers 0 … n − 1 in any order.
inline std::vector<Index> arbitrary_order(Index n) {
  std::vector<Index> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1],
              order[static_cast<std::size_t>(arbitrary_count(0, static_cast<int>(i) - 1))]);
  return order;
}

}  // namespace entente::test
