#include <fmt/format.h>

#include <algorithm>

#include "analysis/design/grid.h"
#include "analysis/design/latin_hypercube.h"
#include "analysis/design/low_discrepancy.h"
#include "analysis/design/morris.h"
#include "analysis/design/saltelli.h"
#include "sim/core/error.h"

namespace entente {
namespace {

using Factors = std::vector<Factor>;

std::string_view name_of(DesignType type) { return names_of(type)[static_cast<std::size_t>(type)]; }

[[noreturn]] void refuse(DesignType type, const std::string& problem) {
  throw InputError(fmt::format("{}: {}", name_of(type), problem));
}

/// Gives the factors that vary continuously the design's levels, where they have none.
Factors with_levels(const DesignEntry& entry, Factors factors) {
  for (Factor& factor : factors) {
    if (factor.levels == 0) factor.levels = static_cast<std::uint64_t>(entry.levels.value_or(0));
    if (factor.levels == 0)
      refuse(entry.type, fmt::format("{} has a range and no levels; say into how many values it is "
                                     "divided",
                                     factor.name));
  }
  return factors;
}

std::unique_ptr<Design> make_grid(const DesignEntry& entry, const Factors& factors) {
  double points = 1.0;
  auto all = with_levels(entry, factors);
  for (const Factor& factor : all) points *= static_cast<double>(factor.levels);
  if (points > 1e18) refuse(entry.type, fmt::format("{:.3g} points are too many", points));
  return std::make_unique<Grid>(std::move(all));
}

std::unique_ptr<Design> make_zip(const DesignEntry& entry, const Factors& factors) {
  auto all = with_levels(entry, factors);
  for (const Factor& factor : all)
    if (factor.levels != all.front().levels)
      refuse(entry.type, fmt::format("{} has {} values and {} has {}", all.front().name,
                                     all.front().levels, factor.name, factor.levels));
  return std::make_unique<Zip>(std::move(all));
}

std::unique_ptr<Design> make_morris(const DesignEntry& entry, const Factors& factors,
                                    std::uint64_t points, std::uint64_t seed) {
  const std::int64_t levels = entry.levels.value_or(4);
  if (levels % 2 != 0)
    refuse(entry.type, fmt::format("levels: {} is odd; half of them are a step", levels));
  for (const Factor& factor : factors)
    if (factor.discrete && factor.levels < 2)
      refuse(entry.type, fmt::format("{} has one value, and cannot be moved", factor.name));
  return std::make_unique<Morris>(points, static_cast<std::uint64_t>(levels), factors, seed);
}

/// The number of points of a design that says it; checked against what it needs.
std::uint64_t points_of(const DesignEntry& entry, std::size_t dimensions) {
  if (!entry.points) refuse(entry.type, "say how many points: points = 1024");
  const bool niederreiter = entry.type == DesignType::niederreiter;
  const std::size_t most = niederreiter
                               ? boost::random::default_niederreiter_base2_table::max_dimension
                               : boost::random::default_sobol_table::max_dimension;
  if (dimensions > most)
    refuse(entry.type,
           fmt::format("the sequence has {} dimensions; {} are needed", most, dimensions));
  return static_cast<std::uint64_t>(*entry.points);
}

void refuse_what_has_no_meaning(const DesignEntry& entry) {
  const bool by_levels = entry.type == DesignType::grid || entry.type == DesignType::zip;
  if (by_levels && entry.points)
    refuse(entry.type, "points follow from the parameters' values; leave points out");
  if (!by_levels && entry.levels && entry.type != DesignType::morris)
    refuse(entry.type, "levels mean nothing here; leave them out");
  if (!entry.table.empty()) refuse(entry.type, "only a list has a table; leave it out");
}

}  // namespace

std::unique_ptr<Design> make_design(const DesignEntry& entry, const Factors& factors,
                                    std::uint64_t seed) {
  expects(!factors.empty(), "a design needs factors");
  refuse_what_has_no_meaning(entry);
  switch (entry.type) {
    case DesignType::grid:
      return make_grid(entry, factors);
    case DesignType::zip:
      return make_zip(entry, factors);
    case DesignType::latin_hypercube:
      return std::make_unique<LatinHypercube>(points_of(entry, 0), factors, seed);
    case DesignType::sobol:
      return std::make_unique<SobolSequence>(points_of(entry, factors.size()), factors);
    case DesignType::niederreiter:
      return std::make_unique<NiederreiterSequence>(points_of(entry, factors.size()), factors);
    case DesignType::saltelli:
      return std::make_unique<Saltelli>(points_of(entry, 2 * factors.size()), factors);
    case DesignType::morris:
      return make_morris(entry, factors, points_of(entry, 0), seed);
    case DesignType::list:
      break;
  }
  throw InputError("list: its points stand in a table");
}

}  // namespace entente
