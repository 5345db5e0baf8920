#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/core/quantity.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A test of a path, as "support.CHN.RUS >= lethal" says it, or of whether an event has happened.
struct PathTest {
  std::string text;   ///< with single blanks
  std::string event;  ///< the id, where it is an event; else:
  std::string path;
  Test test;
};

/// What a `when`, or a test on the command line, says. The path may be any that can be read: of the
/// world, `welfare.`, `metric.` or `dynamics.`; it is not looked up here, but the name of a level
/// is. Throws `InputError` that says what was expected.
PathTest parse_test(std::string_view text, const Scenario& scenario);

/// What a `then` says: the level that is set, and to what.
struct Response {
  Quantity level;  ///< of kind sanctions or support
  int notches = 0;

  ChoiceLayer layer() const {
    return level.kind == Quantity::Kind::sanctions ? ChoiceLayer::sanctions : ChoiceLayer::support;
  }
};
Response parse_response(std::string_view text, const Scenario& scenario, const Roster& roster);

/// The layer in which a path names a level, or nothing.
std::optional<ChoiceLayer> layer_of(std::string_view path);

/// Whether some value within bounds passes a test; of `whole` numbers, some whole one.
bool can_hold(const Test& test, const Bounds& bounds, bool whole);

}  // namespace entente
