#include "analysis/report/shown_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace entente {
namespace {

/// So many of some points. In the order of running any number of a design's points, from the first
/// on, covers it evenly; every k-th point would not, as low-discrepancy points with the same last
/// digits lie in one corner. The rows of a table have no such order: of them, every k-th.
std::vector<std::uint64_t> spread(const std::vector<std::uint64_t>& points, const Plan& plan,
                                  std::size_t most) {
  std::vector<std::uint64_t> some;
  if (!plan.design()) {
    for (std::size_t k = 0; k < most; ++k) some.push_back(points[k * points.size() / most]);
    return some;
  }
  for (std::uint64_t k = 0; k < plan.points() && some.size() < most; ++k)
    if (const std::uint64_t point = plan.in_order(k);
        std::binary_search(points.begin(), points.end(), point))
      some.push_back(point);
  std::sort(some.begin(), some.end());
  return some;
}

double number_in(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* number = std::get_if<double>(&value);
  return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

bool is_number_itself(const Scalar& value) { return !std::isnan(number_in(value)); }

/// As `--set` takes it.
std::string word_of(const Scalar& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : to_toml(value);
}

/// What values that are no numbers are called: dates in order, others as they come.
std::vector<std::string> names_of(const std::vector<Scalar>& values) {
  std::vector<std::string> names;
  std::map<std::string, bool> known;
  bool dates = true;
  for (const Scalar& value : values) {
    dates = dates && std::holds_alternative<Date>(value);
    if (known.emplace(word_of(value), true).second) names.push_back(word_of(value));
  }
  if (dates) std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

ShownPoints::ShownPoints(StudyReader& reader, const Plan& plan, std::size_t most_points)
    : numbers_(reader.points()), names_(plan.study().parameters.size()) {
  if (numbers_.size() > most_points) numbers_ = spread(numbers_, plan, most_points);
  values_.resize(static_cast<Index>(numbers_.size()), static_cast<Index>(names_.size()));
  std::vector<std::vector<Scalar>> here(names_.size());
  for (const std::uint64_t point : numbers_) {
    const auto values = plan.values(point);
    for (std::size_t p = 0; p < values.size(); ++p) here[p].push_back(values[p]);
  }
  for (std::size_t p = 0; p < names_.size(); ++p)
    take(p, here[p], plan.study().parameters[p].values);
}

void ShownPoints::take(std::size_t parameter, const std::vector<Scalar>& here,
                       const std::vector<Scalar>& listed) {
  const auto& all = listed.empty() ? here : listed;
  if (!std::all_of(all.begin(), all.end(), is_number_itself)) names_[parameter] = names_of(all);
  std::map<std::string, double> positions;
  for (const auto& name : names_[parameter])
    positions.emplace(name, static_cast<double>(positions.size()));
  for (std::size_t k = 0; k < here.size(); ++k)
    values_(static_cast<Index>(k), static_cast<Index>(parameter)) =
        positions.empty() ? number_in(here[k]) : positions.at(word_of(here[k]));
}

std::pair<double, double> ShownPoints::extent(std::size_t parameter) const {
  const auto column = values_.col(static_cast<Index>(parameter));
  return {column.minCoeff(), column.maxCoeff()};
}

Json parameters_json(const Study& study, const ShownPoints& points) {
  Json all = Json::array();
  for (std::size_t p = 0; p < study.parameters.size(); ++p) {
    const VariedParameter& parameter = study.parameters[p];
    auto [low, high] = points.extent(p);
    const auto& ends = parameter.range.empty() ? parameter.values : parameter.range;
    for (const Scalar& end : ends)
      if (points.names(p).empty()) {
        low = std::min(low, number_in(end));
        high = std::max(high, number_in(end));
      }
    if (!points.names(p).empty()) {
      low = 0.0;
      high = static_cast<double>(points.names(p).size() - 1);
    }
    all.push_back({{"path", parameter.path},
                   {"note", parameter.note},
                   {"log", parameter.scale == Scale::log},
                   {"names", points.names(p)},
                   {"range", {low, high}}});
  }
  return all;
}

}  // namespace entente
