#include "analysis/store/checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netcdf.h>

#include <bit>
#include <cmath>
#include <functional>

#include "analysis/ensemble/branch.h"
#include "analysis/store/build.h"
#include "analysis/store/checkpoint_file.h"
#include "sim/core/error.h"
#include "tests/ensemble/branching.h"
#include "tests/store/scratch.h"
#include "tests/store/small_disk.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Burns a variant of a scenario in to a tick, into a file.
void burn_in(const Scenario& scenario, const std::filesystem::path& target, std::uint64_t runs,
             std::int64_t tick = branching_tick, std::uint64_t first = 0,
             const std::string& variant = "base") {
  Ensemble ensemble = ensemble_of(scenario, {variant});
  ensemble.runs = runs;
  ensemble.first = first;
  ensemble = burn_in_of(ensemble, tick);
  CheckpointFile file(target, ensemble, provenance_of(scenario));
  Sink* const sinks[] = {&file};
  const std::atomic<bool> stop{false};
  conduct(ensemble, sinks, 2, stop);
  file.finish();
}

Ensemble rest_of(const std::filesystem::path& file, const std::vector<std::string>& variants) {
  auto checkpoint = std::make_shared<const Checkpoint>(file);
  Ensemble ensemble = ensemble_of(checkpoint->scenario(), variants);
  ensemble.first = checkpoint->first();
  ensemble.runs = checkpoint->runs();
  ensemble.first_tick = checkpoint->tick();
  ensemble.burn_in = checkpoint;
  return ensemble;
}

/// What opening a file as a checkpoint is refused with.
std::string refusal_of(const std::filesystem::path& file) {
  try {
    const Checkpoint checkpoint(file);
    return "(none)";
  } catch (const InputError& error) {
    return error.what();
  }
}

/// Changes a file through its own library.
void alter(const std::filesystem::path& file, const std::function<void(int)>& change) {
  int id = -1;
  ASSERT_EQ(nc_open(file.c_str(), NC_WRITE, &id), NC_NOERR);
  change(id);
  ASSERT_EQ(nc_close(id), NC_NOERR);
}

void put_text(int id, const char* name, const std::string& text) {
  EXPECT_EQ(nc_put_att_text(id, NC_GLOBAL, name, text.size(), text.data()), NC_NOERR);
}

TEST(Checkpoint, RunsGoOnFromItToTheBitsOfUnbrokenOnes) {
  for (const Link link : {Link::tanh, Link::identity}) {
    const Scratch scratch;
    const Scenario scenario = branching_world(link);
    const std::vector<std::string> variants{"base", "strike", "calm"};
    burn_in(scenario, scratch / "a.nc", 9, branching_tick, 4);
    Ensemble unbroken = ensemble_of(scenario, variants);
    unbroken.first = 4;
    unbroken.runs = 9;
    unbroken.recording = Recording::full;
    const auto whole = records_of(unbroken, 2);
    for (const int threads : {1, 3}) {
      Ensemble rest = rest_of(scratch / "a.nc", variants);
      rest.recording = Recording::full;
      const auto records = records_of(rest, threads);
      ASSERT_EQ(records.size(), whole.size());
      for (std::size_t k = 0; k < records.size(); ++k) {
        expect_tail(records[k], whole[k], branching_tick);
        const auto& layer = records[k].layers.alignment;
        EXPECT_TRUE(std::equal(
            layer.begin(), layer.end(),
            whole[k].layers.alignment.end() - static_cast<std::ptrdiff_t>(layer.size())));
      }
    }
  }
}

TEST(Checkpoint, AVariantCanBeBurntInToo) {
  const Scratch scratch;
  const Scenario scenario = branching_world();
  burn_in(scenario, scratch / "a.nc", 3, branching_tick, 0, "early");
  EXPECT_EQ(Checkpoint(scratch / "a.nc").variant(), "early");
  Ensemble unbroken = ensemble_of(scenario, {"early"});
  unbroken.runs = 3;
  const auto whole = records_of(unbroken, 2),
             rest = records_of(rest_of(scratch / "a.nc", {"early"}), 2);
  for (std::size_t k = 0; k < rest.size(); ++k) expect_tail(rest[k], whole[k], branching_tick);
}

