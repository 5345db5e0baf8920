#include "analysis/study/scenario_experiment.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "sim/scenario/edit.h"
#include "tests/study/studies.h"

namespace entente::studies {
namespace {

const auto never_stopped = [] { return false; };

/// The small study with three variants, a second parameter that is a name, and a mean.
const std::string varied_study =
    small("seed = 7", "seed = 7\nvariants = [\"no-visit\", \"base\", \"same\"]") +
    "[[parameter]]\npath = \"sanctions.north.east\"\nvalues = [\"none\", \"severe\"]\n"
    "[[outcome]]\nname = \"mean\"\nof = \"metric.polarization\"\nstatistic = \"mean\"\n";

std::vector<std::uint64_t> outcomes_of(Trial& trial, std::size_t variant, std::uint64_t replicate,
                                       std::size_t count) {
  std::vector<double> out(count);
  EXPECT_TRUE(trial.run(variant, replicate, never_stopped, out));
  std::vector<std::uint64_t> bits;
  for (const double value : out) bits.push_back(std::bit_cast<std::uint64_t>(value));
  return bits;
}

/// The outcomes of the varied study as `entente run` with the same values, seed and variant has
/// them: replicates × variants × outcomes.
std::vector<std::uint64_t> outcomes_of_run(Scenario scenario, const std::string& balance,
                                           const std::string& sanctions) {
  scenario.seed = 7;
  set_path(scenario, "dynamics.alignment.balance", balance);
  set_path(scenario, "sanctions.north.east", sanctions);
  Ensemble ensemble = ensemble_of(scenario, {"base", "no-visit", "same"});
  ensemble.paths = {"alignment.north.south", "metric.polarization"};
  ensemble.runs = 3;
  const auto records = records_of(ensemble, 1);
  std::vector<std::uint64_t> bits;
  for (std::size_t replicate = 0; replicate < 3; ++replicate)
    for (const std::size_t variant : {1, 0, 2}) {
      const Matrix& series = records[replicate * 3 + variant].series;
      double sum = 0.0;
      for (Index t = 0; t < series.rows(); ++t) sum += series(t, 1);
      bits.push_back(std::bit_cast<std::uint64_t>(series(series.rows() - 1, 0)));
      bits.push_back(std::bit_cast<std::uint64_t>(sum / static_cast<double>(series.rows())));
    }
  return bits;
}

TEST(ScenarioExperiment, GivesTheBitsOfARunWithTheSameValuesSeedAndVariants) {
  const StudyReading reading = reading_of(varied_study);
  const ScenarioExperiment experiment(reading.study, *reading.scenario);
  for (const auto& [balance, sanctions] :
       {std::pair{"0.5", "none"}, {"1.25", "severe"}, {"2.0", "none"}}) {
    const auto trial = experiment.at({std::stod(balance), std::string(sanctions)});
    std::vector<std::uint64_t> found;
    for (std::uint64_t replicate = 0; replicate < 3; ++replicate)
      for (std::size_t variant = 0; variant < 3; ++variant)
        for (const auto bits : outcomes_of(*trial, variant, replicate, 2)) found.push_back(bits);
    EXPECT_EQ(found, outcomes_of_run(small_world(), balance, sanctions));
  }
}

TEST(ScenarioExperiment, DoesNotDependOnWhatWasRunBefore) {
  const StudyReading reading = reading_of(varied_study);
  const ScenarioExperiment experiment(reading.study, *reading.scenario);
  const std::vector<Scalar> values{1.0, std::string("severe")};
  const auto alone = outcomes_of(*experiment.at(values), 0, 5, 2);
  const auto trial = experiment.at(values);
  outcomes_of(*trial, 1, 9, 2);
  outcomes_of(*trial, 0, 2, 2);
  std::vector<double> out(2);
  int asked = 0;
  EXPECT_FALSE(trial->run(
      0, 3, [&] { return ++asked > 10; }, out));
  EXPECT_EQ(outcomes_of(*trial, 0, 5, 2), alone);
  EXPECT_NE(outcomes_of(*trial, 0, 6, 2), alone);
}

TEST(ScenarioExperiment, ARunAfterOneThatFailedIsLikeAnyOther) {
  Study study;
  study.outcomes.resize(1);
  study.outcomes[0].of = "alignment.a.b";
  study.seed = static_cast<std::int64_t>(escaping_world().seed);
  const ScenarioExperiment experiment(study, escaping_world());
  const auto trial = experiment.at({});
  std::size_t failed = 0, after = 0;
  bool last_failed = false;
  for (std::uint64_t replicate = 0; replicate < 40; ++replicate) {
    std::vector<double> out(1), alone(1);
    try {
      trial->run(0, replicate, never_stopped, out);
      experiment.at({})->run(0, replicate, never_stopped, alone);
      EXPECT_EQ(out, alone);
      after += last_failed;
      last_failed = false;
    } catch (const RunError&) {
      ++failed;
      last_failed = true;
    }
  }
  EXPECT_GT(failed, 0u);
  EXPECT_GT(after, 0u);
}

TEST(ScenarioExperiment, AVariantIsTheScenariosOwn) {
  const StudyReading reading = reading_of(varied_study);
  const ScenarioExperiment experiment(reading.study, *reading.scenario);
  const auto trial = experiment.at({1.0, std::string("none")});
  const auto base = outcomes_of(*trial, 1, 0, 2);
  EXPECT_EQ(outcomes_of(*trial, 2, 0, 2), base);  // nothing is different
  EXPECT_NE(outcomes_of(*trial, 0, 0, 2), base);
}

TEST(ScenarioExperiment, RefusesValuesThatDoNotGoTogether) {
  auto text = small("path = \"dynamics.alignment.balance\"\nrange = [0.5, 2.0]",
                    "path = \"dependence.east.south\"\nrange = [0.1, 0.7]\n[[parameter]]\n"
                    "path = \"dependence.east.north\"\nrange = [0.1, 0.7]");
  const StudyReading reading = reading_of(text);
  const auto experiment = experiment_of(reading.study, &*reading.scenario);
  EXPECT_NO_THROW(experiment->at({0.7, 0.1}));
  EXPECT_NO_THROW(experiment->at({0.1, 0.7}));
  EXPECT_NE(message_of([&] {
              experiment->at({0.7, 0.7});
            }).find("east: its dependence"),
            std::string::npos);
}

TEST(ScenarioExperiment, ItsSubjectIsTheScenarioWithTheStudysSeed) {
  const StudyReading reading = reading_of(small_study);
  const auto experiment = experiment_of(reading.study, &*reading.scenario);
  const Scenario subject = parse_scenario(experiment->subject(), "subject", "").scenario;
  EXPECT_EQ(subject.id, "small-world");
  EXPECT_EQ(subject.seed, 7u);
}

}  // namespace
}  // namespace entente::studies
