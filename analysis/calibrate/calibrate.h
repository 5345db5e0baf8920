#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/calibrate/fitted_form.h"
#include "analysis/calibrate/read_calibration.h"
#include "analysis/calibrate/refinement.h"
#include "analysis/calibrate/smc.h"
#include "analysis/store/calibration_store.h"
#include "analysis/study/experiment.h"

namespace entente {

/// A calibration ready to be done: what is fitted, by what, and to what.
class CalibrationJob {
 public:
  explicit CalibrationJob(const CalibrationReading& reading);

  const CalibrationPlan& calibration() const { return calibration_; }
  const std::vector<Prior>& priors() const { return priors_; }
  const std::vector<double>& observed() const { return observed_; }
  const std::vector<double>& scale() const { return scale_; }
  /// What a store of these results must have been made from.
  CalibrationIdentity identity() const;

  /// The parameters' values at coordinates.
  std::vector<double> values(const std::vector<double>& coordinates) const;
  /// How far a simulation came from the observations.
  double distance(const std::vector<double>& simulated) const;
  /// Runs the scenario at coordinates. Throws `InputError` where the values do not go together.
  std::unique_ptr<Trial> at(const std::vector<double>& coordinates) const;

 private:
  CalibrationPlan calibration_;
  std::vector<Prior> priors_;
  std::vector<FittedForm> forms_;  ///< what each parameter's path takes
  Date start_{};                   ///< of the scenario
  std::vector<double> observed_, scale_;
  std::unique_ptr<Experiment> experiment_;
};

/// With what a calibration is done, and when it is to stop.
struct Effort {
  int threads = 1;
  const std::atomic<bool>& stop;
};

/// Brings a calibration to its end, or as far as it gets until `stop` is set, keeping every attempt
/// in the store and taking from there what it has. `told` is called after every block. The result
/// depends on neither the threads nor on how often it was interrupted.
AbcSmc calibrate(const CalibrationJob& job, CalibrationStore& store, const Effort& effort,
                 const std::function<void(const AbcSmc&)>& told);

/// Searches near a particle for the least distance of the mean of fixed replicates, at most so many
/// times, and keeps what it finds in the store. Nothing if it was stopped.
std::optional<Refinement> refine_particle(const CalibrationJob& job, CalibrationStore& store,
                                          const Effort& effort, const Attempt& start,
                                          std::int64_t most_evaluations,
                                          const std::function<void()>& told);

/// How many replicates the mean is taken over in a local search.
std::int64_t replicates_of_refinement(const CalibrationPlan& calibration);

}  // namespace entente
