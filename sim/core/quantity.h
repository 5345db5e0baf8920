#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "sim/core/world.h"

namespace entente {

/// One number of the world under one address: `alignment.BLR.CHN`, `position.CHN.peace-plan`.
///
/// Levels count in notches (0 … L), as scenarios write them. What is `settable` a scheduled event
/// may change; the rest is for reading.
struct Quantity {
  enum class Kind {
    alignment,
    dependence,
    sanctions,
    support,
    recognition,
    pact,
    membership,
    position,
    intensity,
    cohesion,
    diversification,
    capability,
    credibility,
  };

  Kind kind = Kind::alignment;
  Index row = 0;
  Index column = 0;

  bool operator==(const Quantity&) const = default;
};

/// Whether an event may set it.
bool settable(Quantity::Kind kind);

/// The values that it may take in this world.
Bounds bounds_of(const Quantity& quantity, const World& world);

double read(const Quantity& quantity, const World& world);

/// Sets it and all that follows from it; a level is rounded to the nearest notch.
void write(const Quantity& quantity, double value, World& world);

/// The quantity that a path names. Throws `InputError` that names the wrong part and the nearest
/// known name; `kinds()` lists what a path may begin with.
Quantity parse_quantity(std::string_view path, const Roster& roster);

/// The path of a quantity: the inverse of `parse_quantity`.
std::string path_of(const Quantity& quantity, const Roster& roster);

/// The forms of all paths, as "alignment.ACTOR.ACTOR", with their meanings and units.
struct PathForm {
  Quantity::Kind kind;
  std::string_view form;
  std::string_view unit;
  std::string_view meaning;
};
std::span<const PathForm> path_forms();

}  // namespace entente
