#pragma once

#include <string>

#include "analysis/report/shown_points.h"
#include "analysis/report/study_words.h"
#include "analysis/store/study_reader.h"

namespace entente {

/// The report of a study: one page that explains what its store holds. The study may still be under
/// way. No more than one outcome of one variant is in memory at a time.
class StudyReport {
 public:
  /// Throws `InputError` if no run has finished, or this version cannot read the study.
  explicit StudyReport(StudyReader& reader);

  /// The page. Throws `RunError` if this build has none.
  std::string page();

 private:
  Json made() const;
  Json counts() const;
  Json failures() const;
  Json variants() const;
  Json outcomes() const;
  /// Adds what the answers give: means, deviations, sensitivity and findings.
  void add_answers(Json& report, Payload& payload);

  StudyReader& reader_;
  StudyWords words_;
  Plan plan_;
  ShownPoints points_;
};

}  // namespace entente
