#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "analysis/store/study_store.h"
#include "analysis/study/read_study.h"
#include "analysis/sweep/workforce.h"

namespace entente {

/// A study ready to be done: its points, what is run at them, and which part of it is asked for.
class SweepJob {
 public:
  SweepJob(const StudyReading& reading, Shard shard);

  const Plan& plan() const { return plan_; }
  const Experiment& experiment() const { return *experiment_; }
  Shard shard() const { return shard_; }
  /// How many runs there are in this part.
  std::uint64_t runs() const { return Order(plan_, shard_).runs(); }
  /// What a store of these results must have been made from.
  const StudyIdentity& identity() const { return identity_; }
  /// The command that repeats one run by itself; "" for a test model.
  std::string replay(const RunKey& key) const;

 private:
  Plan plan_;
  std::unique_ptr<Experiment> experiment_;
  Shard shard_;
  std::string scenario_file_;
  StudyIdentity identity_;
};

/// Adds runs that have ended to a store, with the values of their points and, where they failed,
/// the command that repeats them.
void keep(const SweepJob& job, StudyStore& store, std::span<const StudyRun> runs);

/// Has a workforce do all runs of a job that a store does not have, and keeps them in it. `told` is
/// called with the number of runs whenever some have been kept. Throws `RunError` if the store
/// cannot be written; what was committed before stays.
void sweep(const SweepJob& job, StudyStore& store, Workforce& workforce, Bound bound,
           const std::function<void(std::size_t)>& told);

}  // namespace entente
