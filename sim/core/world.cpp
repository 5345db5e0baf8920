#include "sim/core/world.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/core/elementwise.h"

namespace entente {

double alignment_of(double affinity, Link link) {
  return link == Link::tanh ? std::tanh(affinity) : affinity;
}

double affinity_of(double alignment, Link link) {
  return link == Link::tanh ? std::atanh(alignment) : alignment;
}

World::World(std::shared_ptr<const Roster> who, int sanctions_top, int support_top)
    : roster(std::move(who)),
      covariates(std::make_shared<Covariates>()),
      benchmark(std::make_shared<Benchmark>()),
      bloc_rules(std::make_shared<std::vector<BlocRule>>(roster->blocs.size())),
      pledges(std::make_shared<std::vector<Pledge>>(roster->commitments.size())),
      commitments(pledges->size()) {
  const Index n = roster->actors.size(), g = roster->blocs.size(), k = roster->issues.size(),
              c = roster->conflicts.size();
  capability = Vector::Ones(n);
  share = RowVector::Constant(n, n > 0 ? 1.0 / static_cast<double>(n) : 0.0);
  salience = Table::Constant(n, k, k > 0 ? 1.0 / static_cast<double>(k) : 0.0);
  home_at_start = diversification = Vector::Ones(n);
  position = position_at_start = Table::Zero(n, k);
  affinity = alignment = dependence = pact = Matrix::Zero(n, n);
  recognition = Matrix::Ones(n, n);
  membership = Matrix::Zero(g, n);
  cohesion = Vector::Zero(g);
  intensity = Vector::Zero(c);
  declared_side = Matrix::Zero(c, n);
  sanctions_ = Levels(n, sanctions_top);
  support_ = Levels(n, support_top);
  refresh_conflicts();
  refresh_ties();
}

const Levels& World::levels(ChoiceLayer layer) const {
  return layer == ChoiceLayer::sanctions ? sanctions_ : support_;
}

void World::set_affinity(Index i, Index j, double z) {
  affinity(i, j) = z;
  alignment(i, j) = alignment_of(z, link);
}

void World::set_alignment(Index i, Index j, double a) {
  affinity(i, j) = affinity_of(a, link);
  alignment(i, j) = a;
}

void World::set_dependence(Index i, Index j, double share_of_j) {
  const double others = 1.0 - dependence(i, j);
  dependence.row(i) *= others > 0.0 ? (1.0 - share_of_j) / others : 0.0;
  dependence(i, j) = share_of_j;
}

void World::set_level(ChoiceLayer layer, Index i, Index j, int level) {
  (layer == ChoiceLayer::sanctions ? sanctions_ : support_).set(i, j, level);
  if (layer == ChoiceLayer::support && !belligerents_.empty()) refresh_side(i);
}

void World::set_common_level(ChoiceLayer layer, Index i, Index j, int level) {
  const Index bloc = layer == ChoiceLayer::sanctions ? voting_bloc_of(i) : -1;
  if (bloc < 0) return set_level(layer, i, j, level);
  for (const Index member : members_of(bloc))
    if (member != j) set_level(layer, member, j, level);
}

void World::set_membership(Index bloc, Index i, double weight) {
  const auto members = members_of(bloc);
  const bool joins = membership(bloc, i) == 0.0 && weight > 0.0;
  membership(bloc, i) = weight;
  refresh_ties();
  if (!joins || !(*bloc_rules)[static_cast<std::size_t>(bloc)].votes() || members.empty()) return;
  for (Index j = 0; j < actors(); ++j)
    if (j != i) set_level(ChoiceLayer::sanctions, i, j, sanctions_(members.front(), j));
  for (const Index member : members) set_level(ChoiceLayer::sanctions, member, i, 0);
}

std::vector<Index> World::members_of(Index bloc) const {
  std::vector<Index> members;
  for (Index i = 0; i < actors(); ++i)
    if (membership(bloc, i) > 0.0) members.push_back(i);
  return members;
}

void World::refresh_alignment(Rows i) {
  strip(alignment, i) = strip(affinity, i);
  if (link == Link::tanh) tanh_in_place(strip(alignment, i));
}

void World::refresh_conflicts() {
  const Index n = actors();
  side_ = declared_side;
  violation_ = RowVector::Zero(n);
  belligerents_.clear();
  enemies_.assign(static_cast<std::size_t>(n), {});
  for (Index j = 0; j < n; ++j) {
    bool fights = false;
    for (Index k = 0; k < conflicts(); ++k)
      fights = fights || (intensity(k) > 0.0 && declared_side(k, j) != 0.0);
    if (fights) belligerents_.push_back(j);
  }
  for (const Index j : belligerents_)
    for (const Index e : belligerents_) {
      bool opposed = false;
      for (Index k = 0; k < conflicts(); ++k)
        opposed =
            opposed || (intensity(k) > 0.0 && declared_side(k, j) * declared_side(k, e) < 0.0);
      if (opposed) enemies_[static_cast<std::size_t>(j)].push_back(e);
    }
  for (Index i = 0; i < n; ++i) refresh_side(i);
}

void World::refresh_side(Index i) {
  double worst = 0.0;
  for (Index k = 0; k < conflicts(); ++k) {
    double side = declared_side(k, i);
    for (const Index j : belligerents_) {
      const double declared = declared_side(k, j);
      side += ((declared > 0.0) - (declared < 0.0)) * support_.intensity()(i, j);
    }
    side_(k, i) = std::clamp(side, -1.0, 1.0);
    worst = std::max(worst, intensity(k) * std::max(side_(k, i), 0.0));
  }
  violation_(i) = worst;
}

void World::refresh_ties() {
  co_membership_ = membership.transpose() * cohesion.asDiagonal() * membership;
  co_membership_.diagonal().setZero();
  voting_bloc_.assign(static_cast<std::size_t>(actors()), -1);
  for (Index g = membership.rows() - 1; g >= 0; --g)
    if ((*bloc_rules)[static_cast<std::size_t>(g)].votes())
      for (const Index i : members_of(g)) voting_bloc_[static_cast<std::size_t>(i)] = g;
  non_recognition_ = 1.0 - recognition.array().min(recognition.transpose().array());
  non_recognition_.diagonal().setZero();
}

}  // namespace entente
