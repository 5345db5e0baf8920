#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/core/levels.h"
#include "sim/core/types.h"

namespace entente {

/// Why a level moved: its holder chose to, its bloc voted for it, or a commitment called for it.
enum class Occasion { choice, vote, commitment };
constexpr std::array<std::string_view, 3> names_of(Occasion) {
  return {"choice", "vote", "commitment"};
}

/// A level that an actor moved, and how likely that was: at its opportunity or, of a bloc, to be
/// proposed at the bloc's; of a commitment, its credibility.
struct Decision {
  std::int64_t tick = 0;
  ChoiceLayer layer = ChoiceLayer::sanctions;
  Index actor = 0;
  Index target = 0;
  int from = 0;
  int to = 0;
  double probability = 0.0;
  Occasion occasion = Occasion::choice;
  Index by = -1;  ///< the bloc that voted, or the commitment
};

}  // namespace entente
