#pragma once

#include <vector>

#include "analysis/metrics/signed_graph.h"

namespace entente {

/// What every pair of camps does on a cycle C, f_e being 1 where tie e runs against them, else 0:
///
///   Σ_{e∈C∖F} f_e + Σ_{e∈F} (1 − f_e) ≥ 1        #(negative ties of C) + |F| odd
///
/// With F = ∅: a negative cycle cannot be satisfied as a whole. Held as Σ ±f_e ≥ 1 − |F|.
///
/// Source: Barahona & Mahjoub, Mathematical Programming 36 (1986) 157, for cuts; Aref, Mason &
/// Wilson, Networks 75 (2020) 95, for signed graphs.
struct CycleInequality {
  std::vector<int> ties;
  std::vector<double> coefficients;  ///< −1 for ties of F, else +1
  double least = 1.0;
};

/// The inequalities F = ∅ of the negative triangles that shares f (one of each tie) violate, at
/// most `most`, the most violated first.
std::vector<CycleInequality> violated_triangles(const SignedGraph& graph,
                                                const std::vector<double>& f, std::size_t most);

/// For each actor a most violated inequality of a cycle around it, where there is one: a shortest
/// way in the signed double cover from the actor to its mirror image. None means that f satisfies
/// all inequalities of all cycles.
std::vector<CycleInequality> violated_cycles(const SignedGraph& graph,
                                             const std::vector<double>& f);

}  // namespace entente
