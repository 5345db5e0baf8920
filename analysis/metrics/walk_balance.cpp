#include "analysis/metrics/walk_balance.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/metrics/signed_graph.h"

namespace entente {
namespace {

/// The closed walks of a component's actors, signed and not, relative to e^radius.
struct ClosedWalks {
  std::vector<int> members;
  double radius = 0.0;
  Vector signs, all;
};

/// exp(S)_ii e^(−shift) of all i.
Vector diagonal_of_exponential(const Eigen::SelfAdjointEigenSolver<Matrix>& spectrum,
                               double shift) {
  return spectrum.eigenvectors().cwiseAbs2() *
         (spectrum.eigenvalues().array() - shift).exp().matrix();
}

ClosedWalks closed_walks(const Matrix& ties, const std::vector<int>& members, bool balanced) {
  const Matrix own = ties(members, members);
  const Eigen::SelfAdjointEigenSolver<Matrix> sizes(own.cwiseAbs());
  ClosedWalks walks{members, sizes.eigenvalues().maxCoeff(), {}, {}};
  walks.all = diagonal_of_exponential(sizes, walks.radius);
  walks.signs = walks.all;  // balance is likeness to |T| by switching, which leaves the diagonal
  if (!balanced)
    walks.signs = diagonal_of_exponential(Eigen::SelfAdjointEigenSolver<Matrix>(own), walks.radius);
  return walks;
}

}  // namespace

WalkBalance walk_balance(const Matrix& ties) {
  const SignedGraph graph(ties);
  const std::vector<int> camps = camps_around(graph, std::vector<bool>(graph.ties().size()));
  WalkBalance balance{1.0, Vector::Ones(ties.rows())};
  std::vector<ClosedWalks> parts;
  double radius = 0.0;
  for (const std::vector<int>& members : components(graph)) {
    bool balanced = true;
    for (const int actor : members)
      for (const int e : graph.at(actor)) balanced = balanced && !frustrates(graph.tie(e), camps);
    parts.push_back(closed_walks(ties, members, balanced));
    radius = std::max(radius, parts.back().radius);
  }
  double signs = 0.0, all = 0.0;
  for (const ClosedWalks& walks : parts) {
    signs += std::exp(walks.radius - radius) * walks.signs.sum();
    all += std::exp(walks.radius - radius) * walks.all.sum();
    for (std::size_t k = 0; k < walks.members.size(); ++k) {
      const auto i = static_cast<Index>(k);
      if (walks.all(i) > 0.0)
        balance.actors(walks.members[k]) = std::clamp(walks.signs(i) / walks.all(i), 0.0, 1.0);
    }
  }
  if (all > 0.0) balance.whole = std::clamp(signs / all, 0.0, 1.0);
  return balance;
}

}  // namespace entente
