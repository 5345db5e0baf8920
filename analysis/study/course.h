#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/study/outcome_entry.h"
#include "sim/engine/gauge.h"

namespace entente {

/// The gauge of a path of the world, of welfare, of a parameter, or of a metric (`metric.NAME`).
/// Throws `InputError` that names what is unknown and the nearest known name.
Gauge gauge_of_any(std::string_view path, const Roster& roster, const Dynamics& dynamics);

/// Follows a run and takes its outcomes, moment by moment, keeping no series.
///
/// Each outcome is a statistic of the course x(0), x(1), … of its path: x(0); x(T); x(T) − x(0);
/// the mean, least or greatest of all; 1 if ever x > c; the years until first x > c, or NaN; or x
/// at the first moment on or after a date. With a threshold c the others are 1 where they exceed
/// it, else 0.
class Course {
 public:
  /// Throws `InputError` if a path is unknown, or a date lies outside the run.
  Course(const std::vector<OutcomeEntry>& outcomes, const Model& model);

  /// Begins anew.
  void restart();
  /// Sees the simulation as it stands, at its start and after every tick.
  void observe(const Simulation& run);
  /// Writes the outcomes of what was seen; as many as there are.
  void outcomes(std::span<double> out) const;

 private:
  struct Path {
    Gauge gauge;
    bool throughout = false;  ///< whether more than its first and last moment matters
    double now = 0.0;
  };
  struct Taking {
    std::size_t path = 0;
    Statistic statistic = Statistic::final;
    std::optional<double> above;
    std::int64_t moment = 0;  ///< of `at`
    double value = 0.0;
  };

  void take(Taking& taking, std::int64_t tick) const;

  std::vector<Path> paths_;
  std::vector<Taking> takings_;
  std::int64_t ticks_ = 0;
  double years_per_tick_ = 0.0;
  std::int64_t seen_ = 0;  ///< moments
};

}  // namespace entente
