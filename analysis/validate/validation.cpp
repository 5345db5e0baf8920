#include "analysis/validate/validation.h"

#include <fmt/format.h>

#include <atomic>
#include <mutex>

#include "analysis/ensemble/crew.h"

namespace entente {
namespace {

Validated played(const PublishedCase& which, const Materials& materials) {
  Validated result{&which, Verdict::skipped, which.missing_in(materials.data), {}};
  if (!result.needs.empty()) return result;
  which.compare(materials, result.found);
  result.verdict = result.found.agree() ? Verdict::agrees : Verdict::differs;
  return result;
}

}  // namespace

std::vector<Validated> validate(std::span<const PublishedCase* const> cases,
                                const Materials& materials, int threads,
                                const std::function<void()>& after_each) {
  std::vector<Validated> results(cases.size());
  std::atomic<std::size_t> next{0};
  std::mutex one_at_a_time;
  on_threads(threads, [&] {
    for (std::size_t k = next++; k < cases.size(); k = next++) {
      results[k] = played(*cases[k], materials);
      const std::lock_guard lock(one_at_a_time);
      after_each();
    }
  });
  return results;
}

}  // namespace entente
