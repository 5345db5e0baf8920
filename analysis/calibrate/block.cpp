#include "analysis/calibrate/block.h"

#include <limits>

#include "analysis/ensemble/crew.h"

namespace entente {
namespace {

/// Where the replicates of local searches begin: beyond those of all attempts.
constexpr std::uint64_t first_of_refinement = 4'100'000'000;

/// Every problem in one line.
std::string in_one_line(const InputError& wrong) {
  std::string text;
  for (const auto& diagnostic : wrong.diagnostics())
    text += (text.empty() ? "" : "; ") + diagnostic.message;
  return text;
}

/// The mean of so many replicates from a number on.
MeanSimulation simulate(const CalibrationJob& job, const std::atomic<bool>& stop,
                        const std::vector<double>& coordinates, std::uint64_t first,
                        std::int64_t replicates) {
  const std::size_t observations = job.observed().size();
  MeanSimulation simulation;
  simulation.mean.assign(observations, 0.0);
  std::vector<double> one(observations);
  const auto interrupted = [&] { return stop.load(std::memory_order_relaxed); };
  try {
    const auto trial = job.at(coordinates);
    for (std::int64_t r = 0; r < replicates; ++r) {
      if (interrupted() || !trial->run(0, first + static_cast<std::uint64_t>(r), interrupted, one))
        return simulation;
      for (std::size_t k = 0; k < observations; ++k)
        simulation.mean[k] += one[k] / static_cast<double>(replicates);
    }
  } catch (const InputError& wrong) {
    simulation.message = in_one_line(wrong);
  } catch (const RunError& failed) {
    simulation.message = failed.what();
  }
  if (!simulation.message.empty())
    simulation.mean.assign(observations, std::numeric_limits<double>::quiet_NaN());
  simulation.done = true;
  return simulation;
}

/// Does pieces of work 0 … count − 1 on several threads, as they come.
template <class Work>
void share_out(int threads, std::size_t count, const Work& work) {
  if (count == 0) return;
  std::atomic<std::size_t> next{0};
  const auto wanted = std::min(static_cast<std::size_t>(threads), count);
  on_threads(static_cast<int>(wanted), [&] {
    for (std::size_t k = next++; k < count; k = next++) work(k);
  });
}

}  // namespace

std::vector<MeanSimulation> simulate_all(const CalibrationJob& job, const Effort& effort,
                                         const std::vector<Attempt*>& attempts) {
  std::vector<MeanSimulation> all(attempts.size());
  const CalibrationPlan& calibration = job.calibration();
  share_out(effort.threads, attempts.size(), [&](std::size_t k) {
    if (effort.stop) return;
    all[k] = simulate(job, effort.stop, attempts[k]->coordinates,
                      calibration.first_replicate(*attempts[k]), calibration.replicates);
  });
  return all;
}

MeanSimulation simulate_in_parallel(const CalibrationJob& job, const Effort& effort,
                                    const std::vector<double>& coordinates,
                                    std::int64_t replicates) {
  std::vector<MeanSimulation> all(static_cast<std::size_t>(replicates));
  share_out(effort.threads, all.size(), [&](std::size_t r) {
    if (!effort.stop) all[r] = simulate(job, effort.stop, coordinates, first_of_refinement + r, 1);
  });
  MeanSimulation sum;
  sum.mean.assign(job.observed().size(), 0.0);
  for (const MeanSimulation& one : all) {
    if (!one.done) return sum;
    if (sum.message.empty()) sum.message = one.message;
    for (std::size_t k = 0; k < sum.mean.size(); ++k)
      sum.mean[k] += one.mean[k] / static_cast<double>(replicates);
  }
  sum.done = true;
  return sum;
}

}  // namespace entente
