#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/core/types.h"

namespace entente {

/// A list of names with the position of each, for actors, blocs, issues, conflicts, commitments,
/// covariates.
class Names {
 public:
  Names() = default;
  explicit Names(std::vector<std::string> names);

  Index size() const { return static_cast<Index>(all_.size()); }
  const std::string& operator[](Index i) const { return all_[static_cast<std::size_t>(i)]; }
  std::optional<Index> find(std::string_view name) const;
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
  std::unordered_map<std::string, Index> position_;
};

/// Who and what a world is made of, by name; the position in each list is the index in the layers.
struct Roster {
  Names actors;
  Names blocs;
  Names issues;
  Names conflicts;
  Names commitments;
};

}  // namespace entente
