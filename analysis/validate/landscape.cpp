#include "analysis/metrics/landscape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/data/networks.h"
#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"

namespace entente::cases {
namespace {

/// The landscape of a scenario: capabilities are sizes, alignments are propensities.
Landscape landscape_of(const Scenario& scenario) {
  const auto model = model_of(scenario);
  return {model->start.capability, model->start.alignment};
}

/// "{Sun, Prime}": the members of the camp that has a given actor.
std::string camp_of(const Basin& basin, const std::vector<std::string>& names, std::size_t actor) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (basin.camps[i] == basin.camps[actor]) text += (text.empty() ? "" : ", ") + names[i];
  return text;
}

void compare_unix(const Scenario& scenario, Matches& found) {
  std::vector<std::string> names;
  for (const ActorEntry& actor : scenario.actors) names.push_back(actor.name);
  const auto minima = basins(landscape_of(scenario));
  found.equal("Unix: minima", 2, static_cast<std::int64_t>(minima.size()));
  if (minima.size() != 2) return;
  const bool in_order = minima[0].camps[2] == minima[0].camps[0];  // AT&T is third, Sun first
  found.equal("Unix: Sun's alliance in one minimum", "Sun, Prime, AT&T, IBM",
              camp_of(minima[in_order ? 0 : 1], names, 0));
  found.equal("Unix: Sun's alliance in the other", "Sun, Prime, DEC, HP",
              camp_of(minima[in_order ? 1 : 0], names, 0));
  found.near("Unix: difference of their energies", 0.0, minima[0].energy - minima[1].energy, 1e-9);
}

/// The four minima are published without the sizes of the five.
void compare_five_powers(Scenario scenario, Matches& found) {
  const auto count = [&] {
    return static_cast<std::int64_t>(basins(landscape_of(scenario)).size());
  };
  found.equal("five equal rival powers: minima", 4, count());
  found.explain("every split into two and three is a minimum; the sizes are not published");
  scenario.actors.front().capability = 2.0;
  found.equal("the same, one of them twice as large", 4, count());
}

void compare_syria(const Propensities& syria, Matches& found) {
  const auto minima = basins(Landscape(syria.size, syria.propensity));
  found.equal("minima", 1, static_cast<std::int64_t>(minima.size()));
  found.near("energy", -83200.0, minima.front().energy, 1e-6, 0);
  const auto isis = std::find(syria.names.begin(), syria.names.end(), "ISIS");
  if (isis == syria.names.end())
    return found.equal("in a camp of their own", "ISIS", "not in the table");
  const auto place = static_cast<std::size_t>(isis - syria.names.begin());
  found.equal("in a camp of their own", "ISIS, Nursa, Turkey",
              camp_of(minima.front(), syria.names, place));
}

}  // namespace

void landscape(const Materials& materials, Matches& found) {
  compare_unix(materials.scenario("axelrod-bennett-1993/unix.toml"), found);
  compare_five_powers(materials.scenario("axelrod-bennett-1993/five-powers.toml"), found);
}

void landscape_of_syria(const Materials& materials, Matches& found) {
  compare_syria(propensities(materials.table("networks/landscape_syria2016_axelrod_furnas.csv")),
                found);
}

}  // namespace entente::cases
