#pragma once

#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <tuple>

#include "tests/scenes/compare.h"
#include "tests/scenes/scenes.h"

namespace entente::conformance {

template <class Tuple>
struct Listed;
template <class... Each>
struct Listed<std::tuple<Each...>> {
  using Types = ::testing::Types<Each...>;
};

/// A catalogue's entries as the types of a typed test suite.
template <class Catalogue>
using TypesOf = typename Listed<Catalogue>::Types;

/// Names a typed test after the entry that it is about.
struct EntryName {
  template <class Entry>
  static std::string GetName(int) {
    return std::string(Entry::name);
  }
};

/// A random world with everything present, and a benchmark that inertia can revert to.
inline World benchmarked(World world) {
  return scenes::model(std::move(world), Dynamics{}, 1)->start;
}

/// What every entry says of itself: a name fit for files and paths, an equation and a source.
template <class Entry>
void expect_to_be_declared() {
  EXPECT_TRUE(std::regex_match(std::string(Entry::name), std::regex("[a-z]+(_[a-z]+)*")));
  EXPECT_FALSE(Entry::equation.empty());
  EXPECT_FALSE(Entry::source.empty());
}

}  // namespace entente::conformance
