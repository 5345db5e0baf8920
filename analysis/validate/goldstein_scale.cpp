#include <algorithm>
#include <cmath>

#include "analysis/validate/cases.h"
#include "analysis/validate/play.h"
#include "sim/events/cameo.h"

namespace entente::cases {

void goldstein_scale(const Materials& materials, Matches& found) {
  const PublishedTable table = materials.table("cameo_goldstein.csv");
  Scenario scenario = materials.scenario("goldstein-1992/scale.toml");
  const double echo = scenario.dynamics.alignment.echo;
  double lowest = 0.0, highest = 0.0, apart = 0.0;
  std::int64_t known = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double score = table.number(row, "goldstein");
    if (find_cameo(table.text(row, "code")) == nullptr) continue;
    ++known;
    scenario.events.front().cameo = table.text(row, "code");
    const Matrix moved = played_out(scenario).world().alignment;
    apart = std::max(
        {apart, std::abs(10.0 * moved(0, 1) - score), std::abs(10.0 * moved(1, 0) - echo * score)});
    lowest = std::min(lowest, 10.0 * moved(0, 1));
    highest = std::max(highest, 10.0 * moved(0, 1));
  }
  found.equal("CAMEO codes that events know", static_cast<std::int64_t>(table.rows()), known);
  found.apart("how far each moves a dyad", "its score", apart, 1e-12);
  found.near("the most hostile act", -10.0, lowest, 1e-12, 1);
  found.near("the most friendly act", 10.0, highest, 1e-12, 1);
}

}  // namespace entente::cases
