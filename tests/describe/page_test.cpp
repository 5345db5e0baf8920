#include "analysis/describe/page.h"

#include <gtest/gtest.h>

#include "analysis/describe/bibliography.h"
#include "tests/describe/texts.h"

namespace entente {
namespace {

TEST(Plain, LetsNothingOutOfItsPlace) {
  EXPECT_EQ(plain("a | b"), "a \\| b");
  EXPECT_EQ(plain("<script>"), "\\<script\\>");
  EXPECT_EQ(plain("*b* _i_ `c` [l](u) #h $m$"), "\\*b\\* \\_i\\_ \\`c\\` \\[l\\](u) \\#h \\$m\\$");
  EXPECT_EQ(plain("one\n\n  # two\t"), "one \\# two");
  EXPECT_EQ(plain("a\\"), "a\\\\");
  EXPECT_EQ(plain("Singer, Bremer & Stuckey &amp;"), "Singer, Bremer & Stuckey \\&amp;");
}

TEST(Code, IsForPathsAndElsePlain) {
  EXPECT_EQ(code("alignment.BLR.CHN"), "`alignment.BLR.CHN`");
  EXPECT_EQ(code("a`|b"), "a\\`\\|b");
  EXPECT_EQ(code(""), "");
}

TEST(Number, IsShortAndHasTheSignOfTexts) {
  EXPECT_EQ(number(-0.65), "−0.65");
  EXPECT_EQ(number(3.0), "3");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(rounded(-2.0 / 3), "−0.667");
}

TEST(Page, NumbersItsSectionsAndSeparatesItsBlocks) {
  Page page;
  page.title("T");
  page.section("One");
  page.subsection("A");
  page.subsection("B");
  page.section("Two");
  page.subsection("C");
  EXPECT_EQ(page.text(), "# T\n\n## 1. One\n\n### 1.1 A\n\n### 1.2 B\n\n## 2. Two\n\n### 2.1 C\n");
}

TEST(Page, LeavesOutColumnsWithoutAnyText) {
  Page page;
  page.table({{"a", "b", "c"}, {{"1", "", "2"}, {"", "", "3"}}});
  EXPECT_EQ(page.text(), "| a | c |\n|---|---|\n| 1 | 2 |\n| | 3 |\n");
}

TEST(Page, BreaksLinesWhereNoBlockBegins) {
  Page page;
  const std::string filler(78, 'x');
  page.paragraph(filler + " - no list, " + filler + " 1. nor here, " + filler + " === nor there");
  for (const auto& line : descriptions::lines_of(page.text())) {
    EXPECT_FALSE(line.starts_with("- ")) << line;
    EXPECT_FALSE(line.starts_with("1. ")) << line;
    EXPECT_FALSE(line.starts_with("===")) << line;
  }
}

TEST(Page, ShowsEquationsAsTheyStand) {
  Page page;
  page.display({"a | b", "c\nd"});
  EXPECT_EQ(page.text(), "    a | b\n    c d\n");
}

TEST(Works, AreWhatHasAYear) {
  EXPECT_EQ(works_in("Heider 1946; Hirschman 1945, 1964; a remark"),
            (std::vector<std::string>{"Heider 1946", "Hirschman 1945", "Hirschman 1964"}));
  EXPECT_EQ(works_in("Arkolakis, Costinot & Rodríguez-Clare 2012"),
            (std::vector<std::string>{"Arkolakis, Costinot & Rodríguez-Clare 2012"}));
  EXPECT_TRUE(works_in("the target's resentment of its sanctioner").empty());
}

TEST(Bibliography, HasEachWorkOnceByAuthorAndYear) {
  std::string_view before;
  for (const auto& [citation, reference] : bibliography()) {
    EXPECT_LT(before, citation);
    const auto author = citation.substr(0, citation.find_first_of(", "));
    EXPECT_TRUE(reference.starts_with(author)) << citation;
    EXPECT_NE(reference.find(citation.substr(citation.size() - 4)), std::string_view::npos)
        << citation;
    before = citation;
  }
}

}  // namespace
}  // namespace entente
