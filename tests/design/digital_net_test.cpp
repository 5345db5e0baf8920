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

/// The leading 53 bits of a point's coordinates.
Bits bits(const DigitalNet& net, std::uint64_t point) {
  std::vector<double> unit(net.dimensions());
  net.at(point, 0, unit);
  Bits all;
  for (const double u : unit) all.push_back(static_cast<std::uint64_t>(u * 0x1p53));
  return all;
}

/// The same, with the shift taken off: point 0 of the sequence is the origin.
Bits unshifted(const DigitalNet& net, std::uint64_t point) {
  Bits all = bits(net, point);
  const Bits origin = bits(net, 0);
  for (std::size_t j = 0; j < all.size(); ++j) all[j] ^= origin[j];
  return all;
}

Bits of(std::vector<double> unit) {
  Bits all;
  for (const double u : unit) all.push_back(static_cast<std::uint64_t>(u * 0x1p53));
  return all;
}

TEST(DigitalNet, IsTheKnownSobolSequenceButForItsShift) {
  const DigitalNet net(NetType::sobol, 3, 8, 1);
  // Joe & Kuo's, in the order of Antonov & Saleev.
  EXPECT_EQ(unshifted(net, 1), of({0.5, 0.5, 0.5}));
  EXPECT_EQ(unshifted(net, 2), of({0.75, 0.25, 0.25}));
  EXPECT_EQ(unshifted(net, 3), of({0.25, 0.75, 0.75}));
  EXPECT_EQ(unshifted(net, 4), of({0.375, 0.375, 0.625}));
  EXPECT_EQ(unshifted(net, 5), of({0.875, 0.875, 0.125}));
  EXPECT_EQ(unshifted(net, 6), of({0.625, 0.125, 0.875}));
  EXPECT_EQ(unshifted(net, 7), of({0.125, 0.625, 0.375}));
}

template <class Engine>
void expect_same(NetType type) {
  const std::size_t dimensions = 12;
  const DigitalNet net(type, dimensions, 3000, 9);
  Engine engine(dimensions);
  for (std::uint64_t point = 1; point < 3000; ++point) {
    Bits expected;
    for (std::size_t j = 0; j < dimensions; ++j) expected.push_back(engine() >> 11);
    ASSERT_EQ(unshifted(net, point), expected) << point;
  }
}

TEST(DigitalNet, IsTheSequenceOfBoostsEnginesButForItsShift) {
  expect_same<boost::random::sobol>(NetType::sobol);
  expect_same<boost::random::niederreiter_base2>(NetType::niederreiter);
}

TEST(DigitalNet, FindsFarPointsWhereBoostsEngineDoes) {
  const std::uint64_t far = 999'999'999'998;
  const DigitalNet net(NetType::sobol, 2, 1'000'000'000'000, 9);
  boost::random::sobol engine(2);
  engine.seed(far - 1);
  const Bits expected{engine() >> 11, engine() >> 11};
  EXPECT_EQ(unshifted(net, far), expected);
}

RC_GTEST_PROP(DigitalNet, HasOnePointInEachBoxOfAnElementaryPartition, ()) {
  const auto type = *rc::gen::element(NetType::sobol, NetType::niederreiter);
  const auto seed = *rc::gen::arbitrary<unsigned>();
  const int whole = *rc::gen::inRange(1, 9), first = *rc::gen::inRange(0, whole + 1);
  const std::uint64_t points = std::uint64_t{1} << whole;
  const DigitalNet net(type, 2, points, seed);
  // In two dimensions 2^m points are a (0, m, 2)-net, whatever the shift.
  std::set<std::pair<std::uint64_t, std::uint64_t>> boxes;
  for (std::uint64_t p = 0; p < points; ++p) {
    std::vector<double> unit(2);
    net.at(p, 0, unit);
    boxes.insert({designs::part(unit[0], std::uint64_t{1} << first),
                  designs::part(unit[1], std::uint64_t{1} << (whole - first))});
  }
  RC_ASSERT(boxes.size() == points);
}

TEST(DigitalNet, GivesSomeOfItsDimensionsAsItGivesAll) {
  const DigitalNet net(NetType::sobol, 5, 100, 4);
  std::vector<double> all(5), some(2);
  net.at(77, 0, all);
  net.at(77, 2, some);
  EXPECT_EQ(some, (std::vector{all[2], all[3]}));
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
