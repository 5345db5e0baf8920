#include "analysis/ensemble/crew.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <exception>
#include <mutex>

namespace entente {
namespace {

/// The calls of one piece of work. What the caller and the threads share passes through the mutex,
/// although oneTBB orders it already: the thread sanitizer cannot see into that library.
class Crew {
 public:
  explicit Crew(const std::function<void()>& work) : work_(work) {}

  void call() {
    { const std::lock_guard lock(guard_); }
    try {
      work_();
    } catch (...) {
      const std::lock_guard lock(guard_);
      if (!failure_) failure_ = std::current_exception();
    }
    const std::lock_guard lock(guard_);
  }

  void finish() {
    const std::lock_guard lock(guard_);
    if (failure_) std::rethrow_exception(failure_);
  }

  std::mutex& guard() { return guard_; }

 private:
  const std::function<void()>& work_;
  std::mutex guard_;
  std::exception_ptr failure_;
};

}  // namespace

int available_threads() { return tbb::info::default_concurrency(); }

void on_threads(int threads, const std::function<void()>& work) {
  const int wanted = std::max(threads, 1);
  Crew crew(work);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(wanted));
  tbb::task_arena arena(wanted);
  arena.execute([&] {
    tbb::task_group group;
    for (int thread = 0; thread < wanted; ++thread) {
      const std::lock_guard lock(crew.guard());
      group.run([&crew] { crew.call(); });
    }
    group.wait();
  });
  crew.finish();
}

}  // namespace entente
