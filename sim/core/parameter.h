#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace entente {

/// The values that a number may take, from `low` to `high`; an open end excludes the end itself.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool open_low = false;
  bool open_high = false;

  constexpr bool contains(double x) const {
    return x - x == 0.0 && (open_low ? x > low : x >= low) && (open_high ? x < high : x <= high);
  }
};

constexpr Bounds any_real() { return {}; }
constexpr Bounds at_least(double low) {
  return {low, std::numeric_limits<double>::infinity(), false, false};
}
constexpr Bounds above(double low) {
  return {low, std::numeric_limits<double>::infinity(), true, false};
}
constexpr Bounds between(double low, double high) { return {low, high, false, false}; }
constexpr Bounds within(double low, double high) { return {low, high, true, true}; }

/// The bounds in words: "a number of at least 0", "a number between -1 and 1, both excluded".
std::string describe(const Bounds& bounds);

/// The one declaration of a parameter: which member it is, its name in files and paths, its unit,
/// its bounds and its meaning. Reading, errors, paths, lists, the schema and the reference all
/// come from it. `Value` is double, int, bool or an enumeration whose `names_of` lists its values.
template <class Owner, class Value>
struct Parameter {
  Value Owner::*member;
  std::string_view name;
  std::string_view unit;
  Bounds bounds;
  std::string_view meaning;
};

template <class Owner, class Value>
Parameter(Value Owner::*, const char*, const char*, Bounds, const char*) -> Parameter<Owner, Value>;

/// How often a mechanism's operator reweights the others' stances.
enum class Weighting { capability, uniform };
constexpr std::array<std::string_view, 2> names_of(Weighting) { return {"capability", "uniform"}; }

/// How affinity Z gives alignment A: bounded (A = tanh Z) or the thing itself (A = Z).
enum class Link { tanh, identity };
constexpr std::array<std::string_view, 2> names_of(Link) { return {"tanh", "identity"}; }

/// Where an affinity reverts to: what keeps the base scenario at rest, or its initial value.
enum class Baseline { benchmark, initial };
constexpr std::array<std::string_view, 2> names_of(Baseline) { return {"benchmark", "initial"}; }

/// Whether initial levels reveal what the effects do not say (an alternative-specific constant).
enum class Calibration { revealed, none };
constexpr std::array<std::string_view, 2> names_of(Calibration) { return {"revealed", "none"}; }

}  // namespace entente
