#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "sim/core/types.h"

namespace entente {

/// The two layers in which actors choose.
enum class ChoiceLayer { sanctions, support };
constexpr std::array<std::string_view, 2> names_of(ChoiceLayer) { return {"sanctions", "support"}; }

/// The names of the levels 0 … 4 of a layer that has five.
constexpr std::array<std::string_view, 5> level_names(ChoiceLayer layer) {
  if (layer == ChoiceLayer::sanctions) return {"none", "targeted", "sectoral", "severe", "embargo"};
  return {"none", "political", "dual-use", "lethal", "forces"};
}

/// A choice layer's state: the level ℓ_ij ∈ {0 … L} that i holds toward each j, and its intensity
/// ℓ_ij / L ∈ [0, 1].
class Levels {
 public:
  /// A level above 0 that an actor holds toward, or bears from, another.
  struct Tie {
    Index other = 0;
    double intensity = 0.0;
  };

  /// The same with who holds it.
  struct HeldTie {
    Index holder = 0;
    Index other = 0;
    double intensity = 0.0;
  };

  Levels() = default;
  Levels(Index actors, int top);

  int top() const { return top_; }
  int operator()(Index i, Index j) const { return level_(i, j); }
  const Matrix& intensity() const { return intensity_; }
  /// Those toward whom i holds a level above 0, in order.
  const std::vector<Tie>& held_by(Index i) const { return held_[static_cast<std::size_t>(i)]; }
  /// Those who hold a level above 0 toward j, in order.
  const std::vector<Tie>& held_on(Index j) const { return bearing_[static_cast<std::size_t>(j)]; }

  /// All levels above 0, by holder and by those toward whom they are held.
  const std::vector<HeldTie>& held() const { return all_; }

  /// Sets ℓ_ij; `level` lies in 0 … L and i ≠ j.
  void set(Index i, Index j, int level);

 private:
  int top_ = 0;
  Eigen::Matrix<int, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> level_;
  Matrix intensity_;
  std::vector<std::vector<Tie>> held_, bearing_;
  std::vector<HeldTie> all_;
};

}  // namespace entente
