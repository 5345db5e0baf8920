#include "analysis/study/model_experiment.h"

#include <algorithm>
#include <bit>
#include <boost/math/distributions/normal.hpp>

#include "analysis/study/test_models.h"
#include "sim/core/draws.h"

namespace entente {
namespace {

double number_of(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* number = std::get_if<double>(&value);
  if (!number) throw InputError("a test model takes numbers alone");
  return *number;
}

/// A test model at one point, with what its noise is scaled by.
class ModelTrial final : public Trial {
 public:
  ModelTrial(double y, double noise, std::uint64_t place, std::uint64_t seed)
      : y_(y), noise_(noise), place_(place), seed_(seed) {}

  bool run(std::size_t, std::uint64_t replicate, const Interruption& interrupted,
           std::span<double> outcomes) override {
    if (interrupted()) return false;
    const double y = noise_ == 0.0 ? y_ : y_ + noise_ * normal(replicate);
    std::fill(outcomes.begin(), outcomes.end(), y);
    return true;
  }

 private:
  /// A standard normal number of this point and replicate.
  double normal(std::uint64_t replicate) const {
    auto stream = Draws(seed_, replicate)
                      .stream(Purpose::noise, static_cast<std::int64_t>(place_ >> 32),
                              static_cast<std::int64_t>(place_ & 0x0fffffffU));
    const double unit = (static_cast<double>(stream() >> 11) + 0.5) * 0x1p-53;
    return boost::math::quantile(boost::math::normal(), unit);
  }

  double y_, noise_;
  std::uint64_t place_;  ///< a number of the point's values
  std::uint64_t seed_;
};

/// The bits of all values, mixed (SplitMix64).
std::uint64_t mixed(std::uint64_t hash, double value) {
  std::uint64_t z = (hash ^ std::bit_cast<std::uint64_t>(value)) + 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

}  // namespace

ModelExperiment::ModelExperiment(const Study& study)
    : model_name_(study.model),
      model_(find_test_model(study.model)),
      seed_(static_cast<std::uint64_t>(study.seed)) {
  for (const auto& parameter : study.parameters) paths_.push_back(parameter.path);
}

std::unique_ptr<Trial> ModelExperiment::at(const std::vector<Scalar>& values) const {
  const auto& known = model_->parameters;
  std::vector<double> x(known.size(), 0.0);
  double noise = 0.0;
  std::uint64_t place = 0;
  for (std::size_t p = 0; p < paths_.size(); ++p) {
    const double value = number_of(values[p]);
    place = mixed(place, value);
    for (std::size_t k = 0; k < known.size(); ++k)
      if (known[k].name == paths_[p]) x[k] = value;
    if (paths_[p] == TestModel::noise) noise = value;
  }
  return std::make_unique<ModelTrial>(model_->answer(x), noise, place, seed_);
}

}  // namespace entente
