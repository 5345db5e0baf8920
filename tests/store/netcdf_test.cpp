#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netcdf.h>

#include <chrono>
#include <cmath>
#include <cstring>
#include <numeric>
#include <thread>

#include "analysis/metrics/catalogue.h"
#include "analysis/store/build.h"
#include "analysis/store/sha256.h"
#include "sim/core/error.h"
#include "tests/store/scratch.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A NetCDF file as its own library reads it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& file) {
    EXPECT_EQ(nc_open(file.c_str(), NC_NOWRITE, &id_), NC_NOERR);
  }
  ~Reader() { nc_close(id_); }

  std::size_t length(const char* dimension) const {
    int number = -1;
    std::size_t length = 0;
    EXPECT_EQ(nc_inq_dimid(id_, dimension, &number), NC_NOERR) << dimension;
    EXPECT_EQ(nc_inq_dimlen(id_, number, &length), NC_NOERR) << dimension;
    return length;
  }
  bool has(const char* variable) const {
    int number = -1;
    return nc_inq_varid(id_, variable, &number) == NC_NOERR;
  }
  std::vector<double> numbers(const char* variable) const {
    std::vector<double> all(size(variable));
    EXPECT_EQ(nc_get_var_double(id_, number(variable), all.data()), NC_NOERR) << variable;
    return all;
  }
  std::vector<std::string> texts(const char* variable) const {
    std::vector<char*> raw(size(variable));
    EXPECT_EQ(nc_get_var_string(id_, number(variable), raw.data()), NC_NOERR) << variable;
    std::vector<std::string> all(raw.begin(), raw.end());
    nc_free_string(raw.size(), raw.data());
    return all;
  }
  std::string attribute(const char* variable, const char* name) const {
    const int of = variable == nullptr ? NC_GLOBAL : number(variable);
    std::size_t length = 0;
    if (nc_inq_attlen(id_, of, name, &length) != NC_NOERR) return "(none)";
    std::string text(length, '\0');
    EXPECT_EQ(nc_get_att_text(id_, of, name, text.data()), NC_NOERR) << name;
    return text;
  }
  std::int64_t whole_attribute(const char* name) const {
    long long value = -1;
    nc_get_att_longlong(id_, NC_GLOBAL, name, &value);
    return value;
  }
  std::vector<std::string> dimensions_of(const char* variable) const {
    std::vector<std::string> names;
    for (const int dimension : dimension_numbers(variable)) {
      char name[NC_MAX_NAME + 1];
      nc_inq_dimname(id_, dimension, name);
      names.emplace_back(name);
    }
    return names;
  }
  std::vector<std::string> variables() const {
    int count = 0;
    nc_inq_nvars(id_, &count);
    std::vector<std::string> names;
    for (int k = 0; k < count; ++k) {
      char name[NC_MAX_NAME + 1];
      nc_inq_varname(id_, k, name);
      names.emplace_back(name);
    }
    return names;
  }

 private:
  int number(const char* variable) const {
    int number = -1;
    EXPECT_EQ(nc_inq_varid(id_, variable, &number), NC_NOERR) << variable;
    return number;
  }
  std::vector<int> dimension_numbers(const char* variable) const {
    int count = 0;
    nc_inq_varndims(id_, number(variable), &count);
    std::vector<int> all(static_cast<std::size_t>(count));
    nc_inq_vardimid(id_, number(variable), all.data());
    return all;
  }
  std::size_t size(const char* variable) const {
    std::size_t size = 1, length = 0;
    for (const int dimension : dimension_numbers(variable)) {
      nc_inq_dimlen(id_, dimension, &length);
      size *= length;
    }
    return size;
  }

  int id_ = -1;
};

