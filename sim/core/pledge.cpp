#include "sim/core/pledge.h"

namespace entente {

bool Test::operator()(double x) const {
  switch (comparison) {
    case Comparison::at_least:
      return x >= bound;
    case Comparison::at_most:
      return x <= bound;
    case Comparison::above:
      return x > bound;
    case Comparison::below:
      return x < bound;
    case Comparison::equal:
      return x == bound;
    case Comparison::unequal:
      return x != bound;
  }
  return false;
}

}  // namespace entente
