#pragma once

#include <tuple>

#include "sim/choice/support/affinity.h"
#include "sim/choice/support/alliance.h"
#include "sim/choice/support/commitment.h"
#include "sim/choice/support/enmity.h"
#include "sim/choice/support/outdegree.h"

namespace entente::support {

/// The effects of the support layer, in the order in which they are summed.
using Effects = std::tuple<Outdegree, Affinity, Enmity, Alliance, Commitment>;

}  // namespace entente::support
