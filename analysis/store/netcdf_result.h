#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "analysis/ensemble/conduct.h"

namespace entente {

/// Where results come from, as a result states it.
struct Provenance {
  std::string title;
  std::string scenario;  ///< the resolved scenario, as TOML that runs to the same bits
};

/// The result of a run as one NetCDF-4 file that xarray, R and Panoply open as it is.
///
/// Dimensions variant, replicate (growing), time, actor, target, issue, path, metric, decision
/// (growing); `series` and `metrics` of every run; its layers if recording is full; every decision;
/// and, where alignments are explained, `affinity` and `contribution` over explained and part. The
/// same run writes the same bytes: no clock, host or path goes in. Replicates are written in chunks
/// as they come in, so that memory does not grow with their number.
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
