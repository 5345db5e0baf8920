#include "cli/mpi/parcel.h"

namespace entente {

Parcel packed(const std::vector<RunKey>& portion) {
  Parcel parcel;
  parcel.put(portion.size());
  for (const RunKey& key : portion) parcel.put(key);
  return parcel;
}

std::vector<RunKey> portion_in(Parcel parcel) {
  std::vector<RunKey> portion(parcel.take<std::size_t>());
  for (RunKey& key : portion) key = parcel.take<RunKey>();
  return portion;
}

Parcel packed(const Portion& done) {
  Parcel parcel;
  parcel.put(done.seconds);
  parcel.put(done.runs.size());
  for (const StudyRun& run : done.runs) {
    parcel.put(run.key);
    parcel.put(run.status);
    parcel.put(run.message.size());
    for (const char c : run.message) parcel.put(c);
    parcel.put(run.outcomes.size());
    for (const double outcome : run.outcomes) parcel.put(outcome);
  }
  return parcel;
}

Portion runs_in(Parcel parcel) {
  Portion done;
  done.seconds = parcel.take<double>();
  done.runs.resize(parcel.take<std::size_t>());
  for (StudyRun& run : done.runs) {
    run.key = parcel.take<RunKey>();
    run.status = parcel.take<RunStatus>();
    run.message.resize(parcel.take<std::size_t>());
    for (char& c : run.message) c = parcel.take<char>();
    run.outcomes.resize(parcel.take<std::size_t>());
    for (double& outcome : run.outcomes) outcome = parcel.take<double>();
  }
  return done;
}

}  // namespace entente
