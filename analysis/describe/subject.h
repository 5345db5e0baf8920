#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/describe/description.h"
#include "sim/scenario/compile.h"

namespace entente {

/// A change that an event makes to a parameter in the course of a run.
struct Shift {
  Date date{};
  double value = 0.0;
};

/// What a description is of: a scenario, or one of its variants, ready to run.
struct Subject {
  const Scenario& base;
  const Request& request;
  Scenario scenario;  ///< as the described variant has it
  std::shared_ptr<const Model> base_model, model;

  Subject(const Scenario& base_scenario, const Request& asked);

  const Dynamics& dynamics() const { return model->dynamics; }
  const World& start() const { return model->start; }
  bool is_variant() const { return request.variant != "base"; }
  /// The described variant; null for the scenario itself.
  const VariantEntry* variant() const;

  /// How many events set a path that begins so, such as "pact.".
  std::size_t settings(std::string_view prefix) const;
  std::size_t of_type(EventType type) const;
  std::size_t interactions() const { return of_type(EventType::interaction); }
  std::size_t shocks() const { return of_type(EventType::shock); }
  /// How events change the parameter of a full path.
  std::vector<Shift> shifts(std::string_view path) const;
  /// Whether a numeric parameter is at some time other than 0.
  bool acts(std::string_view path) const;

  /// Whether conflict k has a side to take, and is active at some time.
  bool is_fought(std::size_t k) const;
  /// The same of any conflict.
  bool has_war() const;
  /// Whether actors take opportunities in a layer, and have any level to choose.
  bool chooses(ChoiceLayer layer) const;
  bool chooses() const { return chooses(ChoiceLayer::sanctions) || chooses(ChoiceLayer::support); }
  /// Whether any level of a layer is at some time above 0.
  bool has(ChoiceLayer layer) const;
  /// Whether some bloc decides on its members' sanctions.
  bool votes() const;
  bool has_pacts() const;
  bool has_recognition() const;  ///< anything but full recognition of all by all
  bool has_co_membership() const;
  bool has_issues() const { return !scenario.issues.empty(); }
  bool moves_exchange() const { return acts("dynamics.dependence.rate"); }
  bool moves_positions() const;
  bool has_noise() const { return acts("dynamics.alignment.noise.scale"); }
  /// Whether some shock draws numbers of that distribution, or of any.
  bool draws_shocks(ShockDistribution distribution) const;
  bool draws_shocks() const {
    return draws_shocks(ShockDistribution::normal) || draws_shocks(ShockDistribution::uniform);
  }
  bool is_random() const {
    return has_noise() || chooses() || draws_shocks() || !scenario.commitments.empty();
  }
};

/// The name of a layer in paths.
std::string_view name_of(ChoiceLayer layer);

}  // namespace entente
