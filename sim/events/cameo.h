#pragma once

#include <span>
#include <string_view>

namespace entente {

/// One event type of the CAMEO ontology, version 1.1b3, with its Goldstein score.
///
/// A code has two digits (root), three (base) or four (leaf); each longer code refines the shorter
/// one it starts with. The score is the code's conflict-cooperation weight in [−10, 10]:
/// 10 is the most cooperative, −10 the most conflictual. The name is a short wording of our own.
///
/// The list holds the 311 codes, roots included, for which the CAMEO-to-Goldstein table gives a
/// score. The 1.1b3 codebook names five more, for which no published score is known, and which are
/// therefore unknown here: 155, 176, 1834, 1951 and 1952.
///
/// Sources: Schrodt (2012), CAMEO event and actor codebook 1.1b3; Goldstein (1992), Journal of
/// Conflict Resolution 36: 369; the scores as in the public table CAMEO.goldsteinscale.txt, codes
/// in the numbering of 1.1b3.
struct CameoCode {
  std::string_view code;
  double goldstein;
  std::string_view name;
};

/// The whole list, sorted by code as text.
[[nodiscard]] std::span<const CameoCode> cameo_codes();

/// The entry of exactly this code, leading zero included, or nullptr if there is none.
[[nodiscard]] const CameoCode* find_cameo(std::string_view code);

}  // namespace entente
