#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string shipped = in_repository("scenarios/calibration/fit.toml");

/// A folder with a world of two, what was seen of it and a plan; `more` goes into [calibration].
struct SmallPlan {
  Folder folder;

  explicit SmallPlan(const std::string& more = "",
                     const std::string& prior = "{ type = \"uniform\", low = 0.1, high = 3 }") {
    folder.file("world.toml",
                "format = 1\n[scenario]\nid = \"pair\"\nstart = 2020-01-06\nticks = 20\n"
                "[[actor]]\nid = \"a\"\ncapability = 1.0\nbasis = \"estimate\"\n"
                "[[actor]]\nid = \"b\"\ncapability = 1.0\nbasis = \"estimate\"\n"
                "[[relation]]\nfrom = \"a\"\nto = \"b\"\nalignment = -0.4\nbaseline = 0.5\n"
                "basis = \"estimate\"\n[dynamics.alignment]\ninertia = 1.0\n"
                "noise = { scale = 0.1 }\n[dynamics.sanctions]\nrate = 0.0\n");
    folder.file("seen.csv",
                "date,path,value\n2020-03-02,alignment.a.b,-0.3\n"
                "2020-05-18,alignment.a.b,-0.1\n");
    folder.file(
        "fit.toml",
        "format = 1\n[calibration]\nid = \"fit\"\nscenario = \"world.toml\"\n"
        "observed = \"seen.csv\"\nparticles = 30\n" +
            more + "[[parameter]]\npath = \"dynamics.alignment.inertia\"\nprior = " + prior + "\n");
  }
  Ending fit(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"calibrate", "fit.toml"});
    return entente(more, folder.path(), {"NO_COLOR=1"});
  }
  std::string text(const std::string& name) const {
    std::ifstream in(folder.path() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST(CalibrateCommand, ThePageOfTheExampleFindsItsTruthAndFitsTheTerminal) {
  const Folder folder;
  const Ending ending = entente({"calibrate", shipped, "--refine"}, folder.path(), {"NO_COLOR=1"});
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, StartsWith("How strong is balance among three states?\n"));
  for (const char* part :
       {"2 parameters fitted to 80 observations of 4 paths", "Generation", "effective size",
        "prior", "posterior", "refined", "90 % interval", "Correlations, of 0.5 and more",
        "alignment.a.b", "Ended after 8 generations", "fit.db"})
    EXPECT_THAT(ending.out, HasSubstr(part));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  EXPECT_THAT(folder.names(), ::testing::ElementsAre("fit.db"));
}

TEST(CalibrateCommand, WritesTheSameTablesWhateverTheThreads) {
  const SmallPlan plan("generations = 4\n");
  EXPECT_EQ(plan.fit({"--threads", "1", "--csv", "one", "-o", "one.db", "--quiet"}).status, 0);
  EXPECT_EQ(plan.fit({"--threads", "3", "--csv", "three", "-o", "three.db"}).status, 0);
  for (const char* table : {"generations.csv", "particles.csv", "posterior.csv", "predictions.csv"})
    EXPECT_EQ(plan.text(std::string("one/") + table), plan.text(std::string("three/") + table));
  EXPECT_THAT(plan.text("one/posterior.csv"),
              StartsWith("path,mean,sd,low,median,high\ndynamics.alignment.inertia,"));
  EXPECT_THAT(plan.text("one/particles.csv"),
              StartsWith("number,weight,distance,dynamics.alignment.inertia\n"));
  EXPECT_THAT(plan.text("one/predictions.csv"), HasSubstr("\n2020-05-18,alignment.a.b,-0.1,"));
  EXPECT_THAT(plan.text("one/generations.csv"), HasSubstr("\n0,inf,30,30\n"));
}

TEST(CalibrateCommand, RepeatedItOnlyShowsWhatIsThere) {
  const SmallPlan plan;
  const Ending first = plan.fit(), second = plan.fit();
  EXPECT_EQ(second.status, 0);
  EXPECT_EQ(first.out, second.out);
  EXPECT_THAT(plan.fit({"--quiet"}).out, IsEmpty());
}

TEST(CalibrateCommand, InterruptedItSaysSoAndGoesOn) {
  const SmallPlan plan("particles_ = 1\n");
  const Folder folder;
  // Long enough to be interrupted once it shows progress.
  folder.file("world.toml", plan.text("world.toml"));
  folder.file("seen.csv", plan.text("seen.csv"));
  std::string text = plan.text("fit.toml");
  text.replace(text.find("particles_ = 1"), 14, "replicates = 10000");
  folder.file("fit.toml", text);
  const Ending ending = entente({"calibrate", "fit.toml"}, folder.path(), {}, true);
  EXPECT_EQ(ending.status, 130) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("interrupted after"));
  EXPECT_THAT(ending.err, HasSubstr("the same command goes on from there"));
  EXPECT_THAT(folder.names(), Contains("fit.db"));
}

