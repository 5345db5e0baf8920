#pragma once

#include <string>
#include <vector>

#include "sim/scenario/mark.h"
#include "sim/scenario/scalar.h"

namespace entente {

/// A number or, for a level, its name, as the scenario gives it.
struct Amount {
  double number = 0.0;
  std::string word;  ///< empty where a number is given

  bool operator==(const Amount&) const = default;
};

/// A name or a path in a list, with its place; used as a string.
struct Listed {
  std::string name;
  Mark mark;

  operator const std::string&() const { return name; }  // NOLINT(google-explicit-constructor)
  bool operator==(const Listed&) const = default;
};

/// One entry of a table of numbers by name: `{ CHN = 1.0, USA = -0.7 }`.
struct Weight {
  std::string name;
  double value = 0.0;
  Mark mark;

  bool operator==(const Weight&) const = default;
};
using Weights = std::vector<Weight>;

/// The number under a name, or nothing.
inline const double* find(const Weights& weights, std::string_view name) {
  for (const auto& weight : weights)
    if (weight.name == name) return &weight.value;
  return nullptr;
}

/// One change that a variant makes: a path and its new value.
struct Change {
  std::string path;
  Scalar value;
  Mark mark;

  bool operator==(const Change&) const = default;
};

}  // namespace entente
