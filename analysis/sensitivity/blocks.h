#pragma once

#include <vector>

#include "analysis/sensitivity/estimate.h"
#include "sim/core/types.h"

namespace entente {

/// The points of a block and the replicates that count in it.
struct Block {
  Index first = 0;                ///< its first point
  std::vector<Index> replicates;  ///< those with an answer at every point of the block
};

/// The blocks of a design that can be used.
///
/// Answers are points × replicates, and one that is not finite is missing. A replicate counts in a
/// block if none of its answers there is missing: replicates share their random numbers over all
/// points, and means over different ones would not compare. A block is used if two replicates count
/// in it, or one where there is but one in all.
struct Blocks {
  std::vector<Block> used;
  Coverage coverage;

  Blocks(const Matrix& answers, Index block_points);
};

/// The product of two expectations over replicates, without the bias that noise gives the product
/// of two means:
///
///   ⟨a, b⟩ = ā b̄ − s_ab / R        s_ab: sample covariance over R replicates; 0 if R = 1
///
/// the mean of a_r b_q over all r ≠ q, whatever the joint distribution of a_r and b_r.
double product_of_expectations(const Vector& a, const Vector& b);

/// Sample covariance; NaN of fewer than two.
double covariance(const Vector& a, const Vector& b);

}  // namespace entente