TEST(CalibrateCommand, RefusesAChangedPlanAndBeginsAfreshIfAsked) {
  const SmallPlan plan;
  EXPECT_EQ(plan.fit({"--quiet"}).status, 0);
  plan.folder.file("seen.csv", "date,path,value\n2020-03-02,alignment.a.b,-0.2\n");
  const Ending refused = plan.fit();
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("the calibration has changed"));
  EXPECT_THAT(refused.err, HasSubstr("start afresh with --force-new"));
  EXPECT_EQ(plan.fit({"--force-new", "--quiet"}).status, 0);
}

TEST(CalibrateCommand, WhatIsWrongIsSaidAndNothingIsWritten) {
  const SmallPlan plan("generatoins = 3\n");
  const Ending ending = plan.fit();
  EXPECT_EQ(ending.status, 2);
  EXPECT_THAT(ending.out, IsEmpty());
  EXPECT_THAT(ending.err, HasSubstr("fit.toml:7:1: error: generatoins: no such key"));
  EXPECT_THAT(plan.folder.names(), Not(Contains("fit.db")));
  EXPECT_EQ(entente({"calibrate", "none.toml"}, plan.folder.path()).status, 2);
  EXPECT_EQ(entente({"calibrate"}).status, 2);
}

/// Without inertia, stances there grow beyond all bounds.
constexpr const char* runaway = R"(format = 1
[scenario]
id = "escape"
start = 2020-01-01
ticks = 300
step = "4 weeks"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "b"
mutual = true
alignment = 0.01
basis = "estimate"
[dynamics.alignment]
link = "identity"
self_ties = true
inertia = 1.0
noise = 0.2
)";

TEST(CalibrateCommand, SimulationsThatFailBecomeNoParticlesAndAreCounted) {
  const SmallPlan plan("", "{ type = \"uniform\", low = 0, high = 3 }");
  plan.folder.file("world.toml", runaway);
  const Ending ending = plan.fit();
  EXPECT_EQ(ending.status, 3) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("attempts failed and became no particles; the first: "));
  EXPECT_THAT(ending.out, HasSubstr("posterior"));
}

TEST(CalibrateCommand, WhereTooFewSimulationsComeThroughItSaysWhy) {
  const SmallPlan plan("acceptance = 0.9\n", "{ type = \"uniform\", low = 0, high = 0.1 }");
  plan.folder.file("world.toml", runaway);
  const Ending ending = plan.fit();
  EXPECT_EQ(ending.status, 1) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("too few came through to make a first generation"));
  EXPECT_THAT(ending.out, IsEmpty());
}

TEST(CalibrateCommand, SaysWhatTheDataDoNotTell) {
  const SmallPlan plan("generations = 2\n", "{ type = \"uniform\", low = -0.9, high = 0.9 }");
  plan.folder.file("seen.csv", "date,path,value\n2020-03-02,alignment.b.a,0\n");
  std::string text = plan.text("fit.toml");
  text.replace(text.find("dynamics.alignment.inertia"), 26, "alignment.a.b");
  text.replace(text.find("particles = 30"), 14, "particles = 300");
  plan.folder.file("fit.toml", text);
  const Ending ending = plan.fit();  // what a thinks of b moves nothing that was seen
  EXPECT_EQ(ending.status, 0) << ending.err;
  EXPECT_THAT(ending.out, HasSubstr("the data say next to nothing of it"));
}

TEST(CalibrateCommand, AFolderThatCannotBeMadeEndsWith1) {
  const SmallPlan plan;
  const Ending ending = plan.fit({"--csv", "seen.csv"});
  EXPECT_EQ(ending.status, 1);
  EXPECT_THAT(ending.err, HasSubstr("cannot make the folder seen.csv"));
}

}  // namespace
}  // namespace entente
