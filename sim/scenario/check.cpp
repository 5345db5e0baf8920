#include "sim/scenario/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "sim/engine/gauge.h"
#include "sim/scenario/edit.h"

namespace entente {
namespace {

template <class Entry>
concept HasId = requires(const Entry& entry) {
  entry.id;
};
template <class Entry>
concept HasBasis = requires(const Entry& entry) {
  entry.basis;
};

template <HasId Entry>
void check_unique(const std::vector<Entry>& entries, Report& report) {
  std::unordered_map<std::string_view, const Entry*> first;
  for (const auto& entry : entries) {
    if (entry.id.empty()) continue;
    const auto [known, is_new] = first.emplace(entry.id, &entry);
    if (is_new) continue;
    const auto line = mark_of(*known->second, "id").line;
    report.error(mark_of(entry, "id"),
                 fmt::format("{}: a second {} of that id{}", entry.id, Entry::key,
                             line > 0 ? fmt::format("; the first is in line {}", line) : ""));
  }
}

template <HasBasis Entry>
void check_basis(const std::vector<Entry>& entries, const Check& check) {
  for (const auto& entry : entries)
    if (!entry.basis.empty() && entry.basis != "estimate" && !check.sources.find(entry.basis))
      check.report.error(mark_of(entry, "basis"),
                         no_such("source", entry.basis, check.sources.all()) +
                             (check.sources.size() == 0 ? " (or write \"estimate\")" : ""));
}

Names source_names(const Scenario& scenario) {
  std::vector<std::string> ids;
  for (const auto& source : scenario.sources) ids.push_back(source.id);
  return Names(std::move(ids));
}

void check_world(const Check& check, const std::vector<std::string>& metric_names) {
  check_heading(check);
  check_ids(check);
  check_bases(check);
  check_actors(check);
  check_relations(check);
  check_groups(check);
  check_voting_blocs(check);
  check_events(check);
  check_commitments(check, metric_names);
  check_dynamics(check);
  check_output(check, metric_names);
}

void check_path(const Listed& path, const Check& check,
                const std::vector<std::string>& metric_names) {
  const auto& [name, mark] = path;
  try {
    if (!name.starts_with("metric.")) {
      gauge_of(name, check.roster, check.scenario.dynamics);
    } else if (const auto metric = name.substr(7);
               metric.empty() ||
               (!metric_names.empty() && std::find(metric_names.begin(), metric_names.end(),
                                                   metric) == metric_names.end())) {
      check.report.error(
          mark, fmt::format("{}: no such metric{}", name, did_you_mean(metric, metric_names)));
    }
  } catch (const InputError& unknown) {
    check.report.error(mark, unknown);
  }
}

void check_listed_once(const std::vector<Listed>& paths, Report& report) {
  std::unordered_map<std::string_view, int> times;
  for (const auto& path : paths)
    if (++times[path.name] == 2)
      report.error(path.mark, fmt::format("{}: listed twice", path.name));
}

}  // namespace

bool Check::exists(std::string_view what, const std::string& name, const Names& known,
                   const Mark& mark) const {
  if (known.find(name)) return true;
  if (!name.empty() && !report.full()) report.error(mark, no_such(what, name, known.all()));
  return false;
}

void check_heading(const Check& check) {
  const Scenario& s = check.scenario;
  const Mark heading = s.origin.entry;
  if (is_unread(s, "start") || is_unread(s, "end") || is_unread(s, "ticks")) return;
  if (s.end.has_value() == s.ticks.has_value())
    return check.report.error(
        heading, s.end ? "scenario: give end or ticks, not both" : "scenario: give end or ticks");
  const Mark mark = mark_of(s, s.end ? "end" : "ticks");
  const Calendar calendar = calendar_of(s);
  if (s.end && *s.end <= s.start)
    return check.report.error(
        mark, fmt::format("end: {} is not after the start, {}", to_text(*s.end), to_text(s.start)));
  const Date last{std::chrono::year{9999} / std::chrono::December / 31};
  if (calendar.ticks < 1 || calendar.ticks > Scenario::most_ticks || calendar.end() > last)
    check.report.error(mark, fmt::format("{} ticks; a run takes 1 to {} and ends before 10000",
                                         calendar.ticks, Scenario::most_ticks));
}

void check_ids(const Check& check) {
  for_each_section(check.scenario, [&](const auto& section) {
    if constexpr (requires { section.front().id; }) check_unique(section, check.report);
  });
  for (const auto& source : check.scenario.sources)
    if (source.id == "estimate")
      check.report.error(mark_of(source, "id"),
                         "estimate: this id is reserved for the modeller's own judgement");
}

void check_bases(const Check& check) {
  for_each_section(check.scenario, [&](const auto& section) {
    if constexpr (requires { section.front().basis; }) check_basis(section, check);
  });
}

void check_output(const Check& check, const std::vector<std::string>& metric_names) {
  const OutputEntry& output = check.scenario.output;
  for (const auto& path : output.watch) check_path(path, check, metric_names);
  for (const auto& path : output.explain) {
    if (!path.name.starts_with("alignment."))
      check.report.error(
          path.mark,
          fmt::format("{}: only alignments are explained, as in alignment.BLR.CHN", path.name));
    else
      check_path(path, check, metric_names);
  }
  check_listed_once(output.watch, check.report);
  check_listed_once(output.explain, check.report);
}

void check_variants(const Check& check, const std::vector<std::string>& metric_names) {
  const auto& variants = check.scenario.variants;
  if (variants.size() > Scenario::most_groups)
    return check.report.error(variants.back().origin.entry,
                              fmt::format("more than {} variants", Scenario::most_groups));
  const bool base_failed = check.report.failed();
  for (std::size_t v = 0; v < variants.size(); ++v) {
    const VariantEntry& variant = variants[v];
    if (variant.id == "base")
      check.report.error(mark_of(variant, "id"),
                         "base: this id is reserved for the scenario itself");
    Report found(check.scenario.texts);
    const Scenario changed = apply_variant(check.scenario, variant, found);
    const auto roster = roster_of(changed);
    check_world({changed, *roster, check.sources, found}, metric_names);
    // What is wrong with the base shows in its variants too, in other words: then only what stands
    // in the variant itself counts.
    const auto first = base_failed ? variant.origin.entry.line : 0;
    const auto last = base_failed && v + 1 < variants.size() ? variants[v + 1].origin.entry.line
                                                             : ~std::uint32_t{0};
    check.report.add_new(found, first, last);
  }
}

void check(const Scenario& scenario, const std::vector<std::string>& metric_names) {
  Report report(scenario.texts);
  const auto roster = roster_of(scenario);
  check_world({scenario, *roster, source_names(scenario), report}, metric_names);
  report.throw_if_failed();
}

void check_all(const Scenario& scenario, const std::vector<std::string>& metric_names,
               Report& report) {
  const auto roster = roster_of(scenario);
  const Names sources = source_names(scenario);
  const Check all{scenario, *roster, sources, report};
  check_world(all, metric_names);
  check_variants(all, metric_names);
  if (!report.failed()) warn(all);
}

}  // namespace entente
