#include "analysis/metrics/frustration_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

#include "analysis/metrics/cycle_program.h"
#include "analysis/metrics/switching.h"

namespace entente {
namespace {

constexpr std::size_t most_triangles = 500;  ///< added at a time

/// A part of the search: some ties fixed to be frustrated or satisfied.
struct Branch {
  double bound = 0.0;
  int number = 0;
  std::vector<std::pair<int, bool>> fixed;

  /// The lowest bound first; of equals the youngest, which is the deepest.
  bool operator<(const Branch& other) const {
    return bound != other.bound ? bound > other.bound : number < other.number;
  }
};

bool whole(const SignedGraph& graph) {
  return std::all_of(graph.ties().begin(), graph.ties().end(), [](const SignedTie& tie) {
    return tie.strength < 1e9 && tie.strength == std::floor(tie.strength);
  });
}

double strength_of(const SignedGraph& graph) {
  double all = 0.0;
  for (const SignedTie& tie : graph.ties()) all += tie.strength;
  return all;
}

/// The search for the camps of one block that leave the least frustration.
class BlockSearch {
 public:
  BlockSearch(const SignedGraph& graph, std::int64_t limit)
      : graph_(graph),
        limit_(limit),
        whole_(whole(graph)),
        nothing_(1e-9 * strength_of(graph)),
        program_(graph) {
    consider(switched(graph, std::vector<int>(static_cast<std::size_t>(graph.actors()), 1)));
  }

  /// Returns what no camps go below.
  double run() {
    std::priority_queue<Branch> open;
    open.push({});
    while (!open.empty() && !beaten(open.top().bound)) {
      if (exhausted()) return open.top().bound;
      Branch branch = open.top();
      open.pop();
      branch.bound = std::max(branch.bound, bounded(branch));
      if (beaten(branch.bound)) continue;
      const int tie = undecided();
      if (tie < 0) {
        // Only where rounding to the camps of a whole solution lost something, or exhausted.
        unresolved_ = std::min(unresolved_, branch.bound);
        continue;
      }
      for (const bool frustrated : {true, false}) {
        Branch half{branch.bound, ++branches_, branch.fixed};
        half.fixed.emplace_back(tie, frustrated);
        open.push(std::move(half));
      }
    }
    return beaten(unresolved_) ? least_ : unresolved_;
  }

  const std::vector<int>& camps() const { return camps_; }
  std::int64_t effort() const { return program_.effort(); }

 private:
  bool exhausted() const { return program_.effort() >= limit_; }
  /// Whether nothing below the best camps' frustration lies above this bound.
  bool beaten(double bound) const { return bound >= least_ - (whole_ ? 0.5 : nothing_); }
  double sharpened(double bound) const { return whole_ ? std::ceil(bound - 1e-6) : bound; }

  void consider(const std::vector<int>& camps) {
    const double frustration = frustration_of(graph_, camps);
    if (frustration >= least_) return;
    least_ = frustration;
    camps_ = camps;
  }

  /// The bound of a branch, by adding inequalities until none is violated.
  double bounded(const Branch& branch) {
    program_.fix(branch.fixed);
    double bound = branch.bound, dropped_at = 0.0;
    while (true) {
      const double value = program_.solve();
      bound = std::max(bound, sharpened(value));
      if (std::isinf(bound)) return bound;
      consider(rounded(graph_, program_.shares()));
      if (beaten(bound) || exhausted()) return bound;
      auto violated = violated_triangles(graph_, program_.shares(), most_triangles);
      if (violated.empty()) violated = violated_cycles(graph_, program_.shares());
      if (violated.empty()) return bound;
      // Only where the value has risen, so that nothing is added and dropped for ever.
      if (program_.rows() > 2 * graph_.ties().size() && value > dropped_at + nothing_) {
        program_.drop_slack();
        dropped_at = value;
      }
      program_.add(violated);
    }
  }

  /// The tie whose share is nearest to one half, the strongest of equals; −1 if none is between.
  int undecided() const {
    int tie = -1;
    double least_certain = 0.5 - 1e-6;
    for (int e = 0; e < static_cast<int>(graph_.ties().size()); ++e) {
      const double certain = std::abs(program_.shares()[static_cast<std::size_t>(e)] - 0.5);
      const bool even = tie >= 0 && std::abs(certain - least_certain) <= 1e-9;
      if (even ? graph_.tie(e).strength > graph_.tie(tie).strength : certain < least_certain) {
        tie = e;
        least_certain = certain;
      }
    }
    return tie;
  }

  const SignedGraph& graph_;
  std::int64_t limit_;
  bool whole_;
  double nothing_;
  CycleProgram program_;
  double least_ = std::numeric_limits<double>::infinity();
  double unresolved_ = std::numeric_limits<double>::infinity();
  std::vector<int> camps_;
  int branches_ = 0;
};

}  // namespace

FrustrationIndex frustration_index(const Matrix& ties, std::int64_t limit) {
  const SignedGraph graph(ties);
  FrustrationIndex found;
  std::vector<bool> frustrated(graph.ties().size(), false);
  double unproven = 0.0;
  for (const std::vector<int>& block : blocks(graph)) {
    if (block.size() < 3) continue;  // a bridge is in no cycle
    const SignedGraph alone = part(graph, block);
    BlockSearch search(alone, limit);
    const double bound = search.run();
    limit -= search.effort();
    const double least = frustration_of(alone, search.camps());
    if (bound < least) found.proven = false;
    unproven += std::max(least - bound, 0.0);
    for (std::size_t k = 0; k < block.size(); ++k)
      frustrated[static_cast<std::size_t>(block[k])] =
          frustrates(alone.tie(static_cast<int>(k)), search.camps());
  }
  found.camps = camps_around(graph, frustrated);
  found.index = frustration_of(graph, found.camps);
  found.lower_bound = std::max(found.index - unproven, 0.0);
  return found;
}

}  // namespace entente
