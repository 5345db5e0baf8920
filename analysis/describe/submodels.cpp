#include <fmt/format.h>

#include "analysis/describe/elements.h"
#include "analysis/describe/terms.h"

namespace entente::odd {

namespace {

/// The layers in which nobody chooses, with the reason.
std::string layers_off(const Subject& subject) {
  std::vector<std::string> off;
  for (const auto layer : {ChoiceLayer::sanctions, ChoiceLayer::support})
    if (!subject.chooses(layer))
      off.push_back(fmt::format("{} ({})", name_of(layer),
                                subject.acts(fmt::format("dynamics.{}.rate", name_of(layer)))
                                    ? "no conflict"
                                    : "rate 0"));
  return off.empty() ? "" : fmt::format("Nobody chooses {}.", listed(off));
}

}  // namespace

void metrics(Page& page) {
  page.subsection("Metrics");
  page.paragraph("Measured of the world at every moment; they act on nothing.");
  std::vector<Term> terms;
  const auto lists = metric_lists();
  for (const auto& entry : lists.front().entries) terms.push_back({entry, "", true, ""});
  page.display(equations_of(terms));
  PageTable table{{"metric", "unit", "meaning", "source"}, {}};
  for (const auto& [entry, rate, on, idle] : terms)
    table.rows.push_back(
        {code(entry.name), plain(entry.unit), plain(entry.meaning), page.cite(entry.source)});
  page.table(table);
}

void randomness(const Subject& subject, Page& page) {
  if (!subject.is_random()) return;
  page.subsection("Random numbers");
  const std::string opportunities =
      subject.chooses()
          ? " An opportunity has a stream of its own, so that one more or fewer leaves "
            "the draws and the relative order of the others alone."
          : "";
  const std::string normals =
      subject.has_noise() || subject.draws_shocks(ShockDistribution::normal)
          ? fmt::format(" Normal draws are by the method of Box and Muller ({}).",
                        page.cite("Box & Muller 1958"))
          : "";
  page.paragraph(fmt::format(
      "Every draw is a pure function of (seed, replicate, purpose, tick, index), by the "
      "counter-based generator Philox4x32-10 ({}): results are the same for any number of threads, "
      "and a replicate has the same draws in every variant (common random numbers).{}{}",
      page.cite("Salmon et al. 2011"), opportunities, normals));
}

void submodels(const Subject& subject, Page& page) {
  page.section("Submodels");
  if (const std::string off = layers_off(subject); !off.empty()) page.paragraph(off);
  alignment(subject, page);
  interactions(subject, page);
  shocks(subject, page);
  sides(subject, page);
  choices(subject, ChoiceLayer::sanctions, page);
  choices(subject, ChoiceLayer::support, page);
  votes(subject, page);
  commitments(subject, page);
  exchange(subject, page);
  welfare(subject, page);
  positions(subject, page);
  metrics(page);
  randomness(subject, page);
}

}  // namespace entente::odd
