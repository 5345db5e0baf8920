#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A folder with a result a.nc of the small world under a changed number.
class Verify : public ::testing::Test {
 protected:
  Verify() {
    const Ending ending = entente(
        {"run", in_repository("tests/ensemble/small_world.toml"), "--runs", "8", "--all-variants",
         "--set", "dynamics.alignment.balance=0.8", "--seed", "5", "--quiet", "-o", "a.nc"},
        folder_.path());
    EXPECT_EQ(ending.status, 0) << ending.err;
  }
  Ending verify(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> words{"verify", "a.nc"};
    words.insert(words.end(), options.begin(), options.end());
    return entente(words, folder_.path(), {"NO_COLOR=1"});
  }
  /// Runs a line of Python in the folder, with the result open for changes as `file`.
  void tamper(const std::string& line) const {
    const std::string command = "cd '" + folder_.path() +
                                "' && /usr/bin/python3 -c \"import netCDF4; file = "
                                "netCDF4.Dataset('a.nc', 'a'); " +
                                line + "; file.close()\"";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
  }

  Folder folder_;
};

TEST_F(Verify, AFreshResultIsTheSame) {
  const Ending ending = verify();
  EXPECT_EQ(ending.status, 0) << ending.out << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("a.nc: 8 replicates of 3 variants · seed 5\n"));
  EXPECT_THAT(ending.out, HasSubstr("Ran 20 of 24 runs again"));
  EXPECT_THAT(ending.out, HasSubstr("The same, bit for bit.\n"));
  EXPECT_THAT(ending.out, Not(HasSubstr("Another build")));
  EXPECT_THAT(ending.err, IsEmpty());
}

TEST_F(Verify, AValueThatDiffersIsNamedAndEndsWith1) {
  tamper("file['series'][2, 4, 30, 0] = 0.25");
  const Ending ending = verify({"--sample", "24"});
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.out, HasSubstr("It differs.\nvariant no-visit, replicate 4, series"));
  EXPECT_THAT(ending.out, HasSubstr("0.25\nin the file, -0."));
  EXPECT_LE(widest_line(ending.out), 80u);
}

TEST_F(Verify, AnotherBuildIsNamed) {
  tamper(
      "file.build = file.build.replace('-ffp-contract=off', '-ffast-math'); "
      "file['series'][0, 0, 30, 0] = 0.25");
  const Ending ending = verify({"--sample", "24"});
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.out, HasSubstr("Another build made the file: -ffast-math only there; "
                                    "-ffp-contract=off"));
}

TEST_F(Verify, AnotherBuildWithTheSameBitsIsFine) {
  tamper("file.entente_version = '0.0.1'");
  const Ending ending = verify();
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, HasSubstr("entente 0.0.1 there, "));
  EXPECT_THAT(ending.out, HasSubstr("The same, bit for bit."));
}

TEST_F(Verify, AnAlteredScenarioEndsWith1) {
  tamper("file.scenario = file.scenario.replace('0.8', '0.9')");
  const Ending ending = verify();
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.out, HasSubstr("the scenario in the file was altered"));
}

TEST_F(Verify, WhatIsNoResultEndsWith2) {
  const auto text = folder_.file("text.nc", "nothing");
  for (const auto& file : {text, std::string("none.nc"), std::string(".")}) {
    const Ending ending = entente({"verify", file}, folder_.path());
    EXPECT_EQ(ending.status, 2);
    EXPECT_THAT(ending.out, IsEmpty());
    EXPECT_THAT(ending.err, HasSubstr("error: " + file + ": "));
  }
  tamper("del file.seed");
  const Ending ending = verify();
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.err, HasSubstr("it lacks the attribute seed"));
}

}  // namespace
}  // namespace entente
