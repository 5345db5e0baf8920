#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "analysis/study/experiment.h"

namespace entente {

/// What bounds the runs of a study.
struct Bound {
  const std::atomic<bool>& stop;  ///< set: no run goes on
  double seconds = 0.0;           ///< how long a run may take; 0: as long as it needs
};

/// Does runs of a study, one at a time, and keeps what the runs of a point share.
class Player {
 public:
  Player(const Plan& plan, const Experiment& experiment, Bound bound)
      : plan_(plan), experiment_(experiment), bound_(bound) {}

  /// Does one run, failures included. False if it was stopped before its end; `run` is then
  /// worthless.
  bool play(const RunKey& key, StudyRun& run);

 private:
  void go_to(std::uint64_t point);
  bool play(StudyRun& run);

  const Plan& plan_;
  const Experiment& experiment_;
  Bound bound_;
  std::unique_ptr<Trial> trial_;  ///< at the point; null where its values do not go together
  std::string problem_;           ///< why not
  std::uint64_t point_ = 0;
  bool anywhere_ = false;
};

}  // namespace entente
