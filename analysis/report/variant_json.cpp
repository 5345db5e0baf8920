#include "analysis/report/variant_json.h"

#include <fmt/format.h>

#include "analysis/describe/subject.h"
#include "analysis/explain/ledger.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/report/decisions_json.h"
#include "analysis/report/labels.h"
#include "analysis/report/scenario_json.h"
#include "sim/alignment/catalogue.h"
#include "sim/scenario/edit.h"

namespace entente::page {
namespace {

constexpr double alignment_step = 1e-4, share_step = 1e-4, level_step = 1e-3;

Json relations(const Gathered& gathered, const MeanRelations& means, Payload& payload) {
  const auto actors = static_cast<std::size_t>(gathered.ensemble.roster().actors.size());
  const Payload::Shape shape{gathered.scope.frames.size(), actors, actors};
  Json moments = Json::array();
  for (const std::int64_t tick : gathered.scope.frames)
    moments.push_back(gathered.scope.moment_of(tick));
  return {{"moments", moments},
          {"alignment", payload.stepped(means.alignment(), shape, alignment_step)},
          {"sanctions", payload.stepped(means.sanctions(), shape, level_step)},
          {"sanctioning", payload.stepped(means.sanctioning(), shape, share_step)},
          {"support", payload.stepped(means.support(), shape, level_step)},
          {"supporting", payload.stepped(means.supporting(), shape, share_step)},
          {"dependence", payload.stepped(means.dependence(), shape, share_step)}};
}

Json singles(const Gathered& gathered, const Fans& fans, Payload& payload) {
  const Payload::Shape shape{fans.shown().size(), fans.series(), gathered.scope.moments.size()};
  return {{"replicates", fans.shown()},
          {"values", payload.stepped(fans.courses(), shape, alignment_step)}};
}

Json camps(const Company& company) {
  if (company.runs() == 0) return {{"one", Json::array()}, {"other", Json::array()}};
  const auto members = [](const std::vector<Camps::Member>& camp) {
    Json all = Json::array();
    for (const auto& [actor, loyalty] : camp)
      all.push_back({{"actor", actor}, {"loyalty", loyalty}});
    return all;
  };
  const Camps found = company.camps();
  return {{"one", members(found.one)}, {"other", members(found.other)}};
}

std::string_view kind_of(std::size_t part) {
  if (part < Chart::noise) return "mechanism";
  return part == Chart::noise ? "noise" : "event";
}

/// The start's own drift of every part, and where runs end: dyads × parts each.
struct Ends {
  std::vector<double> drift, low, high;

