#include "analysis/sweep/pilot.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>

#include "analysis/sweep/player.h"

namespace entente {
namespace {

/// What a row takes: its number, point, replicate, variant and status, an outcome's nine bytes, and
/// what a B-tree leaves free. A point's row has its values instead.
double row_bytes(const Study& study, const RunNumbering& numbering) {
  const double run = 24.0 + 9.0 * static_cast<double>(study.outcomes.size());
  const double point = 12.0 + 9.0 * static_cast<double>(study.parameters.size());
  return 1.1 * (run + point / static_cast<double>(numbering.runs_per_point()));
}

std::uint64_t memory_of_process() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// The runs that are tried: a few of one point after the other, since a point is made once.
std::uint64_t next_to_try(std::uint64_t k, const RunNumbering& numbering) {
  const std::uint64_t per_point = std::min<std::uint64_t>(numbering.runs_per_point(), 64);
  return k / per_point * numbering.runs_per_point() + k % per_point;
}

}  // namespace

Pilot pilot(const Plan& plan, const Experiment& experiment, Shard shard, double seconds,
            const std::atomic<bool>& stop) {
  using Clock = std::chrono::steady_clock;
  const Order order(plan, shard);
  const RunNumbering& numbering = plan.numbering();
  Player player(plan, experiment, {stop, 0.0});
  Pilot found;
  StudyRun run;
  const auto begin = Clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  for (std::uint64_t k = 0; passed() < seconds; ++k) {
    const std::uint64_t position = next_to_try(k, numbering);
    if (position >= order.runs()) break;
    const RunKey key = numbering.key_of(order.point(position / numbering.runs_per_point()) *
                                            numbering.runs_per_point() +
                                        position % numbering.runs_per_point());
    if (!player.play(key, run)) break;
    ++found.runs;
    found.failed += run.status != RunStatus::finished;
  }
  if (found.runs > 0) found.seconds_per_run = passed() / static_cast<double>(found.runs);
  found.bytes_per_run = row_bytes(plan.study(), numbering);
  found.memory_bytes = memory_of_process();
  return found;
}

}  // namespace entente
