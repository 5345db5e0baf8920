#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/explain/ledger.h"
#include "analysis/explain/reasons.h"

namespace entente {

/// A decision that bears on a dyad, and through which mechanisms.
struct Cause {
  Reason reason;
  std::vector<std::string_view> through;
};

/// One run as it concerns one dyad: the course of its affinity and of each part, and the decisions
/// behind it. After a failure the courses end.
struct Story {
  std::vector<double> affinity;            ///< at each moment
  std::vector<std::vector<double>> parts;  ///< of each part of the chart, at each moment
  std::vector<Cause> causes;               ///< in the order in which they were made
  std::string failure;                     ///< why the run failed, or empty
};

/// Runs one replicate of a model and tells it for the chart's first dyad.
Story story_of(const std::shared_ptr<const Model>& model, const Draws& draws, const Chart& chart);

/// The mechanisms through which a level of `actor`'s toward `target` enters the drift of a dyad
/// (i, j), of those that are on: sanctions of j on i through `grievance`; sanctions by i or on i,
/// which move its trade, through `dependence` and `influence`; support that i or j gives, which
/// moves their sides, through `conflict`. What enters only by way of other alignments is not among
/// them.
std::vector<std::string_view> channels(ChoiceLayer layer, Index actor, Index target,
                                       const Dyad& dyad, const Dynamics& dynamics);

}  // namespace entente
