#include "analysis/ensemble/conduct.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "analysis/ensemble/crew.h"
#include "analysis/ensemble/worker.h"

namespace entente {
namespace {

/// Where one run in flight leaves its record.
struct Slot {
  RunRecord record;
  bool ended = false;
  bool complete = false;  ///< ended, and not because it was stopped
};

/// Gathers the variants of a replicate and hands them on together.
class Delivery {
 public:
  Delivery(const Ensemble& ensemble, std::span<Sink* const> sinks)
      : sinks_(sinks), replicate_(ensemble.variants.size()) {}

  /// Takes the records in order of replicates and, within those, variants.
  void accept(Slot& slot) {
    broken_ = broken_ || !slot.complete;
    if (broken_) return;
    const std::size_t variant = slot.record.variant;
    std::swap(replicate_[variant], slot.record);
    if (variant + 1 == replicate_.size()) hand_on();
  }

  const Tally& tally() const { return tally_; }

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

  std::span<Sink* const> sinks_;
  std::vector<RunRecord> replicate_;
  Tally tally_;
  bool broken_ = false;  ///< a run was given up: what follows is not handed on
};

/// One call of `conduct`: run number k is variant k mod V of replicate k / V. Runs in flight have
/// numbers in a row, of which there are as many as slots; whoever finds the first of them ended
/// delivers it, while the others go on.
class Conduct {
 public:
  Conduct(const Ensemble& ensemble, std::span<Sink* const> sinks, int threads,
          const std::atomic<bool>& stop)
      : ensemble_(ensemble),
        stop_(stop),
        delivery_(ensemble, sinks),
        slots_(slots_for(ensemble, threads)),
        runs_(ensemble.runs * ensemble.variants.size()) {}

  /// What each thread does until there is nothing left.
  void work() {
    try {
      Worker worker(ensemble_);
      const std::uint64_t variants = ensemble_.variants.size();
      while (const auto run = next()) {
        Slot& mine = slot(*run);
        mine.complete =
            worker.run(*run % variants, ensemble_.first + *run / variants, stop_, mine.record);
        deliver(mine);
      }
    } catch (...) {
      give_up();
      throw;
    }
  }

  Tally tally() const {
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

  Slot& slot(std::uint64_t run) { return slots_[run % slots_.size()]; }

  /// The next run to begin, once there is a slot for it; nothing at the end.
  std::optional<std::uint64_t> next() {
    std::unique_lock lock(guard_);
    room_.wait(lock, [this] { return given_up_ || next_ < delivered_ + slots_.size(); });
    if (given_up_ || next_ == runs_ || stop_) return std::nullopt;
    return next_++;
  }

  /// Hands on all runs at the front that have ended, unless another thread is at it.
  void deliver(Slot& mine) {
    std::unique_lock lock(guard_);
    mine.ended = true;
    if (delivering_) return;
    delivering_ = true;
    while (!given_up_ && slot(delivered_).ended) {
      Slot& first = slot(delivered_);
      lock.unlock();
      delivery_.accept(first);
      lock.lock();
      first.ended = false;
      ++delivered_;
      room_.notify_all();
    }
    delivering_ = false;
  }

  void give_up() {
    const std::lock_guard lock(guard_);
    given_up_ = true;
    room_.notify_all();
  }

  const Ensemble& ensemble_;
  const std::atomic<bool>& stop_;
  Delivery delivery_;
  std::vector<Slot> slots_;
  const std::uint64_t runs_;
  std::mutex guard_;
  std::condition_variable room_;
  std::uint64_t next_ = 0, delivered_ = 0;
  bool delivering_ = false;
  bool given_up_ = false;  ///< an error, such as a full disk, ends all
};

}  // namespace

Tally conduct(const Ensemble& ensemble, std::span<Sink* const> sinks, int threads,
              const std::atomic<bool>& stop) {
  const int wanted = std::max(threads, 1);
  Conduct conduct(ensemble, sinks, wanted, stop);
  on_threads(wanted, [&] { conduct.work(); });
  return conduct.tally();
}

}  // namespace entente
