#include "sim/scenario/difference.h"

#include <gtest/gtest.h>

#include "sim/scenario/edit.h"
#include "sim/scenario/write.h"
#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

const std::string text = three_actors + R"([[relation]]
from = "BLR"
to = "RUS"
alignment = 0.8
[[event]]
id = "visit"
date = 2022-10-01
type = "interaction"
from = "BLR"
to = "RUS"
goldstein = 3.0
)";

Difference difference_after(const std::string& path, const std::string& value) {
  Scenario changed = parsed(text);
  set_path(changed, path, value);
  return first_difference(to_toml(parsed(text)), to_toml(changed)).value_or(Difference{});
}

TEST(FirstDifference, IsNoneBetweenTheSame) {
  EXPECT_FALSE(first_difference(to_toml(parsed(text)), to_toml(parsed(text))));
}

TEST(FirstDifference, NamesTheEntryAndBothLines) {
  const Difference alignment = difference_after("alignment.BLR.RUS", "0.5");
  EXPECT_EQ(alignment.entry, "[[relation]] from = \"BLR\", to = \"RUS\"");
  EXPECT_EQ(alignment.first, "alignment = 0.8");
  EXPECT_EQ(alignment.second, "alignment = 0.5");
  const Difference parameter = difference_after("dynamics.alignment.balance", "0.25");
  EXPECT_EQ(parameter.entry, "[dynamics.alignment]");
  EXPECT_EQ(parameter.second, "balance.rate = 0.25");
}

TEST(FirstDifference, NamesAnEntryThatOnlyOneHas) {
  const std::string longer = text + "[[pact]]\nbetween = [\"BLR\", \"RUS\"]\nstrength = 0.5\n";
  const auto apart = first_difference(to_toml(parsed(text)), to_toml(parsed(longer)));
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->entry, "");
  EXPECT_EQ(apart->first, "[[event]] id = \"visit\"");
  EXPECT_EQ(apart->second, "[[pact]] between = [\"BLR\", \"RUS\"]");
}

TEST(FirstDifference, CutsALongLineBetweenCharacters) {
  std::string wide;
  for (int k = 0; k < 40; ++k) wide += "é";
  const auto apart = first_difference("a = \"" + wide + "\"\n", "b\n");
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->first, "a = \"" + wide.substr(0, 54) + "…");
}

TEST(FirstDifference, SaysNothingOfALineThatIsNotThere) {
  const auto apart = first_difference("[a]\nx = 1\ny = 2\n", "[a]\nx = 1\n");
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->entry, "[a]");
  EXPECT_EQ(apart->first, "y = 2");
  EXPECT_EQ(apart->second, "");
}

}  // namespace
}  // namespace entente::scenario_texts
