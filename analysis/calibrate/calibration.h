#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/calibrate/prior.h"
#include "analysis/calibrate/smc.h"
#include "analysis/study/study.h"

namespace entente {

/// `prior = { … }` of a parameter.
struct PriorEntry {
  PriorType type = PriorType::uniform;
  std::optional<double> low, high, mean, sd;
  Origin origin;

  static constexpr std::string_view key = "prior";
  static constexpr std::string_view meaning = "What is believed of a parameter before the data.";
  static constexpr auto fields() {
    using Self = PriorEntry;
    return std::tuple{
        Field{&Self::type, "type", kinds::Word<PriorType>{}, Need::required,
              "uniform and log-uniform: flat, in the value or its logarithm, from low to high; "
              "normal and lognormal: by mean and sd of the value or its logarithm"},
        Field{&Self::low, "low", kinds::Number{any_real()}, Need::optional,
              "the least value; normal and lognormal need none"},
        Field{&Self::high, "high", kinds::Number{any_real()}, Need::optional,
              "the greatest value; normal and lognormal need none"},
        Field{&Self::mean, "mean", kinds::Number{any_real()}, Need::optional,
              "of normal: the mean; of lognormal: of the natural logarithm"},
        Field{&Self::sd, "sd", kinds::Number{above(0)}, Need::optional,
              "of normal: the standard deviation; of lognormal: of the natural logarithm"}};
  }

  /// For an entry without errors.
  Prior prior() const;
};

/// `[[parameter]]` of a calibration: a number that is fitted.
struct FittedParameter {
  std::string path;
  PriorEntry prior;
  std::string note;
  Origin origin;

  static constexpr std::string_view key = "parameter";
  static constexpr std::string_view meaning = "A number that is fitted: any that has a path.";
  static constexpr auto fields() {
    using Self = FittedParameter;
    return std::tuple{Field{&Self::path, "path", kinds::Text{}, Need::required,
                            "what is fitted, as in \"dynamics.alignment.inertia\""},
                      Field{&Self::prior, "prior", kinds::Table<PriorEntry>{}, Need::required,
                            "what is believed of it before the data"},
                      Field{&Self::note, "note", kinds::Text{}, Need::optional, "why this prior"}};
  }
};

/// A row of the observed series.
struct Observed {
  Date date;
  std::string path;
  double value = 0.0;
  double scale = 0.0;  ///< in whose units a miss counts
  Mark mark;
};

/// What a calibration file says. The fields of `[calibration]` are members of it itself.
struct CalibrationPlan {
  std::string id, title;
  std::string scenario;  ///< the file, relative to the calibration's folder
  std::string variant = "base";
  std::string observed;  ///< the table, in that folder
  std::int64_t seed = 1;
  std::int64_t particles = 200, replicates = 1, generations = 8;
  double quantile = 0.5, acceptance = 0.02;

  std::vector<FittedParameter> parameters;
  std::vector<Observed> observations;
  Origin origin;
  std::shared_ptr<const Texts> texts;  ///< the files read

  static constexpr std::string_view key = "calibration";
  static constexpr std::string_view meaning = "What is fitted to what, and with how much effort.";
  static constexpr auto fields() {
    using Self = CalibrationPlan;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "a short name"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "a full title"},
        Field{&Self::scenario, "scenario", kinds::Text{}, Need::required,
              "the scenario that is run: a file, from the calibration's folder"},
        Field{&Self::variant, "variant", kinds::Text{}, Need::optional, "which variant of it"},
        Field{&Self::observed, "observed", kinds::Text{}, Need::required,
              "the observed series: a table in the same folder, with the columns date, path, "
              "value and, if wanted, scale"},
        Field{&Self::seed, "seed", kinds::Whole{0, std::numeric_limits<std::int64_t>::max()},
              Need::optional, "what all random numbers follow from"},
        Field{&Self::particles, "particles", kinds::Whole{10, 20'000}, Need::optional,
              "how many points the posterior is made of"},
        Field{&Self::replicates, "replicates", kinds::Whole{1, 10'000}, Need::optional,
              "of how many simulations each attempt is the mean"},
        Field{&Self::generations, "generations", kinds::Whole{1, 100}, Need::optional,
              "at most so many; more may be asked for later"},
        Field{&Self::quantile, "quantile", kinds::Number{within(0, 1)}, Need::optional,
              "which share of a generation's distances lies within the next tolerance"},
        Field{&Self::acceptance, "acceptance", kinds::Number{within(0, 1)}, Need::optional,
              "a generation that accepts a smaller share of its attempts is given up, and the "
              "calibration ends"}};
  }

  SmcSettings settings() const;
  std::vector<Prior> priors() const;
  /// The first number of the replicates of an attempt: no two attempts share any.
  std::uint64_t first_replicate(const Attempt& attempt) const;
  /// As many replicates as all attempts may need; the simulator numbers them below 2³².
  double most_replicates() const;
  /// As a study of the same scenario: one outcome an observation.
  Study study() const;
};

/// What a calibration says, without what changes no result already found (title, notes, how many
/// generations at most), with its observations: as TOML.
std::string canonical_text(const CalibrationPlan& calibration);

}  // namespace entente
