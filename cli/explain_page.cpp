#include "cli/explain_page.h"

#include <fmt/format.h>

#include "cli/values.h"

namespace entente {

std::string ExplainPage::text() const {
  std::string page;
  for (const auto& part : {heading(), course(), parts(), equations(), events(), causes(), inputs()})
    if (!part.empty()) page += (page.empty() ? "" : "\n") + part;
  return page;
}

std::string ExplainPage::heading() const {
  const Scenario& scenario = told_.scenario;
  const auto& variant = told_.ensemble.variants.front();
  std::string what = counted(told_.attribution.kept(), "run");
  if (variant.id != "base") what += " of " + variant.id;
  what += fmt::format(" · {} · seed {}", time_axis(told_.ensemble.calendar()), told_.ensemble.seed);
  return style_.bold(
             wrapped(fmt::format("What moved {} toward {}", told_.from, told_.to), page_width)) +
         "\n" + line(scenario.title.empty() ? scenario.id : scenario.title) +
         style_.dim(wrapped(what, page_width)) + "\n";
}

std::string ExplainPage::course() const {
  const auto path = told_.ensemble.explained.front();
  const Format format = format_of(path);
  const Link link = told_.ensemble.model().start.link;
  const Attribution& runs = told_.attribution;
  std::vector<double> mean, one;
  for (std::size_t m = 0; m <= told_.last(); ++m) {
    mean.push_back(runs.alignment(m).mean);
    const auto tick = static_cast<std::size_t>(runs.ticks()[m]);
    if (tick < told_.story.affinity.size())
      one.push_back(alignment_of(told_.story.affinity[tick], link));
  }
  const Share end = runs.alignment(told_.last());
  const auto row = [&](const std::string& name, const std::vector<double>& values,
                       const std::string& range) {
    return fmt::format("{:<25}{:>7}{}  {:^17}  {}\n", cut(name, 24), format(values.front()),
                       style_.bold(fmt::format("{:>9}", format(values.back()))), range,
                       style_.accent(sparkline(values, format.coarse)));
  };
  return style_.bold(fmt::format("{:<25}{:>7}{:>9}  {:^17}  {}", "Alignment", "start", "end",
                                 "5 to 95 % of runs", "over time")) +
         "\n" +
         row("mean of all runs", mean,
             runs.kept() > 1 ? fmt::format("{} … {}", format(end.low), format(end.high)) : "") +
         row(fmt::format("replicate {}", told_.replicate), one, "");
}

std::string ExplainPage::inputs() const {
  std::string text = style_.bold("What this rests on, of what enters directly") + "\n";
  for (const Input& each : told_.inputs) text += input(each);
  const Grounds grounds = grounds_of(told_.inputs);
  std::string sum = counted(grounds.numbers, "number");
  sum += fmt::format(": {} by estimate, {} from sources", grounds.estimates,
                     grounds.numbers - grounds.estimates - grounds.baseless);
  if (grounds.baseless > 0) sum += fmt::format(", {} without a basis", grounds.baseless);
  return text + style_.dim(wrapped(sum + ".", page_width)) + "\n";
}

std::string ExplainPage::input(const Input& input) const {
  std::vector<std::string> numbers;
  for (const auto& [path, value] : input.numbers)
    numbers.push_back(fmt::format("{} = {}", path, value));
  const auto indented = [](const std::string& text) {
    return "  " + wrapped(text, page_width, 2) + "\n";
  };
  std::string basis = input.basis.empty() ? "no basis is given" : "basis: " + input.basis;
  if (!input.source.empty()) basis += ", " + input.source;
  std::string text = style_.accent(wrapped(input.entry, page_width)) + "\n" +
                     indented(fmt::format("{}", fmt::join(numbers, ", "))) + indented(basis);
  return input.note.empty() ? text : text + style_.dim(indented(input.note));
}

}  // namespace entente
