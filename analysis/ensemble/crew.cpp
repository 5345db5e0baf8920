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

/// Through this passes what the callers and the threads of all crews share, although oneTBB orders
/// it already: the thread sanitizer cannot see into that library.
std::mutex passage;

/// The calls of one piece of work.
class Crew {
 public:
  explicit Crew(const std::function<void()>& work) : work_(work) {}

  void call() {
    { const std::lock_guard lock(passage); }
    try {
      work_();
    } catch (...) {
      const std::lock_guard lock(passage);
      if (!failure_) failure_ = std::current_exception();
    }
    const std::lock_guard lock(passage);
  }

  void finish() {
    const std::lock_guard lock(passage);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  const std::function<void()>& work_;
  std::exception_ptr failure_;
};

/// What is handed to oneTBB.
struct Assignment {
  Crew* crew;
  void operator()() const;
};

/// Reads an assignment, the one thing that only oneTBB orders (cmake/no_races.txt).
Crew& crew_assigned(const Assignment& assignment) { return *assignment.crew; }

void Assignment::operator()() const { crew_assigned(*this).call(); }

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
      const std::lock_guard lock(passage);
      group.run(Assignment{&crew});
    }
    group.wait();
  });
  crew.finish();
}

}  // namespace entente
