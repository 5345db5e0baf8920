#pragma once

#include <boost/random/normal_distribution.hpp>
#include <vector>

#include "analysis/design/morris.h"
#include "analysis/design/saltelli.h"
#include "analysis/study/test_models.h"
#include "sim/core/draws.h"

namespace entente::samples {

inline const TestModel& ishigami() { return *find_test_model("ishigami"); }
inline const TestModel& sobol_g() { return *find_test_model("sobol-g"); }

inline std::vector<Factor> ranges(std::size_t count) { return std::vector<Factor>(count); }

/// What a test model answers at every point of a design, points × 1.
inline Matrix answers(const TestModel& model, const Design& design) {
  Matrix all(static_cast<Index>(design.points()), 1);
  std::vector<double> unit(design.factors());
  for (Index p = 0; p < all.rows(); ++p) {
    design.at(static_cast<std::uint64_t>(p), unit);
    for (std::size_t j = 0; j < unit.size(); ++j) {
      const auto& parameter = model.parameters[j];
      unit[j] = parameter.low + (parameter.high - parameter.low) * unit[j];
    }
    all(p, 0) = model.answer(unit);
  }
  return all;
}

/// Standard normal numbers, the same for the same number.
inline Matrix normals(Index rows, Index columns, std::int64_t number) {
  auto stream = Draws(11, 0).stream(Purpose::noise, 0, number);
  boost::random::normal_distribution<double> distribution;
  Matrix all(rows, columns);
  for (Index k = 0; k < all.size(); ++k) all.data()[k] = distribution(stream);
  return all;
}

}  // namespace entente::samples
