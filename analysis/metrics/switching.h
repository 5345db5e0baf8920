#pragma once

#include <vector>

#include "analysis/metrics/signed_graph.h"

namespace entente {

/// Moves actors between two camps (±1) for as long as a sequence of moves, each actor at most once
/// and the best next, lowers the frustration by more than 10⁻¹² of all ties' strength. No single
/// move lowers what is returned.
///
/// Source: Kernighan & Lin, Bell System Technical Journal 49 (1970) 291.
std::vector<int> switched(const SignedGraph& graph, std::vector<int> camps);

/// The camps that shares of frustration f in [0, 1], one of each tie, come nearest to: along a
/// spanning tree of the ties of which f is surest, then `switched`.
std::vector<int> rounded(const SignedGraph& graph, const std::vector<double>& f);

}  // namespace entente
