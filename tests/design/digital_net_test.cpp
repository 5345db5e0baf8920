#include "analysis/design/digital_net.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/random/niederreiter_base2.hpp>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <set>

#include "analysis/design/low_discrepancy.h"
#include "tests/design/designs.h"

namespace entente {
namespace {

using Bits = std::vector<std::uint64_t>;

std::vector<double> at(const DigitalNet& net, std::uint64_t point) {
  std::vector<double> unit;
  for (std::size_t j = 0; j < net.dimensions(); ++j) unit.push_back(net.coordinate(point, j));
  return unit;
}

Bits of(const std::vector<double>& unit) {
  Bits all;
  for (const double u : unit) all.push_back(static_cast<std::uint64_t>(u * 0x1p53));
  return all;
}

/// The leading 53 bits of a point's coordinates.
Bits bits(const DigitalNet& net, std::uint64_t point) { return of(at(net, point)); }

TEST(DigitalNet, IsTheKnownSobolSequence) {
  const DigitalNet net(NetType::sobol, 3, 8);
  // Joe & Kuo's, in the order of Antonov & Saleev.
  EXPECT_EQ(bits(net, 0), of({0.0, 0.0, 0.0}));
  EXPECT_EQ(bits(net, 1), of({0.5, 0.5, 0.5}));
  EXPECT_EQ(bits(net, 2), of({0.75, 0.25, 0.25}));
  EXPECT_EQ(bits(net, 3), of({0.25, 0.75, 0.75}));
  EXPECT_EQ(bits(net, 4), of({0.375, 0.375, 0.625}));
  EXPECT_EQ(bits(net, 5), of({0.875, 0.875, 0.125}));
  EXPECT_EQ(bits(net, 6), of({0.625, 0.125, 0.875}));
  EXPECT_EQ(bits(net, 7), of({0.125, 0.625, 0.375}));
}

template <class Engine>
void expect_same(NetType type) {
  const std::size_t dimensions = 12;
  const DigitalNet net(type, dimensions, 3000);
  Engine engine(dimensions);
  for (std::uint64_t point = 1; point < 3000; ++point) {
    Bits expected;
    for (std::size_t j = 0; j < dimensions; ++j) expected.push_back(engine() >> 11);
    ASSERT_EQ(bits(net, point), expected) << point;
  }
}

TEST(DigitalNet, IsTheSequenceOfBoostsEngines) {
  expect_same<boost::random::sobol>(NetType::sobol);
  expect_same<boost::random::niederreiter_base2>(NetType::niederreiter);
}

TEST(DigitalNet, FindsFarPointsWhereBoostsEngineDoes) {
  const std::uint64_t far = 999'999'999'998;
  const DigitalNet net(NetType::sobol, 2, 1'000'000'000'000);
  boost::random::sobol engine(2);
  engine.seed(far - 1);
  const Bits expected{engine() >> 11, engine() >> 11};
  EXPECT_EQ(bits(net, far), expected);
}

RC_GTEST_PROP(DigitalNet, HasOnePointInEachBoxOfAnElementaryPartition, ()) {
  const auto type = *rc::gen::element(NetType::sobol, NetType::niederreiter);
  const auto seed = *rc::gen::arbitrary<unsigned>();
  const int whole = *rc::gen::inRange(1, 9), first = *rc::gen::inRange(0, whole + 1);
  const std::uint64_t points = std::uint64_t{1} << whole;
  DigitalNet net(type, 2, points);
  net.scramble(seed);
  // In two dimensions 2^m points are a (0, m, 2)-net, however scrambled.
  std::set<std::pair<std::uint64_t, std::uint64_t>> boxes;
  for (std::uint64_t p = 0; p < points; ++p) {
    const auto unit = at(net, p);
    boxes.insert({designs::part(unit[0], std::uint64_t{1} << first),
                  designs::part(unit[1], std::uint64_t{1} << (whole - first))});
  }
  RC_ASSERT(boxes.size() == points);
}

TEST(DigitalNet, IsUniformAtEachPointOverItsScrambles) {
  const int seeds = 4000;
  std::vector<int> parts(8), later(8);
  for (int seed = 0; seed < seeds; ++seed) {
    DigitalNet net(NetType::sobol, 2, 8);
    net.scramble(static_cast<std::uint64_t>(seed));
    ++parts[designs::part(net.coordinate(0, 0), 8)];
    ++later[designs::part(net.coordinate(3, 1), 8)];
  }
  for (int part = 0; part < 8; ++part) {  // 4.5 standard deviations of a count
    EXPECT_NEAR(parts[part], seeds / 8, 94);
    EXPECT_NEAR(later[part], seeds / 8, 94);
  }
}

TEST(LowDiscrepancy, IsSpreadMoreEvenlyThanChance) {
  for (const NetType type : {NetType::sobol, NetType::niederreiter}) {
    const LowDiscrepancy design(type, 1024, {designs::range(), designs::range()}, 2);
    double mean = 0.0, product = 0.0;
    for (std::uint64_t p = 0; p < design.points(); ++p) {
      const auto unit = designs::at(design, p);
      mean += unit[0] / 1024;
      product += unit[0] * unit[1] / 1024;
    }
    // A random sample's would be off by 1 / √(12·1024) ≈ 0.009 and 0.007.
    EXPECT_NEAR(mean, 0.5, 0.0006);
    EXPECT_NEAR(product, 0.25, 0.0015);
  }
}

}  // namespace
}  // namespace entente
