#pragma once

#include <functional>
#include <span>
#include <vector>

#include "analysis/sweep/player.h"
#include "analysis/sweep/queue.h"

namespace entente {

/// Takes runs that have ended; called by one thread at a time.
using Delivery = std::function<void(std::span<const StudyRun>)>;

/// Does a portion of runs; what was stopped before its end is left out.
std::vector<StudyRun> play_all(Player& player, std::span<const RunKey> portion);

/// Those who do the runs of a study: threads of this process, or other processes.
class Workforce {
 public:
  Workforce() = default;
  Workforce(const Workforce&) = delete;
  Workforce& operator=(const Workforce&) = delete;
  virtual ~Workforce() = default;

  /// Does all runs that the queue hands out and delivers them as they end, in any order. Once the
  /// bound's `stop` is set, no run goes on, and what has ended is delivered. Throws what the
  /// delivery throws; nothing is delivered after that.
  virtual void conduct(const Plan& plan, const Experiment& experiment, Queue& queue, Bound bound,
                       const Delivery& deliver) = 0;
  /// Where another process conducts the study: serves it until nothing is left. False if this one
  /// is to conduct it.
  virtual bool serve(const Plan&, const Experiment&, Bound) { return false; }
};

/// So many threads of this process.
class Threads final : public Workforce {
 public:
  explicit Threads(int count) : count_(count) {}
  void conduct(const Plan& plan, const Experiment& experiment, Queue& queue, Bound bound,
               const Delivery& deliver) override;

 private:
  int count_;
};

}  // namespace entente
