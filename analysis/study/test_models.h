#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// A built-in function of a few parameters whose Sobol indices are known, to try designs and
/// estimates on. A study may give it one more parameter, `noise`: what a standard normal draw of
/// the replicate is multiplied with before whoever runs the study adds it to the answer.
struct TestModel {
  struct Parameter {
    std::string_view name;
    double low = 0.0, high = 1.0;
  };

  std::string_view name;
  std::string_view source;
  std::vector<Parameter> parameters;  ///< uniform between their ends
  double (*answer)(std::span<const double> values) = nullptr;

  /// What is known of the answer over all values of the parameters.
  double mean = 0.0;
  double variance = 0.0;
  std::vector<double> first;  ///< Sobol's first-order indices
  std::vector<double> total;  ///< Sobol's total indices

  static constexpr std::string_view noise = "noise";
};

/// All test models:
///
///   ishigami   sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁          x in [−π, π]
///   sobol-g    Π_i (|4x_i − 2| + a_i) / (1 + a_i)           x in [0, 1], a = 0, 1, 4.5, 9, 99 × 4
///
/// Source: Ishigami & Homma, in Proc. ISUMA '90 (1990) 398; Saltelli & Sobol, Reliability
/// Engineering & System Safety 50 (1995) 225.
const std::vector<TestModel>& test_models();

/// The test model of that name, or none.
const TestModel* find_test_model(std::string_view name);

}  // namespace entente
