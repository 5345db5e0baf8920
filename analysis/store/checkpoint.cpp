#include "analysis/store/checkpoint.h"

#include <fmt/format.h>

#include <cmath>
#include <mutex>

#include "analysis/ensemble/ensemble.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/store/build.h"
#include "analysis/store/sha256.h"
#include "sim/core/error.h"
#include "sim/scenario/difference.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

namespace entente {
namespace {

/// A number as the entry of a table: a double, or a level.
template <class Entry>
bool fits(double number) {
  if constexpr (std::is_same_v<Entry, double>) return std::isfinite(number);
  return number >= 0.0 && number <= 100.0;
}

Scenario scenario_in(const NetcdfReader& file, const std::string& text) {
  const auto metrics = metric_names();
  return parse_scenario(text, file.name() + ", its scenario", ".", {metrics.begin(), metrics.end()})
      .scenario;
}

StoredRun start_of(const Scenario& scenario, const std::string& variant) {
  const auto model = ensemble_of(scenario, {variant}).variants.front().model;
  return StoredRun(state_of(model->start, model->dynamics), {});
}

/// The scenario in a checkpoint, once it is known to be one, of this build and as it was written.
std::string checked_text(const NetcdfReader& file) {
  if (!file.whole_attribute("checkpoint_tick"))
    file.fail("not a checkpoint; entente run SCENARIO --checkpoint-at DATE writes one");
  const auto of = [&](const char* name) { return file.text_attribute(name).value_or("(none)"); };
  if (of("entente_version") != version() || of("build") != build())
    file.fail(fmt::format(
        "another build wrote this checkpoint, and its runs may have other bits: entente {}, {}; "
        "this is entente {}, {}; burn in again with this one",
        of("entente_version"), of("build"), version(), build()));
  std::string text = of("scenario");
  if (sha256(text) != of("scenario_sha256"))
    file.fail("its scenario was altered: it has not the SHA-256 that the file states");
  return text;
}

}  // namespace

Checkpoint::Checkpoint(const std::filesystem::path& file)
    : file_(file),
      text_(checked_text(file_)),
      tick_(file_.whole_attribute("checkpoint_tick").value()),
      variant_(file_.text_attribute("variant").value_or("")),
      scenario_(scenario_in(file_, text_)),
      failures_(file_.texts("failure")),
      start_(start_of(scenario_, variant_)) {
  const auto numbers = file_.all<std::int64_t>("replicate");
  if (numbers.empty() || numbers.size() != failures_.size()) file_.fail("holds no replicate");
  first_ = static_cast<std::uint64_t>(numbers.front());
  check_shapes();
}

void Checkpoint::check_shapes() const {
  for_each_layer(start_, [&](const StoredLayer& layer, const auto& values) {
    if (values.size() == 0) return;
    NetcdfReader::Shape shape{failures_.size()};
    const auto rest = shape_of(layer, values);
    shape.insert(shape.end(), rest.begin(), rest.end());
    if (file_.shape(layer.name) != shape)
      file_.fail(fmt::format("{}: has not the shape that its scenario calls for", layer.name));
  });
}

void Checkpoint::expect_scenario(const Scenario& named, const std::string& named_file) const {
  const auto apart = first_difference(text_, to_toml(named));
  if (!apart) return;
  const auto line = [](const std::string& text) { return text.empty() ? "nothing" : text; };
  throw InputError(fmt::format(
      "{}: not the scenario of the checkpoint {}: {}{}{} there, {} here; leave it out, since the "
      "checkpoint holds its own",
      named_file, name(), apart->entry, apart->entry.empty() ? "" : ": ", line(apart->first),
      line(apart->second)));
}

void Checkpoint::read(std::uint64_t replicate, BurntRun& run) const {
  expects(replicate >= first_ && replicate < first_ + runs(), "a replicate of the checkpoint");
  const std::size_t row = replicate - first_;
  run.failure = failures_[row];
  if (!run.failure.empty()) return;
  StoredRun stored = start_;
  stored.state.tick = tick_;
  for_each_layer(stored, [&](const StoredLayer& layer, auto& values) {
    if (values.size() == 0) return;
    NetcdfReader::Shape start(1 + layer.over.size(), 0), count{1};
    start[0] = row;
    const auto rest = shape_of(layer, values);
    count.insert(count.end(), rest.begin(), rest.end());
    std::unique_lock lock(netcdf_turn());
    const auto numbers = file_.block<double>(layer.name, start, count);
    lock.unlock();
    using Entry = typename std::remove_cvref_t<decltype(values)>::Scalar;
    auto number = numbers.begin();
    for (Index i = 0; i < values.rows(); ++i)
      for (Index j = 0; j < values.cols(); ++j, ++number) {
        if (!fits<Entry>(*number))
          file_.fail(fmt::format("{}: {} is nothing that a run can hold", layer.name, *number));
        values(i, j) = static_cast<Entry>(*number);
      }
  });
  stored.unpack(run);
}

}  // namespace entente
