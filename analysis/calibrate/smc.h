#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "analysis/calibrate/kernel.h"
#include "analysis/calibrate/prior.h"

namespace entente {

/// One try at the parameters: where it lies and how far its simulation came from the data.
struct Attempt {
  std::int64_t generation = 0;
  std::int64_t number = 0;          ///< within the generation
  std::vector<double> coordinates;  ///< of the parameters, in the priors' coordinates
  double distance = 0.0;            ///< infinite if the simulation failed
  std::vector<double> simulated;    ///< what was simulated; of particles only

  bool operator==(const Attempt&) const = default;
};

/// A finished generation: its particles are the first attempts within its tolerance.
struct Generation {
  double tolerance = Prior::infinite;
  std::int64_t attempts = 0;
  std::vector<Attempt> particles;
  std::vector<double> weights;  ///< sum to 1

  double acceptance() const {
    return static_cast<double>(particles.size()) / static_cast<double>(attempts);
  }
  bool operator==(const Generation&) const = default;
};

/// Why a calibration ended.
enum class SmcEnding { running, generations, acceptance, target, stalled };
constexpr std::array<std::string_view, 5> names_of(SmcEnding) {
  return {"running", "generations", "acceptance", "target", "stalled"};
}

/// All that a calibration has found. To continue from it is to have never stopped.
struct SmcState {
  std::vector<Generation> finished;
  std::vector<Attempt> current;  ///< of the generation under way, in order, none left out

  bool operator==(const SmcState&) const = default;
};

struct SmcSettings {
  std::uint64_t seed = 0;
  std::int64_t particles = 200;
  std::int64_t generations = 8;  ///< at most
  double quantile = 0.5;         ///< of the last distances: the next tolerance
  double acceptance = 0.02;      ///< a generation with less is given up, and the calibration ends
  double target = 0.0;           ///< a tolerance at which it ends

  /// How many attempts a generation may take.
  std::int64_t most_attempts() const;
};

/// Fills in the distance and what was simulated, of attempts in any order and on any threads.
using Evaluate = std::function<void(std::span<Attempt>)>;

/// Approximate Bayesian computation by sequential Monte Carlo: particles from the prior, then
/// generation by generation particles near those of the last one, within an ever smaller tolerance
/// ε_t of the data, weighted by
///
///   w_i ∝ p(z_i) / Σ_j w_j K(z_i | z_j)
///
/// The first tolerance is infinite, the next a quantile of the distances in the last generation.
/// Proposals outside the prior's bounds are drawn again. Attempt n of generation t is a function of
/// (seed, t, n) and the last population, and a generation consists of its first attempts within the
/// tolerance: threads and blocks change nothing.
///
/// Source: Toni, Welch, Strelkowa, Ipsen & Stumpf, J. R. Soc. Interface 6 (2009) 187; Beaumont et
/// al., Biometrika 96 (2009) 983.
class AbcSmc {
 public:
  AbcSmc(std::vector<Prior> priors, SmcSettings settings, SmcState state = {});

  /// Makes the next attempts, at most so many; those that turn out not to be needed are forgotten.
  /// Does nothing once the calibration has ended. Throws what `evaluate` throws, and then is as it
  /// was before.
  void advance(std::int64_t attempts, const Evaluate& evaluate);

  const SmcState& state() const { return state_; }
  SmcEnding ending() const { return ending_; }
  /// Of the generation under way.
  double tolerance() const { return tolerance_; }
  std::int64_t accepted() const { return accepted_; }

 private:
  Attempt proposed(std::int64_t number) const;
  bool within_bounds(const std::vector<double>& coordinates) const;
  void begin_generation();
  void take(Attempt attempt);
  void finish_generation();
  std::vector<double> weights_of(const std::vector<Attempt>& particles) const;

  std::vector<Prior> priors_;
  SmcSettings settings_;
  SmcState state_;
  Stream::Philox::key_type key_;
  std::optional<ProposalKernel> kernel_;
  double tolerance_ = Prior::infinite;
  std::int64_t accepted_ = 0;
  SmcEnding ending_ = SmcEnding::running;
};

}  // namespace entente
