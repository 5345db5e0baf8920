#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/data/table.h"
#include "sim/core/types.h"

namespace entente {

/// A signed network: who its members are, and how each pair stand to each other.
struct SignedNetwork {
  std::vector<std::string> names;  ///< N, in alphabetical order
  Matrix ties;                     ///< N×N, symmetric, −1, 0 or 1, diagonal 0
};

/// The network of a table of undirected ties `from`, `to`, `sign`; with a window, of those rows
/// whose column `window` says so. Of a tie that stands twice the last counts.
SignedNetwork signed_network(const PublishedTable& table, const std::string& window = "");

/// What landscape theory needs of actors: how large they are, and how much they would rather be in
/// one camp than in two.
struct Propensities {
  std::vector<std::string> names;
  Vector size;        ///< N
  Matrix propensity;  ///< N×N, symmetric, diagonal 0
};

/// The propensities of a table `a`, `b`, `size_a`, `size_b`, `propensity_1to5` of all pairs, of
/// which 3 is indifference: 0.
Propensities propensities(const PublishedTable& table);

/// The friendships of one wave, N×N of 0 and 1: rows `from`, columns `to`, both counted from 1, of
/// those rows whose column `wave` says so. A name beyond `people` is an `InputError`.
Matrix friendships(const PublishedTable& table, int wave, Index people);

}  // namespace entente
