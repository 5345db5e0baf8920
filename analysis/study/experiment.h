#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analysis/study/study.h"
#include "sim/core/error.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Thrown by a run that takes longer than it may.
class TimedOut : public RunError {
 public:
  using RunError::RunError;
};

/// Asked between the ticks of a run: true stops it, `TimedOut` fails it.
using Interruption = std::function<bool()>;

/// An experiment at one of its points, for one thread.
class Trial {
 public:
  Trial() = default;
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  virtual ~Trial() = default;

  /// Runs one replicate of one variant and writes its outcomes. False if it was stopped, and the
  /// outcomes are worthless. Throws `RunError` if the run fails.
  virtual bool run(std::size_t variant, std::uint64_t replicate, const Interruption& interrupted,
                   std::span<double> outcomes) = 0;
};

/// What a study runs at its points: a pure function of values, variant and replicate. May be used
/// by several threads at the same time.
class Experiment {
 public:
  Experiment() = default;
  Experiment(const Experiment&) = delete;
  Experiment& operator=(const Experiment&) = delete;
  virtual ~Experiment() = default;

  /// Throws `InputError` where the values, each fine in itself, do not go together.
  virtual std::unique_ptr<Trial> at(const std::vector<Scalar>& values) const = 0;
  /// What is run, in full: the resolved scenario as TOML, or the name of a test model.
  virtual std::string subject() const = 0;
};

/// The experiment of a study: on its scenario or, where that is null, on its test model.
std::unique_ptr<Experiment> experiment_of(const Study& study, const Scenario* scenario);

/// How the command begins that repeats any run of a study; "" for a test model. `scenario_file`:
/// where its scenario lies.
std::string replay_head(const Study& study, const std::string& scenario_file);
/// The whole of it for one run, at a point of these values.
std::string replay_command(const Study& study, const std::vector<Scalar>& values, const RunKey& key,
                           const std::string& scenario_file);

}  // namespace entente
