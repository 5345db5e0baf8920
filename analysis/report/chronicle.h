#pragma once

#include <memory>
#include <vector>

#include "analysis/explain/reasons.h"
#include "sim/engine/model.h"

namespace entente {

/// Every level that moves in one run of a model, with its reason, in order. A bloc's vote is told
/// once, of its first member. A run that fails is told until then.
std::vector<Reason> chronicle_of(const std::shared_ptr<const Model>& model, const Draws& draws);

}  // namespace entente
