#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "analysis/ensemble/conduct.h"
#include "analysis/store/provenance.h"

namespace entente {

/// The states in which the replicates of a burn-in end, as a NetCDF-4 file: one row a replicate,
/// every double as it is, so that xarray opens it too and runs go on from it to the same bits.
///
/// Attributes besides the provenance: `checkpoint_tick`, `checkpoint_date`, and `variant`, which
/// was burnt in. A replicate that failed has its message in `failure`, and NaN for a state.
///
/// Written under a temporary name and renamed by `finish`; without that, no file is left.
class CheckpointFile final : public Sink {
 public:
  /// `burn_in` as `burn_in_of` makes it. Throws `RunError` if the file cannot be written.
  CheckpointFile(const std::filesystem::path& target, const Ensemble& burn_in,
                 const Provenance& provenance);
  ~CheckpointFile() override;

  /// Throws `RunError`, as when the disk is full.
  void take(std::span<const RunRecord> replicate) override;

  /// Completes the file with the replicates that came in. Throws `RunError`.
  void finish();

 private:
  class Variables;
  std::unique_ptr<Variables> variables_;
};

}  // namespace entente
