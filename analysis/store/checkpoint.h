#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/ensemble/burn_in.h"
#include "analysis/store/checkpoint_layout.h"
#include "analysis/store/netcdf_reader.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A checkpoint file as it is read: the states of a burn-in, from which runs go on. States are read
/// as they are asked for, so that memory does not grow with their number.
class Checkpoint final : public BurnIn {
 public:
  /// Throws `InputError` if the file is none such, or not whole; if another build wrote it, whose
  /// runs may have other bits; if its scenario was altered.
  explicit Checkpoint(const std::filesystem::path& file);

  const std::string& name() const { return file_.name(); }
  const Scenario& scenario() const { return scenario_; }
  const std::string& variant() const { return variant_; }  ///< the one that was burnt in
  std::int64_t tick() const { return tick_; }
  std::uint64_t first() const { return first_; }  ///< the number of the first replicate
  std::uint64_t runs() const { return failures_.size(); }

  /// Throws `InputError` if the scenario of a file is not this one, with the first line in which
  /// they differ.
  void expect_scenario(const Scenario& named, const std::string& named_file) const;

  /// Throws `InputError` where a state holds what no run can hold.
  void read(std::uint64_t replicate, BurntRun& run) const override;

 private:
  void check_shapes() const;

  NetcdfReader file_;
  std::string text_;  ///< the scenario as the file has it
  std::int64_t tick_;
  std::string variant_;
  Scenario scenario_;
  std::vector<std::string> failures_;
  std::uint64_t first_ = 0;
  StoredRun start_;  ///< for the shapes of all tables, and what is no number of the parameters
};

}  // namespace entente
