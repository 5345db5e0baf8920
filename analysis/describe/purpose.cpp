#include <fmt/format.h>

#include "analysis/describe/elements.h"
#include "analysis/metrics/catalogue.h"
#include "sim/core/quantity.h"

namespace entente::odd {
namespace {

/// What moves together in this scenario.
std::string layers(const Subject& subject) {
  std::vector<std::string> parts{"how its actors stand toward each other (alignment)"};
  if (subject.chooses(ChoiceLayer::sanctions)) parts.emplace_back("the sanctions that they choose");
  if (subject.chooses(ChoiceLayer::support))
    parts.emplace_back("the support that they choose to give belligerents");
  if (subject.moves_exchange()) parts.emplace_back("their economic dependence on each other");
  if (subject.moves_positions()) parts.emplace_back("their positions on issues");
  return listed(parts);
}

void patterns(const Subject& subject, Page& page) {
  page.subsection("Patterns");
  page.paragraph(
      "The scenario records no pattern that parameters were fitted to. The model is judged by the "
      "course of the series below, which every run records, by the metrics of the whole world "
      "(see *Metrics*), and by " +
      std::string(subject.chooses() ? "who changes which level when." : "the camps that form."));
  PageTable table{{"series", "what it is"}, {}};
  for (const auto& path : subject.scenario.output.watch)
    table.rows.push_back({code(path.name), meaning_of_path(subject, path.name)});
  page.table(table);
}

/// The form of a path with its slots filled in: the words of "alignment.ACTOR.ACTOR".
const PathForm* form_of(const std::string& path, const Roster& roster) {
  const Quantity::Kind kind = parse_quantity(path, roster).kind;
  for (const auto& form : path_forms())
    if (form.kind == kind) return &form;
  return nullptr;
}

/// The text with a name in the place of what stands for it.
std::string with_name(std::string text, std::string_view stand_in, const std::string& name) {
  for (auto at = text.find(stand_in); at != std::string::npos;
       at = text.find(stand_in, at + name.size()))
    text.replace(at, stand_in.size(), name);
  return text;
}

std::string metric_meaning(const std::string& name) {
  std::string meaning;
  for_each(Metrics{}, [&](const auto& metric) {
    if (metric.name == name) meaning = metric.meaning;
  });
  return meaning;
}

}  // namespace

std::string meaning_of_path(const Subject& subject, const std::string& path) {
  const auto parts = parts_of(path);
  if (path.starts_with("metric.")) return plain(metric_meaning(path.substr(7)));
  if (path.starts_with("welfare."))
    return fmt::format("real income of {} relative to the start", plain(parts[1]));
  if (path.starts_with("dynamics.")) return "a parameter";
  const PathForm* form = form_of(path, *subject.start().roster);
  const std::string unit = form->unit.empty() ? "" : fmt::format(", in {}", form->unit);
  std::string meaning(form->meaning);
  if (parts.size() == 3) {
    meaning = with_name(std::move(meaning), "the first", parts[1]);
    meaning = with_name(std::move(meaning), "the second", parts[2]);
  }
  return plain(meaning) + unit;
}

void purpose(const Subject& subject, Page& page) {
  page.section("Purpose and patterns");
  page.subsection("Purpose");
  const std::string& question = subject.base.question;
  const std::string asked =
      question.empty() ? ""
                       : fmt::format("The question of the scenario is: “{}” ", plain(question));
  page.paragraph(fmt::format(
      "{}The purpose of the model is to say what follows for it from stated assumptions. It lets "
      "the following move together: {}. Its results are conditional statements about these "
      "assumptions and not forecasts.",
      asked, layers(subject)));
  if (const VariantEntry* variant = subject.variant())
    page.paragraph(fmt::format(
        "The variant described here, {}, differs from the scenario itself by: "
        "{}.{}",
        code(variant->id), changes(*variant),
        variant->title.empty() ? "" : fmt::format(" It asks: “{}”", plain(variant->title))));
  patterns(subject, page);
}

}  // namespace entente::odd
