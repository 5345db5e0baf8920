#pragma once

#include <vector>

#include "sim/core/types.h"

namespace entente {

/// A tie between two actors a < b of a signed graph. Its strength is positive.
struct SignedTie {
  int a = 0, b = 0;
  double strength = 0.0;
  bool negative = false;

  int other(int actor) const { return actor == a ? b : a; }
};

/// A signed graph without loops and parallel ties: actors 0 … N − 1 and their ties in the order of
/// (a, b).
class SignedGraph {
 public:
  SignedGraph(int actors, std::vector<SignedTie> ties);
  /// The non-zero ties of T, N×N: finite, symmetric, diagonal 0; anything else aborts.
  explicit SignedGraph(const Matrix& ties);

  int actors() const { return static_cast<int>(at_.size()); }
  const std::vector<SignedTie>& ties() const { return ties_; }
  const SignedTie& tie(int e) const { return ties_[static_cast<std::size_t>(e)]; }
  /// The numbers of an actor's ties, ascending.
  const std::vector<int>& at(int actor) const { return at_[static_cast<std::size_t>(actor)]; }

 private:
  std::vector<SignedTie> ties_;
  std::vector<std::vector<int>> at_;
};

/// The numbers of the ties of each biconnected block: a largest part that no single actor's leaving
/// would cut. Every cycle lies in one block, so each can be balanced by itself.
///
/// Source: Hopcroft & Tarjan, Communications of the ACM 16 (1973) 372.
std::vector<std::vector<int>> blocks(const SignedGraph& graph);

/// The actors of each connected component, ascending; in order of their first.
std::vector<std::vector<int>> components(const SignedGraph& graph);

/// The graph of some ties alone, in the same order, its actors numbered in order of their number.
SignedGraph part(const SignedGraph& graph, const std::vector<int>& ties);

/// Whether a tie runs against camps of ±1: friends across the line, foes within.
inline bool frustrates(const SignedTie& tie, const std::vector<int>& camps) {
  const bool apart =
      camps[static_cast<std::size_t>(tie.a)] != camps[static_cast<std::size_t>(tie.b)];
  return apart != tie.negative;
}

/// The total strength of the ties that run against camps of ±1, summed in the order of ties.
double frustration_of(const SignedGraph& graph, const std::vector<int>& camps);

/// Camps that satisfy every tie outside `frustrated` (one entry a tie), where there are such. The
/// first actor of each component is in camp +1.
std::vector<int> camps_around(const SignedGraph& graph, const std::vector<bool>& frustrated);

}  // namespace entente
