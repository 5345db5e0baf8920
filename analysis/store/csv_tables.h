#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include "analysis/ensemble/conduct.h"
#include "analysis/store/partial_file.h"

namespace entente {

/// The result of a run as tidy tables in a folder, rows in order of replicates, variants and
/// time, numbers in the fewest digits that read back to the same bits:
///
///   series.csv       variant,replicate,time,path,value
///   metrics.csv      variant,replicate,time,metric,value
///   decisions.csv    variant,replicate,time,layer,actor,target,from,to,probability,occasion
///   commitments.csv  variant,replicate,time,id,outcome,credibility
///   proposals.csv    variant,replicate,time,bloc,target,from,to,probability,blockers
///   contributions.csv  variant,replicate,time,explained,part,value
///
/// The tables of commitments and proposals are there only where a variant has commitments, or blocs
/// that vote. The last is there only where alignments are explained: what each part has added to
/// their affinity since the start.
///
/// Ids and paths hold no comma or quote, so no cell needs quotes. Written under temporary names and
/// renamed by `finish`; without that, nothing is left.
class CsvTables final : public Sink {
 public:
  /// Makes the folder if need be. Throws `RunError` if it cannot be written.
  CsvTables(const std::filesystem::path& folder, const Ensemble& ensemble);
  ~CsvTables() override;

  void take(std::span<const RunRecord> replicate) override;

  /// Completes the tables. Throws `RunError`.
  void finish();

 private:
  class Table;
  void add(const RunRecord& record);
  void add_happenings(const RunRecord& record);
  void add_ledger(const RunRecord& record);

  const Ensemble& ensemble_;
  std::filesystem::path folder_;
  bool made_folder_;
  bool finished_ = false;
  std::unique_ptr<Table> series_, metrics_, decisions_, commitments_, proposals_, contributions_;
};

}  // namespace entente
