#pragma once

#include <string>

#include "sim/scenario/scenario.h"

namespace entente {

/// What a scenario's things are called in a sentence.
class Labels {
 public:
  explicit Labels(const Scenario& scenario) : scenario_(scenario) {}

  /// The name of an actor, or its id where it has none: by position or by id.
  std::string actor(Index i) const;
  std::string actor(const std::string& id) const;
  /// "Belarus's"; "United States'", as of every name in -es.
  std::string of(const std::string& actor_id) const;
  /// A path as a thing: "Belarus's dependence on Russia"; a metric's name in words; else the path.
  std::string path(const std::string& path) const;
  /// The verb that goes with it: `one` ("rises"), or `many` where it is called by a plural.
  static std::string verb(const std::string& path, std::string_view one, std::string_view many);
  /// What a path's numbers are: "alignment", "level", "share", "change" or "number".
  static std::string unit(const std::string& path);

 private:
  const Scenario& scenario_;
};

}  // namespace entente
