#pragma once

#include <map>

#include "analysis/ensemble/conduct.h"
#include "analysis/store/stored_result.h"

namespace entente {

/// Holds runs against the result that a report is made of: a report of other numbers than those of
/// its file would mislead.
class SameAsResult final : public Sink {
 public:
  explicit SameAsResult(const StoredResult& result);

  /// Throws `RunError` at the first series or metric that is not the same bit by bit, saying which
  /// build can make the report.
  void take(std::span<const RunRecord> replicate) override;

 private:
  void check(const char* variable, StoredResult::Row row, const Matrix& here) const;

  const StoredResult& result_;
  std::map<std::uint64_t, std::size_t> rows_;  ///< by number of the replicate
};

}  // namespace entente
