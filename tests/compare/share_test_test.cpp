#include "analysis/compare/share_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/error.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

TEST(ShareTest, ReadsNumbersAndLevelNames) {
  const ShareTest test = parse_test("support.CHN.RUS >= lethal");
  EXPECT_EQ(test.path, "support.CHN.RUS");
  EXPECT_EQ(test.value, 3.0);
  EXPECT_TRUE(test.holds(3.0));
  EXPECT_FALSE(test.holds(2.0));
  EXPECT_EQ(parse_test("sanctions.USA.CHN==embargo").value, 4.0);
  EXPECT_EQ(parse_test("  welfare.BLR<-0.02 ").text, "welfare.BLR < -0.02");
}

TEST(ShareTest, KnowsFiveRelations) {
  for (const auto& [relation, below, at, above] :
       std::vector<std::tuple<std::string, bool, bool, bool>>{{">=", false, true, true},
                                                              {"<=", true, true, false},
                                                              {">", false, false, true},
                                                              {"<", true, false, false},
                                                              {"==", false, true, false}}) {
    const ShareTest test = parse_test("alignment.a.b " + relation + " 0.5");
    EXPECT_EQ(test.holds(0.25), below) << relation;
    EXPECT_EQ(test.holds(0.5), at) << relation;
    EXPECT_EQ(test.holds(0.75), above) << relation;
  }
}

std::string complaint(const std::string& text) {
  try {
    parse_test(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(ShareTest, SaysWhatIsWrong) {
  for (const char* text : {"", "alignment.a.b", "alignment.a.b >=", ">= 1", "alignment.a.b = 1"})
    EXPECT_THAT(complaint(text), HasSubstr("not of the form PATH >= VALUE")) << text;
  EXPECT_THAT(complaint("alignment.a.b >= high"), HasSubstr("high: not a number"));
  EXPECT_THAT(complaint("alignment.a.b >= nan"), HasSubstr("nan: not a number"));
  EXPECT_THAT(complaint("support.a.b >= lethel"), HasSubstr("did you mean lethal?"));
}

}  // namespace
}  // namespace entente
