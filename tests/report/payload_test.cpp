#include "analysis/report/payload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "tests/report/decoded_page.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::MatchesRegex;

RC_GTEST_PROP(Payload, KeepsNumbersExactly, (const std::vector<double>& values)) {
  Payload payload;
  const Json report{{"table", payload.exact(values, {values.size()})}};
  const DecodedPage page(payload.base64(report));
  const auto read = page.numbers(page["table"]);
  RC_ASSERT(read.size() == values.size());
  for (std::size_t k = 0; k < values.size(); ++k)
    RC_ASSERT(read[k] == values[k] || (std::isnan(read[k]) && std::isnan(values[k])));
}

RC_GTEST_PROP(Payload, RoundsToTheNearestStep, ()) {
  const auto whole = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-2'000'000, 2'000'000));
  const double step = 1e-4;
  std::vector<double> values;
  for (const int number : whole) values.push_back(number * 0.37 * step);
  Payload payload;
  const Json report{{"table", payload.stepped(values, {values.size()}, step)}};
  const DecodedPage page(payload.base64(report));
  const auto read = page.numbers(page["table"]);
  for (std::size_t k = 0; k < values.size(); ++k)
    RC_ASSERT(std::abs(read[k] - values[k]) <= step / 2 + 1e-12);
}

TEST(Payload, HasNoNumberWhereThereIsNone) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (const double largest : {1.0, 300.0, 1e6, 1e12}) {
    Payload payload;
    const std::vector<double> values{none, largest, -largest};
    const Json report{{"table", payload.stepped(values, {3}, 1.0)}};
    const DecodedPage page(payload.base64(report));
    const auto read = page.numbers(page["table"]);
    EXPECT_TRUE(std::isnan(read[0]));
    EXPECT_EQ(read[1], largest);
    EXPECT_EQ(read[2], -largest);
  }
}

TEST(Payload, TakesAsFewBytesAsTheLargestNumberNeeds) {
  Payload payload;
  const auto type = [&](double largest) {
    return payload.stepped(std::vector<double>{largest}, {1}, 1.0)["$"].get<std::string>();
  };
  EXPECT_EQ(type(126), "i1");
  EXPECT_EQ(type(128), "i2");
  EXPECT_EQ(type(40'000), "i4");
  EXPECT_EQ(type(1e10), "f8");
}

TEST(Payload, HoldsSeveralTablesOfAnyWidthSideBySide) {
  Payload payload;
  const std::vector<double> bytes{1, 2, 3}, singles{0.5, -0.25}, doubles{1.0 / 3};
  const Json report{{"a", payload.stepped(bytes, {3}, 1.0)},
                    {"b", payload.real(singles, {2, 1})},
                    {"c", payload.exact(doubles, {1})}};
  const DecodedPage page(payload.base64(report));
  EXPECT_THAT(page.numbers(page["a"]), ElementsAre(1, 2, 3));
  EXPECT_THAT(page.numbers(page["b"]), ElementsAre(0.5, -0.25));
  EXPECT_THAT(page.numbers(page["c"]), ElementsAre(1.0 / 3));
  EXPECT_EQ(page["b"]["shape"], Json({2, 1}));
}

TEST(Payload, IsTextThatNoMarkupCanEscapeFrom) {
  const Json report{{"name", "</script><script>alert(1)</script>"}};
  EXPECT_THAT(Payload().base64(report), MatchesRegex("[A-Za-z0-9+/=]+"));
  EXPECT_EQ(DecodedPage(Payload().base64(report))["name"], report["name"]);
}

TEST(Payload, ReplacesWhatIsNoUnicode) {
  const DecodedPage page(Payload().base64({{"name", "\xff name"}}));
  EXPECT_EQ(page["name"], "\xef\xbf\xbd name");
}

}  // namespace
}  // namespace entente
