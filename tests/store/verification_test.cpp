#include "analysis/store/verification.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netcdf.h>

#include <bit>

#include "analysis/store/build.h"
#include "analysis/store/sha256.h"
#include "sim/core/error.h"
#include "tests/store/scratch.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Runs a scenario into a file as `entente run` does.
void run_into(const std::filesystem::path& file, const Scenario& scenario, Ensemble ensemble) {
  NetcdfResult result(file, ensemble, {"A title", to_toml(scenario)});
  Sink* const sinks[] = {&result};
  const std::atomic<bool> stop{false};
  result.finish(conduct(ensemble, sinks, 2, stop));
}

void run_small(const std::filesystem::path& file, Recording recording = Recording::watch) {
  run_into(file, small_world(), small_ensemble(6, recording));
}

/// A file that is open for changes.
class Tampering {
 public:
  explicit Tampering(const std::filesystem::path& file) {
    EXPECT_EQ(nc_open(file.c_str(), NC_WRITE, &id_), NC_NOERR);
  }
  ~Tampering() { nc_close(id_); }

  /// Flips the last bit of one number.
  void flip(const char* variable, const std::vector<std::size_t>& at) const {
    double value = 0.0;
    ASSERT_EQ(nc_get_var1_double(id_, number(variable), at.data(), &value), NC_NOERR);
    value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) ^ 1U);
    ASSERT_EQ(nc_put_var1_double(id_, number(variable), at.data(), &value), NC_NOERR);
  }
  void write(const char* variable, const std::vector<std::size_t>& at, int value) const {
    ASSERT_EQ(nc_put_var1_int(id_, number(variable), at.data(), &value), NC_NOERR);
  }
  void attribute(const char* name, const std::string& text) const {
    ASSERT_EQ(nc_put_att_text(id_, NC_GLOBAL, name, text.size(), text.data()), NC_NOERR);
  }
  void remove(const char* name) const { ASSERT_EQ(nc_del_att(id_, NC_GLOBAL, name), NC_NOERR); }

 private:
  int number(const char* variable) const {
    int number = -1;
    EXPECT_EQ(nc_inq_varid(id_, variable, &number), NC_NOERR);
    return number;
  }
  int id_ = -1;
};

constexpr std::size_t all_runs = 12;

Verification verify_all(const std::filesystem::path& file) {
  return verify(StoredResult(file), all_runs, 1);
}

TEST(Verify, AFreshResultIsTheSame) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  const Verification found = verify_all(scratch / "a.nc");
  EXPECT_THAT(found.difference, IsEmpty());
  EXPECT_EQ(found.runs, all_runs);
  EXPECT_EQ(found.series, all_runs * 41 * 6);
  EXPECT_GT(found.decisions, 20u);
  EXPECT_EQ(found.layers, 0u);
}

TEST(Verify, ComparesWholeLayers) {
  const Scratch scratch;
  run_small(scratch / "a.nc", Recording::full);
  const Verification found = verify_all(scratch / "a.nc");
  EXPECT_TRUE(found.same()) << found.difference;
  EXPECT_EQ(found.layers, all_runs * 41 * (4 * 16 + 4));
}

TEST(Verify, RunsThatAreRecordedFromALaterTickAreTheSameToo) {
  const Scratch scratch;
  Ensemble ensemble = small_ensemble(6, Recording::full);
  ensemble.first_tick = 25;
  run_into(scratch / "a.nc", small_world(), ensemble);
  const Verification found = verify_all(scratch / "a.nc");
  EXPECT_TRUE(found.same()) << found.difference;
  EXPECT_EQ(found.series, all_runs * 16 * 6);
}

TEST(Verify, FailedRunsAreTheSameToo) {
  const Scratch scratch;
  const Scenario scenario = escaping_world();
  Ensemble ensemble = ensemble_of(scenario, {"base"});
  ensemble.runs = 40;
  ensemble.first = 17;
  ensemble.recording = Recording::full;
  run_into(scratch / "a.nc", scenario, ensemble);
  const StoredResult result(scratch / "a.nc");
  ASSERT_TRUE(result.file().whole_attribute("failed_runs"));
  const Verification found = verify(result, 40, 1);
  EXPECT_TRUE(found.same()) << found.difference;
  EXPECT_EQ(found.runs, 40u);
}

TEST(Verify, PicksDifferentRunsForDifferentSeedsAndNoMoreThanAsked) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  Tampering(scratch / "a.nc").flip("series", {1, 3, 20, 0});
  const StoredResult result(scratch / "a.nc");
  int found = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Verification one = verify(result, 1, seed);
    EXPECT_EQ(one.runs, 1u);
    found += one.same() ? 0 : 1;
  }
  EXPECT_GT(found, 0);  // each with chance 1/12
  EXPECT_LT(found, 20);
}

TEST(Verify, NamesAFlippedBit) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  Tampering(scratch / "a.nc").flip("series", {1, 3, 20, 1});
  const std::string difference = verify_all(scratch / "a.nc").difference;
  EXPECT_THAT(difference, HasSubstr("variant no-visit, replicate 3, series dependence.east.south "
                                    "at 2020-05-20: 0."));
  EXPECT_THAT(difference, HasSubstr(" in the file, 0."));
}

