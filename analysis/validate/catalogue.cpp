#include <fmt/format.h>

#include <algorithm>

#include "analysis/validate/cases.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> frustration_data{"networks/tribes16_read1954.csv",
                                                           "networks/cow_signed_1946_1999.csv",
                                                           "published/cow_signed_frustration.csv"};
constexpr std::array<std::string_view, 1> syria_data{
    "networks/landscape_syria2016_axelrod_furnas.csv"};
constexpr std::array<std::string_view, 1> friendship_data{"networks/rsiena_s50_edges.csv"};
constexpr std::array<std::string_view, 1> goldstein_data{"cameo_goldstein.csv"};

constexpr std::array all_cases{
    PublishedCase{.id = "marvel-2011",
                  .title = "Structural balance in continuous time",
                  .source = "Marvel, Kleinberg, Kleinberg & Strogatz, PNAS 108 (2011) 1771",
                  .claim = "Ties that move by dX/dt = X² escape at 1/λ₁ and fall into the camps of "
                           "the leading eigenvector; the more friendly the start, the smaller the "
                           "minority.",
                  .slow = true,
                  .compare = cases::riccati},
    PublishedCase{
        .id = "kulakowski-2005",
        .title = "The Heider balance",
        .source = "Kułakowski, Gawroński & Gronek, Int. J. Modern Physics C 16 (2005) 707",
        .claim = "Bounded ties become balanced from random starts, in a time that falls "
                 "with the square root of the number of actors.",
        .slow = true,
        .compare = cases::heider_balance},
    PublishedCase{.id = "cartwright-harary-1956",
                  .title = "How far signed networks are from balance",
                  .source = "Cartwright & Harary, Psychological Review 63 (1956) 277; Read 1954; "
                            "Doreian & Mrvar 2015",
                  .claim = "The least number of ties whose change would balance a network, and its "
                           "balanced and unbalanced triangles.",
                  .data = frustration_data,
                  .slow = true,
                  .compare = cases::frustration},
    PublishedCase{.id = "axelrod-bennett-1993",
                  .title = "Landscape theory of aggregation",
                  .source = "Axelrod & Bennett, British Journal of Political Science 23 (1993) 211",
                  .claim = "Actors that each better their own lot end in one of a few two-camp "
                           "configurations of least energy.",
                  .compare = cases::landscape},
    PublishedCase{.id = "axelrod-furnas-2016",
                  .title = "The landscape of Syria's war",
                  .source = "Axelrod & Furnas, Landscape Theory (public code and data, 2016)",
                  .claim = "Of 1,024 configurations one is stable: the Islamic State, Nusra and "
                           "Turkey against the rest.",
                  .data = syria_data,
                  .compare = cases::landscape_of_syria},
    PublishedCase{.id = "degroot-1974",
                  .title = "Reaching a consensus",
                  .source = "DeGroot, J. American Statistical Association 69 (1974) 118",
                  .claim = "People who average each other's opinions agree in the end, on weights "
                           "that are the left Perron vector.",
                  .compare = cases::consensus},
    PublishedCase{.id = "friedkin-johnsen-1990",
                  .title = "Social influence and opinions",
                  .source =
                      "Friedkin & Johnsen, J. Mathematical Sociology 15 (1990) 193; example in "
                      "Advances in Group Processes 16 (1999) 1",
                  .claim = "People who stay attached to their first opinions do not agree; where "
                           "they end is the solution of a linear system.",
                  .compare = cases::social_influence},
    PublishedCase{.id = "signorino-ritter-1999",
                  .title = "The similarity of foreign policy positions",
                  .source = "Signorino & Ritter, International Studies Quarterly 43 (1999) 115",
                  .claim = "S = 1 − 2 Σ w|x − y|/Δmax; it is what agreement adds to alignment.",
                  .compare = cases::similarity},
    PublishedCase{.id = "snijders-2001",
                  .title = "The stochastic actor-oriented model",
                  .source = "Snijders, Sociological Methodology 31 (2001) 361; RSiena's s50 data",
                  .claim = "Simulated from its estimates, the model reproduces the statistics that "
                           "were observed.",
                  .data = friendship_data,
                  .slow = true,
                  .compare = cases::friendship},
    PublishedCase{.id = "goldstein-1992",
                  .title = "A scale of conflict and cooperation",
                  .source = "Goldstein, J. Conflict Resolution 36 (1992) 369; Schrodt's CAMEO",
                  .claim = "Every kind of act has a score from −10 to 10.",
                  .data = goldstein_data,
                  .compare = cases::goldstein_scale},
    PublishedCase{.id = "arkolakis-2012",
                  .title = "The gains from trade",
                  .source = "Arkolakis, Costinot & Rodríguez-Clare, American Economic Review 102 "
                            "(2012) 94",
                  .claim = "Without trade the United States of 2000 would lose 0.7 to 1.4 % of its "
                           "real income, by its home share of 0.93 alone.",
                  .compare = cases::gains_from_trade},
    PublishedCase{
        .id = "fearon-1994",
        .title = "Threats and audience costs",
        .source = "Fearon, American Political Science Review 88 (1994) 577; Schelling 1960",
        .claim = "Threats are defied the less, the more credible they are, and the more "
                 "it would cost to back down.",
        .slow = true,
        .compare = cases::threats}};

}  // namespace

std::string PublishedCase::missing_in(const std::filesystem::path& folder) const {
  for (const std::string_view file : data)
    if (folder.empty() || !std::filesystem::exists(folder / file)) return std::string(file);
  return "";
}

std::span<const PublishedCase> published_cases() { return all_cases; }

const PublishedCase& published_case(std::string_view id) {
  std::vector<std::string> known;
  for (const PublishedCase& each : all_cases) {
    if (each.id == id) return each;
    known.emplace_back(each.id);
  }
  throw InputError(fmt::format("{}: no such case{}", id, did_you_mean(id, known)));
}

}  // namespace entente
