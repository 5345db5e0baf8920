#include "sim/core/roster.h"

namespace entente {

Names::Names(std::vector<std::string> names) : all_(std::move(names)) {
  for (std::size_t i = 0; i < all_.size(); ++i) position_.emplace(all_[i], static_cast<Index>(i));
}

std::optional<Index> Names::find(std::string_view name) const {
  const auto found = position_.find(std::string(name));
  return found == position_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace entente
