#include "analysis/compare/comparison_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kind_names{"series", "metric", "share"};

Json json_of(const Ensemble::Variant& variant) {
  return {{"id", variant.id}, {"title", variant.title}};
}

Json json_of(const Comparison::Outcome& outcome, const PairedDifference& difference) {
  return {{"of", outcome.name},
          {"kind", kind_names[static_cast<std::size_t>(outcome.kind)]},
          {"reference", difference.reference},
          {"variant", difference.variant},
          {"difference", difference.difference},
          {"low", difference.low},
          {"high", difference.high},
          {"significant", difference.significant()},
          {"same", difference.same},
          {"exact", difference.exact},
          {"variance_reduction", difference.variance_reduction}};
}

Json json_of(const Flip& flip, const Roster& roster, std::uint64_t pairs) {
  const auto share = [&](std::uint64_t count) {
    return static_cast<double>(count) / static_cast<double>(pairs);
  };
  return {{"layer", names_of(flip.layer)[static_cast<std::size_t>(flip.layer)]},
          {"actor", roster.actors[flip.actor]},
          {"target", roster.actors[flip.target]},
          {"higher", share(flip.higher)},
          {"lower", share(flip.lower)}};
}

Json json_of(const Ensemble& ensemble, const Comparison& comparison, std::size_t variant) {
  Json result = json_of(ensemble.variants[variant]);
  bool same = true;
  Json moments = Json::array();
  const auto contrasts = comparison.contrasts(variant);
  for (std::size_t m = 0; m < contrasts.size(); ++m) {
    const std::int64_t tick = comparison.what().ticks[m];
    Json outcomes = Json::array(), flips = Json::array();
    for (std::size_t k = 0; k < comparison.outcomes().size(); ++k)
      outcomes.push_back(json_of(comparison.outcomes()[k], contrasts[m].differences[k]));
    for (const Flip& flip : contrasts[m].flips)
      flips.push_back(json_of(flip, ensemble.roster(), comparison.pairs()));
    same = same && contrasts[m].same();
    moments.push_back({{"date", to_text(ensemble.calendar().date_at(tick))},
                       {"tick", tick},
                       {"outcomes", outcomes},
                       {"flips", flips}});
  }
  result["same"] = same;
  result["moments"] = moments;
  return result;
}

}  // namespace

std::string to_json(const Scenario& scenario, const Ensemble& ensemble,
                    const Comparison& comparison) {
  Json variants = Json::array();
  for (std::size_t v = 1; v < ensemble.variants.size(); ++v)
    variants.push_back(json_of(ensemble, comparison, v));
  const Json all{{"format", 1},
                 {"scenario", scenario.id},
                 {"title", scenario.title},
                 {"question", scenario.question},
                 {"seed", ensemble.seed},
                 {"first", ensemble.first},
                 {"pairs", comparison.pairs()},
                 {"left_out", comparison.left_out()},
                 {"resamples", resamples},
                 {"confidence", 0.95},
                 {"reference", json_of(ensemble.variants[0])},
                 {"variants", variants}};
  return all.dump(1) + "\n";
}

}  // namespace entente