TEST(Checkpoint, ReadsWhatWasKept) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 3, 20, 7);
  const Checkpoint checkpoint(scratch / "a.nc");
  EXPECT_EQ(checkpoint.tick(), 20);
  EXPECT_EQ(checkpoint.first(), 7u);
  EXPECT_EQ(checkpoint.runs(), 3u);
  EXPECT_EQ(checkpoint.variant(), "base");
  EXPECT_EQ(to_toml(checkpoint.scenario()), to_toml(branching_world()));
  BurntRun run;
  checkpoint.read(8, run);
  Simulation simulation(ensemble_of(branching_world(), {"base"}).variants[0].model, Draws(11, 8));
  while (simulation.world().tick < 20) simulation.tick();
  const SimulationState state = simulation.state();
  EXPECT_EQ(run.state.tick, 20);
  EXPECT_TRUE(same_numbers(run.state.affinity, state.affinity));
  EXPECT_TRUE(same_numbers(run.state.position, state.position));
  EXPECT_EQ(run.state.commitments, state.commitments);
  EXPECT_EQ(std::get<sanctions::Hostility>(run.state.dynamics.choice.sanctions.effects).weight,
            4.0);
}

TEST(Checkpoint, TheSameBurnInWritesTheSameBytes) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 5);
  burn_in(branching_world(), scratch / "b.nc", 5);
  EXPECT_TRUE(contents(scratch / "a.nc") == contents(scratch / "b.nc"));
}

TEST(Checkpoint, KeepsFailedReplicatesAsFailed) {
  const Scratch scratch;
  burn_in(escaping_world(), scratch / "a.nc", 40, 150);
  Ensemble unbroken = ensemble_of(escaping_world(), {"base"});
  unbroken.runs = 40;
  const auto whole = records_of(unbroken, 2),
             rest = records_of(rest_of(scratch / "a.nc", {"base"}), 2);
  std::size_t before = 0;
  for (std::size_t k = 0; k < rest.size(); ++k) {
    EXPECT_EQ(rest[k].failure, whole[k].failure);
    before += rest[k].failed() && std::isnan(rest[k].series(0, 0)) ? 1 : 0;
  }
  EXPECT_GT(before, 0u);
}

TEST(Checkpoint, RefusesWhatIsNone) {
  const Scratch scratch;
  EXPECT_THAT(refusal_of(scratch / "none.nc"), HasSubstr("none.nc: there is no such file"));
  std::ofstream(scratch / "a.txt") << "no checkpoint";
  EXPECT_THAT(refusal_of(scratch / "a.txt"), HasSubstr("not a NetCDF file"));
  store(small_ensemble(1), scratch / "result.nc");
  EXPECT_THAT(refusal_of(scratch / "result.nc"),
              HasSubstr("result.nc: not a checkpoint; entente run SCENARIO --checkpoint-at DATE "
                        "writes one"));
}

TEST(Checkpoint, RefusesATruncatedFile) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 3);
  const auto size = std::filesystem::file_size(scratch / "a.nc");
  for (const auto kept : {std::uintmax_t{0}, std::uintmax_t{100}, size / 2, size - 1}) {
    std::filesystem::resize_file(scratch / "a.nc", kept);
    EXPECT_THAT(refusal_of(scratch / "a.nc"), HasSubstr("not a NetCDF file, or not a whole one"))
        << kept;
  }
}

