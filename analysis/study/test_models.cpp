#include "analysis/study/test_models.h"

#include <array>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

constexpr double ishigami_a = 7.0, ishigami_b = 0.1;
constexpr std::array<double, 8> g_a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};

double ishigami(std::span<const double> x) {
  const double waves = std::sin(x[0]), hump = std::sin(x[1]);
  return waves + ishigami_a * hump * hump + ishigami_b * std::pow(x[2], 4) * waves;
}

double sobol_g(std::span<const double> x) {
  double product = 1.0;
  for (std::size_t i = 0; i < g_a.size(); ++i)
    product *= (std::abs(4.0 * x[i] - 2.0) + g_a[i]) / (1.0 + g_a[i]);
  return product;
}

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i <= count; ++i)
    names.push_back(std::string("x").append(std::to_string(i)));
  return names;
}

/// V₁ = (1 + bπ⁴/5)²/2, V₂ = a²/8, V₁₃ = b²π⁸ (1/18 − 1/50); nothing else.
TestModel ishigami_model() {
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double one = 0.5 * std::pow(1.0 + ishigami_b * pi4 / 5.0, 2);
  const double two = ishigami_a * ishigami_a / 8.0;
  const double both = ishigami_b * ishigami_b * pi4 * pi4 * (1.0 / 18.0 - 1.0 / 50.0);
  const double all = one + two + both;
  return {"ishigami",
          numbered(3),
          -std::numbers::pi,
          std::numbers::pi,
          ishigami,
          {one / all, two / all, 0.0},
          {(one + both) / all, two / all, both / all}};
}

/// Vᵢ = 1 / (3 (1 + aᵢ)²); V = Π (1 + Vᵢ) − 1; total of i: Vᵢ Π_{j≠i} (1 + Vⱼ) / V.
TestModel g_model() {
  TestModel model{"sobol-g", numbered(g_a.size()), 0.0, 1.0, sobol_g, {}, {}};
  double product = 1.0;
  const auto part = [](double a) { return 1.0 / (3.0 * (1.0 + a) * (1.0 + a)); };
  for (const double a : g_a) product *= 1.0 + part(a);
  for (const double a : g_a) {
    model.first.push_back(part(a) / (product - 1.0));
    model.total.push_back(part(a) * product / (1.0 + part(a)) / (product - 1.0));
  }
  return model;
}

const std::vector<TestModel>& models() {
  static const std::vector<TestModel> all{ishigami_model(), g_model()};
  return all;
}

}  // namespace

const TestModel* test_model(std::string_view name) {
  for (const auto& model : models())
    if (model.name == name) return &model;
  return nullptr;
}

std::vector<std::string> test_model_names() {
  std::vector<std::string> names;
  for (const auto& model : models()) names.push_back(model.name);
  return names;
}

}  // namespace entente
