#include "analysis/sweep/player.h"

#include <fmt/format.h>

#include <chrono>
#include <limits>

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

/// Every problem in one line.
std::string in_one_line(const InputError& wrong) {
  std::string text;
  for (const auto& diagnostic : wrong.diagnostics())
    text += (text.empty() ? "" : "; ") + diagnostic.message;
  return text;
}

}  // namespace

bool Player::play(const RunKey& key, StudyRun& run) {
  run.key = key;
  run.status = RunStatus::finished;
  run.message.clear();
  run.outcomes.assign(plan_.study().outcomes.size(), std::numeric_limits<double>::quiet_NaN());
  if (!anywhere_ || key.point != point_) go_to(key.point);
  if (trial_) return play(run);
  run.status = RunStatus::failed;
  run.message = problem_;
  return true;
}

void Player::go_to(std::uint64_t point) {
  trial_.reset();
  point_ = point;
  anywhere_ = true;
  try {
    trial_ = experiment_.at(plan_.values(point));
  } catch (const InputError& wrong) {
    problem_ = in_one_line(wrong);
  } catch (const RunError& failed) {
    problem_ = failed.what();
  }
}

bool Player::play(StudyRun& run) {
  const auto begin = Clock::now();
  const auto interrupted = [&] {
    if (bound_.stop.load(std::memory_order_relaxed)) return true;
    if (bound_.seconds > 0.0 &&
        std::chrono::duration<double>(Clock::now() - begin).count() > bound_.seconds)
      throw TimedOut(fmt::format("took longer than {} s", bound_.seconds));
    return false;
  };
  const auto fails = [&](RunStatus status, const char* message) {
    run.status = status;
    run.message = message;
    run.outcomes.assign(run.outcomes.size(), std::numeric_limits<double>::quiet_NaN());
    return true;
  };
  try {
    return trial_->run(run.key.variant, run.key.replicate, interrupted, run.outcomes);
  } catch (const TimedOut& late) {
    return fails(RunStatus::timed_out, late.what());
  } catch (const RunError& failed) {
    return fails(RunStatus::failed, failed.what());
  }
}

}  // namespace entente
