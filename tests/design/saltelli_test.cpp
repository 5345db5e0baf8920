#include "analysis/design/saltelli.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/design/designs.h"

namespace entente {
namespace {

using designs::at;
using designs::choice;
using designs::range;

RC_GTEST_PROP(Saltelli, TakesOneCoordinateOfEachMixedPointFromB, ()) {
  const std::size_t k = *rc::gen::inRange<std::size_t>(1, 6);
  std::vector<Factor> factors;
  for (std::size_t j = 0; j < k; ++j)
    factors.push_back(*rc::gen::arbitrary<bool>() ? range() : choice(3));
  const Saltelli design(50, factors, *rc::gen::arbitrary<unsigned>());
  const auto& layout = design.layout();
  const std::uint64_t row = *rc::gen::inRange<std::uint64_t>(0, 50);
  const std::uint64_t start = row * layout.row_points();
  const auto a = at(design, start + layout.a()), b = at(design, start + layout.b());
  for (std::size_t i = 0; i < k; ++i) {
    auto expected = a;
    expected[i] = b[i];
    RC_ASSERT(at(design, start + layout.ab(i)) == expected);
  }
}

TEST(Saltelli, TakesAAndBFromASobolSequenceInTurn) {
  const Saltelli design(64, {range(), range()}, 7);
  DigitalNet net(NetType::sobol, 4, 64);
  net.scramble(7);
  for (std::uint64_t row = 0; row < 64; ++row) {
    const auto u = [&](std::size_t j) { return net.coordinate(row, j); };
    EXPECT_EQ(at(design, 4 * row), (std::vector{u(0), u(2)}));
    EXPECT_EQ(at(design, 4 * row + 3), (std::vector{u(1), u(3)}));
  }
}

TEST(SaltelliLayout, NumbersItsPointsRowByRow) {
  const SaltelliLayout layout{10, 3};
  EXPECT_EQ(layout.points(), 50u);
  EXPECT_EQ(layout.row_of(14), 2u);
  EXPECT_EQ(layout.place_of(14), layout.b());
  EXPECT_EQ(layout.place_of(15), layout.a());
  EXPECT_EQ(layout.place_of(18), layout.ab(2));
}

}  // namespace
}  // namespace entente
