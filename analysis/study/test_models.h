#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A function with known sensitivity indices, to check methods against.
struct TestModel {
  std::string name;
  std::vector<std::string> parameters;
  double low = 0.0, high = 1.0;  ///< of each parameter, which is uniform between them
  double (*value)(std::span<const double> x) = nullptr;
  std::vector<double> first, total;  ///< its exact Sobol indices

  double operator()(std::span<const double> x) const { return value(x); }
};

/// The model of that name, or null. There are:
///
///   ishigami  y = sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ with a = 7, b = 0.1 and x in (−π, π).
///             Source: Ishigami & Homma, ISUMA '90.
///   sobol-g   y = Πᵢ (|4xᵢ − 2| + aᵢ) / (1 + aᵢ) with a = 0, 1, 4.5, 9, 99, 99, 99, 99 and x in
///             (0, 1). Source: Saltelli & Sobol', Reliab. Eng. Syst. Saf. 50 (1995) 225.
const TestModel* test_model(std::string_view name);
std::vector<std::string> test_model_names();

}  // namespace entente
