#include "analysis/metrics/switching.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

/// What each actor's move alone would take from the frustration.
std::vector<double> relief_of_moves(const SignedGraph& graph, const std::vector<int>& camps) {
  std::vector<double> relief(camps.size(), 0.0);
  for (const SignedTie& tie : graph.ties())
    for (const int actor : {tie.a, tie.b})
      relief[static_cast<std::size_t>(actor)] +=
          frustrates(tie, camps) ? tie.strength : -tie.strength;
  return relief;
}

void move(const SignedGraph& graph, int actor, std::vector<int>& camps,
          std::vector<double>& relief) {
  for (const int e : graph.at(actor)) {
    const double change = frustrates(graph.tie(e), camps) ? -2.0 : 2.0;
    relief[static_cast<std::size_t>(graph.tie(e).other(actor))] += change * graph.tie(e).strength;
  }
  relief[static_cast<std::size_t>(actor)] *= -1.0;
  camps[static_cast<std::size_t>(actor)] *= -1;
}

/// One sequence over all actors, cut where it relieves most; returns that relief.
double best_sequence(const SignedGraph& graph, std::vector<int>& camps) {
  std::vector<double> relief = relief_of_moves(graph, camps);
  std::vector<int> trial = camps, order;
  std::vector<bool> moved(camps.size(), false);
  double total = 0.0, best = 0.0;
  std::size_t kept = 0;
  while (order.size() < camps.size()) {
    int next = -1;
    for (int a = 0; a < graph.actors(); ++a)
      if (!moved[static_cast<std::size_t>(a)] &&
          (next < 0 ||
           relief[static_cast<std::size_t>(a)] > relief[static_cast<std::size_t>(next)]))
        next = a;
    total += relief[static_cast<std::size_t>(next)];
    move(graph, next, trial, relief);
    moved[static_cast<std::size_t>(next)] = true;
    order.push_back(next);
    if (total > best) {
      best = total;
      kept = order.size();
    }
  }
  for (std::size_t k = 0; k < kept; ++k) camps[static_cast<std::size_t>(order[k])] *= -1;
  return best;
}

/// Kruskal's forest of the ties in the order given.
std::vector<bool> spanning_forest(const SignedGraph& graph, const std::vector<int>& order) {
  std::vector<int> root(static_cast<std::size_t>(graph.actors()));
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&](int actor) {
    while (root[static_cast<std::size_t>(actor)] != actor)
      actor = root[static_cast<std::size_t>(actor)] =
          root[static_cast<std::size_t>(root[static_cast<std::size_t>(actor)])];
    return actor;
  };
  std::vector<bool> in(graph.ties().size(), false);
  for (const int e : order) {
    const int a = find(graph.tie(e).a), b = find(graph.tie(e).b);
    if (a == b) continue;
    root[static_cast<std::size_t>(a)] = b;
    in[static_cast<std::size_t>(e)] = true;
  }
  return in;
}

}  // namespace

std::vector<int> switched(const SignedGraph& graph, std::vector<int> camps) {
  double all = 0.0;
  for (const SignedTie& tie : graph.ties()) all += tie.strength;
  std::vector<int> best = camps;
  while (best_sequence(graph, camps) > 1e-12 * all) best = camps;
  return best;
}

std::vector<int> rounded(const SignedGraph& graph, const std::vector<double>& f) {
  std::vector<int> order(f.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int d, int e) {
    return std::abs(f[static_cast<std::size_t>(d)] - 0.5) >
           std::abs(f[static_cast<std::size_t>(e)] - 0.5);
  });
  const std::vector<bool> in = spanning_forest(graph, order);
  std::vector<SignedTie> tree;
  std::vector<bool> frustrated;
  for (std::size_t e = 0; e < f.size(); ++e)
    if (in[e]) {
      tree.push_back(graph.ties()[e]);
      frustrated.push_back(f[e] > 0.5);
    }
  return switched(graph, camps_around({graph.actors(), std::move(tree)}, frustrated));
}

}  // namespace entente
