#include <fmt/format.h>

#include "analysis/data/networks.h"
#include "analysis/metrics/frustration_index.h"
#include "analysis/metrics/triads.h"
#include "analysis/validate/cases.h"

namespace entente::cases {
namespace {

std::string whole(double number) { return fmt::format("{:.0f}", number); }

/// The index of a network, marked where it is not proven to be the least.
std::string index_of(const FrustrationIndex& found) {
  return whole(found.index) + (found.proven ? "" : " (unproven)");
}

/// Index, balanced and unbalanced triangles of one window of the Correlates of War.
void compare_window(const PublishedTable& published, std::size_t row, const PublishedTable& ties,
                    Matches& found) {
  const std::string& window = published.text(row, "window");
  const SignedNetwork network = signed_network(ties, window);
  const Triangles count = triangles(network.ties);
  found.equal(
      fmt::format("{}: index, triangles + and −", window),
      fmt::format("{}, {}, {}", published.text(row, "frustration_L_exact"),
                  published.text(row, "tri_balanced"), published.text(row, "tri_unbalanced")),
      fmt::format("{}, {}, {}", index_of(frustration_index(network.ties)), count.balanced,
                  count.unbalanced));
}

}  // namespace

void frustration(const Materials& materials, Matches& found) {
  const SignedNetwork tribes = signed_network(materials.table("networks/tribes16_read1954.csv"));
  found.equal("frustration index of Read's tribes", "7", index_of(frustration_index(tribes.ties)));
  const PublishedTable published = materials.table("published/cow_signed_frustration.csv");
  const PublishedTable ties = materials.table("networks/cow_signed_1946_1999.csv");
  for (std::size_t row = 0; row < published.rows(); ++row)
    compare_window(published, row, ties, found);
}

}  // namespace entente::cases
