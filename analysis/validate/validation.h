#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/validate/published_case.h"

namespace entente {

/// How a case came out.
enum class Verdict { agrees, differs, skipped };
constexpr std::array<std::string_view, 3> names_of(Verdict) {
  return {"agrees", "differs", "skipped"};
}

/// One case, played.
struct Validated {
  const PublishedCase* which = nullptr;
  Verdict verdict = Verdict::skipped;
  std::string needs;  ///< what a skipped case lacks
  Matches found;
};

/// Plays cases on so many threads, each on one; the results are in the order of the cases, whatever
/// the threads. A case whose data are missing is skipped; data that are wrong are an `InputError`.
/// `after_each` is called as each ends, never twice at the same time.
std::vector<Validated> validate(
    std::span<const PublishedCase* const> cases, const Materials& materials, int threads,
    const std::function<void()>& after_each = [] {});

}  // namespace entente
