#pragma once

#include <cstdint>
#include <string>

#include "analysis/store/study_reader.h"
#include "analysis/study/study.h"
#include "analysis/sweep/pilot.h"
#include "cli/screen.h"

namespace entente {

/// "1,024 points × 50 replicates × 2 variants = 102,400 runs", and the part that a shard has.
std::string size_of(const Plan& plan, Shard shard);

/// What `entente sweep --dry-run` prints.
std::string dry_run_page(const Plan& plan, Shard shard, const Pilot& pilot, int threads,
                         std::uint64_t done, const std::string& store);

/// What `entente sweep` prints at its end: what was done, and each outcome over all points.
struct SweepPage {
  const Plan& plan;
  Shard shard;
  StudyReader& results;
  std::uint64_t now = 0;  ///< how many runs were done this time
  double seconds = 0.0;   ///< in which time
  Style style;

  std::string text() const;

 private:
  std::string head() const;
  std::string outcomes() const;
  std::string next_steps() const;
};

/// Which runs failed, and how to repeat them; "" if none did.
std::string failures_text(StudyReader& results);

}  // namespace entente
