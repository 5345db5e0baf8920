#pragma once

#include <string>
#include <vector>

#include "analysis/ensemble/attribution.h"
#include "analysis/explain/inputs.h"
#include "analysis/explain/story.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Everything that `entente explain` says of one dyad in one variant, as text or as JSON.
struct Explanation {
  std::string from, to;
  const Scenario& scenario;        ///< as the variant has it
  const Ensemble& ensemble;        ///< of that variant alone, which explains that dyad alone
  const Attribution& attribution;  ///< of which at least one run is kept
  std::uint64_t replicate = 0;     ///< of which the decisions are told
  Story story;                     ///< of that replicate
  Matrix drift_at_start;           ///< 1 × parts, per year
  std::vector<Input> inputs;

  const Chart& chart() const { return ensemble.chart; }
  std::size_t last() const { return attribution.ticks().size() - 1; }
  /// What a part has added on average by a moment, beyond what it would have had it gone on as at
  /// the start: part − drift(0) t. Under the benchmark baseline the drifts at the start cancel, so
  /// that these sum to the change as the parts themselves do.
  double beyond_start(std::size_t part, std::size_t moment) const;
  /// A level as scenario files write it: by its name where the layer has five, else in notches.
  std::string level(ChoiceLayer layer, int notches) const;
  const std::string& actor(Index i) const { return ensemble.roster().actors[i]; }
};

/// The equation of a mechanism or of noise by its name, empty for what is neither.
std::string_view equation_of(const std::string& part);

/// The explanation as JSON with stable keys (docs/explain.md lists them).
std::string to_json(const Explanation& told);

}  // namespace entente
