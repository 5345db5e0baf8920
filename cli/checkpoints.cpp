#include "cli/checkpoints.h"

#include <fmt/format.h>

#include "analysis/ensemble/branch.h"
#include "analysis/store/checkpoint_file.h"
#include "cli/screen.h"
#include "cli/values.h"
#include "sim/core/error.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

/// Collects what contradicts an option, and throws all of it at once.
class Contradictions {
 public:
  void add_if(bool contradicts, const std::string& message) {
    if (contradicts) found_.push_back({Severity::error, {}, message, "", 1});
  }
  void throw_if_any() const {
    if (!found_.empty()) throw InputError(found_);
  }

 private:
  std::vector<Diagnostic> found_;
};

void check_burn_in(const RunOptions& options) {
  Contradictions wrong;
  wrong.add_if(!options.from.empty(),
               "--checkpoint-at: a checkpoint cannot be burnt in from another one; burn in from "
               "the start, to the later date");
  wrong.add_if(options.all_variants || options.variants.size() > 1,
               "--checkpoint-at: one variant is burnt in, from which others go on; name it with "
               "--variant, or none for base");
  wrong.add_if(!options.csv.empty() || options.recording != Recording::watch,
               "--checkpoint-at: a checkpoint holds states and no series; leave out --csv and "
               "--record, and give them to run --from");
  wrong.throw_if_any();
}

Date date_of(const std::string& text) {
  if (const auto date = parse_date(text)) return *date;
  throw InputError(
      fmt::format("--checkpoint-at {}: not a date; expected one as in 2023-03-01", text));
}

/// What a burn-in says in the end.
std::string report(const RunOptions& options, const Ensemble& ensemble, const std::string& file,
                   const Tally& tally) {
  const Calendar& calendar = ensemble.calendar();
  const auto date = to_text(calendar.end());
  std::string text =
      fmt::format("Burnt in {} of {}: {} · seed {}", counted(tally.replicates, "run"),
                  ensemble.variants.front().id, time_axis(calendar), ensemble.seed);
  text = wrapped(text, page_width) + "\n";
  if (date != options.checkpoint_at)
    text += wrapped(fmt::format("{} is the start of the tick that holds {}.", date,
                                options.checkpoint_at),
                    page_width) +
            "\n";
  return text +
         wrapped(fmt::format("The states are in {}. To go on from them:", file), page_width) +
         fmt::format("\n  entente run --from {} --variant ID\n", file);
}

}  // namespace

ExitStatus burn_in(const RunOptions& options) {
  check_burn_in(options);
  const Date date = date_of(options.checkpoint_at);
  const Scenario scenario = scenario_of(options);
  const auto tick = checkpoint_tick(calendar_of(scenario), date);
  Ensemble ensemble = ensemble_of(
      scenario, {options.variants.empty() ? std::string("base") : options.variants.front()});
  ensemble.runs = options.runs;
  ensemble.first = options.first;
  ensemble = burn_in_of(std::move(ensemble), tick);
  const std::string target =
      options.output.empty() ? scenario.id + ".checkpoint.nc" : options.output;
  CheckpointFile file(target, ensemble, provenance_of(scenario));
  const Tally tally = conduct_visibly(options, ensemble, {&file});
  if (tally.replicates > 0) file.finish();
  if (!options.quiet && tally.replicates > 0) print(report(options, ensemble, target, tally));
  return ended(options, ensemble, tally);
}

std::shared_ptr<const Checkpoint> checkpoint_of(const RunOptions& options) {
  Contradictions wrong;
  wrong.add_if(options.seed.has_value(),
               "--seed: a checkpoint goes on with the seed that it was burnt in with");
  wrong.add_if(!options.settings.empty(),
               "--set: it would change the past of a checkpoint too; change the future by a "
               "variant's events, or burn in again");
  wrong.throw_if_any();
  auto checkpoint = std::make_shared<const Checkpoint>(options.from);
  if (!options.scenario.empty())
    checkpoint->expect_scenario(scenario_of(options), options.scenario);
  return checkpoint;
}

void go_on_from(std::shared_ptr<const Checkpoint> checkpoint, const RunOptions& options,
                Ensemble& ensemble) {
  const std::uint64_t saved = checkpoint->first() + checkpoint->runs();
  ensemble.first = options.first_given ? options.first : checkpoint->first();
  ensemble.runs = options.runs_given ? options.runs : saved - ensemble.first;
  if (ensemble.first < checkpoint->first() || ensemble.first >= saved)
    throw InputError(fmt::format("--first {}: {} holds the replicates {} to {}", ensemble.first,
                                 checkpoint->name(), checkpoint->first(), saved - 1));
  if (ensemble.runs > saved - ensemble.first)
    throw InputError(fmt::format("--runs {}: {} holds no more than {}{}", ensemble.runs,
                                 checkpoint->name(), counted(saved - ensemble.first, "run"),
                                 options.first_given ? " from there on" : ""));
  for (const auto& variant : ensemble.variants)
    expect_same_past(checkpoint->scenario(), checkpoint->variant(), variant.id, checkpoint->tick());
  ensemble.first_tick = checkpoint->tick();
  ensemble.burn_in = std::move(checkpoint);
}

}  // namespace entente
