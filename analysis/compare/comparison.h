#pragma once

#include <string>
#include <vector>

#include "analysis/compare/flips.h"
#include "analysis/compare/paired_difference.h"
#include "analysis/ensemble/conduct.h"
#include "sim/scenario/condition.h"

namespace entente {

/// What a comparison looks at, and when.
struct CompareWhat {
  std::vector<std::int64_t> ticks;  ///< the moments, in order of time and each once
  std::vector<PathTest> shares;     ///< tests of which the share of runs that pass is compared
};

/// The tick of the first moment at which a run is observed on this date or after it. Throws
/// `InputError` for a date outside the run.
std::int64_t moment_at(Date date, const Calendar& calendar);

/// The variants of an ensemble compared with its first one, the reference, pair by pair of runs
/// that use the same draws: every watched series, every metric, the shares of runs that pass tests,
/// and every level, at chosen moments. Of each run only the values at these moments are kept. Where
/// a run fails in any variant, its replicate is left out and counted.
class Comparison final : public Sink {
 public:
  /// What is compared: a watched series, a metric, or a share of runs.
  enum class Kind { series, metric, share };
  struct Outcome {
    Kind kind = Kind::series;
    std::string name;  ///< a path, a metric's name, or a test
  };

  /// Adds to the ensemble what has to be recorded of its runs: it must be prepared before them.
  static void prepare(Ensemble& ensemble, const CompareWhat& what);

  /// `ensemble`: as `prepare` left it.
  Comparison(const Ensemble& ensemble, CompareWhat what);

  void take(std::span<const RunRecord> replicate) override;

  const CompareWhat& what() const { return what_; }
  const std::vector<Outcome>& outcomes() const { return outcomes_; }
  std::uint64_t pairs() const { return pairs_; }
  std::uint64_t left_out() const { return left_out_; }

  /// One variant against the reference at one moment.
  struct Contrast {
    std::vector<PairedDifference> differences;  ///< by outcome
    std::vector<Flip> flips;                    ///< what flipped in most pairs first

    /// Whether no outcome and no level differs in any pair.
    bool same() const;
  };

  /// The contrasts of a variant (from 1), by moment.
  std::vector<Contrast> contrasts(std::size_t variant) const;

 private:
  struct Variant {
    std::vector<double> values;  ///< pairs × moments × outcomes
    std::vector<Flips> flips;    ///< by moment; none for the reference
  };

  void keep(const RunRecord& record, std::vector<double>& values) const;
  Matrix table(std::size_t variant) const;

  CompareWhat what_;
  std::vector<Outcome> outcomes_;
  std::vector<std::size_t> snapshots_;  ///< which of a record's belongs to each moment
  Index series_ = 0;  ///< how many of the ensemble's paths are series; those of tests follow
  Draws draws_;
  std::vector<Variant> variants_;
  std::uint64_t pairs_ = 0, left_out_ = 0;
};

}  // namespace entente
