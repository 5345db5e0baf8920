#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string small = in_repository("tests/ensemble/small_world.toml");

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A result of a few runs in a folder; skips where this build has no page.
class Reports : public ::testing::Test {
 protected:
  void SetUp() override {
    const Ending ending = entente({"run", small, "--runs", "5", "--all-variants", "--quiet", "-o",
                                   result(), "--report", page("run.html")});
    if (ending.status == 1 && ending.err.find("without Node.js") != std::string::npos)
      GTEST_SKIP() << ending.err;
    ASSERT_EQ(ending.status, 0) << ending.err;
  }
  std::string result() const { return folder_.path() + "/result.nc"; }
  std::string page(const std::string& name) const { return folder_.path() + "/" + name; }

  Folder folder_;
};

TEST_F(Reports, AreTheSameFromARunAndFromItsResult) {
  const Ending ending = entente({"report", result(), "-o", page("again.html"), "--threads", "1"});
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("again.html: open it in any browser"));
  EXPECT_THAT(ending.err, IsEmpty());
  EXPECT_EQ(text_of(page("again.html")), text_of(page("run.html")));
  EXPECT_THAT(text_of(page("run.html")), StartsWith("<!doctype html>"));
}

TEST_F(Reports, OfRunsThatWentOnFromACheckpointRepeatThemFromTheStart) {
  const auto checkpoint = page("burnt.nc"), rest = page("rest.nc");
  ASSERT_EQ(entente({"run", small, "--runs", "3", "--quiet", "--checkpoint-at", "2020-04-01", "-o",
                     checkpoint})
                .status,
            0);
  ASSERT_EQ(entente({"run", "--from", checkpoint, "--quiet", "-o", rest}).status, 0);
  const Ending ending = entente({"report", rest, "-o", page("rest.html")});
  EXPECT_EQ(ending.status, 0) << ending.err;
}

TEST_F(Reports, AreRefusedWhereTheNumbersOfTheFileAreOthers) {
  // The seed of the file is an attribute: under another one its runs come out otherwise.
  const std::string script =
      "import netCDF4,sys\nf=netCDF4.Dataset(sys.argv[1],'a')\nf.seed=99\nf.close()\n";
  const auto program = folder_.file("change.py", script);
  ASSERT_EQ(std::system(("/usr/bin/python3 " + program + " " + result()).c_str()), 0);
  const Ending ending = entente({"report", result(), "-o", page("other.html")});
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.err, HasSubstr("this build does not repeat the result"));
  EXPECT_FALSE(std::filesystem::exists(page("other.html")));
}

TEST_F(Reports, NeedAResult) {
  for (const char* name : {"no-such.nc", "text.nc"}) {
    folder_.file("text.nc", "no result");
    const Ending ending = entente({"report", page(name), "-o", page("none.html")});
    EXPECT_EQ(ending.status, 2) << ending.err;
    EXPECT_THAT(ending.err, HasSubstr(name));
    EXPECT_FALSE(std::filesystem::exists(page("none.html")));
  }
  const Ending scenario = entente({"report", small, "-o", page("none.html")});
  EXPECT_EQ(scenario.status, 2);
}

TEST_F(Reports, ThatCannotBeWrittenStopBeforeAnyRun) {
  const Ending ending =
      entente({"run", small, "--runs", "1000000", "--report", folder_.path() + "/none/page.html"});
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.err, HasSubstr("page.html"));
  EXPECT_THAT(ending.out, IsEmpty());
}

TEST_F(Reports, LeaveNothingBehindWhereTheyAreInterrupted) {
  const Ending ending =
      entente({"run", small, "--runs", "1000000", "--report", page("cut.html")}, "", {}, true);
  EXPECT_EQ(ending.status, 130);
  EXPECT_THAT(folder_.names(), ElementsAre("result.nc", "run.html"));
}

TEST_F(Reports, AreNamedInTheSummary) {
  const Ending ending = entente({"run", small, "--runs", "2", "--report", page("named.html")});
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("named.html"));
}

TEST(Report, NeedsAPlaceForThePage) {
  const Ending ending = entente({"report", "result.nc"});
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err, HasSubstr("--output"));
}

}  // namespace
}  // namespace entente
