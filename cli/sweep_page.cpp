#include "cli/sweep_page.h"

#include <fmt/format.h>

#include "cli/screen.h"

namespace entente {
namespace {

std::string bytes(double count) {
  if (count < 1e6) return fmt::format("{:.0f} kB", std::max(count / 1e3, 1.0));
  return count < 1e9 ? fmt::format("{:.0f} MB", count / 1e6)
                     : fmt::format("{:.1f} GB", count / 1e9);
}

std::string short_time(double seconds) {
  if (seconds < 1e-3) return fmt::format("{:.0f} µs", seconds * 1e6);
  return seconds < 1.0 ? fmt::format("{:.2g} ms", seconds * 1e3) : duration(seconds);
}

}  // namespace

std::string size_of(const Plan& plan, Shard shard) {
  const auto& numbering = plan.numbering();
  std::string text =
      fmt::format("{} × {} × {} = {}", counted(numbering.points, "point"),
                  counted(numbering.replicates, "replicate"),
                  counted(numbering.variants, "variant"), counted(numbering.runs(), "run"));
  if (!shard.whole())
    text += fmt::format("; shard {} of {} has {} of them", shard.index, shard.count,
                        grouped(Order(plan, shard).runs()));
  return text;
}

std::string dry_run_page(const Plan& plan, Shard shard, const Pilot& pilot, int threads,
                         std::uint64_t done, const std::string& store) {
  const std::uint64_t all = Order(plan, shard).runs(), left = all - std::min(done, all);
  const auto runs = static_cast<double>(left);
  std::string text = hanging("Runs", size_of(plan, shard), 10);
  if (done > 0)
    text +=
        hanging("Done", fmt::format("{} in {}; {} left", grouped(done), store, grouped(left)), 10);
  if (pilot.runs == 0) return text + hanging("Time", "no run was tried", 10);
  text += hanging("Time",
                  fmt::format("about {} on {}: {} a run, by a trial of {}",
                              duration(runs * pilot.seconds_per_run / threads),
                              counted(static_cast<std::uint64_t>(threads), "thread"),
                              short_time(pilot.seconds_per_run), counted(pilot.runs, "run")),
                  10);
  text +=
      hanging("Disk", fmt::format("about {} in {}", bytes(runs * pilot.bytes_per_run), store), 10);
  text += hanging("Memory",
                  fmt::format("about {}, however many runs there are",
                              bytes(static_cast<double>(pilot.memory_bytes))),
                  10);
  if (pilot.failed > 0)
    text +=
        hanging("Beware", fmt::format("{} of the runs tried failed", grouped(pilot.failed)), 10);
  return text;
}

std::string SweepPage::text() const { return head() + outcomes() + next_steps(); }

std::string SweepPage::head() const {
  const Study& study = plan.study();
  std::string text = fmt::format("{}\n", style.bold(study.title.empty() ? study.id : study.title));
  if (!study.question.empty()) text += fmt::format("{}\n", wrapped(study.question, page_width));
  text += fmt::format("\n{}", hanging("Runs", size_of(plan, shard), 10));
  std::string did = now == 0 ? "nothing was left to do"
                             : fmt::format("{} in {}", counted(now, "run"), duration(seconds));
  if (now > 0 && seconds > 0.1)
    did += fmt::format(", {} a second",
                       grouped(static_cast<std::uint64_t>(static_cast<double>(now) / seconds)));
  if (const auto before = results.ended() - now; before > 0)
    did += fmt::format("; {} were there already", grouped(before));
  return text.append(hanging("Done", did, 10));
}

std::string SweepPage::outcomes() const {
  const auto& identity = results.identity();
  std::string text = fmt::format(
      "\n{}\n",
      style.dim(fmt::format("{:<26} {:<14} {:>8} {:>8} {:>8} {:>8}", "Outcome, over all runs",
                            "variant", "mean", "sd", "least", "most")));
  for (std::size_t k = 0; k < identity.outcomes.size(); ++k)
    for (std::size_t v = 0; v < identity.variants.size(); ++v) {
      const auto spread = results.spread(k, v);
      if (spread.runs == 0) continue;
      text += fmt::format("{:<26} {:<14} {:>8.4g} {:>8.3g} {:>8.4g} {:>8.4g}\n",
                          cut(identity.outcomes[k], 26), cut(identity.variants[v], 14), spread.mean,
                          spread.deviation, spread.least, spread.greatest);
    }
  return text;
}

std::string SweepPage::next_steps() const {
  const std::string& name = results.name();
  std::string text =
      fmt::format("\nThe results are in {}: docs/study-store.md shows how to read them.\n", name);
  const DesignType type = plan.study().design.type;
  if (type == DesignType::saltelli || type == DesignType::morris)
    text += fmt::format("  entente sensitivity {}    which parameters matter\n", name);
  if (!shard.whole()) text += "  entente merge joins the shards\n";
  return text + fmt::format("  entente export {} --csv DIR    tables\n", name);
}

std::string failures_text(StudyReader& results) {
  const std::uint64_t failed = results.ended() - results.count(RunStatus::finished);
  if (failed == 0) return "";
  std::string text = fmt::format("error: {} of {} failed; the others are complete\n",
                                 grouped(failed), counted(results.ended(), "run"));
  constexpr std::size_t most = 5;
  for (const auto& [key, message, replay] : results.failures(most)) {
    text += fmt::format("  {}\n", message);
    if (!replay.empty()) text += fmt::format("    again: {}\n", replay);
  }
  if (failed > most)
    text += fmt::format("  and {} more, in the view failures\n", grouped(failed - most));
  return text + "  --retry-failed does them again\n";
}

}  // namespace entente
