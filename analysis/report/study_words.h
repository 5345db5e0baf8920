#pragma once

#include <optional>
#include <string>

#include "analysis/store/study_identity.h"
#include "analysis/study/study.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// What the store of a study says in words: the study, with its notes where the store has them, and
/// the scenario that it runs.
class StudyWords {
 public:
  /// Throws `InputError` if this version cannot read them. `name` stands for the store in errors.
  StudyWords(const StudyIdentity& identity, const std::string& name);

  const Study& study() const { return study_; }
  /// None where a test model is run.
  const std::optional<Scenario>& scenario() const { return scenario_; }
  /// The name of the scenario's file.
  std::string scenario_file() const;

  /// An outcome as a thing: "the change of Belarus's alignment with China".
  std::string outcome(std::size_t outcome) const;
  /// Whether it is 1 or 0 of every run, and of what: "China's support for Russia ever reaches level
  /// 3".
  bool yes_or_no(std::size_t outcome) const;
  std::string event(std::size_t outcome) const;
  /// A value of an outcome, as sentences have it.
  std::string value(std::size_t outcome, double value) const;

 private:
  std::string path(std::size_t outcome) const;
  std::string passed(std::size_t outcome) const;

  Study study_;
  std::optional<Scenario> scenario_;
};

}  // namespace entente
