#pragma once

#include <optional>
#include <string>

#include "analysis/ensemble/record.h"
#include "analysis/store/row_table.h"

namespace entente {

/// What happened in the runs of a result, as tables of its file: every level that moved
/// (`decision_*`), every commitment's end (`commitment_*`) and every proposal that a bloc's rule
/// stopped (`proposal_*`). The last two only where a variant has commitments, or blocs that vote.
class Happenings {
 public:
  Happenings(NetcdfFile& file, const Ensemble& ensemble);

  void add(const RunRecord& record);
  /// Writes what is waiting.
  void flush();

 private:
  /// Something that happened in a run.
  template <class What>
  struct Of {
    What what;
    std::int64_t replicate;
    int variant;
  };
  using Decisions = RowTable<Of<Decision>>;
  using Ends = RowTable<Of<CommitmentEnd>>;
  using Proposals = RowTable<Of<StoppedProposal>>;

  void define_decisions();
  void define_ends();
  void define_proposals();
  template <class Table>
  void define_when(Table& table, std::string_view meaning);
  template <class Table>
  void define_where(Table& table);
  template <class Table, class Names>
  void words(Table& table, const std::string& column, std::string_view meaning, const Names& names,
             std::function<int(const typename Table::row_type&)> of);
  const Roster& roster_of(int variant) const;
  template <class Table, class What>
  void add_to(std::optional<Table>& table, const std::vector<What>& happened,
              const RunRecord& record);

  NetcdfFile& file_;
  const Ensemble& ensemble_;
  std::optional<Decisions> decisions_;
  std::optional<Ends> ends_;
  std::optional<Proposals> proposals_;
};

}  // namespace entente