TEST(Checkpoint, RefusesThatOfAnotherBuildAndNamesBoth) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 1);
  alter(scratch / "a.nc", [](int id) { put_text(id, "build", "Frob 1.0; -O9"); });
  const auto refusal = refusal_of(scratch / "a.nc");
  EXPECT_THAT(refusal, HasSubstr("another build wrote this checkpoint"));
  EXPECT_THAT(refusal, HasSubstr("entente " + version() + ", Frob 1.0; -O9"));
  EXPECT_THAT(refusal, HasSubstr("this is entente " + version() + ", " + build()));
}

TEST(Checkpoint, RefusesAScenarioThatWasAltered) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 1);
  alter(scratch / "a.nc", [](int id) { put_text(id, "scenario", to_toml(small_world())); });
  EXPECT_THAT(refusal_of(scratch / "a.nc"), HasSubstr("its scenario was altered"));
}

TEST(Checkpoint, RefusesAStateThatNoRunCanHold) {
  const auto refused = [](const char* variable, double value) -> std::string {
    const Scratch scratch;
    burn_in(branching_world(), scratch / "a.nc", 1);
    alter(scratch / "a.nc", [&](int id) {
      int number = -1;
      const std::size_t at[] = {0, 0, 1};
      EXPECT_EQ(nc_inq_varid(id, variable, &number), NC_NOERR);
      EXPECT_EQ(nc_put_var1_double(id, number, at, &value), NC_NOERR);
    });
    BurntRun run;
    try {
      Checkpoint(scratch / "a.nc").read(0, run);
      return "(none)";
    } catch (const InputError& error) {
      return error.what();
    }
  };
  EXPECT_THAT(refused("affinity", std::nan("")), HasSubstr("a.nc: affinity: nan is nothing that"));
  EXPECT_THAT(refused("sanctions", -3.0),
              HasSubstr("sanctions: -3 is nothing that a run can hold"));
  EXPECT_THAT(refused("sanctions", 5.0), HasSubstr("sanctions: holds what no run can hold"));
  EXPECT_THAT(refused("commitment_state", 7.0), HasSubstr("commitment_state: holds what no run"));
}

TEST(Checkpoint, RefusesAnotherScenarioWithTheFirstLineThatDiffers) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 1);
  const Checkpoint checkpoint(scratch / "a.nc");
  EXPECT_NO_THROW(checkpoint.expect_scenario(branching_world(), "a.toml"));
  Scenario other = branching_world();
  other.seed = 12;
  try {
    checkpoint.expect_scenario(other, "a.toml");
    FAIL() << "another scenario was accepted";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), StartsWith("error: a.toml: not the scenario of the checkpoint "));
    EXPECT_THAT(error.what(), HasSubstr("seed = 11 there, seed = 12 here; leave it out"));
  }
}

TEST(Checkpoint, AFullDiskLeavesNothing) {
  const Scratch scratch;
  const SmallDisk disk(scratch / "disk", 40);
  if (!disk.mounted()) GTEST_SKIP() << "only root can mount a small disk";
  EXPECT_THROW(burn_in(branching_world(), disk / "a.nc", 2000), RunError);
  EXPECT_TRUE(disk.empty());
}

TEST(Checkpoint, AResultThatGoesOnBeginsAtItsTick) {
  const Scratch scratch;
  burn_in(branching_world(), scratch / "a.nc", 3);
  const Ensemble rest = rest_of(scratch / "a.nc", {"base", "calm"});
  const auto records = store(rest, scratch / "rest.nc");
  const NetcdfReader file(scratch / "rest.nc");
  const auto time = file.all<double>("time");
  ASSERT_EQ(time.size(), 21u);
  EXPECT_EQ(time.front(), 140.0);
  EXPECT_EQ(time.back(), 280.0);
  EXPECT_EQ(file.whole_attribute("first_tick"), 20);
  const auto series = file.block<double>("series", {1, 2, 0, 0}, {1, 1, 21, 6});
  EXPECT_EQ(std::bit_cast<std::uint64_t>(series.back()),
            std::bit_cast<std::uint64_t>(records.back().series(20, 5)));
}

}  // namespace
}  // namespace entente
