#include "analysis/study/model_experiment.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "analysis/study/test_models.h"
#include "tests/study/studies.h"

namespace entente::studies {
namespace {

const auto never_stopped = [] { return false; };

double answer_of(const Experiment& experiment, const std::vector<Scalar>& values,
                 std::uint64_t replicate = 0) {
  std::vector<double> out(1);
  EXPECT_TRUE(experiment.at(values)->run(0, replicate, never_stopped, out));
  return out[0];
}

/// A study of x3 and x1, in this order, and of the noise.
Study noisy_study(std::int64_t seed = 7) {
  Study study;
  study.model = "ishigami";
  study.seed = seed;
  for (const char* path : {"x3", "x1", "noise"}) study.parameters.emplace_back().path = path;
  study.outcomes.resize(1);
  return study;
}

TEST(ModelExperiment, IsTheTestModelWhereOthersAreZero) {
  const ModelExperiment experiment(noisy_study());
  const auto& model = *find_test_model("ishigami");
  for (const double x1 : {-2.0, 0.5, 3.0})
    for (const double x3 : {-1.0, 0.0, 2.5}) {
      const std::array x{x1, 0.0, x3};
      EXPECT_EQ(answer_of(experiment, {x3, x1, 0.0}), model.answer(x));
    }
  EXPECT_EQ(experiment.subject(), "ishigami");
}

TEST(ModelExperiment, TakesWholeNumbersAsNumbers) {
  const ModelExperiment experiment(noisy_study());
  EXPECT_EQ(answer_of(experiment, {std::int64_t{2}, std::int64_t{1}, std::int64_t{0}}),
            answer_of(experiment, {2.0, 1.0, 0.0}));
  EXPECT_NE(message_of([&] {
              experiment.at({2.0, std::string("x"), 0.0});
            }).find("a test model takes numbers alone"),
            std::string::npos);
}

TEST(ModelExperiment, ItsNoiseFollowsFromReplicateAndPointAlone) {
  const ModelExperiment experiment(noisy_study()), again(noisy_study());
  const std::vector<Scalar> here{0.5, 1.0, 0.3}, there{0.5, 1.5, 0.3};
  const double first = answer_of(experiment, here, 4);
  answer_of(experiment, there, 9);
  EXPECT_EQ(answer_of(experiment, here, 4), first);
  EXPECT_EQ(answer_of(again, here, 4), first);
  EXPECT_NE(answer_of(experiment, here, 5), first);
  const auto noise = [&](const std::vector<Scalar>& at) {
    return answer_of(experiment, at, 4) - answer_of(experiment, {at[0], at[1], 0.0});
  };
  EXPECT_GT(std::abs(noise(here) - noise(there)), 1e-6);
  EXPECT_NE(answer_of(ModelExperiment(noisy_study(8)), here, 4), first);
}

TEST(ModelExperiment, ItsNoiseIsNormalOfTheGivenDeviation) {
  const ModelExperiment experiment(noisy_study());
  const double quiet = answer_of(experiment, {0.5, 1.0, 0.0});
  const auto trial = experiment.at({0.5, 1.0, 0.3});
  constexpr std::uint64_t count = 20000;
  double sum = 0.0, squares = 0.0, beyond = 0.0;
  for (std::uint64_t r = 0; r < count; ++r) {
    std::vector<double> out(1);
    trial->run(0, r, never_stopped, out);
    const double z = (out[0] - quiet) / 0.3;
    sum += z;
    squares += z * z;
    beyond += std::abs(z) > 1.959964 ? 1.0 : 0.0;
  }
  constexpr double n = count;
  EXPECT_NEAR(sum / n, 0.0, 5.0 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1.0, 5.0 * std::sqrt(2.0 / n));
  EXPECT_NEAR(beyond / n, 0.05, 5.0 * std::sqrt(0.05 * 0.95 / n));
}

TEST(ModelExperiment, StopsWhenToldTo) {
  std::vector<double> out(1);
  const auto experiment = experiment_of(noisy_study(), nullptr);
  EXPECT_FALSE(experiment->at({0.5, 1.0, 0.3})
                   ->run(
                       0, 0, [] { return true; }, out));
}

}  // namespace
}  // namespace entente::studies
