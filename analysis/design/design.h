#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analysis/design/design_entry.h"

namespace entente {

/// How one parameter takes part in a design.
struct Factor {
  std::string name;          ///< for messages
  std::uint64_t levels = 0;  ///< how many values it may take; 0 where it varies continuously
  /// Whether the levels are a choice among values given one by one, and not steps of a range.
  bool discrete = false;
};

/// The points of a study in the unit cube, each made when it is asked for: a design of 10⁹ points
/// takes no more memory than one of ten. A pure function of its entry, factors and seed.
///
/// Coordinate u of a factor with L discrete values means value ⌊u·L⌋; a design gives the middle of
/// that step, (l + ½) / L. Otherwise u ∈ [0, 1] runs through the range, ends included: level l of L
/// is l / (L − 1).
class Design {
 public:
  Design() = default;
  Design(const Design&) = delete;
  Design& operator=(const Design&) = delete;
  virtual ~Design() = default;

  /// How many points there are, and of how many coordinates.
  virtual std::uint64_t points() const = 0;
  virtual std::size_t factors() const = 0;
  /// Writes the coordinates of a point; `unit` has one for each factor.
  virtual void at(std::uint64_t point, std::span<double> unit) const = 0;
  /// The k-th point to be run: a permutation under which the first points, however many, cover the
  /// whole design evenly. The order of the points themselves, unless a design needs another.
  virtual std::uint64_t in_order(std::uint64_t k) const { return k; }
};

/// The design that an entry asks for; all but `list`, whose points are no function of coordinates.
/// A discrete factor has at least one level.
///
/// Throws `InputError` with all that does not go together: a count that is missing or senseless,
/// numbers of values that a zip cannot pair, an odd number of levels of morris, more points or
/// factors than a design can have.
std::unique_ptr<Design> make_design(const DesignEntry& entry, const std::vector<Factor>& factors,
                                    std::uint64_t seed);

}  // namespace entente
