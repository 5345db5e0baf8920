#pragma once

#include "analysis/report/run_report.h"
#include "cli/ensemble_command.h"

namespace entente {

/// A report on its way: whether its file can be written is found out before any run. Does nothing
/// where no file is asked for.
class ReportFile {
 public:
  explicit ReportFile(const std::string& file);
  ~ReportFile();

  /// Runs what the report of an ensemble needs, holding it against `also` where given, and writes
  /// it. False if it was interrupted, which leaves no file.
  bool write(const EnsembleOptions& options, const Scenario& scenario, const Ensemble& ensemble,
             Sink* also = nullptr);
  /// Writes a page.
  void write(const std::string& page);

 private:
  std::unique_ptr<class PartialFile> file_;
};

}  // namespace entente
