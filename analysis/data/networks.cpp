#include "analysis/data/networks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/core/error.h"

namespace entente {
namespace {

/// Where a name stands in a sorted list that has it.
Index place_of(const std::vector<std::string>& names, const std::string& name) {
  return std::lower_bound(names.begin(), names.end(), name) - names.begin();
}

/// All that stands under two headings, sorted, in the rows of a table that count.
template <class Counts>
std::vector<std::string> names_under(const PublishedTable& table, std::string_view one,
                                     std::string_view other, Counts counts) {
  std::set<std::string> names;
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (counts(row)) names.insert({table.text(row, one), table.text(row, other)});
  return {names.begin(), names.end()};
}

}  // namespace

SignedNetwork signed_network(const PublishedTable& table, const std::string& window) {
  const auto counts = [&](std::size_t row) {
    return window.empty() || table.text(row, "window") == window;
  };
  SignedNetwork network{names_under(table, "from", "to", counts), {}};
  const auto n = static_cast<Index>(network.names.size());
  network.ties.setZero(n, n);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (!counts(row)) continue;
    const Index i = place_of(network.names, table.text(row, "from"));
    const Index j = place_of(network.names, table.text(row, "to"));
    if (i != j) network.ties(i, j) = network.ties(j, i) = table.number(row, "sign");
  }
  return network;
}

Propensities propensities(const PublishedTable& table) {
  constexpr double indifference = 3.0;
  Propensities found{names_under(table, "a", "b", [](std::size_t) { return true; }), {}, {}};
  const auto n = static_cast<Index>(found.names.size());
  found.size.setZero(n);
  found.propensity.setZero(n, n);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const Index a = place_of(found.names, table.text(row, "a"));
    const Index b = place_of(found.names, table.text(row, "b"));
    found.size(a) = table.number(row, "size_a");
    found.size(b) = table.number(row, "size_b");
    const double propensity = table.number(row, "propensity_1to5") - indifference;
    if (a != b) found.propensity(a, b) = found.propensity(b, a) = propensity;
  }
  return found;
}

Matrix friendships(const PublishedTable& table, int wave, Index people) {
  Matrix ties = Matrix::Zero(people, people);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.number(row, "wave") != wave) continue;
    const auto from = static_cast<Index>(table.number(row, "from")) - 1;
    const auto to = static_cast<Index>(table.number(row, "to")) - 1;
    if (std::min(from, to) < 0 || std::max(from, to) >= people || from == to)
      throw InputError(fmt::format("a friendship of wave {} from {} to {}; expected two of 1 to {}",
                                   wave, from + 1, to + 1, people));
    ties(from, to) = 1.0;
  }
  return ties;
}

}  // namespace entente
