#pragma once

#include <string_view>

#include "analysis/metrics/observation.h"

namespace entente {

/// How the world's actors stand to each other on average.
///
///   Ā = Σ_{i≠j} A_ij / (N (N − 1))        A: N×N alignment; 0 where N < 2
///
/// Unit: alignment; within [−1, 1] under the tanh link, any real number under the identity link.
///
/// Source: the mean tie of a valued graph, Wasserman & Faust, Social Network Analysis (1994),
/// chapter 4.
struct MeanAlignment {
  static constexpr std::string_view name = "mean_alignment";
  static constexpr std::string_view unit = "alignment";
  static constexpr std::string_view equation = "Σ_{i≠j} A_ij / (N (N − 1))";
  static constexpr std::string_view meaning = "how actors stand to each other, mean over dyads";
  static constexpr std::string_view source = "Wasserman & Faust 1994";
  static constexpr Bounds bounds = any_real();

  double operator()(const Observation& seen) const {
    return seen.actors() < 2 ? 0.0 : seen.mutual().sum() / seen.dyads();
  }
};

}  // namespace entente
