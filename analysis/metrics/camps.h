#pragma once

#include <vector>

#include "sim/core/types.h"

namespace entente {

/// The two camps of an alignment A, N×N: +1 or −1 for each actor, the sign of its component of the
/// leading eigenvector v₁ (of the largest algebraic eigenvalue) of (A + Aᵀ)/2, diagonal 0.
///
/// Actor 0 is in camp +1, and so is whoever leans to neither side (|v| < 10⁻¹² of the largest). It
/// is the partition that structural balance leads to, where the largest eigenvalue is simple.
///
/// Source: Marvel, Kleinberg, Kleinberg & Strogatz, PNAS 108 (2011) 1771; Newman, PNAS 103 (2006)
/// 8577, for the leading eigenvector as a partition.
std::vector<int> camps(const Matrix& alignment);

/// The camps that a leading eigenvector stands for, N: ±1.
Vector camps_of(const Vector& leading);

}  // namespace entente
