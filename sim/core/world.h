#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/core/benchmark.h"
#include "sim/core/bloc_rule.h"
#include "sim/core/covariates.h"
#include "sim/core/levels.h"
#include "sim/core/parameter.h"
#include "sim/core/pledge.h"
#include "sim/core/roster.h"
#include "sim/core/types.h"

namespace entente {

/// The state of the world at one moment: N actors, G blocs, K issues, C conflicts (the model page,
/// section 1). Plain layers are public; what must stay consistent changes through members.
class World {
 public:
  World() = default;
  /// A world in which nothing is known: neutral actors of capability 1 who all recognise each
  /// other, hold no levels and trade nothing. `sanctions_top`, `support_top`: L of each layer.
  World(std::shared_ptr<const Roster> who, int sanctions_top, int support_top);

  Index actors() const { return alignment.rows(); }
  Index issues() const { return position.cols(); }
  Index conflicts() const { return intensity.size(); }

  // Who: constant.
  std::shared_ptr<const Roster> roster;
  std::shared_ptr<const Covariates> covariates;
  std::shared_ptr<const Benchmark> benchmark;
  std::shared_ptr<const std::vector<BlocRule>> bloc_rules;  ///< one a bloc
  std::shared_ptr<const std::vector<Pledge>> pledges;       ///< one a commitment
  Vector capability;                                        ///< c, N, > 0
  RowVector share;                                          ///< ω = c / Σc, N
  Table salience;                                           ///< s, N×K, ≥ 0, rows sum to 1
  Vector home_at_start;                                     ///< D_i0(0), N
  Table position_at_start;                                  ///< x(0), N×K
  Link link = Link::tanh;
  bool self_ties = false;  ///< whether the diagonal of A is kept (the identity link only)

  // What flows.
  Matrix affinity;    ///< Z, N×N
  Matrix alignment;   ///< A = tanh Z (or Z itself), N×N, in (−1, 1), diagonal 0
  Matrix dependence;  ///< D, N×N, in [0, 1], diagonal 0; rows and the home share sum to 1
  Table position;     ///< X, N×K, in [−1, 1]

  // What events set.
  Matrix recognition;      ///< R, N×N, in [0, 1]
  Matrix pact;             ///< P, N×N, in [0, 1], symmetric, diagonal 0
  Matrix membership;       ///< m, G×N, in [0, 1]
  Vector cohesion;         ///< η, G
  Vector intensity;        ///< h, C, in [0, 1]
  Matrix declared_side;    ///< σ⁰, C×N, in [−1, 1]: + attacker's side, − defender's
  Vector diversification;  ///< ζ, N: the drive to diversify
  std::int64_t tick = 0;

  // What tests and events change.
  std::vector<CommitmentState> commitments;  ///< one a pledge

  // What follows from the above.
  const Levels& sanctions() const { return sanctions_; }  ///< S, chosen
  const Levels& support() const { return support_; }      ///< M, chosen
  const Levels& levels(ChoiceLayer layer) const;
  const Matrix& side() const { return side_; }                    ///< σ, C×N: effective sides
  const RowVector& violation() const { return violation_; }       ///< v, N: max_k h_k max(σ_ik, 0)
  const Matrix& co_membership() const { return co_membership_; }  ///< Σ_g η_g m_gi m_gj, N×N
  const Matrix& non_recognition() const { return non_recognition_; }  ///< 1 − min(R_ij, R_ji), N×N
  const std::vector<Index>& belligerents() const { return belligerents_; }
  /// The declared belligerents on the side opposite to j's in an active conflict.
  const std::vector<Index>& enemies(Index j) const { return enemies_[static_cast<std::size_t>(j)]; }
  /// Those with a share in a bloc, in order.
  std::vector<Index> members_of(Index bloc) const;
  /// The bloc whose competence i's sanctions are; −1 where they are its own.
  Index voting_bloc_of(Index i) const { return voting_bloc_[static_cast<std::size_t>(i)]; }
  double home_share(Index i) const { return 1.0 - dependence.row(i).sum(); }  ///< D_i0

  /// Sets Z_ij and with it A_ij.
  void set_affinity(Index i, Index j, double z);
  /// Sets A_ij and with it Z_ij; |a| < 1 under the tanh link.
  void set_alignment(Index i, Index j, double a);
  /// Sets D_ij; i's other shares, home included, divide the rest in their old proportions.
  void set_dependence(Index i, Index j, double share);
  /// Sets ℓ_ij of a layer and, where it moves i's side in a conflict, that.
  void set_level(ChoiceLayer layer, Index i, Index j, int level);
  /// Sets ℓ_ij and, where sanctions are the competence of i's bloc, that of its other members too.
  void set_common_level(ChoiceLayer layer, Index i, Index j, int level);
  /// Sets m_gi. Whoever joins a bloc that votes takes over its sanctions.
  void set_membership(Index bloc, Index i, double weight);
  /// Recomputes rows i of A from Z.
  void refresh_alignment(Rows i);
  void refresh_alignment(Index i) { refresh_alignment(Rows{i, 1}); }
  /// Recomputes sides, violations, belligerents and enemies, after σ⁰ or h changed.
  void refresh_conflicts();
  /// Recomputes co-membership, competences and non-recognition, after m, η, a rule or R changed.
  void refresh_ties();

 private:
  void refresh_side(Index i);

  Levels sanctions_, support_;
  Matrix side_;
  RowVector violation_;
  Matrix co_membership_, non_recognition_;
  std::vector<Index> belligerents_;
  std::vector<std::vector<Index>> enemies_;
  std::vector<Index> voting_bloc_;
};

/// A of one affinity under a link.
double alignment_of(double affinity, Link link);
/// Z of one alignment under a link.
double affinity_of(double alignment, Link link);

}  // namespace entente
