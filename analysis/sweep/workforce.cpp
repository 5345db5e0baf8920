#include "analysis/sweep/workforce.h"

#include <mutex>
#include <utility>

#include "analysis/ensemble/crew.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

/// What the threads of a study share: where runs come from and where they go.
class Counter {
 public:
  Counter(Queue& queue, const std::atomic<bool>& stop, const Delivery& deliver)
      : queue_(queue), stop_(stop), deliver_(deliver) {}

  std::vector<RunKey> take() {
    const std::lock_guard lock(guard_);
    if (closed_ || stop_) return {};
    return queue_.next();
  }

  void hand_in(std::span<const StudyRun> runs, Queue::Seconds time) {
    const std::lock_guard lock(guard_);
    if (closed_ || runs.empty()) return;
    queue_.took(runs.size(), time);
    closed_ = true;  // unless all goes well
    deliver_(runs);
    closed_ = false;
  }

 private:
  Queue& queue_;
  const std::atomic<bool>& stop_;
  const Delivery& deliver_;
  std::mutex guard_;
  bool closed_ = false;  ///< a delivery has failed
};

}  // namespace

std::vector<StudyRun> play_all(Player& player, std::span<const RunKey> portion) {
  std::vector<StudyRun> runs;
  runs.reserve(portion.size());
  StudyRun run;
  for (const RunKey& key : portion) {
    if (!player.play(key, run)) break;
    runs.push_back(std::move(run));
  }
  return runs;
}

void Threads::conduct(const Plan& plan, const Experiment& experiment, Queue& queue, Bound bound,
                      const Delivery& deliver) {
  Counter counter(queue, bound.stop, deliver);
  on_threads(count_, [&] {
    Player player(plan, experiment, bound);
    while (true) {
      const auto portion = counter.take();
      if (portion.empty()) return;
      const auto begin = Clock::now();
      const auto runs = play_all(player, portion);
      counter.hand_in(runs, Clock::now() - begin);
    }
  });
}

}  // namespace entente
