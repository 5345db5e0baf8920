#include "sim/core/pledge.h"

namespace entente {

bool Test::operator()(double x) const {
  switch (relation) {
    case Relation::at_least:
      return x >= bound;
    case Relation::at_most:
      return x <= bound;
    case Relation::above:
      return x > bound;
    case Relation::below:
      return x < bound;
    case Relation::equal:
      return x == bound;
    case Relation::unequal:
      return x != bound;
  }
  return false;
}

}  // namespace entente
