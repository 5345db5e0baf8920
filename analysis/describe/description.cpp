#include "analysis/describe/description.h"

#include <fmt/format.h>

#include "analysis/describe/elements.h"

namespace entente {
namespace {

std::string title_of(const Scenario& scenario) {
  return plain(scenario.title.empty() ? scenario.id : scenario.title);
}

void opening(const Subject& subject, Page& page) {
  page.title(fmt::format("{}: model description", title_of(subject.base)));
  const std::string variant =
      subject.is_variant() ? fmt::format("variant {} of ", code(subject.request.variant)) : "";
  std::vector<std::string> settings;
  for (const auto& setting : subject.request.settings) settings.push_back(plain(setting));
  page.paragraph(fmt::format(
      "This is the simulation model that Entente {} runs for {}the scenario {}, described after "
      "the ODD protocol ({}). It is generated from the declarations in the program's code and "
      "from the scenario, and leaves out what takes no effect here. Values in **bold** differ "
      "from the program's defaults. Texts in the columns *basis* and *note* are the scenario "
      "author's. In what carries two indices, (i, j) reads \"i toward j\".{}",
      plain(subject.request.version), variant, code(subject.base.id),
      page.cite("Grimm et al. 2020"),
      settings.empty()
          ? ""
          : fmt::format(" The scenario is changed by `--set`: {}.", listed(settings))));
}

}  // namespace

std::string odd_description(const Scenario& base, const Request& request) {
  const Subject subject(base, request);
  Page page;
  opening(subject, page);
  odd::purpose(subject, page);
  odd::entities(subject, page);
  odd::process(subject, page);
  odd::concepts(subject, page);
  odd::initialization(subject, page);
  odd::input(subject, page);
  odd::submodels(subject, page);
  odd::variants(subject, page);
  odd::software(subject, page);
  odd::references(page);
  return page.text();
}

}  // namespace entente
