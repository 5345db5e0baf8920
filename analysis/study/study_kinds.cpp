#include "analysis/study/study_kinds.h"

#include <algorithm>

namespace entente {
namespace {

bool is_number(const Scalar& value) {
  return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
}

bool is_date(const Scalar& value) { return std::holds_alternative<Date>(value); }

/// The scalars of a list, or nothing where it is no list of scalars.
std::optional<std::vector<Scalar>> scalars_in(const Node& node) {
  if (node.form != Node::Form::list) return std::nullopt;
  std::vector<Scalar> values;
  for (const auto& item : node.items) {
    if (item.form != Node::Form::scalar) return std::nullopt;
    values.push_back(item.scalar);
  }
  return values;
}

template <class Kind>
void decline_list(const Kind& kind, const Node& node, const Spot& spot, Report& report) {
  const bool list = node.form == Node::Form::list;
  report.error(spot.mark, fmt::format("{}: {} is not {}", spot.name,
                                      list ? "this list" : shown(node), kind.expected()));
}

}  // namespace

void take(const kinds::Ends& kind, const Node& node, const Spot& spot, std::vector<Scalar>& member,
          Report& report) {
  auto ends = scalars_in(node);
  const bool right = ends && ends->size() == 2 &&
                     (std::all_of(ends->begin(), ends->end(), is_number) ||
                      std::all_of(ends->begin(), ends->end(), is_date));
  if (!right) return decline_list(kind, node, spot, report);
  member = std::move(*ends);
}

void take(const kinds::Scalars& kind, const Node& node, const Spot& spot,
          std::vector<Scalar>& member, Report& report) {
  auto values = scalars_in(node);
  if (!values || values->empty()) return decline_list(kind, node, spot, report);
  member = std::move(*values);
}

}  // namespace entente