  Ends(const Gathered& gathered, std::size_t variant) {
    const Chart& chart = gathered.ensemble.chart;
    const Accounts& accounts = gathered.runs.variant(variant).accounts;
    const Matrix start = drift_at_start(gathered.ensemble.variants[variant].model, chart);
    drift.assign(start.data(), start.data() + start.size());
    for (std::size_t d = 0; d < chart.dyads.size(); ++d)
      for (std::size_t p = 0; p < chart.parts.size(); ++p) {
        const Share share = accounts.end(d, p);
        low.push_back(share.low);
        high.push_back(share.high);
      }
  }
};

Json ledger(const Gathered& gathered, std::size_t variant, const Scenario& scenario,
            Payload& payload) {
  const Chart& chart = gathered.ensemble.chart;
  const Accounts& accounts = gathered.runs.variant(variant).accounts;
  Json dyads = Json::array(), parts = Json::array(), moments = Json::array();
  for (const auto& [from, to] : chart.dyads) dyads.push_back({from, to});
  for (std::size_t p = 0; p < chart.parts.size(); ++p)
    parts.push_back({{"name", chart.parts[p]}, {"kind", kind_of(p)}});
  for (const std::int64_t tick : gathered.scope.accounts)
    moments.push_back(gathered.scope.moment_of(tick));
  const Ends ends(gathered, variant);
  const Payload::Shape over_time{dyads.size(), moments.size()}, at_end{dyads.size(), parts.size()};
  const auto stepped = [&](const std::vector<double>& values, const Payload::Shape& shape) {
    return payload.stepped(values, shape, alignment_step);
  };
  return {{"dyads", dyads},
          {"moments", moments},
          {"parts", parts},
          {"means", stepped(accounts.parts(), {dyads.size(), moments.size(), parts.size()})},
          {"low", stepped(ends.low, at_end)},
          {"high", stepped(ends.high, at_end)},
          {"affinity", stepped(accounts.affinity(), over_time)},
          {"alignment", stepped(accounts.alignment(), over_time)},
          {"start_drift", stepped(ends.drift, at_end)},
          {"inputs", inputs_by_dyad(scenario, gathered.ensemble)}};
}

Json difference_json(const PairedDifference& difference) {
  return {{"reference", difference.reference},
          {"variant", difference.variant},
          {"difference", difference.difference},
          {"low", difference.low},
          {"high", difference.high},
          {"significant", difference.significant()},
          {"same", difference.same}};
}

Json contrasts(const std::vector<Comparison::Contrast>& found, std::size_t variant, double pairs) {
  Json moments = Json::array(), flips = Json::array();
  bool same = true;
  for (const auto& contrast : found) {
    Json differences = Json::array();
    for (const auto& difference : contrast.differences)
      differences.push_back(difference_json(difference));
    moments.push_back(std::move(differences));
    same = same && contrast.same();
  }
  for (const Flip& flip : found.back().flips)
    flips.push_back({{"layer", name_of(flip.layer)},
                     {"actor", flip.actor},
                     {"target", flip.target},
                     {"higher", static_cast<double>(flip.higher) / pairs},
                     {"lower", static_cast<double>(flip.lower) / pairs}});
  return {{"variant", variant}, {"same", same}, {"differences", moments}, {"flips", flips}};
}

std::optional<Dyad> dyad_in(const std::string& path, const Roster& roster) {
  const auto parts = parts_of(path);
  if (parts.size() != 3) return std::nullopt;
  const auto from = roster.actors.find(parts[1]), to = roster.actors.find(parts[2]);
  if (!from || !to) return std::nullopt;
  return Dyad{*from, *to};
}

std::string meaning_of(const std::string& path, const Roster& roster) {
  if (path.starts_with("welfare.")) return "real income, as a change against the start";
  if (path.starts_with("metric.") || path.starts_with("dynamics.")) return "";
  const auto kind = parse_quantity(path, roster).kind;
  for (const auto& form : path_forms())
    if (form.kind == kind) return std::string(form.meaning);
  return "";
}

}  // namespace

Json variant(const Gathered& gathered, std::size_t variant, Payload& payload) {
  const auto& [id, title, model] = gathered.ensemble.variants[variant];
  const ObservedVariant& runs = gathered.runs.variant(variant);
  const Scenario scenario = variant_of(gathered.scenario, id);
  const Payload::Shape fans{runs.fans.series(), gathered.scope.moments.size(),
                            Fans::probabilities.size()};
  return {{"id", id},
          {"title", title},
          {"finished", runs.runs()},
          {"events", events(scenario, *model, gathered.scope)},
          {"relations", relations(gathered, runs.relations, payload)},
          {"fans", payload.real(runs.fans.quantiles(), fans)},
          {"singles", singles(gathered, runs.fans, payload)},
          {"camps", camps(runs.company)},
          {"moves", moves(gathered, variant)},
          {"commitments", commitments(scenario, gathered, variant)},
          {"vetoes", vetoes(gathered, variant)},
          {"ledger", ledger(gathered, variant, gathered.scenario, payload)},
          {"decisions", decisions(gathered, variant)},
          {"typical", runs.fans.typical()}};
}

Json comparison(const Gathered& gathered) {
  if (gathered.comparison == nullptr || gathered.comparison->pairs() == 0) return nullptr;
  const Comparison& found = *gathered.comparison;
  Json moments = Json::array(), variants = Json::array();
  for (const std::int64_t tick : found.what().ticks)
    moments.push_back(gathered.scope.moment_of(tick));
  for (std::size_t v = 1; v < gathered.ensemble.variants.size(); ++v)
    variants.push_back(contrasts(gathered.contrasts[v - 1], v, static_cast<double>(found.pairs())));
  return {{"pairs", found.pairs()},
          {"left_out", found.left_out()},
          {"moments", moments},
          {"variants", variants}};
}

Json findings(const std::vector<Finding>& findings) {
  Json all = Json::array();
  for (const Finding& finding : findings) {
    Json link{{"panel", finding.panel}};
    if (finding.variant) link["variant"] = *finding.variant;
    if (finding.series) link["series"] = *finding.series;
    if (finding.dyad) link["dyad"] = {finding.dyad->from, finding.dyad->to};
    all.push_back({{"text", finding.text}, {"detail", finding.detail}, {"link", link}});
  }
  return all;
}

Json series(const Gathered& gathered) {
  const Roster& roster = gathered.ensemble.roster();
  const Labels labels(gathered.scenario);
  Json all = Json::array();
  for (const auto& path : gathered.ensemble.paths) {
    const auto dyad = dyad_in(path, roster);
    all.push_back({{"path", path},
                   {"kind", "watched"},
                   {"label", labels.path(path)},
                   {"meaning", meaning_of(path, roster)},
                   {"unit", Labels::unit(path)},
                   {"dyad", dyad ? Json{dyad->from, dyad->to} : Json(nullptr)}});
  }
  for_each(Metrics{}, [&](const auto& metric) {
    const std::string path = "metric." + std::string(metric.name);
    all.push_back({{"path", path},
                   {"kind", "metric"},
                   {"label", labels.path(path)},
                   {"meaning", metric.meaning},
                   {"unit", Labels::unit(path)},
                   {"dyad", nullptr}});
  });
  return all;
}

}  // namespace entente::page
