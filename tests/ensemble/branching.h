#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/ensemble/small_world.h"

namespace entente {

inline const char* const branching_entries = R"(
[[relation]]
from = "south"
to = "west"
alignment = -0.4
sanctions = "targeted"
basis = "estimate"

[[relation]]
from = "east"
to = "west"
alignment = -0.2
sanctions = "targeted"
basis = "estimate"

[[event]]
id = "louder"
date = 2020-04-01
type = "set"
path = "dynamics.sanctions.hostility"
value = 4.0
basis = "estimate"

[[event]]
id = "unrest"
date = 2020-05-30
type = "shock"
spread = 0.3
basis = "estimate"

[[commitment]]
id = "warning"
by = "west"
when = "alignment.north.south < -0.52"
then = "sanctions.west.south = severe"
credibility = 0.6
basis = "estimate"

[[commitment]]
id = "reply"
by = "west"
when = "event.visit"
then = "sanctions.west.east = targeted"
credibility = 0.5
basis = "estimate"

[[commitment]]
id = "answer"
by = "west"
when = "event.strike"
then = "sanctions.west.east = 2"
credibility = 0.7
basis = "estimate"

[[variant]]
id = "strike"
title = "The south strikes at the west"
[[variant.event]]
id = "strike"
date = 2020-06-10
type = "interaction"
from = "south"
to = "west"
goldstein = -9.0
basis = "estimate"

[[variant]]
id = "calm"
title = "The war ends and sanctions lose their reason"
[[variant.event]]
date = 2020-05-21
type = "set"
path = "conflict.war.intensity"
value = 0.0
basis = "estimate"
[[variant.event]]
date = 2020-07-01
type = "set"
path = "dynamics.sanctions.hostility"
value = 0.0
basis = "estimate"

[[variant]]
id = "closer"
title = "North and west were closer from the start"
set = { "alignment.north.west" = 0.7 }

[[variant]]
id = "early"
title = "The south strikes early"
[[variant.event]]
id = "blow"
date = 2020-03-10
type = "interaction"
from = "south"
to = "west"
goldstein = -9.0
basis = "estimate"
)";

/// The small world with a bloc that votes, commitments and a change of a parameter, under a link,
/// and with variants that begin to differ after 20 May 2020, tick 20 of 40.
inline std::string branching_text(Link link = Link::tanh) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/tests/ensemble/small_world.toml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string cohesion = "cohesion = 0.3\n";
  text.insert(text.find(cohesion) + cohesion.size(), "decision = \"leader\"\nleader = \"south\"\n");
  const std::string ego = "ego = {";
  text.insert(text.find(ego), "change = 0.5\n");
  text += "\n[dynamics.alignment]\nnoise = 0.3\n";
  if (link == Link::identity) text += "link = \"identity\"\n";
  return text + branching_entries;
}

inline Scenario branching_world(Link link = Link::tanh) {
  return parse_scenario(branching_text(link), "branching.toml", "").scenario;
}

inline constexpr std::int64_t branching_tick = 20;

template <class Layer>
bool same_numbers(const Layer& a, const Layer& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         std::memcmp(a.data(), b.data(), sizeof(double) * static_cast<std::size_t>(a.size())) == 0;
}

inline bool same_end(const CommitmentEnd& a, const CommitmentEnd& b) {
  return a.tick == b.tick && a.commitment == b.commitment && a.outcome == b.outcome &&
         a.credibility == b.credibility;
}

/// Expects a record that begins at a tick to hold what an unbroken one holds from there on, bit for
/// bit.
inline void expect_tail(const RunRecord& tail, const RunRecord& whole, std::int64_t tick) {
  EXPECT_EQ(tail.replicate, whole.replicate);
  EXPECT_EQ(tail.failure, whole.failure);
  const Matrix series = whole.series.bottomRows(whole.series.rows() - tick),
               metrics = whole.metrics.bottomRows(whole.metrics.rows() - tick);
  EXPECT_TRUE(same_numbers(tail.series, series));
  EXPECT_TRUE(same_numbers(tail.metrics, metrics));
  EXPECT_EQ(tail.camps, whole.camps);
  auto decision = tail.decisions.begin();
  for (const Decision& d : whole.decisions) {
    if (d.tick < tick) continue;
    ASSERT_NE(decision, tail.decisions.end());
    EXPECT_TRUE(d.tick == decision->tick && d.layer == decision->layer &&
                d.actor == decision->actor && d.target == decision->target &&
                d.from == decision->from && d.to == decision->to &&
                d.probability == decision->probability && d.occasion == decision->occasion &&
                d.by == decision->by);
    ++decision;
  }
  EXPECT_EQ(decision, tail.decisions.end());
  EXPECT_EQ(tail.stopped.size(), static_cast<std::size_t>(std::count_if(
                                     whole.stopped.begin(), whole.stopped.end(),
                                     [tick](const auto& stop) { return stop.tick >= tick; })));
  EXPECT_TRUE(std::equal(tail.commitments.begin(), tail.commitments.end(),
                         whole.commitments.begin(), whole.commitments.end(), same_end));
}

}  // namespace entente
