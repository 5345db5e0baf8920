#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

namespace entente {

/// One entry of a scenario as far as it bears on a dyad: its numbers, and what they rest on.
struct Input {
  struct Number {
    std::string path;   ///< its address, or what it is where it has none
    std::string value;  ///< as a scenario file would say it
  };

  std::string entry;  ///< "relation BLR → CHN", "event beijing-visit, 2023-03-01"
  std::vector<Number> numbers;
  std::string basis;   ///< a source's id, "estimate", or empty
  std::string source;  ///< the source's title, or empty
  std::string note;    ///< the modeller's own words
};

/// Every entry of a scenario whose numbers enter the drift of a dyad directly, in the order of a
/// scenario file: the two actors, their relations, their pact, the blocs they share, the issues on
/// which either stands, the conflicts in which either takes a side, the events between them, and
/// the commitments to levels between them.
/// Numbers left at their defaults are not among them.
std::vector<Input> inputs_of(const Scenario& scenario, const std::string& from,
                             const std::string& to);

/// Every entry of a scenario with its numbers, in the same order, and the parameters of the law of
/// motion that differ from their defaults.
std::vector<Input> inputs_of(const Scenario& scenario);

/// How many numbers some inputs hold, and what they rest on.
struct Grounds {
  std::size_t numbers = 0;
  std::size_t estimates = 0;  ///< the modeller's own judgement
  std::size_t baseless = 0;   ///< no basis is given
};
Grounds grounds_of(const std::vector<Input>& inputs);

}  // namespace entente
