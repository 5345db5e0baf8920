#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/study/study.h"
#include "sim/core/error.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A study that was read, with the scenario that it runs.
struct StudyReading {
  Study study;
  std::optional<Scenario> scenario;     ///< none where a test model is run
  std::filesystem::path scenario_file;  ///< as found from here
  std::vector<Diagnostic> warnings;     ///< what is doubtful in the scenario
};

/// Reads and checks a study file, its scenario, and its table of points if it has one. Throws
/// `InputError` with everything that is wrong in any of them, each at its place.
StudyReading read_study(const std::filesystem::path& path);

/// What a study says, without what changes no result (title, question, notes) and whatever order
/// and spelling its file has: as TOML, with the points of a list
/// and the paths whose ranges are of whole numbers.
std::string canonical_text(const Study& study);

/// What a study says to people besides: its tables as they are, with title, question, notes and the
/// scenario's file, without the points of a list.
std::string text_with_words(const Study& study);

/// The study that a canonical text says, or one with words. Throws `InputError` if it is none.
Study study_of(const std::string& canonical);

}  // namespace entente
