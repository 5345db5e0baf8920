#include "analysis/validate/cases.h"

namespace entente::cases {
void landscape(const Materials&, Comparisons&) {}
}  // namespace entente::cases
