#include "analysis/sweep/sweep.h"

#include "analysis/store/build.h"

namespace entente {
namespace {

StudyIdentity identity_of(const Plan& plan, const Experiment& experiment, Shard shard) {
  const Study& study = plan.study();
  StudyIdentity identity;
  identity.id = study.id;
  identity.title = study.title;
  identity.study = canonical_text(study);
  identity.words = text_with_words(study);
  identity.subject = experiment.subject();
  identity.build = build();
  identity.version = version();
  identity.seed = static_cast<std::uint64_t>(study.seed);
  identity.design = names_of(study.design.type)[static_cast<std::size_t>(study.design.type)];
  identity.numbering = plan.numbering();
  for (const auto& variant : study.variants) identity.variants.push_back(variant.name);
  for (const auto& parameter : study.parameters) identity.parameters.push_back(parameter.path);
  for (const auto& outcome : study.outcomes) identity.outcomes.push_back(outcome.name);
  identity.shard = shard.index;
  identity.shards = shard.count;
  return identity;
}

}  // namespace

SweepJob::SweepJob(const StudyReading& reading, Shard shard)
    : plan_(reading.study),
      experiment_(experiment_of(reading.study, reading.scenario ? &*reading.scenario : nullptr)),
      shard_(shard),
      scenario_file_(reading.scenario_file.string()),
      identity_(identity_of(plan_, *experiment_, shard)) {}

std::string SweepJob::replay(const RunKey& key) const {
  return replay_command(plan_.study(), plan_.values(key.point), key, scenario_file_);
}

void keep(const SweepJob& job, StudyStore& store, std::span<const StudyRun> runs) {
  for (const StudyRun& run : runs) {
    if (!store.has_point(run.key.point))
      store.add_point(run.key.point, job.plan().values(run.key.point));
    store.add(run, run.status == RunStatus::finished ? "" : job.replay(run.key));
  }
  store.commit_in_time();
}

void sweep(const SweepJob& job, StudyStore& store, Workforce& workforce, Bound bound,
           const std::function<void(std::size_t)>& told) {
  Queue queue(job.plan(), job.shard(), [&](std::uint64_t run) { return store.has(run); });
  workforce.conduct(job.plan(), job.experiment(), queue, bound,
                    [&](std::span<const StudyRun> runs) {
                      keep(job, store, runs);
                      told(runs.size());
                    });
  store.commit();
}

}  // namespace entente
