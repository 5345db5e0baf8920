#include "sim/scenario/read_entry.h"

#include <algorithm>

namespace entente {
namespace {

/// The texts of a list, or nothing where it is no list of texts.
std::optional<std::vector<Listed>> texts_in(const Node& node) {
  if (node.form != Node::Form::list) return std::nullopt;
  std::vector<Listed> texts;
  for (const auto& item : node.items) {
    const auto* text =
        item.form == Node::Form::scalar ? std::get_if<std::string>(&item.scalar) : nullptr;
    if (!text) return std::nullopt;
    texts.push_back({*text, item.mark});
  }
  return texts;
}

template <class Kind>
void decline(const Kind& kind, const Node& node, const Spot& spot, Report& report) {
  const bool list = node.form == Node::Form::list;
  report.error(spot.mark, fmt::format("{}: {} is not {}", spot.name,
                                      list ? "this list" : shown(node), kind.expected()));
}

/// Whether a covariate, which a table of numbers may name into being, has a name fit for paths.
bool nameable(const kinds::Numbers& kind, const std::string& name) {
  return kind.of != "covariate" || kinds::Identifier{}.accept(Scalar{name}).has_value();
}

}  // namespace

void take(const kinds::Pair& kind, const Node& node, const Spot& spot,
          std::array<std::string, 2>& member, Report& report) {
  const auto names = texts_in(node);
  if (!names || names->size() != 2) return decline(kind, node, spot, report);
  member = {(*names)[0].name, (*names)[1].name};
}

void take_weight(const kinds::Numbers& kind, const std::string& name, const Scalar& value,
                 const Mark& mark, Weights& weights, Report& report) {
  const kinds::Number number{kind.bounds};
  const auto accepted = number.accept(value);
  if (!accepted) return report.error(mark, fmt::format("{}: {}", name, problem(number, value)));
  if (!nameable(kind, name))
    return report.error(mark,
                        fmt::format("{}: {}", kind.of, problem(kinds::Identifier{}, Scalar{name})));
  if (find(weights, name)) return report.error(mark, fmt::format("{}: named twice", name));
  weights.push_back({name, *accepted, mark});
}

void take(const kinds::Numbers& kind, const Node& node, const Spot& spot, Weights& member,
          Report& report) {
  if (const auto names = texts_in(node); names && kind.listable) {
    for (const auto& [name, mark] : *names)
      take_weight(kind, name, Scalar{1.0}, mark, member, report);
    return;
  }
  if (node.form != Node::Form::table) return decline(kind, node, spot, report);
  for (const auto& [name, mark, value] : node.members) {
    if (value.form != Node::Form::scalar)
      report.error(value.mark,
                   fmt::format("{}: {} is not {}", name, shown(value), describe(kind.bounds)));
    else
      take_weight(kind, name, value.scalar, value.mark, member, report);
  }
}

void take(const kinds::Names& kind, const Node& node, const Spot& spot, std::vector<Listed>& member,
          Report& report) {
  auto names = texts_in(node);
  if (!names || names->empty()) return decline(kind, node, spot, report);
  member = std::move(*names);
}

void take(const kinds::Paths& kind, const Node& node, const Spot& spot, std::vector<Listed>& member,
          Report& report) {
  auto paths = texts_in(node);
  if (!paths) return decline(kind, node, spot, report);
  member = std::move(*paths);
}

void take(const kinds::Changes& kind, const Node& node, const Spot& spot,
          std::vector<Change>& member, Report& report) {
  if (node.form != Node::Form::table) return decline(kind, node, spot, report);
  for (const auto& [path, mark, value] : node.members) {
    if (value.form == Node::Form::scalar)
      member.push_back({path, value.scalar, value.mark});
    else
      report.error(mark, fmt::format("{}: {} is not a value; write the path in quotes, as in "
                                     "\"alignment.BLR.CHN\" = 0.5",
                                     path, shown(value)));
  }
}

void take(const kinds::Entries&, const Node& node, const Spot&, std::vector<EventEntry>& member,
          Report& report) {
  read_list(node, member, report);
}

}  // namespace entente
