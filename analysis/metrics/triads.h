#pragma once

#include <array>
#include <cstdint>

#include "sim/core/types.h"

namespace entente {

/// How many triangles of ties there are, by the sign of their product.
struct Triangles {
  std::int64_t balanced = 0, unbalanced = 0;
};

/// The triangles of T: N×N, symmetric with diagonal 0.
///
/// Exact: counted dyad by dyad over sets of third parties, 64 at a time.
Triangles triangles(const Matrix& ties);

/// The share of triads whose product of ties is positive, among those without a zero tie; 1 where
/// there is none. T: N×N, symmetric with diagonal 0.
double balanced_share(const Matrix& ties);

/// The same with each triad counted by the size of its product of ties:
///
///   (1 + tr T³ / tr |T|³) / 2
double weighted_balanced_share(const Matrix& ties);

/// How many of a kind there are, and how strong they are together.
struct KindTotal {
  std::int64_t count = 0;
  double weight = 0.0;
};

/// The unordered dyads and triads of a signed network by kind. A dyad weighs |T_ij|, a triangle the
/// product of its three; the null dyads and the triads that are no triangle weigh 0.
struct SignedCensus {
  KindTotal friends, foes, null_dyads;  ///< T_ij > 0, < 0, = 0; together N (N − 1)/2
  std::array<KindTotal, 4> triangles;  ///< by how many ties are negative: +++, ++−, +−−, −−−
  std::int64_t open_triads = 0;  ///< with a zero tie; together with these N (N − 1)(N − 2)/6

  KindTotal balanced() const { return sum(triangles[0], triangles[2]); }
  KindTotal unbalanced() const { return sum(triangles[1], triangles[3]); }

 private:
  static KindTotal sum(const KindTotal& a, const KindTotal& b) {
    return {a.count + b.count, a.weight + b.weight};
  }
};

/// The census of T: N×N, symmetric with diagonal 0. O(N³).
///
/// Source: Davis & Leinhardt, in Berger et al., Sociological Theories in Progress 2 (1972) 218, the
/// triad census; Cartwright & Harary, Psychological Review 63 (1956) 277, the signed triangles.
SignedCensus signed_census(const Matrix& ties);

}  // namespace entente
