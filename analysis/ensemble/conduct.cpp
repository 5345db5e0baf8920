#include "analysis/ensemble/conduct.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "analysis/ensemble/worker.h"

// What threads share is handed over under a mutex throughout, although oneTBB orders it already:
// the thread sanitizer cannot see into the library.

namespace entente {
namespace {

/// Workers that are not busy; as many are made as threads ask for one at the same time.
class Workers {
 public:
  explicit Workers(const Ensemble& ensemble) : ensemble_(ensemble) {
    idle_.push_back(std::make_unique<Worker>(ensemble));
  }

  std::unique_ptr<Worker> hire() {
    const std::lock_guard lock(guard_);
    if (idle_.empty()) return std::make_unique<Worker>(ensemble_);
    auto worker = std::move(idle_.back());
    idle_.pop_back();
    return worker;
  }
  void release(std::unique_ptr<Worker> worker) {
    const std::lock_guard lock(guard_);
    idle_.push_back(std::move(worker));
  }
  void dismiss() {
    const std::lock_guard lock(guard_);
    idle_.clear();
  }

 private:
  const Ensemble& ensemble_;
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

/// Where one run in flight leaves its record.
struct Slot {
  std::mutex guard;
  RunRecord record;
  bool complete = false;
};

/// Gathers the variants of a replicate and hands them on together.
class Delivery {
 public:
  Delivery(const Ensemble& ensemble, std::span<Sink* const> sinks)
      : sinks_(sinks), replicate_(ensemble.variants.size()) {}

  /// Takes the records in order of replicates and, within those, variants.
  void accept(Slot& slot) {
    const std::scoped_lock lock(guard_, slot.guard);
    broken_ = broken_ || !slot.complete;
    if (broken_) return;
    const std::size_t variant = slot.record.variant;
    std::swap(replicate_[variant], slot.record);
    if (variant + 1 == replicate_.size()) hand_on();
  }

  Tally tally() {
    const std::lock_guard lock(guard_);
    return tally_;
  }

 private:
  void hand_on() {
    for (Sink* sink : sinks_) sink->take(replicate_);
    ++tally_.replicates;
    for (const RunRecord& record : replicate_) {
      if (!record.failed()) continue;
      ++tally_.failed;
      if (tally_.failures.size() < Tally::most_failures)
        tally_.failures.push_back({record.variant, record.replicate, record.failure});
    }
  }

  std::mutex guard_;
  std::span<Sink* const> sinks_;
  std::vector<RunRecord> replicate_;
  Tally tally_;
  bool broken_ = false;  ///< a run was given up: what follows is not handed on
};

/// One call of `conduct`: run number k is variant k mod V of replicate k / V.
class Conduct {
 public:
  Conduct(const Ensemble& ensemble, std::span<Sink* const> sinks, int threads,
          const std::atomic<bool>& stop)
      : ensemble_(ensemble),
        stop_(stop),
        workers_(ensemble),
        delivery_(ensemble, sinks),
        slots_(slots_for(ensemble, threads)),
        runs_(ensemble.runs * ensemble.variants.size()) {}

  Tally operator()() {
    tbb::parallel_pipeline(
        slots_.size(),
        tbb::make_filter<void, std::uint64_t>(tbb::filter_mode::serial_in_order,
                                              [this](auto& flow) { return next(flow); }) &
            tbb::make_filter<std::uint64_t, std::uint64_t>(
                tbb::filter_mode::parallel, [this](std::uint64_t run) { return play(run); }) &
            tbb::make_filter<std::uint64_t, void>(
                tbb::filter_mode::serial_in_order,
                [this](std::uint64_t run) { delivery_.accept(slot(run)); }));
    workers_.dismiss();
    for (Slot& slot : slots_) const std::lock_guard lock(slot.guard);  // taken back by this thread
    Tally tally = delivery_.tally();
    tally.interrupted = tally.replicates < ensemble_.runs;
    return tally;
  }

 private:
  /// Few where every run keeps all its layers; else enough that no thread waits for a slow run.
  static std::size_t slots_for(const Ensemble& ensemble, int threads) {
    const auto wanted = static_cast<std::size_t>(threads);
    return ensemble.recording == Recording::full ? wanted + 1 : 4 * wanted;
  }

  /// Runs in flight have consecutive numbers, and there are at most as many as slots.
  Slot& slot(std::uint64_t run) { return slots_[run % slots_.size()]; }

  std::uint64_t next(tbb::flow_control& flow) {
    if (next_ == runs_ || stop_) {
      flow.stop();
      return 0;
    }
    return next_++;
  }

  std::uint64_t play(std::uint64_t run) {
    Slot& mine = slot(run);
    const std::lock_guard lock(mine.guard);
    auto worker = workers_.hire();
    const std::uint64_t variants = ensemble_.variants.size();
    mine.complete =
        worker->run(run % variants, ensemble_.first + run / variants, stop_, mine.record);
    workers_.release(std::move(worker));
    return run;
  }

  const Ensemble& ensemble_;
  const std::atomic<bool>& stop_;
  Workers workers_;
  Delivery delivery_;
  std::vector<Slot> slots_;
  const std::uint64_t runs_;
  std::atomic<std::uint64_t> next_ = 0;
};

}  // namespace

int available_threads() { return tbb::info::default_concurrency(); }

Tally conduct(const Ensemble& ensemble, std::span<Sink* const> sinks, int threads,
              const std::atomic<bool>& stop) {
  const auto wanted = static_cast<std::size_t>(std::max(threads, 1));
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, wanted);
  tbb::task_arena arena(static_cast<int>(wanted));
  Conduct conduct(ensemble, sinks, static_cast<int>(wanted), stop);
  return arena.execute([&] { return conduct(); });
}

}  // namespace entente
