#include "analysis/metrics/landscape.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "analysis/metrics/frustration_index.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr Index most_actors = 28;

/// A configuration and what each actor's move would add to half its energy.
class Configuration {
 public:
  Configuration(const Matrix& pull, const std::vector<int>& camps)
      : pull_(pull), nothing_(1e-12 * pull.cwiseAbs().sum()), side_(pull.rows()) {
    for (Index i = 0; i < side_.size(); ++i) side_(i) = camps[static_cast<std::size_t>(i)];
    refresh();
  }

  /// Rids the field of the rounding of many moves.
  void refresh() { field_ = pull_ * side_; }

  void move(Index actor) {
    side_(actor) = -side_(actor);
    field_ += 2.0 * side_(actor) * pull_.row(actor).transpose();
  }

  /// The actor whose move lowers the energy most; −1 if none does.
  Index steepest() const {
    Index actor = -1;
    double best = 0.0;
    for (Index i = 0; i < side_.size(); ++i) {
      const double added = side_(i) * field_(i);
      if (added >= best - nothing_) continue;
      best = added;
      actor = i;
    }
    return actor;
  }

  std::vector<int> camps() const {
    std::vector<int> camps;
    for (const double side : side_) camps.push_back(side * side_(0) > 0.0 ? 1 : -1);
    return camps;
  }

 private:
  const Matrix& pull_;
  double nothing_;
  Vector side_, field_;
};

/// Configurations by number: bit i − 1 says that actor i > 0 is in camp −1.
std::vector<int> camps_numbered(std::uint32_t number, Index actors) {
  std::vector<int> camps{1};
  for (Index i = 1; i < actors; ++i) camps.push_back(number >> (i - 1) & 1U ? -1 : 1);
  return camps;
}

constexpr std::uint8_t stays = 255;

/// The steepest move from every configuration, in the order of a Gray code.
std::vector<std::uint8_t> steepest_moves(const Matrix& pull) {
  const std::uint32_t count = std::uint32_t{1} << (pull.rows() - 1);
  std::vector<std::uint8_t> moves(count);
  Configuration here(pull, camps_numbered(0, pull.rows()));
  for (std::uint32_t step = 0; step < count; ++step) {
    if (step > 0) here.move(std::countr_zero(step) + 1);
    if (step % 4096 == 0) here.refresh();
    const Index actor = here.steepest();
    moves[step ^ step >> 1] = actor < 0 ? stays : static_cast<std::uint8_t>(actor);
  }
  return moves;
}

void deepest_first(std::vector<Basin>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Basin& a, const Basin& b) { return a.energy < b.energy; });
}

}  // namespace

Landscape::Landscape(const Vector& size, const Matrix& propensity) {
  expects(size.size() > 0 && propensity.rows() == size.size() && propensity.cols() == size.size() &&
              propensity.allFinite() && size.allFinite() && propensity == propensity.transpose(),
          "a landscape is of sizes and symmetric propensities of as many actors");
  pull_ = (size * size.transpose()).cwiseProduct(propensity);
  pull_.diagonal().setZero();
}

double Landscape::energy(const std::vector<int>& camps) const {
  double energy = 0.0;
  for (Index i = 0; i < actors(); ++i)
    for (Index j = 0; j < i; ++j)
      if (camps[static_cast<std::size_t>(i)] != camps[static_cast<std::size_t>(j)])
        energy += pull_(i, j);
  return 2.0 * energy;
}

std::vector<int> descended(const Landscape& landscape, const std::vector<int>& camps) {
  Configuration here(landscape.pull(), camps);
  for (Index actor = here.steepest(); actor >= 0; actor = here.steepest()) {
    here.move(actor);
    here.refresh();
  }
  return here.camps();
}

std::vector<Basin> basins(const Landscape& landscape) {
  const Index n = landscape.actors();
  expects(n <= most_actors, "all configurations of at most 28 actors can be gone through");
  const std::vector<std::uint8_t> moves = steepest_moves(landscape.pull());
  std::vector<std::uint32_t> bottoms;
  for (std::uint32_t c = 0; c < moves.size(); ++c)
    if (moves[c] == stays) bottoms.push_back(c);
  std::vector<Basin> found;
  for (const std::uint32_t c : bottoms) {
    std::vector<int> camps = camps_numbered(c, n);
    const double energy = landscape.energy(camps);
    found.push_back({std::move(camps), energy, 0});
  }
  const auto all = static_cast<std::uint32_t>(moves.size() - 1);
  for (std::uint32_t start = 0; start < moves.size(); ++start) {
    std::uint32_t c = start;
    // Actor 0 stays in camp +1 by name: its move is that of all others.
    while (moves[c] != stays) c ^= moves[c] == 0 ? all : std::uint32_t{1} << (moves[c] - 1);
    const auto place = std::lower_bound(bottoms.begin(), bottoms.end(), c) - bottoms.begin();
    ++found[static_cast<std::size_t>(place)].configurations;
  }
  deepest_first(found);
  return found;
}

std::vector<Basin> sampled_basins(const Landscape& landscape, const Draws& draws,
                                  std::int64_t descents) {
  std::map<std::vector<int>, std::int64_t> ends;
  for (std::int64_t k = 0; k < descents; ++k) {
    auto stream = draws.stream(Purpose::configuration, 0, k);
    std::vector<int> camps;
    std::uint64_t bits = 0;
    for (Index i = 0; i < landscape.actors(); ++i, bits >>= 1) {
      if (i % 64 == 0) bits = stream();
      camps.push_back(bits & 1U ? -1 : 1);
    }
    ++ends[descended(landscape, camps)];
  }
  std::vector<Basin> found;
  for (const auto& [camps, count] : ends) found.push_back({camps, landscape.energy(camps), count});
  deepest_first(found);
  return found;
}

DeepestPoint deepest_point(const Landscape& landscape, std::int64_t limit) {
  const FrustrationIndex least = frustration_index(landscape.pull(), limit);
  DeepestPoint point{least.camps, landscape.energy(least.camps), 0.0, least.proven};
  point.lower_bound = point.energy - 2.0 * (least.index - least.lower_bound);
  return point;
}

}  // namespace entente
