#include "analysis/report/study_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/report/page_template.h"
#include "analysis/report/scenario_json.h"
#include "analysis/report/study_drivers.h"
#include "analysis/report/study_findings.h"
#include "analysis/report/variant_json.h"
#include "analysis/store/sha256.h"
#include "analysis/study/experiment.h"
#include "analysis/study/read_study.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::size_t most_failures = 200;

std::vector<std::uint64_t> every_point(const Plan& plan) {
  std::vector<std::uint64_t> points(plan.points());
  std::iota(points.begin(), points.end(), std::uint64_t{0});
  return points;
}

StudyReader& held(StudyReader& reader) {
  reader.hold();
  return reader;
}

void append(std::vector<double>& all, const Vector& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// A table to 24 bits, or exactly where it holds what no float can.
Json table(const std::vector<double>& numbers, const Payload::Shape& shape, Payload& payload) {
  const bool floats = std::none_of(numbers.begin(), numbers.end(), [](double number) {
    return std::abs(number) > std::numeric_limits<float>::max();
  });
  return floats ? payload.real(numbers, shape) : payload.exact(numbers, shape);
}

}  // namespace

StudyReport::StudyReport(StudyReader& reader)
    : reader_(held(reader)),
      words_(reader.identity(), reader.name()),
      plan_(study_of(reader.identity().study)),
      points_(reader_, plan_) {
  if (points_.numbers().empty())
    throw InputError(
        fmt::format("{}: no run has finished, so that there is nothing to report", reader.name()));
}

Json StudyReport::made() const {
  const StudyIdentity& from = reader_.identity();
  const Json model{{"id", words_.study().model},
                   {"title", ""},
                   {"question", ""},
                   {"sha256", sha256(from.subject)},
                   {"toml", from.subject}};
  return {
      {"version", from.version},
      {"build", from.build},
      {"seed", page::whole(from.seed)},
      {"scenario", words_.scenario() ? page::identity(*words_.scenario(), from.subject) : model},
      {"commands",
       {{"run", fmt::format("entente sweep {}.toml", from.id)},
        {"report", fmt::format("entente report {0}.db -o {0}.html", from.id)}}}};
}

Json StudyReport::counts() const {
  const std::uint64_t planned = plan_.numbering().runs(), ended = reader_.ended();
  const std::uint64_t finished = reader_.count(RunStatus::finished);
  return {{"planned", planned},
          {"finished", finished},
          {"failed", ended - finished},
          {"missing", planned - ended}};
}

Json StudyReport::failures() const {
  Json all = Json::array();
  for (const auto& [key, message, replay] : reader_.failures(most_failures))
    all.push_back({{"point", key.point},
                   {"replicate", key.replicate},
                   {"variant", reader_.identity().variants[key.variant]},
                   {"message", message},
                   {"replay", replay}});
  return all;
}

Json StudyReport::variants() const {
  Json all = Json::array();
  for (const auto& id : reader_.identity().variants) {
    std::string title;
    if (words_.scenario())
      for (const auto& variant : words_.scenario()->variants)
        if (variant.id == id) title = variant.title;
    all.push_back({{"id", id}, {"title", title}});
  }
  return all;
}

Json StudyReport::outcomes() const {
  Json all = Json::array();
  for (const OutcomeEntry& outcome : words_.study().outcomes)
    all.push_back(
        {{"name", outcome.name},
         {"of", outcome.of},
         {"statistic", names_of(outcome.statistic)[static_cast<std::size_t>(outcome.statistic)]},
         {"above", outcome.above ? Json(*outcome.above) : Json(nullptr)},
         {"note", outcome.note}});
  return all;
}

void StudyReport::add_answers(Json& report, Payload& payload) {
  const std::size_t variants = reader_.identity().variants.size();
  const std::size_t outcomes = reader_.identity().outcomes.size();
  const std::string why_none = why_no_drivers(plan_, points_);
  std::vector<double> means, deviations;
  Json sensitivity = Json::array();
  ObservedStudy observed{words_, {}, std::nullopt, reader_.ended(), 0};
  observed.failed = observed.ended - reader_.count(RunStatus::finished);
  for (std::size_t v = 0; v < variants; ++v)
    for (std::size_t o = 0; o < outcomes; ++o) {
      const Matrix answers = reader_.answers(o, v);
      const PointAnswers here(answers, points_.numbers());
      append(means, here.means);
      append(deviations, here.deviations);
      const bool first = v == 0 && o == 0;
      if (first) observed.means = PointAnswers(answers, every_point(plan_)).means;
      if (!why_none.empty()) continue;
      StudyDrivers drivers = drivers_of(plan_, answers, points_);
      drivers.outcome = o;
      drivers.variant = v;
      sensitivity.push_back(drivers_json(drivers));
      if (first) observed.drivers = std::move(drivers);
    }
  const Payload::Shape shape{variants, outcomes, points_.numbers().size()};
  report["findings"] = page::findings(findings_of(observed));
  report["means"] = table(means, shape, payload);
  report["deviations"] = table(deviations, shape, payload);
  report["sensitivity"] = sensitivity;
  report["no_sensitivity"] = why_none;
}

std::string StudyReport::page() {
  const StudyIdentity& from = reader_.identity();
  const Matrix& values = points_.values();
  const std::vector<double> numbers(points_.numbers().begin(), points_.numbers().end());
  Payload payload;
  Json report{{"kind", "study"},
              {"made", made()},
              {"study",
               {{"id", from.id},
                {"title", from.title},
                {"question", words_.study().question},
                {"design", from.design},
                {"replicates", from.numbering.replicates},
                {"points", from.numbering.points}}},
              {"counts", counts()},
              {"variants", variants()},
              {"parameters", parameters_json(words_.study(), points_)},
              {"outcomes", outcomes()},
              {"points", payload.exact(numbers, {numbers.size()})},
              {"values", payload.exact({values.data(), static_cast<std::size_t>(values.size())},
                                       {numbers.size(), static_cast<std::size_t>(values.cols())})},
              {"failures", failures()},
              {"replay", {{"head", replay_head(words_.study(), words_.scenario_file())}}}};
  add_answers(report, payload);
  return page_with(payload, report);
}

}  // namespace entente
