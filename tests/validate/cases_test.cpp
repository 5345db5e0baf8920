// Every published case, as `entente validate` plays it, and the pages and files that go with it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "analysis/metrics/catalogue.h"
#include "analysis/validate/published_files.h"
#include "analysis/validate/validation.h"
#include "sim/core/error.h"
#include "sim/scenario/read.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::filesystem::path root = ENTENTE_SOURCE_DIR;

std::filesystem::path data_folder() {
  const char* chosen = std::getenv("ENTENTE_DATA");
  return chosen != nullptr ? std::filesystem::path(chosen) : root / "../shared/data";
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// What differs without being explained, or is skipped, one line each.
std::vector<std::string> surprises(const std::vector<Validated>& results) {
  std::vector<std::string> lines;
  for (const Validated& each : results) {
    if (each.verdict == Verdict::skipped)
      lines.push_back(std::string(each.which->id) + " needs " + each.needs);
    for (const Match& match : each.found.all())
      if (!match.agrees && match.why.empty())
        lines.push_back(std::string(each.which->id) + ": " + match.what + ": " + match.published +
                        ", here " + match.here);
  }
  return lines;
}

/// Each case is a test of its own, so that they are played at the same time.
class Published : public ::testing::TestWithParam<std::string> {};

TEST_P(Published, ComesOutAsItsPageSays) {
  const PublishedCase& which = published_case(GetParam());
  const std::string missing = which.missing_in(data_folder());
  if (!missing.empty()) GTEST_SKIP() << "needs " << missing << " (ENTENTE_DATA names its folder)";
  const auto results = validate(std::array{&which}, {data_folder()}, 1);
  EXPECT_THAT(surprises(results), IsEmpty());
  EXPECT_THAT(results.front().found.all(), ::testing::Not(IsEmpty()));
  EXPECT_EQ(results.front().verdict == Verdict::differs, which.id == "axelrod-bennett-1993");
}

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  for (const PublishedCase& each : published_cases()) ids.emplace_back(each.id);
  return ids;
}

std::string name_of(const ::testing::TestParamInfo<std::string>& played) {
  std::string name = played.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Published, ::testing::ValuesIn(all_ids()), name_of);

TEST(PublishedCases, HaveEachAPageThatSaysHowToRunIt) {
  std::set<std::string> folders;
  for (const PublishedCase& each : published_cases()) {
    const auto page = root / "scenarios/published" / each.id / "README.md";
    ASSERT_TRUE(std::filesystem::exists(page)) << page;
    for (const char* part :
         {"**Claim.**", "**Source.**", "**Set-up.**", "**How to run.**", "**Result.**"})
      EXPECT_THAT(text_of(page), HasSubstr(part)) << page;
    EXPECT_THAT(text_of(page), HasSubstr("entente validate " + std::string(each.id)));
    folders.insert(std::string(each.id));
  }
  for (const auto& entry : std::filesystem::directory_iterator(root / "scenarios/published"))
    if (entry.is_directory()) {
      EXPECT_TRUE(folders.contains(entry.path().filename())) << entry.path();
    }
}

TEST(PublishedScenarios, AreCarriedAsTheyAreAndRightWithoutAWarning) {
  const auto names = metric_names();
  EXPECT_FALSE(published_files().empty());
  for (const PublishedFile& file : published_files()) {
    const auto path = root / "scenarios/published" / file.path;
    EXPECT_EQ(file.text, text_of(path)) << path;
    const auto warnings = read_scenario(path, {names.begin(), names.end()}).warnings;
    const bool averages_once_a_step = file.path == "degroot-1974/opinions.toml";
    EXPECT_EQ(warnings.size(), averages_once_a_step ? 1u : 0u) << path;
  }
}

TEST(Validation, IsTheSameOnAnyNumberOfThreads) {
  std::vector<const PublishedCase*> quick;
  for (const PublishedCase& each : published_cases())
    if (!each.slow) quick.push_back(&each);
  const auto one = validate(quick, {data_folder()}, 1), four = validate(quick, {data_folder()}, 4);
  ASSERT_EQ(one.size(), quick.size());
  for (std::size_t k = 0; k < quick.size(); ++k) {
    EXPECT_EQ(one[k].which, quick[k]);
    EXPECT_EQ(four[k].which, quick[k]);
    ASSERT_EQ(one[k].found.all().size(), four[k].found.all().size());
    for (std::size_t m = 0; m < one[k].found.all().size(); ++m)
      EXPECT_EQ(one[k].found.all()[m].here, four[k].found.all()[m].here);
  }
}

TEST(Validation, SkipsACaseWithoutItsDataAndSaysWhatItNeeds) {
  const PublishedCase& which = published_case("snijders-2001");
  for (const char* folder : {"", "/nowhere"}) {
    const auto results = validate(std::array{&which}, {folder}, 1);
    EXPECT_EQ(results.front().verdict, Verdict::skipped);
    EXPECT_EQ(results.front().needs, "networks/rsiena_s50_edges.csv");
    EXPECT_THAT(results.front().found.all(), IsEmpty());
  }
}

TEST(Validation, SaysSoWhenAResultIsNotThePublishedOne) {
  const PublishedCase wrong{
      .id = "wrong",
      .title = "",
      .source = "",
      .claim = "",
      .compare = [](const Materials& materials, Matches& found) {
        found.equal("actors", 5,
                    static_cast<std::int64_t>(
                        materials.scenario("degroot-1974/opinions.toml").actors.size()));
      }};
  const auto results = validate(std::array{&wrong}, {}, 1);
  EXPECT_EQ(results.front().verdict, Verdict::differs);
  EXPECT_THAT(surprises(results), ElementsAre("wrong: actors: 5, here 4"));
}

TEST(Validation, CallsAfterEachCase) {
  int calls = 0;
  validate(std::array{&published_case("degroot-1974"), &published_case("snijders-2001")}, {}, 2,
           [&] { ++calls; });
  EXPECT_EQ(calls, 2);
}

TEST(PublishedCases, AreFoundByIdOrByTheNearest) {
  EXPECT_EQ(published_case("fearon-1994").id, "fearon-1994");
  try {
    published_case("fearon-1993");
    FAIL() << "there is no such case";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "error: fearon-1993: no such case; did you mean fearon-1994?\n");
  }
}

}  // namespace
}  // namespace entente
