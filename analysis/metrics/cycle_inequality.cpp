#include "analysis/metrics/cycle_inequality.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

namespace entente {
namespace {

constexpr double by_a_margin = 1e-6;

/// How a shortest way came to a place of the double cover.
struct Arrival {
  double length = std::numeric_limits<double>::infinity();
  int from = -1, tie = -1;
  bool against = false;  ///< took the tie as one that runs against the camps, at 1 − f
};

/// The double cover of a signed graph: places 2a and 2a + 1 for actor a; a tie that is satisfied
/// leads to the like place if it is positive, to the other if negative, and a frustrated one vice
/// versa. A negative cycle leads from a place to its mirror image.
class DoubleCover {
 public:
  DoubleCover(const SignedGraph& graph, const std::vector<double>& f)
      : graph_(graph), f_(f), arrivals_(2 * static_cast<std::size_t>(graph.actors())) {}

  /// Whether a way shorter than 1 leads from an actor to its mirror image.
  bool reach_mirror(int actor) {
    std::fill(arrivals_.begin(), arrivals_.end(), Arrival{});
    arrival(2 * actor).length = 0.0;
    std::priority_queue<Front, std::vector<Front>, std::greater<>> fronts;
    fronts.emplace(0.0, 2 * actor);
    while (!fronts.empty()) {
      const auto [length, place] = fronts.top();
      fronts.pop();
      if (place == 2 * actor + 1) return true;
      if (length > arrival(place).length) continue;
      for (const int e : graph_.at(place / 2)) {
        const double share = std::clamp(f_[static_cast<std::size_t>(e)], 0.0, 1.0);
        const int like = 2 * graph_.tie(e).other(place / 2) + place % 2;
        const int satisfied = graph_.tie(e).negative ? like ^ 1 : like;
        for (const bool against : {false, true}) {
          const double there = length + (against ? 1.0 - share : share);
          const int next = against ? satisfied ^ 1 : satisfied;
          if (there >= 1.0 - by_a_margin || there >= arrival(next).length) continue;
          arrival(next) = {there, place, e, against};
          fronts.emplace(there, next);
        }
      }
    }
    return false;
  }

  /// The first simple negative cycle on the way just found: between two visits to one actor. It is
  /// no longer than the way.
  CycleInequality cycle(int actor) {
    std::vector<int> way{2 * actor + 1};
    while (way.back() != 2 * actor) way.push_back(arrival(way.back()).from);
    std::size_t first = 0, last = way.size() - 1;
    for (std::size_t j = 1; j <= last; ++j)
      for (std::size_t i = 0; i < j; ++i)
        if (way[i] / 2 == way[j] / 2) {
          first = i;
          last = j;
          break;
        }
    std::vector<std::pair<int, bool>> steps;
    for (std::size_t k = first; k < last; ++k)
      steps.emplace_back(arrival(way[k]).tie, arrival(way[k]).against);
    std::sort(steps.begin(), steps.end());
    CycleInequality row;
    for (const auto& [tie, against] : steps) {
      row.ties.push_back(tie);
      row.coefficients.push_back(against ? -1.0 : 1.0);
      if (against) row.least -= 1.0;
    }
    return row;
  }

 private:
  using Front = std::pair<double, int>;
  Arrival& arrival(int place) { return arrivals_[static_cast<std::size_t>(place)]; }

  const SignedGraph& graph_;
  const std::vector<double>& f_;
  std::vector<Arrival> arrivals_;
};

/// The number of the tie between each two actors; −1: none.
std::vector<int> tie_numbers(const SignedGraph& graph) {
  const auto n = static_cast<std::size_t>(graph.actors());
  std::vector<int> number(n * n, -1);
  for (std::size_t e = 0; e < graph.ties().size(); ++e) {
    const auto a = static_cast<std::size_t>(graph.ties()[e].a);
    const auto b = static_cast<std::size_t>(graph.ties()[e].b);
    number[a * n + b] = number[b * n + a] = static_cast<int>(e);
  }
  return number;
}

}  // namespace

std::vector<CycleInequality> violated_triangles(const SignedGraph& graph,
                                                const std::vector<double>& f, std::size_t most) {
  const std::vector<int> number = tie_numbers(graph);
  std::vector<std::tuple<double, int, int, int>> found;
  for (int e = 0; e < static_cast<int>(graph.ties().size()); ++e)
    for (const int g : graph.at(graph.tie(e).b)) {
      const int c = graph.tie(g).other(graph.tie(e).b);
      if (c <= graph.tie(e).b) continue;
      const int a = graph.tie(e).a * graph.actors() + c;
      const int h = number[static_cast<std::size_t>(a)];
      if (h < 0 || (graph.tie(e).negative != graph.tie(g).negative) == graph.tie(h).negative)
        continue;
      const double sum = f[static_cast<std::size_t>(e)] + f[static_cast<std::size_t>(g)] +
                         f[static_cast<std::size_t>(h)];
      if (sum < 1.0 - by_a_margin) found.emplace_back(sum, e, g, h);
    }
  std::sort(found.begin(), found.end());
  if (found.size() > most) found.resize(most);
  std::vector<CycleInequality> rows;
  for (const auto& [sum, e, g, h] : found) rows.push_back({{e, g, h}, {1.0, 1.0, 1.0}, 1.0});
  return rows;
}

std::vector<CycleInequality> violated_cycles(const SignedGraph& graph,
                                             const std::vector<double>& f) {
  DoubleCover cover(graph, f);
  std::vector<CycleInequality> rows;
  std::set<std::pair<std::vector<int>, std::vector<double>>> known;
  for (int actor = 0; actor < graph.actors(); ++actor) {
    if (!cover.reach_mirror(actor)) continue;
    CycleInequality row = cover.cycle(actor);
    if (known.emplace(row.ties, row.coefficients).second) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace entente
