#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/ensemble/burn_in.h"
#include "analysis/store/netcdf_file.h"

namespace entente {

/// One replicate of a burn-in as a checkpoint file holds it: nothing but tables of numbers.
struct StoredRun {
  SimulationState state;
  Table commitments;  ///< C×6, as `commitment_fields` has it
  Vector parameters;  ///< those of `numeric_parameters`

  /// A run at this moment, of whose commitments some have ended.
  StoredRun(SimulationState at, const std::vector<CommitmentEnd>& ended);
  /// The same the other way round. Throws `InputError` that names what no run can hold.
  void unpack(BurntRun& run) const;
};

/// What a checkpoint keeps of a commitment: its state and, where it has ended, when and with what
/// credibility (−1 and 0 where it stands).
inline constexpr std::array commitment_fields{"credibility", "outcome",  "held",
                                              "direction",   "end_tick", "end_credibility"};

/// The paths of all parameters that events may change.
std::vector<std::string> numeric_parameters(const Dynamics& dynamics);

/// A table of numbers of each replicate.
struct StoredLayer {
  std::string name;
  std::vector<std::string> over;  ///< its dimensions besides the replicate
  std::string meaning;
};

/// Calls `f(layer, values)` on every table of a run; `values` refers into the run.
template <class Run, class F>
void for_each_layer(Run& run, F&& f) {
  using L = StoredLayer;
  auto& s = run.state;
  f(L{"affinity", {"actor", "target"}, "latent alignment Z; alignment is tanh Z"}, s.affinity);
  f(L{"dependence", {"actor", "target"}, "share of the actor's absorption"}, s.dependence);
  f(L{"position", {"actor", "issue"}, "the actor's stance on the issue"}, s.position);
  f(L{"sanctions", {"actor", "target"}, "level of sanctions, in notches"}, s.sanctions);
  f(L{"support", {"actor", "target"}, "level of support, in notches"}, s.support);
  f(L{"recognition", {"actor", "target"}, "diplomatic recognition"}, s.recognition);
  f(L{"pact", {"actor", "target"}, "treaty commitment"}, s.pact);
  f(L{"membership", {"bloc", "actor"}, "weight of the membership"}, s.membership);
  f(L{"cohesion", {"bloc"}, "how much co-membership binds"}, s.cohesion);
  f(L{"intensity", {"conflict"}, "how hot the conflict is"}, s.intensity);
  f(L{"diversification", {"actor"}, "the drive to diversify"}, s.diversification);
  f(L{"commitment_state", {"commitment", "commitment_field"}, "where the commitment stands"},
    run.commitments);
  f(L{"parameter_value", {"parameter"}, "value of the parameter"}, run.parameters);
}

/// The lengths of a layer's dimensions besides the replicate.
template <class Values>
NetcdfFile::Shape shape_of(const StoredLayer& layer, const Values& values) {
  NetcdfFile::Shape shape{static_cast<std::size_t>(values.rows())};
  if (layer.over.size() == 2) shape.push_back(static_cast<std::size_t>(values.cols()));
  return shape;
}

}  // namespace entente
