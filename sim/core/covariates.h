#pragma once

#include <vector>

#include "sim/core/roster.h"
#include "sim/core/types.h"

namespace entente {

/// What the modeller knows of actors and dyads besides the layers: regime type, distance, a shared
/// language. Constant, and named by the scenario; `capability` = ln(c_i / mean c) is always there.
class Covariates {
 public:
  Covariates() = default;
  /// `actor`: N×V, one column a name; `dyadic`: one N×N matrix a name.
  Covariates(Names actor_names, Table actor, Names dyadic_names, std::vector<Matrix> dyadic);

  const Names& actor_names() const { return actor_names_; }
  const Names& dyadic_names() const { return dyadic_names_; }

  /// x_i of covariate v for every actor, N.
  auto actor(Index v) const { return actor_.col(v); }
  /// w_ij of dyadic covariate v, N×N.
  const Matrix& dyadic(Index v) const { return dyadic_[static_cast<std::size_t>(v)]; }
  /// 1 − |x_i − x_j| / range of x, less its mean over dyads, N×N; 0 where x does not vary.
  const Matrix& similarity(Index v) const { return similarity_[static_cast<std::size_t>(v)]; }

 private:
  Names actor_names_, dyadic_names_;
  Table actor_;
  std::vector<Matrix> dyadic_, similarity_;
};

}  // namespace entente
