#include "sim/events/cameo.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {
namespace {

double score(std::string_view code) {
  const CameoCode* found = find_cameo(code);
  return found == nullptr ? 99.0 : found->goldstein;
}

TEST(Cameo, IsSortedWithoutRepetition) {
  const auto codes = cameo_codes();
  ASSERT_EQ(codes.size(), 311U);
  for (std::size_t row = 1; row < codes.size(); ++row) {
    EXPECT_LT(codes[row - 1].code, codes[row].code);
  }
}

TEST(Cameo, EveryRowIsWellFormed) {
  for (const CameoCode& row : cameo_codes()) {
    EXPECT_GE(row.code.size(), 2U) << row.code;
    EXPECT_LE(row.code.size(), 4U) << row.code;
    EXPECT_EQ(row.code.find_first_not_of("0123456789"), std::string_view::npos) << row.code;
    EXPECT_GE(row.goldstein, -10.0) << row.code;
    EXPECT_LE(row.goldstein, 10.0) << row.code;
    ASSERT_FALSE(row.name.empty()) << row.code;
    EXPECT_TRUE(row.name.front() >= 'A' && row.name.front() <= 'Z') << row.name;
  }
}

TEST(Cameo, NamesTellCodesApart) {
  std::set<std::string_view> names;
  for (const CameoCode& row : cameo_codes()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.code << " " << row.name;
  }
}

TEST(Cameo, EveryCodeRefinesAShorterOne) {
  std::set<std::string_view> roots;
  for (const CameoCode& row : cameo_codes()) {
    roots.insert(row.code.substr(0, 2));
    if (row.code.size() > 2) {
      EXPECT_NE(find_cameo(row.code.substr(0, row.code.size() - 1)), nullptr) << row.code;
    }
  }
  EXPECT_EQ(roots.size(), 20U);
}

TEST(Cameo, KnowsTheAnchorsOfTheScale) {
  EXPECT_EQ(score("043"), 2.8);
  EXPECT_EQ(score("057"), 8.0);
  EXPECT_EQ(score("112"), -2.0);
  EXPECT_EQ(score("163"), -8.0);
  EXPECT_EQ(score("190"), -10.0);
  EXPECT_EQ(score("0874"), 10.0);
  EXPECT_EQ(score("010"), 0.0);
}

TEST(Cameo, FollowsTheNumberingOf11b3) {
  EXPECT_EQ(find_cameo("105")->name, "Demand that the target yields, not specified further");
  EXPECT_EQ(find_cameo("108")->name, "Demand mediation");
  EXPECT_EQ(find_cameo("129")->name, "Veto");
  EXPECT_EQ(find_cameo("1451")->name, "Protest violently for a change of leadership");
  EXPECT_EQ(find_cameo("163")->name, "Impose an embargo, boycott or sanctions");
}

TEST(Cameo, FindsEveryCodeAndNoOther) {
  for (const CameoCode& row : cameo_codes()) EXPECT_EQ(find_cameo(row.code), &row);
  for (const std::string_view absent : {"", "0", "1", "43", "0043", "21", "0875", "176", "99999"}) {
    EXPECT_EQ(find_cameo(absent), nullptr) << absent;
  }
}

struct PublishedRow {
  std::string code;
  double goldstein;
};

/// The folder of the shared data: ENTENTE_DATA, or ../shared/data beside the checkout.
std::filesystem::path data_folder() {
  if (const char* chosen = std::getenv("ENTENTE_DATA")) return chosen;
  return std::filesystem::path(ENTENTE_SOURCE_DIR) / ".." / "shared" / "data";
}

std::vector<PublishedRow> read_published(std::ifstream& file) {
  std::vector<PublishedRow> rows;
  std::string line;
  std::getline(file, line);  // code,root,quad,goldstein,name
  while (std::getline(file, line)) {
    const std::size_t first = line.find(',');
    const std::size_t third = line.find(',', line.find(',', first + 1) + 1);
    rows.push_back({line.substr(0, first), std::stod(line.substr(third + 1))});
  }
  return rows;
}

TEST(Cameo, EqualsThePublishedTableRowByRow) {
  const auto path = data_folder() / "cameo_goldstein.csv";
  std::ifstream file(path);
  if (!file) GTEST_SKIP() << path << " is not here; set ENTENTE_DATA to the folder that holds it";
  const auto published = read_published(file);
  const auto codes = cameo_codes();
  ASSERT_EQ(published.size(), codes.size());
  for (std::size_t row = 0; row < codes.size(); ++row) {
    EXPECT_EQ(published[row].code, codes[row].code);
    EXPECT_EQ(published[row].goldstein, codes[row].goldstein) << codes[row].code;
  }
}

}  // namespace
}  // namespace entente
