#pragma once

#include <filesystem>
#include <memory>

#include "analysis/ensemble/conduct.h"
#include "analysis/store/provenance.h"

namespace entente {

/// The result of a run as one NetCDF-4 file that xarray, R and Panoply open as it is.
///
/// Dimensions variant, replicate (growing), time, actor, target, issue, path, metric, decision
/// (growing); `series` and `metrics` of every run; its layers if recording is full; every decision;
/// and, where alignments are explained, `affinity` and `contribution` over explained and part; of a
/// run that goes on from a checkpoint, from its `first_tick` on. The same run writes the same
/// bytes: no clock, host or path goes in. Replicates are written in chunks as they come in, so that
/// memory does not grow with their number.
///
/// Written under a temporary name and renamed by `finish`; without that, no file is left.
class NetcdfResult final : public Sink {
 public:
  /// Throws `RunError` if the file cannot be written.
  NetcdfResult(const std::filesystem::path& target, const Ensemble& ensemble,
               const Provenance& provenance);
  ~NetcdfResult() override;

  /// Throws `RunError`, as when the disk is full.
  void take(std::span<const RunRecord> replicate) override;

  /// Completes the file with the replicates that came in; an interrupted ensemble thus leaves a
  /// file with fewer replicates, and the attribute `interrupted` to say so. Throws `RunError`.
  void finish(const Tally& tally);

 private:
  class Variables;
  std::unique_ptr<Variables> variables_;
};

}  // namespace entente
