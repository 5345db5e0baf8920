#include "sim/core/roster.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Names, AreFoundByPositionAndByName) {
  const Names names({"BLR", "CHN", "RUS"});
  EXPECT_EQ(names.size(), 3);
  EXPECT_EQ(names[1], "CHN");
  EXPECT_EQ(names.find("RUS"), 2);
  EXPECT_EQ(names.all().front(), "BLR");
}

TEST(Names, AreExact) {
  const Names names({"BLR", "CHN"});
  for (const char* absent : {"", "blr", "BL", "BLRR", " BLR"}) EXPECT_FALSE(names.find(absent));
  EXPECT_FALSE(Names().find("BLR"));
  EXPECT_EQ(Names().size(), 0);
}

}  // namespace
}  // namespace entente
