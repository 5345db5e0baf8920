#include "analysis/study/test_models.h"

#include <array>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

using std::numbers::pi;

constexpr double ishigami_a = 7.0, ishigami_b = 0.1;
constexpr std::array sobol_a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};

double ishigami_answer(std::span<const double> x) {
  const double sine = std::sin(x[1]), square = x[2] * x[2];
  return std::sin(x[0]) * (1.0 + ishigami_b * square * square) + ishigami_a * sine * sine;
}

double sobol_g_answer(std::span<const double> x) {
  double product = 1.0;
  for (std::size_t i = 0; i < sobol_a.size(); ++i)
    product *= (std::abs(4.0 * x[i] - 2.0) + sobol_a[i]) / (1.0 + sobol_a[i]);
  return product;
}

TestModel ishigami() {
  const double fourth = std::pow(pi, 4), eighth = fourth * fourth;
  const double of_1 = 0.5 * std::pow(1.0 + ishigami_b * fourth / 5.0, 2);
  const double of_2 = ishigami_a * ishigami_a / 8.0;
  const double of_1_and_3 = ishigami_b * ishigami_b * eighth * (1.0 / 18.0 - 1.0 / 50.0);
  const double variance = of_1 + of_2 + of_1_and_3;
  return {"ishigami",
          "Ishigami & Homma 1990",
          {{"x1", -pi, pi}, {"x2", -pi, pi}, {"x3", -pi, pi}},
          ishigami_answer,
          ishigami_a / 2.0,
          variance,
          {of_1 / variance, of_2 / variance, 0.0},
          {(of_1 + of_1_and_3) / variance, of_2 / variance, of_1_and_3 / variance}};
}

TestModel sobol_g() {
  static constexpr std::array<std::string_view, 8> names{"x1", "x2", "x3", "x4",
                                                         "x5", "x6", "x7", "x8"};
  TestModel model{"sobol-g", "Saltelli & Sobol 1995", {}, sobol_g_answer, 1.0, 0.0, {}, {}};
  std::array<double, 8> parts{};
  double product = 1.0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = 1.0 / 3.0 / std::pow(1.0 + sobol_a[i], 2);
    product *= 1.0 + parts[i];
  }
  model.variance = product - 1.0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    model.parameters.push_back({names[i], 0.0, 1.0});
    model.first.push_back(parts[i] / model.variance);
    model.total.push_back(parts[i] * product / (1.0 + parts[i]) / model.variance);
  }
  return model;
}

}  // namespace

const std::vector<TestModel>& test_models() {
  static const std::vector<TestModel> all{ishigami(), sobol_g()};
  return all;
}

const TestModel* find_test_model(std::string_view name) {
  for (const TestModel& model : test_models())
    if (model.name == name) return &model;
  return nullptr;
}

}  // namespace entente
