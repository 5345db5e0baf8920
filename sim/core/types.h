#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <type_traits>

namespace entente {

using Index = Eigen::Index;

/// A dyadic layer, N×N: entry (i, j) is i toward j. Row-major, so that row i, all that i does, is
/// contiguous.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A table of actors by attributes, N×K, column-major: one attribute over all actors is contiguous.
using Table = Eigen::MatrixXd;

using Vector = Eigen::VectorXd;
using RowVector = Eigen::RowVectorXd;

/// A contiguous block of actors: one of them, several or all. Laws of motion are written for a
/// block of rows, so that the engine may ask for as many at a time as the cache holds and the
/// ledger for just one, with the same bits.
struct Rows {
  Index first = 0;
  Index count = 0;
};

/// Rows i of a layer: what the actors of the block hold toward all others.
template <class Layer>
auto rows(Layer& layer, Rows i) {
  return layer.middleRows(i.first, i.count);
}

/// The same as one long row: whatever is done entry by entry needs no more than one loop.
template <class Layer>
auto strip(Layer& layer, Rows i) {
  using Row = std::conditional_t<std::is_const_v<Layer>, const RowVector, RowVector>;
  return Eigen::Map<Row>(layer.data() + i.first * layer.cols(), i.count * layer.cols());
}

/// Rows i of the layer's transpose: what all others hold toward the actors of the block.
template <class Layer>
auto transposed_rows(const Layer& layer, Rows i) {
  return layer.middleCols(i.first, i.count).transpose();
}

}  // namespace entente
