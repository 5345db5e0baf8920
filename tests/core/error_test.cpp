#include "sim/core/error.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Diagnostics, ShowTheLineAndACaretUnderTheFault) {
  const Diagnostic wrong{
      Severity::error, {"minsk.toml", 12, 8}, "no such actor: BLZ", "from = \"BLZ\"", 5};
  EXPECT_EQ(to_text(wrong),
            "minsk.toml:12:8: error: no such actor: BLZ\n"
            "   12 | from = \"BLZ\"\n"
            "      |        ^^^^^\n");
}

TEST(Diagnostics, SayWhenTheyOnlyWarn) {
  const Diagnostic doubtful{Severity::warning, {"a.toml", 1, 1}, "odd", "x", 1};
  EXPECT_EQ(to_text(doubtful), "a.toml:1:1: warning: odd\n    1 | x\n      | ^\n");
}

TEST(Diagnostics, DoWithoutWhatIsNotKnown) {
  EXPECT_EQ(to_text({Severity::error, {}, "wrong", "", 1}), "error: wrong\n");
  EXPECT_EQ(to_text({Severity::error, {"a.toml"}, "empty", "", 1}), "a.toml: error: empty\n");
  EXPECT_EQ(to_text({Severity::error, {"a.toml", 3, 4}, "wrong", "", 1}),
            "a.toml:3:4: error: wrong\n");
  EXPECT_EQ(to_text({Severity::error, {"a.toml", 3, 0}, "wrong", "line", 0}),
            "a.toml:3:0: error: wrong\n    3 | line\n      | ^\n");
}

TEST(InputError, CarriesAndSaysEveryProblem) {
  const InputError error({{Severity::error, {"a.toml", 1, 1}, "one", "", 1},
                          {Severity::error, {"a.toml", 2, 1}, "two", "", 1}});
  EXPECT_EQ(error.diagnostics().size(), 2U);
  EXPECT_STREQ(error.what(), "a.toml:1:1: error: one\na.toml:2:1: error: two\n");
}

TEST(InputError, MayHaveNoPlace) {
  const InputError error("just wrong");
  ASSERT_EQ(error.diagnostics().size(), 1U);
  EXPECT_EQ(error.diagnostics().front().message, "just wrong");
  EXPECT_STREQ(error.what(), "error: just wrong\n");
}

TEST(DidYouMean, NamesTheNearest) {
  const std::vector<std::string> known{"alignment", "dependence", "sanctions", "support"};
  for (const auto& [unknown, meant] : {std::pair{"alignmnet", "alignment"},
                                       {"Sanction", "sanctions"},
                                       {"suport", "support"},
                                       {"dependance", "dependence"},
                                       {"ALIGNMENT", "alignment"}})
    EXPECT_EQ(did_you_mean(unknown, known), std::string("; did you mean ") + meant + "?");
}

TEST(DidYouMean, KeepsSilentWhereNothingIsNear) {
  EXPECT_EQ(did_you_mean("membership", {"alignment", "support"}), "");
  EXPECT_EQ(did_you_mean("xyz", {}), "");
  EXPECT_EQ(did_you_mean("abcd", {"wxyz"}), "");
}

TEST(DidYouMean, TakesTheFirstOfEquallyNear) {
  EXPECT_EQ(did_you_mean("A7", {"A0", "A1"}), "; did you mean A0?");
}

TEST(ExpectsDeathTest, AbortsWithWhatWasExpected) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  expects(true, "nothing");
  EXPECT_DEATH(expects(false, "a world with actors"),
               "internal error: expected a world with actors");
}

}  // namespace
}  // namespace entente
