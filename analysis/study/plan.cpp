#include <fmt/format.h>

#include <numeric>

#include "analysis/study/study.h"
#include "sim/core/error.h"

namespace entente {
namespace {

/// How many values a range has for a design that goes through them: 0 where the design is to say.
std::uint64_t levels_of(const VariedParameter& parameter) {
  if (!parameter.values.empty()) return parameter.values.size();
  return static_cast<std::uint64_t>(parameter.levels.value_or(0));
}

std::vector<Factor> factors_of(const Study& study) {
  std::vector<Factor> factors;
  for (const auto& parameter : study.parameters) {
    Factor& factor = factors.emplace_back();
    factor.name = parameter.path;
    factor.levels = levels_of(parameter);
    factor.discrete = !parameter.values.empty();
  }
  return factors;
}

}  // namespace

Plan::Plan(Study study) : study_(std::move(study)) {
  if (study_.design.type != DesignType::list)
    design_ =
        make_design(study_.design, factors_of(study_), static_cast<std::uint64_t>(study_.seed));
  numbering_.points = design_ ? design_->points() : study_.listed.size();
  numbering_.replicates = static_cast<std::uint64_t>(study_.replicates);
  numbering_.variants = study_.variants.size();
  constexpr std::uint64_t most_runs = 1'000'000'000'000'000'000;
  if (numbering_.points > most_runs / numbering_.runs_per_point())
    throw InputError(fmt::format("{} points of {} runs each are more than can be numbered",
                                 numbering_.points, numbering_.runs_per_point()));
}

std::uint64_t Plan::in_order(std::uint64_t k) const { return design_ ? design_->in_order(k) : k; }

std::vector<double> Plan::coordinates(std::uint64_t point) const {
  std::vector<double> unit(design_ ? study_.parameters.size() : 0);
  if (design_) design_->at(point, unit);
  return unit;
}

std::vector<Scalar> Plan::values(std::uint64_t point) const {
  if (!design_) return study_.listed[static_cast<std::size_t>(point)];
  const auto unit = coordinates(point);
  std::vector<Scalar> values;
  for (std::size_t p = 0; p < unit.size(); ++p) values.push_back(study_.parameters[p].at(unit[p]));
  return values;
}

}  // namespace entente
