#pragma once

#include <vector>

#include "analysis/ensemble/record.h"
#include "analysis/store/dimensions.h"

namespace entente {

/// The variables `decision_*` of a result: one entry for each level that an actor moved, in order
/// of replicates, variants and time.
class DecisionTable {
 public:
  DecisionTable(NetcdfFile& file, const Ensemble& ensemble, const Dimensions& dimensions);

  void add(const RunRecord& record);
  /// Writes what is waiting.
  void flush();

 private:
  static constexpr std::size_t chunk = 4096;

  int column(const std::string& name, nc_type type, std::string_view meaning,
             std::string_view units);
  template <class Value>
  void put(int variable, const std::vector<Value>& values);

  NetcdfFile& file_;
  int dimension_, step_days_;
  int time_, layer_, actor_, target_, from_, to_, probability_, replicate_, variant_;
  std::size_t written_ = 0;
  std::vector<Decision> waiting_;
  std::vector<std::int64_t> waiting_replicates_;
  std::vector<int> waiting_variants_;
};

}  // namespace entente
