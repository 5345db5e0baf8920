#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/study/experiment.h"

namespace entente {

struct TestModel;

/// A test model with known answers, of which a study varies the parameters: its outcome y is the
/// model's value and, where the study has a parameter `noise`, so much times a standard normal
/// number of the replicate and the point besides.
class ModelExperiment final : public Experiment {
 public:
  explicit ModelExperiment(const Study& study);

  std::unique_ptr<Trial> at(const std::vector<Scalar>& values) const override;
  std::string subject() const override { return model_name_; }

 private:
  std::string model_name_;
  const TestModel* model_;
  std::vector<std::string> paths_;
  std::uint64_t seed_;
};

}  // namespace entente
