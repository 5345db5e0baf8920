#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/design/design.h"
#include "analysis/study/outcome_entry.h"
#include "analysis/study/run.h"
#include "analysis/study/study_kinds.h"
#include "analysis/study/varied_parameter.h"
#include "sim/scenario/texts.h"

namespace entente {

/// What a study file says, as plain values. The fields of `[study]` are members of the study
/// itself.
struct Study {
  std::string id, title, question;
  std::string scenario;  ///< the file, as the study names it: relative to the study's folder
  std::string model;     ///< or else one of the built-in test models
  std::vector<Listed> variants{{"base", {}}};
  std::int64_t replicates = 1;
  DesignEntry design;
  std::int64_t seed = 1;

  std::vector<VariedParameter> parameters;
  std::vector<OutcomeEntry> outcomes;

  Origin origin;
  std::shared_ptr<const Texts> texts;       ///< the files read
  std::vector<std::vector<Scalar>> listed;  ///< the points of a `list`, row by row

  static constexpr std::string_view key = "study";
  static constexpr std::string_view meaning = "What a study runs, and how often.";
  static constexpr auto fields() {
    using Self = Study;
    return std::tuple{
        Field{&Self::id, "id", kinds::Identifier{}, Need::required, "a short name"},
        Field{&Self::title, "title", kinds::Text{}, Need::optional, "a full title"},
        Field{&Self::question, "question", kinds::Text{}, Need::optional, "what it asks"},
        Field{&Self::scenario, "scenario", kinds::Text{}, Need::optional,
              "the scenario that is run: a file, from the study's folder. Or give model"},
        Field{&Self::model, "model", kinds::Text{}, Need::optional,
              "a built-in test model with known answers: ishigami or sobol-g"},
        Field{&Self::variants, "variants", kinds::Names{"variants, such as [\"base\"]"},
              Need::optional, "which variants of the scenario every point runs"},
        Field{&Self::replicates, "replicates", kinds::Whole{1, 4'000'000'000}, Need::optional,
              "how many runs each variant has at each point; replicate r has the same random "
              "numbers everywhere"},
        Field{&Self::design, "design", kinds::Table<DesignEntry>{}, Need::required,
              "how the points are chosen"},
        Field{&Self::seed, "seed", kinds::Whole{0, std::numeric_limits<std::int64_t>::max()},
              Need::optional, "what all random numbers, and the design's, follow from"}};
  }
};

/// A study with its points: what is to be run.
class Plan {
 public:
  /// Throws `InputError` where parameters and design do not go together.
  explicit Plan(Study study);

  const Study& study() const { return study_; }
  std::uint64_t points() const { return numbering_.points; }
  const RunNumbering& numbering() const { return numbering_; }
  /// The k-th point to be run.
  std::uint64_t in_order(std::uint64_t k) const;
  /// The value of each parameter at a point.
  std::vector<Scalar> values(std::uint64_t point) const;
  /// The points in the unit cube; null for a list.
  const Design* design() const { return design_.get(); }
  /// Where a point lies in the unit cube; empty for a list.
  std::vector<double> coordinates(std::uint64_t point) const;

 private:
  Study study_;
  std::unique_ptr<Design> design_;  ///< none for a list
  RunNumbering numbering_;
};

}  // namespace entente
