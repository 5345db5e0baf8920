#include "analysis/metrics/signed_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <cmath>
#include <utility>

#include "sim/core/error.h"

namespace entente {
namespace {

std::vector<SignedTie> nonzero_ties(const Matrix& ties) {
  expects(ties.rows() == ties.cols() && ties.allFinite() && ties == ties.transpose() &&
              ties.diagonal().isZero(0.0),
          "ties are a finite symmetric matrix with diagonal 0");
  std::vector<SignedTie> list;
  for (Index a = 0; a < ties.rows(); ++a)
    for (Index b = a + 1; b < ties.cols(); ++b)
      if (ties(a, b) != 0.0)
        list.push_back(
            {static_cast<int>(a), static_cast<int>(b), std::abs(ties(a, b)), ties(a, b) < 0.0});
  return list;
}

}  // namespace

SignedGraph::SignedGraph(int actors, std::vector<SignedTie> ties)
    : ties_(std::move(ties)), at_(static_cast<std::size_t>(actors)) {
  for (std::size_t e = 0; e < ties_.size(); ++e)
    for (const int actor : {ties_[e].a, ties_[e].b})
      at_[static_cast<std::size_t>(actor)].push_back(static_cast<int>(e));
}

SignedGraph::SignedGraph(const Matrix& ties)
    : SignedGraph(static_cast<int>(ties.rows()), nonzero_ties(ties)) {}

std::vector<std::vector<int>> blocks(const SignedGraph& graph) {
  using Numbered = boost::property<boost::edge_index_t, std::size_t>;
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Numbered>
      plain(static_cast<std::size_t>(graph.actors()));
  for (std::size_t e = 0; e < graph.ties().size(); ++e)
    boost::add_edge(static_cast<std::size_t>(graph.ties()[e].a),
                    static_cast<std::size_t>(graph.ties()[e].b), Numbered(e), plain);
  std::vector<std::size_t> block(graph.ties().size());
  const std::size_t count = boost::biconnected_components(
      plain, boost::make_iterator_property_map(block.begin(), get(boost::edge_index, plain)));
  std::vector<std::vector<int>> ties(count);
  for (std::size_t e = 0; e < block.size(); ++e) ties[block[e]].push_back(static_cast<int>(e));
  return ties;
}

std::vector<std::vector<int>> components(const SignedGraph& graph) {
  std::vector<std::vector<int>> found;
  std::vector<bool> seen(static_cast<std::size_t>(graph.actors()), false);
  for (int first = 0; first < graph.actors(); ++first) {
    if (seen[static_cast<std::size_t>(first)]) continue;
    seen[static_cast<std::size_t>(first)] = true;
    std::vector<int> members{first};
    for (std::size_t k = 0; k < members.size(); ++k)
      for (const int e : graph.at(members[k])) {
        const int next = graph.tie(e).other(members[k]);
        if (seen[static_cast<std::size_t>(next)]) continue;
        seen[static_cast<std::size_t>(next)] = true;
        members.push_back(next);
      }
    std::sort(members.begin(), members.end());
    found.push_back(std::move(members));
  }
  return found;
}

SignedGraph part(const SignedGraph& graph, const std::vector<int>& ties) {
  std::vector<int> actors;
  for (const int e : ties) actors.insert(actors.end(), {graph.tie(e).a, graph.tie(e).b});
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  const auto place = [&](int actor) {
    return static_cast<int>(std::lower_bound(actors.begin(), actors.end(), actor) - actors.begin());
  };
  std::vector<SignedTie> kept;
  for (const int e : ties) {
    SignedTie tie = graph.tie(e);
    tie.a = place(tie.a);
    tie.b = place(tie.b);
    kept.push_back(tie);
  }
  return {static_cast<int>(actors.size()), std::move(kept)};
}

double frustration_of(const SignedGraph& graph, const std::vector<int>& camps) {
  double total = 0.0;
  for (const SignedTie& tie : graph.ties())
    if (frustrates(tie, camps)) total += tie.strength;
  return total;
}

std::vector<int> camps_around(const SignedGraph& graph, const std::vector<bool>& frustrated) {
  std::vector<int> camps(static_cast<std::size_t>(graph.actors()), 0);
  std::vector<int> open;
  for (int first = 0; first < graph.actors(); ++first) {
    if (camps[static_cast<std::size_t>(first)] != 0) continue;
    camps[static_cast<std::size_t>(first)] = 1;
    open.push_back(first);
    while (!open.empty()) {
      const int actor = open.back();
      open.pop_back();
      for (const int e : graph.at(actor)) {
        int& camp = camps[static_cast<std::size_t>(graph.tie(e).other(actor))];
        if (camp != 0) continue;
        const bool apart = graph.tie(e).negative != frustrated[static_cast<std::size_t>(e)];
        camp = apart ? -camps[static_cast<std::size_t>(actor)]
                     : camps[static_cast<std::size_t>(actor)];
        open.push_back(graph.tie(e).other(actor));
      }
    }
  }
  return camps;
}

}  // namespace entente
