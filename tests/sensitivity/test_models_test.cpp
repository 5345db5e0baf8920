#include "analysis/study/test_models.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "analysis/design/low_discrepancy.h"
#include "tests/sensitivity/samples.h"

namespace entente {
namespace {

TEST(TestModels, HaveTheMeanAndVarianceThatTheyState) {
  for (const TestModel& model : test_models()) {
    const LowDiscrepancy design(NetType::sobol, 1 << 15, samples::ranges(model.parameters.size()),
                                1);
    const Matrix y = samples::answers(model, design);
    EXPECT_NEAR(y.mean(), model.mean, 2e-3 * std::sqrt(model.variance)) << model.name;
    EXPECT_NEAR((y.array() - y.mean()).square().mean(), model.variance, 5e-3 * model.variance);
  }
}

TEST(TestModels, AnswerAtKnownPoints) {
  const double half = std::numbers::pi / 2;
  EXPECT_NEAR(samples::ishigami().answer(std::vector{half, half, 1.0}), 8.1, 1e-12);
  const std::vector<double> middle(8, 0.5), corner(8, 0.0);
  EXPECT_EQ(samples::sobol_g().answer(middle), 0.0);  // a₁ = 0
  EXPECT_NEAR(samples::sobol_g().answer(corner),
              2 * 1.5 * (6.5 / 5.5) * 1.1 * std::pow(101.0 / 100.0, 4), 1e-12);
}

TEST(TestModels, HaveThePublishedIndices) {
  // Saltelli et al., Global Sensitivity Analysis: The Primer (2008), tables of chapter 4 and 5.
  const auto& ishigami = samples::ishigami();
  EXPECT_NEAR(ishigami.first[0], 0.3139, 5e-5);
  EXPECT_NEAR(ishigami.first[1], 0.4424, 5e-5);
  EXPECT_EQ(ishigami.first[2], 0.0);
  EXPECT_NEAR(ishigami.total[0], 0.5576, 5e-5);
  EXPECT_NEAR(ishigami.total[2], 0.2437, 5e-5);
  const auto& g = samples::sobol_g();
  EXPECT_NEAR(g.first[0], 0.7162, 5e-5);
  EXPECT_NEAR(g.first[1], 0.1790, 5e-5);
  EXPECT_NEAR(g.total[0], 0.7871, 5e-5);
  EXPECT_NEAR(g.total[1], 0.2422, 5e-5);
}

TEST(TestModels, AreFoundByName) {
  EXPECT_EQ(find_test_model("ishigami")->name, "ishigami");
  EXPECT_EQ(find_test_model("sobol-g")->parameters.size(), 8u);
  EXPECT_EQ(find_test_model("sobol"), nullptr);
}

}  // namespace
}  // namespace entente
