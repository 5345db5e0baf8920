#include "sim/events/commitments.h"

#include <boost/random/uniform_01.hpp>
#include <cmath>

namespace entente {
namespace {

void honour(std::size_t k, World& world, std::vector<Decision>& decisions) {
  const Pledge& pledge = (*world.pledges)[k];
  CommitmentState& state = world.commitments[k];
  const int from = world.levels(pledge.layer)(pledge.by, pledge.target);
  state.outcome = Outcome::honoured;
  state.direction = pledge.level > from || (pledge.level == from && from > 0) ? 1.0 : -1.0;
  if (pledge.level == from) return;
  world.set_level(pledge.layer, pledge.by, pledge.target, pledge.level);
  decisions.push_back({world.tick, pledge.layer, pledge.by, pledge.target, from, pledge.level,
                       state.credibility, Occasion::commitment, static_cast<Index>(k)});
}

void renege(std::size_t k, World& world, double audience_cost) {
  world.commitments[k].outcome = Outcome::reneged;
  for (std::size_t other = 0; other < world.commitments.size(); ++other) {
    CommitmentState& state = world.commitments[other];
    if (state.outcome == Outcome::standing && (*world.pledges)[other].by == (*world.pledges)[k].by)
      state.credibility *= 1.0 - audience_cost;
  }
}

bool keeps_its_word(std::size_t k, const World& world, const Draws& draws) {
  auto stream = draws.stream(Purpose::commitment, world.tick, (*world.pledges)[k].stream);
  return boost::random::uniform_01<double>{}(stream) < world.commitments[k].credibility;
}

}  // namespace

double CommitmentDynamics::credibility_of(double resolve) const {
  return 1.0 / (1.0 + std::exp(-(resolve + hand_tying * audience_cost)));
}

void test_commitments(const std::vector<bool>& holds, World& world,
                      const CommitmentDynamics& dynamics, const Draws& draws,
                      std::vector<Decision>& decisions, std::vector<CommitmentEnd>& ended) {
  for (std::size_t k = 0; k < world.commitments.size(); ++k) {
    CommitmentState& state = world.commitments[k];
    const bool called_in = holds[k] && !state.held;
    const double credibility = state.credibility;
    state.held = holds[k];
    if (state.outcome != Outcome::standing) continue;
    if (world.tick > (*world.pledges)[k].last_tick)
      state.outcome = Outcome::expired;
    else if (called_in && keeps_its_word(k, world, draws))
      honour(k, world, decisions);
    else if (called_in)
      renege(k, world, dynamics.audience_cost);
    if (state.outcome != Outcome::standing)
      ended.push_back({world.tick, static_cast<Index>(k), state.outcome, credibility});
  }
}

std::vector<CommitmentEnd> standing_commitments(const World& world) {
  std::vector<CommitmentEnd> standing;
  for (std::size_t k = 0; k < world.commitments.size(); ++k)
    if (world.commitments[k].outcome == Outcome::standing)
      standing.push_back(
          {world.tick, static_cast<Index>(k), Outcome::standing, world.commitments[k].credibility});
  return standing;
}

}  // namespace entente
