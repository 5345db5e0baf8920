#pragma once

#include <cstdint>

namespace entente {

/// A number estimated from a sample, with its 95 % interval; NaN where there is too little to say.
struct Estimate {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;

  bool covers(double truth) const { return low <= truth && truth <= high; }
};

/// How much of a design an estimate rests on. A block is what only counts as a whole: a row of a
/// Saltelli design or a trajectory of Morris's.
struct Coverage {
  std::uint64_t used = 0;          ///< blocks
  std::uint64_t left_out = 0;      ///< blocks, for want of answers
  std::uint64_t missing_runs = 0;  ///< without an answer, of all points × replicates
  std::uint64_t unused_runs = 0;   ///< with an answer that could not be used
};

}  // namespace entente
