#pragma once

#include <tuple>

#include "sim/choice/sanctions/coalition.h"
#include "sim/choice/sanctions/commitment.h"
#include "sim/choice/sanctions/exposure.h"
#include "sim/choice/sanctions/hostility.h"
#include "sim/choice/sanctions/outdegree.h"
#include "sim/choice/sanctions/reciprocity.h"
#include "sim/choice/sanctions/retaliation.h"
#include "sim/choice/sanctions/three_cycles.h"
#include "sim/choice/sanctions/transitive_triplets.h"
#include "sim/choice/sanctions/violation.h"

namespace entente::sanctions {

/// The effects of the sanctions layer, in the order in which they are summed.
using Effects = std::tuple<Outdegree, Hostility, Violation, Coalition, Exposure, Retaliation,
                           Reciprocity, TransitiveTriplets, ThreeCycles, Commitment>;

}  // namespace entente::sanctions
