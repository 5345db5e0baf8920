#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/ensemble/company.h"
#include "analysis/ensemble/conduct.h"
#include "analysis/ensemble/moves.h"
#include "analysis/ensemble/outcomes.h"

namespace entente {

/// Where runs lie: the median, and what 5 % and 95 % of them stay below.
struct Spread {
  double low = 0.0;
  double median = 0.0;
  double high = 0.0;
};

/// At most so many ticks from the first to the last, evenly spaced, both ends among them; `most`
/// ≥ 2.
std::vector<std::int64_t> spaced(std::int64_t first, std::int64_t last, std::int64_t most);

/// The p-quantile of some numbers, linear between order statistics (Hyndman & Fan, The American
/// Statistician 50 (1996) 361, type 7). Reorders them; NaN where there are none.
double quantile(std::span<double> values, double p);

/// What a reader wants to know first about an ensemble, gathered as replicates come in, in memory
/// that does not grow with their number: the course of every watched series and metric, who moved
/// on sanctions and support, how commitments ended, what blocs proposed in vain, and which camps
/// formed. Failed runs do not count.
///
/// Series are kept at a few moments only, and of the first replicates (at most 4096): quantiles are
/// exact for those.
class Summary final : public Sink {
 public:
  /// `most_moments`: how many moments to keep at most, the start and the end among them; ≥ 2.
  explicit Summary(const Ensemble& ensemble, std::int64_t most_moments = 24);

  void take(std::span<const RunRecord> replicate) override;

  /// The ticks at which series are kept, evenly spaced from the first to the last.
  const std::vector<std::int64_t>& ticks() const { return ticks_; }
  /// Runs of a variant that finished.
  std::uint64_t runs(std::size_t variant) const { return variants_[variant].runs; }
  /// How many of them the spreads are made of: the first ones.
  std::uint64_t kept(std::size_t variant) const { return variants_[variant].kept; }

  /// The spread of a watched series, or a metric, at a moment: a position in `ticks()`.
  Spread series(std::size_t variant, std::size_t path, std::size_t moment) const;
  Spread metric(std::size_t variant, std::size_t metric, std::size_t moment) const;
  const Moves& moves(std::size_t variant) const { return variants_[variant].moves; }
  const Outcomes& outcomes(std::size_t variant) const { return variants_[variant].outcomes; }
  const Vetoes& vetoes(std::size_t variant) const { return variants_[variant].vetoes; }
  const Company& company(std::size_t variant) const { return variants_[variant].company; }

 private:
  struct Variant {
    std::uint64_t runs = 0;
    std::uint64_t kept = 0;
    std::vector<std::vector<double>> values;  ///< by moment and column, over runs
    Moves moves;
    Outcomes outcomes;
    Vetoes vetoes;
    Company company;

    Variant(const World& start, std::size_t columns)
        : values(columns), outcomes(start.pledges->size()), company(start.actors()) {}
  };

  Spread spread(std::size_t variant, std::size_t column, std::size_t moment) const;

  std::int64_t first_tick_;
  std::vector<std::int64_t> ticks_;
  std::size_t paths_, columns_;
  std::uint64_t most_kept_;
  std::vector<Variant> variants_;
};

}  // namespace entente
