#include "cli/validation_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace entente {
namespace {

constexpr std::size_t what_columns = 37, number_columns = 15;

/// The text and as many blanks as it lacks of so many columns.
std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = width_of(text);
  return text + std::string(width < columns ? columns - width : 0, ' ');
}

/// A row of four columns; where they are too narrow, two lines and more.
std::string row(const Match& each) {
  const bool fits = width_of(each.what) < what_columns &&
                    width_of(each.published) < number_columns &&
                    width_of(each.here) < number_columns &&
                    2 + what_columns + 2 * number_columns + width_of(each.tolerance) <= page_width;
  if (fits)
    return padded(each.what, what_columns) + padded(each.published, number_columns) +
           padded(each.here, number_columns) + each.tolerance + "\n";
  const std::string tolerance = each.tolerance == "exact" ? "" : " (" + each.tolerance + ")";
  return wrapped(each.what, page_width, 2) + "\n" +
         hanging("", fmt::format("{}; here {}{}", each.published, each.here, tolerance), 4);
}

std::string count_of(const std::vector<Validated>& results, Verdict verdict) {
  return fmt::format("{} {}",
                     std::count_if(results.begin(), results.end(),
                                   [&](const Validated& each) { return each.verdict == verdict; }),
                     verdict == Verdict::agrees    ? "agree"
                     : verdict == Verdict::differs ? "differ"
                                                   : "skipped");
}

std::string counts(const std::vector<Validated>& results) {
  std::size_t comparisons = 0;
  for (const Validated& each : results) comparisons += each.found.all().size();
  return fmt::format("{} with {}: {}, {}, {}.", counted(results.size(), "case"),
                     counted(comparisons, "comparison"), count_of(results, Verdict::agrees),
                     count_of(results, Verdict::differs), count_of(results, Verdict::skipped));
}

std::string needs_text(const Validated& result) {
  return fmt::format("skipped: needs {} in the folder of --data", result.needs);
}

}  // namespace

std::string ValidationPage::list(const std::vector<const PublishedCase*>& cases) const {
  std::string text;
  for (const PublishedCase* each : cases) {
    text += style_.bold(each->id) + "\n" + hanging("", each->title, 4) +
            hanging("", std::string(each->claim), 4) +
            style_.dim(hanging("", std::string(each->source), 4));
    for (const auto file : each->data)
      text += style_.dim(hanging("", fmt::format("needs {}", file), 4));
  }
  return text;
}

std::string ValidationPage::verdict(Verdict verdict) const {
  const std::string name(names_of(verdict)[static_cast<std::size_t>(verdict)]);
  if (verdict == Verdict::agrees) return style_.accent(name);
  return verdict == Verdict::differs ? style_.alarm(name) : style_.dim(name);
}

std::string ValidationPage::text(const Validated& result) const {
  const PublishedCase& which = *result.which;
  std::string text =
      style_.bold(padded(std::string(which.title), page_width - 8)) + verdict(result.verdict) +
      "\n" + style_.dim(wrapped(fmt::format("{} · {}", which.id, which.source), page_width)) + "\n";
  if (result.verdict == Verdict::skipped) return text + hanging("", needs_text(result), 2);
  text += style_.dim("  " + padded("", what_columns) + padded("published", number_columns) +
                     padded("here", number_columns) + "tolerance") +
          "\n";
  for (const Match& each : result.found.all())
    text += (each.agrees ? style_.accent("✓") : style_.alarm("✗")) + " " + row(each) +
            (each.why.empty() ? "" : hanging("", each.why, 4));
  if (result.verdict == Verdict::differs)
    text += hanging("", fmt::format("scenarios/published/{}/README.md says more.", which.id), 2);
  return text;
}

std::string ValidationPage::text(const std::vector<Validated>& results) const {
  std::string page;
  for (const Validated& each : results) page += text(each) + "\n";
  return page + counts(results) + "\n";
}

std::string ValidationPage::markdown(const std::vector<Validated>& results) const {
  std::string page = counts(results) + "\n\n| case | published by | verdict |\n|---|---|---|\n";
  const auto name = [](const Validated& each) {
    return names_of(each.verdict)[static_cast<std::size_t>(each.verdict)];
  };
  for (const Validated& each : results)
    page += fmt::format("| [{0}](#{1}) | {2} | {3} |\n", each.which->title, each.which->id,
                        each.which->source, name(each));
  for (const Validated& each : results) {
    page += fmt::format("\n## {0}\n\n[{1}](../../scenarios/published/{0}/README.md). {2}\n\n",
                        each.which->id, each.which->title, each.which->claim);
    if (each.verdict == Verdict::skipped) {
      page += needs_text(each) + "\n";
      continue;
    }
    page += "| what | published or exact | here | tolerance | |\n|---|---|---|---|---|\n";
    for (const Match& row : each.found.all())
      page += fmt::format("| {} | {} | {} | {} | {} |\n", row.what, row.published, row.here,
                          row.tolerance,
                          row.agrees        ? "✓"
                          : row.why.empty() ? "**differs**"
                                            : fmt::format("**differs**: {}", row.why));
  }
  return page;
}

std::string ValidationPage::json(const std::vector<Validated>& results) const {
  auto all = nlohmann::ordered_json::array();
  for (const Validated& each : results) {
    auto comparisons = nlohmann::ordered_json::array();
    for (const Match& row : each.found.all())
      comparisons.push_back({{"what", row.what},
                             {"published", row.published},
                             {"here", row.here},
                             {"tolerance", row.tolerance},
                             {"agrees", row.agrees},
                             {"why", row.why}});
    all.push_back({{"id", each.which->id},
                   {"title", each.which->title},
                   {"source", each.which->source},
                   {"verdict", names_of(each.verdict)[static_cast<std::size_t>(each.verdict)]},
                   {"needs", each.needs},
                   {"comparisons", std::move(comparisons)}});
  }
  return all.dump(2) + "\n";
}

}  // namespace entente
