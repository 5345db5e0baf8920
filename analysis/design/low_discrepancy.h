#pragma once

#include <boost/random/niederreiter_base2.hpp>
#include <boost/random/sobol.hpp>
#include <vector>

#include "analysis/design/design.h"

namespace entente {

/// The points of a quasi-random sequence, which fill the cube more evenly than chance does: those
/// of Sobol' (direction numbers of Joe & Kuo 2008) or Niederreiter in base 2, by Boost.Random, from
/// the one after the origin on. No seed changes them.
///
/// Sources: Sobol', USSR Comput. Math. Math. Phys. 7 (1967) 86; Bratley, Fox & Niederreiter, ACM
/// TOMS 20 (1994) 494.
template <class Engine>
class LowDiscrepancy final : public Design {
 public:
  LowDiscrepancy(std::uint64_t points, std::vector<Factor> factors)
      : points_(points), factors_(std::move(factors)), engine_(factors_.size()) {}

  std::uint64_t points() const override { return points_; }
  std::size_t factors() const override { return factors_.size(); }
  void at(std::uint64_t point, std::span<double> unit) const override {
    Engine engine = engine_;  // a copy costs little, and points can be asked for by many threads
    engine.seed(point + 1);
    for (std::size_t f = 0; f < factors_.size(); ++f)
      unit[f] = factors_[f].placed(static_cast<double>(engine() >> 11) * 0x1p-53);
  }

 private:
  std::uint64_t points_;
  std::vector<Factor> factors_;
  Engine engine_;
};

using SobolSequence = LowDiscrepancy<boost::random::sobol>;
using NiederreiterSequence = LowDiscrepancy<boost::random::niederreiter_base2>;

}  // namespace entente