TEST(Netcdf, HasTheDimensionsAndCoordinatesOfTheDesign) {
  const Scratch scratch;
  store(small_ensemble(3), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  EXPECT_EQ(file.length("variant"), 2u);
  EXPECT_EQ(file.length("replicate"), 3u);
  EXPECT_EQ(file.length("time"), 41u);
  EXPECT_EQ(file.length("issue"), 1u);
  EXPECT_EQ(file.length("metric"), metric_names().size());
  EXPECT_THAT(file.texts("variant"), ElementsAre("base", "no-visit"));
  EXPECT_THAT(file.texts("actor"), ElementsAre("north", "south", "east", "west"));
  EXPECT_THAT(file.texts("target"), ElementsAre("north", "south", "east", "west"));
  EXPECT_THAT(file.texts("issue"), ElementsAre("border"));
  EXPECT_EQ(file.texts("path"), small_ensemble(1).paths);
  EXPECT_THAT(file.numbers("replicate"), ElementsAre(0, 1, 2));
  EXPECT_EQ(file.numbers("time")[40], 280.0);
  EXPECT_EQ(file.attribute("time", "units"), "days since 2020-01-01");
  EXPECT_EQ(file.attribute("time", "calendar"), "proleptic_gregorian");
  EXPECT_THAT(file.dimensions_of("series"), ElementsAre("variant", "replicate", "time", "path"));
  EXPECT_THAT(file.dimensions_of("metrics"), ElementsAre("variant", "replicate", "time", "metric"));
  EXPECT_FALSE(file.has("alignment"));
}

TEST(Netcdf, SaysWhereItComesFrom) {
  const Scratch scratch;
  store(small_ensemble(1), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  EXPECT_EQ(file.attribute(nullptr, "Conventions"), "CF-1.10");
  EXPECT_EQ(file.attribute(nullptr, "title"), "A title");
  EXPECT_EQ(file.attribute(nullptr, "entente_version"), version());
  EXPECT_EQ(file.attribute(nullptr, "build"), build());
  EXPECT_EQ(file.whole_attribute("seed"), 11);
  EXPECT_EQ(file.attribute(nullptr, "scenario"), "format = 1\n");
  EXPECT_EQ(file.attribute(nullptr, "scenario_sha256"), sha256("format = 1\n"));
  EXPECT_THAT(build(), HasSubstr("-ffp-contract=off"));
  EXPECT_THAT(build(), ::testing::Not(HasSubstr(ENTENTE_SOURCE_DIR)));
}

TEST(Netcdf, DescribesEveryVariable) {
  const Scratch scratch;
  store(small_ensemble(1, Recording::full), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  for (const auto& name : file.variables()) {
    EXPECT_NE(file.attribute(name.c_str(), "long_name"), "(none)") << name;
    const bool text =
        file.dimensions_of(name.c_str()).front() == name && name != "time" && name != "replicate";
    EXPECT_EQ(file.attribute(name.c_str(), "units") == "(none)", text) << name;
  }
}

TEST(Netcdf, ReadsBackWhatRan) {
  const Scratch scratch;
  const auto records = store(small_ensemble(7, Recording::full), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  const auto series = file.numbers("series"), metrics = file.numbers("metrics"),
             alignment = file.numbers("alignment"), dependence = file.numbers("dependence"),
             sanctions = file.numbers("sanctions"), support = file.numbers("support"),
             position = file.numbers("position");
  const auto expect_at = [](const auto& values, const std::vector<double>& all, std::size_t run) {
    const auto count = static_cast<std::size_t>(std::size(values));
    for (std::size_t k = 0; k < count; ++k)
      ASSERT_EQ(all[run * count + k], static_cast<double>(values.data()[k])) << run << " " << k;
  };
  for (const RunRecord& record : records) {
    const std::size_t run = record.variant * 7 + record.replicate;
    const std::vector<double> flat(record.series.data(),
                                   record.series.data() + record.series.size());
    expect_at(flat, series, run);
    expect_at(
        std::vector<double>(record.metrics.data(), record.metrics.data() + record.metrics.size()),
        metrics, run);
    expect_at(record.layers.alignment, alignment, run);
    expect_at(record.layers.dependence, dependence, run);
    expect_at(record.layers.sanctions, sanctions, run);
    expect_at(record.layers.support, support, run);
    expect_at(record.layers.position, position, run);
  }
}

TEST(Netcdf, HoldsWhatEachPartContributedToTheExplainedAlignments) {
  const Scratch scratch;
  Ensemble ensemble = small_ensemble(3, Recording::full);
  ensemble.explain({"alignment.north.east", "alignment.west.south"});
  store(ensemble, scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  EXPECT_THAT(file.dimensions_of("contribution"),
              ElementsAre("variant", "replicate", "time", "explained", "part"));
  EXPECT_THAT(file.texts("explained"), ElementsAre("alignment.north.east", "alignment.west.south"));
  const auto parts = file.texts("part");
  EXPECT_EQ(parts.front(), "inertia");
  EXPECT_EQ(parts.back(), "event.visit");
  const auto contribution = file.numbers("contribution"), affinity = file.numbers("affinity"),
             alignment = file.numbers("alignment");
  for (std::size_t run = 0; run < 6; ++run)
    for (std::size_t moment = 0; moment < 41; ++moment)
      for (std::size_t dyad = 0; dyad < 2; ++dyad) {
        const auto at = [&](std::size_t time) { return (run * 41 + time) * 2 + dyad; };
        const auto first = contribution.begin() + static_cast<long>(at(moment) * parts.size());
        const double sum = std::accumulate(first, first + static_cast<long>(parts.size()), 0.0);
        EXPECT_NEAR(sum, affinity[at(moment)] - affinity[at(0)], 1e-9);
        const std::size_t cell = dyad == 0 ? 0 * 4 + 2 : 3 * 4 + 1;
        EXPECT_NEAR(std::atanh(alignment[(run * 41 + moment) * 16 + cell]), affinity[at(moment)],
                    1e-9);
      }
}

TEST(Netcdf, HasNoContributionsWhereNothingIsExplained) {
  const Scratch scratch;
  store(small_ensemble(1), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  for (const char* name : {"contribution", "affinity", "explained", "part"})
    EXPECT_FALSE(file.has(name)) << name;
}

TEST(Netcdf, HoldsEveryDecisionInOrder) {
  const Scratch scratch;
  const auto records = store(small_ensemble(30), scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  const auto time = file.numbers("decision_time"), layer = file.numbers("decision_layer"),
             actor = file.numbers("decision_actor"), target = file.numbers("decision_target"),
             from = file.numbers("decision_from"), to = file.numbers("decision_to"),
             probability = file.numbers("decision_probability"),
             replicate = file.numbers("decision_replicate"),
             variant = file.numbers("decision_variant");
  std::size_t k = 0;
  for (const RunRecord& record : records)
    for (const Decision& decision : record.decisions) {
      ASSERT_LT(k, time.size());
      EXPECT_EQ(time[k], 7.0 * static_cast<double>(decision.tick));
      EXPECT_EQ(layer[k], static_cast<double>(decision.layer));
      EXPECT_EQ(actor[k], static_cast<double>(decision.actor));
      EXPECT_EQ(target[k], static_cast<double>(decision.target));
      EXPECT_EQ(from[k], decision.from);
      EXPECT_EQ(to[k], decision.to);
      EXPECT_EQ(probability[k], decision.probability);
      EXPECT_EQ(replicate[k], static_cast<double>(record.replicate));
      EXPECT_EQ(variant[k], static_cast<double>(record.variant));
      ++k;
    }
  EXPECT_EQ(k, file.length("decision"));
  EXPECT_GT(k, 50u);
}

TEST(Netcdf, TheSameRunWritesTheSameBytesWhateverTheThreadsAndTheTime) {
  const Scratch scratch;
  for (const auto recording : {Recording::watch, Recording::full}) {
    const Ensemble ensemble = small_ensemble(20, recording);
    store(ensemble, scratch / "one.nc", 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // a clock's second would differ
    store(ensemble, scratch / "two.nc", 2);
    store(ensemble, scratch / "another-name.nc", 5);
    const std::string one = contents(scratch / "one.nc");
    EXPECT_GT(one.size(), 10'000u);
    EXPECT_TRUE(one == contents(scratch / "two.nc"));
    EXPECT_TRUE(one == contents(scratch / "another-name.nc"));
  }
}

TEST(Netcdf, AFailedRunIsNotANumberAfterItsFailure) {
  const Scratch scratch;
  Ensemble ensemble = ensemble_of(escaping_world(), {"base"});
  ensemble.runs = 40;
  ensemble.recording = Recording::full;
  const auto records = store(ensemble, scratch / "a.nc");
  const Reader file(scratch / "a.nc");
  EXPECT_FALSE(file.has("position"));  // there is no issue
  const auto series = file.numbers("series"), sanctions = file.numbers("sanctions");
  std::int64_t failed = 0;
  for (const RunRecord& record : records) {
    failed += record.failed() ? 1 : 0;
    EXPECT_EQ(std::isnan(series[record.replicate * 301 + 300]), record.failed());
    EXPECT_EQ(sanctions[(record.replicate * 301 + 300) * 4], record.failed() ? -1.0 : 0.0);
  }
  EXPECT_GT(failed, 0);
  EXPECT_EQ(file.whole_attribute("failed_runs"), failed);
}

TEST(Netcdf, AnInterruptedRunKeepsTheReplicatesThatFinished) {
  const Scratch scratch;
  const Ensemble ensemble = small_ensemble(100);
  const auto records = records_of(small_ensemble(4), 1);
  NetcdfResult result(scratch / "a.nc", ensemble, {"A title", "format = 1\n"});
  for (std::size_t k = 0; k < 8; k += 2) result.take(std::span(records).subspan(k, 2));
  Tally tally;
  tally.replicates = 4;
  tally.interrupted = true;
  result.finish(tally);
  const Reader file(scratch / "a.nc");
  EXPECT_EQ(file.length("replicate"), 4u);
  EXPECT_EQ(file.attribute(nullptr, "interrupted"), "after 4 of 100 replicates");
  EXPECT_THAT(file.numbers("series"), ::testing::Each(::testing::Not(::testing::IsNan())));
}

TEST(Netcdf, WhatIsNotFinishedLeavesNoFile) {
  const Scratch scratch;
  {
    const Ensemble ensemble = small_ensemble(1);
    NetcdfResult result(scratch / "a.nc", ensemble, {"A title", "format = 1\n"});
    result.take(records_of(ensemble, 1));
    EXPECT_FALSE(std::filesystem::exists(scratch / "a.nc"));
  }
  EXPECT_THAT(scratch.names(), IsEmpty());
}

TEST(Netcdf, ReplacesAnOlderResultAsAWhole) {
  const Scratch scratch;
  std::ofstream(scratch / "a.nc") << "older";
  store(small_ensemble(1), scratch / "a.nc");
  EXPECT_EQ(Reader(scratch / "a.nc").length("replicate"), 1u);
  EXPECT_THAT(scratch.names(), ElementsAre("a.nc"));
}

TEST(Netcdf, HoldsAScenarioOfSeveralMegabytes) {
  const Scratch scratch;
  const Ensemble ensemble = small_ensemble(1);
  const std::string scenario(5'000'000, '#');
  {
    NetcdfResult result(scratch / "a.nc", ensemble, {"A title", scenario});
    result.take(records_of(ensemble, 1));
    Tally tally;
    tally.replicates = 1;
    result.finish(tally);
  }
  EXPECT_TRUE(Reader(scratch / "a.nc").attribute(nullptr, "scenario") == scenario);
}

TEST(Sha256, IsTheStandardsOwnExample) {  // FIPS 180-2, appendix B.1
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace entente
