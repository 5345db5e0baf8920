#pragma once

#include <cmath>
#include <vector>

#include "analysis/calibrate/distance.h"
#include "analysis/calibrate/smc.h"
#include "sim/core/normals.h"

namespace entente::calibration {

/// Standard normal numbers of one simulation.
class Noise {
 public:
  explicit Noise(std::uint64_t seed, std::uint64_t simulation)
      : normals_(Draws(seed, simulation).bulk_stream(Purpose::noise, 0, 0)) {}
  double operator()() {
    double value = 0.0;
    normals_.add_to(&value, 1, 1.0);
    return value;
  }

 private:
  Normals normals_;
};

/// A model: simulated numbers from parameters (in their coordinates) and noise.
using SimpleModel = std::function<std::vector<double>(const std::vector<double>&, Noise&)>;

/// Evaluates attempts one by one, each by noise of its own; backwards if wanted.
inline Evaluate evaluation(SimpleModel model, std::vector<double> observed,
                           std::vector<double> scale, std::uint64_t seed, bool backwards = false) {
  return [=](std::span<Attempt> attempts) {
    for (std::size_t k = 0; k < attempts.size(); ++k) {
      Attempt& attempt = attempts[backwards ? attempts.size() - 1 - k : k];
      Noise noise(seed,
                  static_cast<std::uint64_t>(attempt.generation * 1'000'000 + attempt.number));
      attempt.simulated = model(attempt.coordinates, noise);
      attempt.distance = distance_between(attempt.simulated, observed, scale);
    }
  };
}

/// Advances a calibration to its end.
inline void finish(AbcSmc& calibration, const Evaluate& evaluate, std::int64_t block = 500) {
  while (calibration.ending() == SmcEnding::running) calibration.advance(block, evaluate);
}

}  // namespace entente::calibration
