#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/alignment/dynamics.h"
#include "sim/choice/dynamics.h"
#include "sim/events/commitments.h"
#include "sim/exchange/dependence.h"
#include "sim/exchange/positions.h"

namespace entente {

/// Every parameter of the law of motion, with its default. Plain values: copy it, change it.
struct Dynamics {
  AlignmentDynamics alignment;
  ChoiceDynamics choice;
  ExchangeDynamics dependence;
  PositionDynamics positions;
  CommitmentDynamics commitments;
};

/// Calls `f(path, value, parameter)` on the declared parameters of one block, as
/// "dynamics.alignment.balance.rate"; `value` refers into `block`.
template <class Block, class F>
void for_each_parameter_of(Block& block, const std::string& prefix, F&& f) {
  for_each(std::remove_const_t<Block>::parameters(), [&](const auto& parameter) {
    f(prefix + std::string(parameter.name), block.*(parameter.member), parameter);
  });
}

/// The same for a choice layer: its rules, its effects' weights, and those of covariates.
template <class Layer, class F>
void for_each_parameter_of_layer(Layer& layer, const std::string& prefix, F&& f) {
  for_each_parameter_of(layer.rules, prefix, f);
  const auto visit_effect = [&](auto& effect) {
    using Effect = std::remove_cvref_t<decltype(effect)>;
    const Parameter<Effect, double> weight{&Effect::weight, Effect::name, "", any_real(),
                                           Effect::meaning};
    f(prefix + std::string(Effect::name), effect.weight, weight);
  };
  for_each(layer.effects, visit_effect);
  visit_effect(layer.deterrence);
  CovariateEffects::for_each_family(layer.covariates, [&](std::string_view family, auto& weights) {
    struct Covariate {
      double weight;
    };
    for (auto& [name, weight] : weights) {
      const Parameter<Covariate, double> declared{&Covariate::weight, name, "", any_real(),
                                                  "θ of a covariate"};
      f(prefix + std::string(family) + "." + name, weight, declared);
    }
  });
}

/// Calls `f(path, value, parameter)` on every parameter of the law of motion, in a fixed order.
/// `value` is a double, int, bool or enumeration; `parameter` is its declaration.
template <class D, class F>
void for_each_parameter(D& dynamics, F&& f) {
  const std::string alignment = "dynamics.alignment.";
  const auto visit_mechanism = [&](auto& mechanism) {
    for_each_parameter_of(mechanism, alignment + std::string(mechanism.name) + ".", f);
  };
  for_each(dynamics.alignment.mechanisms, visit_mechanism);
  visit_mechanism(dynamics.alignment.noise);
  for_each_parameter_of(dynamics.alignment, alignment, f);
  for_each_parameter_of_layer(dynamics.choice.sanctions, "dynamics.sanctions.", f);
  for_each_parameter_of_layer(dynamics.choice.support, "dynamics.support.", f);
  for_each_parameter_of(dynamics.dependence, "dynamics.dependence.", f);
  for_each_parameter_of(dynamics.positions, "dynamics.positions.", f);
  for_each_parameter_of(dynamics.commitments, "dynamics.commitments.", f);
}

/// One parameter as readers of any kind see it.
struct ParameterRow {
  std::string path;
  std::string unit;
  std::string value;   ///< as it stands in a scenario file
  std::string bounds;  ///< in words
  std::string meaning;
  std::vector<std::string> words;  ///< the values of an enumeration, else empty
};
std::vector<ParameterRow> parameter_rows(const Dynamics& dynamics);

/// The full path of a parameter, given that or its short form ("dynamics.alignment.balance" for
/// its rate, "dynamics.alignment.noise" for its scale); nothing if there is none such.
std::optional<std::string> full_parameter_path(const Dynamics& dynamics, std::string_view path);

/// Sets a numeric parameter by its full path. Throws `InputError` if it is no number, or the value
/// is out of bounds or, for a whole number, not whole.
void set_parameter(Dynamics& dynamics, std::string_view path, double number);

/// A numeric parameter by its full path; nothing if there is none such.
std::optional<double> parameter_value(const Dynamics& dynamics, std::string_view path);

}  // namespace entente
