#include "analysis/calibrate/calibrate.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "analysis/calibrate/block.h"
#include "analysis/calibrate/distance.h"
#include "analysis/store/build.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

/// Thrown out of a block that was stopped; what it has evaluated is in the store.
struct Stopped {};

/// How many attempts to make at a time: so many that a block takes about half a second, but not
/// many more than the generation still needs.
class BlockSize {
 public:
  explicit BlockSize(int threads) : threads_(threads), size_(2 * std::int64_t{threads}) {}

  std::int64_t next(const AbcSmc& smc, const SmcSettings& settings) const {
    const auto tried = static_cast<double>(smc.state().current.size());
    const double rate = tried > 20 ? static_cast<double>(smc.accepted()) / tried
                                   : (smc.state().finished.empty() ? 1.0 : settings.quantile);
    const double needed = static_cast<double>(settings.particles - smc.accepted()) /
                          std::max(rate, settings.acceptance);
    return std::clamp(static_cast<std::int64_t>(std::ceil(needed)), std::int64_t{threads_}, size_);
  }

  void took(Clock::duration time) {
    constexpr std::int64_t largest = 8192;
    if (time < std::chrono::milliseconds(250)) size_ = std::min(2 * size_, largest);
    if (time > std::chrono::seconds(1)) size_ = std::max(size_ / 2, 2 * std::int64_t{threads_});
  }

 private:
  int threads_;
  std::int64_t size_;
};

void keep(CalibrationStore& store, std::int64_t number, const Generation& generation) {
  StoredGeneration stored;
  stored.number = number;
  stored.tolerance = generation.tolerance;
  stored.attempts = generation.attempts;
  double square = 0.0;
  for (std::size_t i = 0; i < generation.weights.size(); ++i) {
    square += generation.weights[i] * generation.weights[i];
    stored.weights.emplace_back(generation.particles[i].number, generation.weights[i]);
  }
  stored.effective_size = 1.0 / square;
  store.add(stored);
}

/// Takes from the store what it has, evaluates the rest and keeps it there.
void evaluate_block(const CalibrationJob& job, CalibrationStore& store, const Effort& effort,
                    double tolerance, std::span<Attempt> attempts) {
  std::vector<Attempt*> missing;
  for (Attempt& attempt : attempts) {
    const auto* stored = store.find(attempt.generation, attempt.number);
    if (!stored) {
      missing.push_back(&attempt);
      continue;
    }
    attempt.distance = stored->distance;
    attempt.simulated = stored->simulated;
  }
  const auto simulations = simulate_all(job, effort, missing);
  std::vector<std::pair<std::int64_t, StoredAttempt>> made;
  for (std::size_t k = 0; k < missing.size(); ++k) {
    if (!simulations[k].done) continue;
    Attempt& attempt = *missing[k];
    attempt.distance = job.distance(simulations[k].mean);
    if (attempt.distance <= tolerance && std::isfinite(attempt.distance))
      attempt.simulated = simulations[k].mean;
    made.emplace_back(attempt.number,
                      StoredAttempt{attempt.distance, simulations[k].message,
                                    job.values(attempt.coordinates), attempt.simulated});
  }
  if (!made.empty()) store.add(attempts.front().generation, made);
  if (made.size() < missing.size()) throw Stopped{};
}

}  // namespace

CalibrationJob::CalibrationJob(const CalibrationReading& reading)
    : calibration_(reading.calibration),
      priors_(reading.calibration.priors()),
      experiment_(experiment_of(reading.calibration.study(), &*reading.scenario)) {
  for (const Observed& row : calibration_.observations) {
    observed_.push_back(row.value);
    scale_.push_back(row.scale);
  }
  start_ = reading.scenario->start;
  for (std::size_t k = 0; k < priors_.size(); ++k)
    forms_.push_back(form_of(*reading.scenario, calibration_.parameters[k].path,
                             priors_[k].value(priors_[k].quantile(0.5))));
}

CalibrationIdentity CalibrationJob::identity() const {
  CalibrationIdentity identity;
  identity.id = calibration_.id;
  identity.title = calibration_.title;
  identity.calibration = canonical_text(calibration_);
  identity.subject = experiment_->subject();
  identity.build = build();
  identity.version = version();
  for (const auto& parameter : calibration_.parameters)
    identity.parameters.push_back(parameter.path);
  for (const Observed& row : calibration_.observations)
    identity.observations.push_back({to_text(row.date), row.path, row.value, row.scale});
  return identity;
}

std::vector<double> CalibrationJob::values(const std::vector<double>& coordinates) const {
  std::vector<double> values;
  for (std::size_t k = 0; k < priors_.size(); ++k)
    values.push_back(priors_[k].value(coordinates[k]));
  return values;
}

double CalibrationJob::distance(const std::vector<double>& simulated) const {
  return distance_between(simulated, observed_, scale_);
}

std::unique_ptr<Trial> CalibrationJob::at(const std::vector<double>& coordinates) const {
  const auto numbers = values(coordinates);
  std::vector<Scalar> taken;
  for (std::size_t k = 0; k < numbers.size(); ++k)
    taken.push_back(value_in(forms_[k], numbers[k], start_));
  return experiment_->at(taken);
}

AbcSmc calibrate(const CalibrationJob& job, CalibrationStore& store, const Effort& effort,
                 const std::function<void(const AbcSmc&)>& told) {
  const SmcSettings settings = job.calibration().settings();
  AbcSmc smc(job.priors(), settings);
  BlockSize size(effort.threads);
  while (smc.ending() == SmcEnding::running) {
    const std::size_t finished = smc.state().finished.size();
    const auto begin = Clock::now();
    try {
      smc.advance(size.next(smc, settings), [&](std::span<Attempt> attempts) {
        evaluate_block(job, store, effort, smc.tolerance(), attempts);
      });
    } catch (const Stopped&) {
      return smc;
    }
    size.took(Clock::now() - begin);
    if (smc.state().finished.size() > finished)
      keep(store, static_cast<std::int64_t>(finished), smc.state().finished.back());
    told(smc);
  }
  store.forget_generations(static_cast<std::int64_t>(smc.state().finished.size()));
  return smc;
}

std::int64_t replicates_of_refinement(const CalibrationPlan& calibration) {
  return std::max<std::int64_t>(calibration.replicates, 16);
}

std::optional<Refinement> refine_particle(const CalibrationJob& job, CalibrationStore& store,
                                          const Effort& effort, const Attempt& start,
                                          std::int64_t most_evaluations,
                                          const std::function<void()>& told) {
  const auto replicates = replicates_of_refinement(job.calibration());
  const auto objective = [&](const std::vector<double>& coordinates) {
    const auto simulation = simulate_in_parallel(job, effort, coordinates, replicates);
    told();
    return simulation.done ? job.distance(simulation.mean) : Prior::infinite;
  };
  const Refinement found = refine(job.priors(), start.coordinates, objective, most_evaluations);
  if (effort.stop) return std::nullopt;
  const auto from = job.values(found.start), to = job.values(found.end);
  std::vector<CalibrationStore::Refined> rows{
      {"distance", found.start_distance, found.end_distance, false}};
  for (std::size_t k = 0; k < from.size(); ++k)
    rows.push_back({job.calibration().parameters[k].path, from[k], to[k],
                    static_cast<bool>(found.at_bound[k])});
  store.put_refinement(rows);
  return found;
}

}  // namespace entente
