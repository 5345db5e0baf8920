#include "sim/core/drift.h"

namespace entente {
namespace {

/// Eigen cuts a product into blocks that fit the caches it finds, and with the blocks changes the
/// order of summation. Sizes that nearly every x86-64 has are set instead, so that the bits do not
/// depend on the machine.
const bool cache_sizes_are_fixed = [] {
  Eigen::setCpuCacheSizes(32 * 1024, 512 * 1024, 4 * 1024 * 1024);
  return true;
}();

}  // namespace

void Drift::multiply(const Matrix& alignment) {
  static_cast<void>(cache_sizes_are_fixed);
  forcing_.noalias() += op_ * alignment;
}

}  // namespace entente
