#include "analysis/validate/cases.h"

namespace entente::cases {
void frustration(const Materials&, Comparisons&) {}
}  // namespace entente::cases
