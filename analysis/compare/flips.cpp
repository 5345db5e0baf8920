#include "analysis/compare/flips.h"

#include <algorithm>
#include <iterator>

namespace entente {

Flips::Flips(Index actors) {
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    for (Index i = 0; i < actors; ++i)
      for (Index j = 0; j < actors; ++j) flips_.push_back({layer, i, j});
}

void Flips::add(const Snapshot& reference, const Snapshot& variant) {
  auto flip = flips_.begin();
  const auto count = [&](const auto& before, const auto& after) {
    for (std::size_t k = 0; k < before.size(); ++k, ++flip) {
      flip->higher += after[k] > before[k] ? 1 : 0;
      flip->lower += after[k] < before[k] ? 1 : 0;
    }
  };
  count(reference.sanctions, variant.sanctions);
  count(reference.support, variant.support);
}

std::vector<Flip> Flips::ranked() const {
  std::vector<Flip> found;
  std::copy_if(flips_.begin(), flips_.end(), std::back_inserter(found),
               [](const Flip& flip) { return flip.pairs() > 0; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Flip& a, const Flip& b) { return a.pairs() > b.pairs(); });
  return found;
}

}  // namespace entente
