#pragma once

#include "analysis/sweep/workforce.h"

namespace entente {

/// The ranks of an MPI program: rank 0 keeps the store and hands out portions, the others do them.
/// Alone, it does the runs itself. Results are those of any other workforce, bit for bit.
class Ranks final : public Workforce {
 public:
  /// MPI must be initialised. `threads`: of rank 0, where there is no other.
  explicit Ranks(int threads);
  /// Sends the others home, if they wait for work that never came.
  ~Ranks() override;

  void conduct(const Plan& plan, const Experiment& experiment, Queue& queue, Bound bound,
               const Delivery& deliver) override;
  bool serve(const Plan& plan, const Experiment& experiment, Bound bound) override;

 private:
  int rank_ = 0, ranks_ = 1;
  int threads_;
  bool awaited_ = false;  ///< by the other ranks, for work
};

}  // namespace entente