TEST(Verify, NamesAFlippedBitOfAMetricOrALayer) {
  const Scratch scratch;
  run_small(scratch / "a.nc", Recording::full);
  Tampering(scratch / "a.nc").flip("position", {0, 5, 40, 2, 0});
  EXPECT_THAT(verify_all(scratch / "a.nc").difference,
              HasSubstr("variant base, replicate 5, position east border at 2020-10-07"));
  Tampering(scratch / "a.nc").write("support", {0, 5, 7, 0, 3}, 4);
  EXPECT_THAT(verify_all(scratch / "a.nc").difference,
              HasSubstr("replicate 5, support north west at 2020-02-19: 4 in the file, "));
  Tampering(scratch / "a.nc").flip("metrics", {0, 0, 1, 1});
  EXPECT_THAT(verify_all(scratch / "a.nc").difference,
              HasSubstr("replicate 0, metrics polarization at 2020-01-08"));
}

TEST(Verify, NamesAnAlteredDecision) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  Tampering(scratch / "a.nc").flip("decision_probability", {0});
  EXPECT_THAT(verify_all(scratch / "a.nc").difference, HasSubstr("decision 1 at 2020-"));
  Tampering(scratch / "a.nc").write("decision_variant", {0}, 1);
  EXPECT_THAT(verify_all(scratch / "a.nc").difference, HasSubstr("how many decisions"));
}

TEST(Verify, FindsAnAlteredScenarioByItsHash) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  Tampering(scratch / "a.nc").attribute("scenario", to_toml(small_world()) + " ");
  const Verification found = verify_all(scratch / "a.nc");
  EXPECT_EQ(found.runs, 0u);
  EXPECT_THAT(found.difference, HasSubstr("the scenario in the file was altered"));
}

TEST(Verify, AnAlteredSeedGivesOtherNumbers) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  {
    const long long other = 12;
    int id = -1;
    ASSERT_EQ(nc_open((scratch / "a.nc").c_str(), NC_WRITE, &id), NC_NOERR);
    ASSERT_EQ(nc_put_att_longlong(id, NC_GLOBAL, "seed", NC_INT64, 1, &other), NC_NOERR);
    nc_close(id);
  }
  EXPECT_FALSE(verify_all(scratch / "a.nc").same());
}

std::string complaint(const std::filesystem::path& file) {
  try {
    StoredResult result(file);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(StoredResult, SaysWhatIsNoResult) {
  const Scratch scratch;
  EXPECT_THAT(complaint(scratch / "none.nc"), HasSubstr("there is no such file"));
  EXPECT_THAT(complaint(scratch.folder()), HasSubstr("that is no ordinary file"));
  std::ofstream(scratch / "text.nc") << "alignment";
  EXPECT_THAT(complaint(scratch / "text.nc"), HasSubstr("not a NetCDF file, or not a whole one"));
  int id = -1;
  nc_create((scratch / "other.nc").c_str(), NC_NETCDF4, &id);
  nc_close(id);
  EXPECT_THAT(complaint(scratch / "other.nc"),
              HasSubstr("not a result of entente run: it lacks the attribute scenario, "));
}

TEST(StoredResult, SaysWhatIsMissingOrImpossible) {
  const Scratch scratch;
  run_small(scratch / "a.nc");
  std::filesystem::copy(scratch / "a.nc", scratch / "b.nc");
  std::filesystem::resize_file(scratch / "b.nc", std::filesystem::file_size(scratch / "b.nc") / 2);
  EXPECT_THAT(complaint(scratch / "b.nc"), HasSubstr("not a whole one"));
  run_small(scratch / "c.nc");
  Tampering(scratch / "c.nc").write("replicate", {2}, -3);
  EXPECT_THAT(complaint(scratch / "c.nc"), HasSubstr("there can be none with the number -3"));
  Tampering(scratch / "a.nc").remove("build");
  EXPECT_THAT(complaint(scratch / "a.nc"), HasSubstr("it lacks the attribute build"));
}

TEST(StoredResult, OfARunThatWasInterruptedHoldsTheReplicatesThatFinished) {
  const Scratch scratch;
  const Ensemble ensemble = small_ensemble(100);
  const auto records = records_of(small_ensemble(4), 1);
  NetcdfResult file(scratch / "a.nc", ensemble, {"A title", to_toml(small_world())});
  for (std::size_t k = 0; k < 8; k += 2) file.take(std::span(records).subspan(k, 2));
  Tally tally;
  tally.replicates = 4;
  tally.interrupted = true;
  file.finish(tally);
  const StoredResult result(scratch / "a.nc");
  EXPECT_EQ(result.rows(), 8u);
  EXPECT_EQ(result.file().text_attribute("interrupted"), "after 4 of 100 replicates");
  EXPECT_TRUE(verify(result, 20, 1).same());
}

TEST(BuildDifferences, SayInWhichWords) {
  const std::string there = "GNU 12.2.0; -O3 -march=native; Eigen 3.4.0, glibc 2.36";
  EXPECT_THAT(build_differences(there, there), IsEmpty());
  EXPECT_THAT(build_differences(there,
                                "Clang 14.0.6; -O3 -march=x86-64-v3; Eigen 3.4.1, glibc "
                                "2.36"),
              ElementsAre("GNU 12.2.0 there, Clang 14.0.6 here", "-march=native only there",
                          "-march=x86-64-v3 only here", "Eigen 3.4.0 there, Eigen 3.4.1 here"));
  EXPECT_THAT(build_differences("something", there),
              ElementsAre(HasSubstr("\"something\" there, \"GNU 12.2.0; ")));
  EXPECT_THAT(build_differences(build(), build()), IsEmpty());
}

}  // namespace
}  // namespace entente
