#pragma once

#include "sim/core/types.h"

namespace entente {

/// The drift of affinity under construction: dZ/dt = B·A + F.
///
/// Each mechanism adds to the operator B (N×N, multiplies A from the left) or to the forcing F
/// (N×N, elementwise), for the block of rows that it is given. Units: affinity per year.
class Drift {
 public:
  explicit Drift(Index actors) : op_(actors, actors), forcing_(actors, actors) {
    clear({0, actors});
  }

  void clear(Rows i) {
    rows(op_, i).setZero();
    rows(forcing_, i).setZero();
  }
  /// Begins rows i anew from a forcing that is already known.
  void begin(Rows i, const Drift& standing) {
    rows(op_, i).setZero();
    rows(forcing_, i) = rows(standing.forcing_, i);
  }

  auto op(Rows i) { return rows(op_, i); }
  auto forcing(Rows i) { return rows(forcing_, i); }

  /// B·A + F of one dyad.
  double of(Index i, Index j, const Matrix& alignment) const {
    return op_.row(i).dot(alignment.col(j)) + forcing_(i, j);
  }

  /// Adds B·A to F: the one matrix product of a tick. From then on F is the whole drift.
  void multiply(const Matrix& alignment);
  /// The whole drift of row i, after `multiply`.
  auto total(Index i) const { return forcing_.row(i); }
  const Matrix& total() const { return forcing_; }

 private:
  Matrix op_;
  Matrix forcing_;
};

}  // namespace entente
