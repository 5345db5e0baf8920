#include <fmt/format.h>

#include "analysis/describe/elements.h"

namespace entente::odd {
namespace {

/// A value as it stands in a scenario, levels and dates included.
std::string value_text(const Scalar& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return plain(*text);
  if (const auto* real = std::get_if<double>(&value)) return number(*real);
  return plain(to_toml(value));
}

}  // namespace

std::string changes(const VariantEntry& variant) {
  std::vector<std::string> parts;
  for (const auto& path : variant.without)
    parts.push_back(fmt::format("without {}", code(path.name)));
  for (const auto& [path, value, mark] : variant.set)
    parts.push_back(fmt::format("{} = {}", code(path), value_text(value)));
  for (const auto& event : variant.event)
    parts.push_back(fmt::format("on {}: {}{}", to_text(event.date), deed(event),
                                event.note.empty() ? "" : fmt::format(" ({})", plain(event.note))));
  return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, "; "));
}

void variants(const Subject& subject, Page& page) {
  const auto& all = subject.base.variants;
  if (all.empty()) return;
  page.section("Variants");
  const std::string described =
      subject.is_variant()
          ? fmt::format("This description is of {}.", code(subject.request.variant))
          : "This description is of the scenario itself, the base.";
  page.paragraph(
      fmt::format("Counterfactuals: the same world but for the changes named, {}with the benchmark "
                  "of the base. "
                  "{}",
                  subject.is_random() ? "under the same random numbers and " : "", described));
  PageTable table{{"variant", "title", "changes", "note"}, {}};
  for (const auto& variant : all)
    table.rows.push_back(
        {code(variant.id), plain(variant.title), changes(variant), plain(variant.note)});
  page.table(table);
}

}  // namespace entente::odd
