#include "analysis/store/netcdf_result.h"

#include <fmt/format.h>

#include <optional>

#include "analysis/metrics/catalogue.h"
#include "analysis/store/dimensions.h"
#include "analysis/store/happenings.h"
#include "analysis/store/slabs.h"

namespace entente {

/// The file with its variables, as they are written.
class NetcdfResult::Variables {
 public:
  Variables(const std::filesystem::path& target, const Ensemble& ensemble,
            const Provenance& provenance);

  void add(const RunRecord& record);
  void finish(const Tally& tally);

 private:
  using Shape = NetcdfFile::Shape;

  void define_series();
  void define_layers();
  void define_ledger();
  /// A variable over (variant, replicate, time, rest…).
  int define(const std::string& name, nc_type type, const std::vector<int>& rest,
             std::string_view long_name);
  template <class Value>
  Slabs<Value> slabs(int variable, const Shape& rest);
  Slabs<signed char> levels(ChoiceLayer layer);

  const Ensemble& ensemble_;
  NetcdfFile file_;
  Dimensions dimensions_;
  std::optional<Slabs<double>> series_, metrics_, alignment_, dependence_, position_;
  std::optional<Slabs<double>> affinity_, contribution_;
  std::optional<Slabs<signed char>> sanctions_, support_;
  std::optional<Happenings> happenings_;
};

NetcdfResult::Variables::Variables(const std::filesystem::path& target, const Ensemble& ensemble,
                                   const Provenance& provenance)
    : ensemble_(ensemble), file_(target), dimensions_(file_, ensemble) {
  put_provenance(file_, provenance, ensemble.seed);
  if (ensemble.first_tick > 0) file_.attribute(NC_GLOBAL, "first_tick", ensemble.first_tick);
  define_series();
  if (ensemble.recording == Recording::full) define_layers();
  if (!ensemble.explained.empty()) define_ledger();
  happenings_.emplace(file_, ensemble);
  dimensions_.put_coordinates(file_, ensemble);
}

int NetcdfResult::Variables::define(const std::string& name, nc_type type,
                                    const std::vector<int>& rest, std::string_view long_name) {
  std::vector<int> over{dimensions_.variant, dimensions_.replicate, dimensions_.time};
  over.insert(over.end(), rest.begin(), rest.end());
  const int variable = file_.variable(name, type, over);
  file_.describe(variable, long_name, "1");
  return variable;
}

template <class Value>
Slabs<Value> NetcdfResult::Variables::slabs(int variable, const Shape& rest) {
  Shape shape{static_cast<std::size_t>(ensemble_.moments())};
  shape.insert(shape.end(), rest.begin(), rest.end());
  return Slabs<Value>(file_, variable, ensemble_.variants.size(), ensemble_.runs, shape);
}

void NetcdfResult::Variables::define_series() {
  if (dimensions_.path >= 0) {
    const int series = define("series", NC_DOUBLE, {dimensions_.path}, "watched series");
    file_.attribute(series, "comment",
                    "alignment in (-1, 1); dependence, recognition, pacts and membership as shares "
                    "in [0, 1]; sanctions and support in notches; welfare relative to the start");
    series_ = slabs<double>(series, {ensemble_.paths.size()});
  }
  const int metrics = define("metrics", NC_DOUBLE, {dimensions_.metric}, "metrics of the world");
  metrics_ = slabs<double>(metrics, {metric_names().size()});
}

void NetcdfResult::Variables::define_layers() {
  const std::vector<int> dyad{dimensions_.actor, dimensions_.target};
  const auto actors = static_cast<std::size_t>(ensemble_.roster().actors.size());
  const auto issues = static_cast<std::size_t>(ensemble_.roster().issues.size());
  alignment_ = slabs<double>(
      define("alignment", NC_DOUBLE, dyad, "how the actor stands towards the target, in (-1, 1)"),
      {actors, actors});
  dependence_ = slabs<double>(
      define("dependence", NC_DOUBLE, dyad,
             "share of the actor's absorption that comes from exchange with the target"),
      {actors, actors});
  sanctions_ = levels(ChoiceLayer::sanctions);
  support_ = levels(ChoiceLayer::support);
  if (dimensions_.issue >= 0)
    position_ = slabs<double>(define("position", NC_DOUBLE, {dimensions_.actor, dimensions_.issue},
                                     "the actor's stance on the issue, in [-1, 1]"),
                              {actors, issues});
}

void NetcdfResult::Variables::define_ledger() {
  const std::size_t explained = ensemble_.explained.size(), parts = ensemble_.chart.parts.size();
  const int affinity = define("affinity", NC_DOUBLE, {dimensions_.explained},
                              "latent alignment Z of the explained dyad; alignment is tanh Z "
                              "under the tanh link");
  affinity_ = slabs<double>(affinity, {explained});
  const int contribution =
      define("contribution", NC_DOUBLE, {dimensions_.explained, dimensions_.part},
             "what the part has added to the dyad's affinity since the start");
  file_.attribute(contribution, "comment",
                  "summed over part this is the change of affinity since the start");
  contribution_ = slabs<double>(contribution, {explained, parts});
  for (const int variable : {affinity, contribution}) file_.compress(variable);
}

Slabs<signed char> NetcdfResult::Variables::levels(ChoiceLayer layer) {
  const std::string name(names_of(layer)[static_cast<std::size_t>(layer)]);
  const int top = ensemble_.model().start.levels(layer).top();
  const int variable =
      define(name, NC_BYTE, {dimensions_.actor, dimensions_.target},
             fmt::format("level of {} towards the target, in notches from 0 to {}", name, top));
  if (top == 4) {
    file_.attribute(variable, "flag_values", std::vector<signed char>{0, 1, 2, 3, 4});
    file_.attribute(variable, "flag_meanings",
                    fmt::format("{}", fmt::join(level_names(layer), " ")));
  }
  file_.fill(variable, LayerHistory::unknown);
  const auto actors = static_cast<std::size_t>(ensemble_.roster().actors.size());
  auto result = slabs<signed char>(variable, {actors, actors});
  file_.compress(variable);
  return result;
}

void NetcdfResult::Variables::add(const RunRecord& record) {
  const auto into = [&](auto& slabs, const auto* values) {
    if (slabs) slabs->add(record.variant, values);
  };
  into(series_, record.series.data());
  into(metrics_, record.metrics.data());
  into(alignment_, record.layers.alignment.data());
  into(dependence_, record.layers.dependence.data());
  into(position_, record.layers.position.data());
  into(affinity_, record.ledger.affinity.data());
  into(contribution_, record.ledger.parts.data());
  into(sanctions_, record.layers.sanctions.data());
  into(support_, record.layers.support.data());
  happenings_->add(record);
}

void NetcdfResult::Variables::finish(const Tally& tally) {
  for (auto* slabs :
       {&series_, &metrics_, &alignment_, &dependence_, &position_, &affinity_, &contribution_})
    if (*slabs) (*slabs)->flush();
  for (auto* slabs : {&sanctions_, &support_})
    if (*slabs) (*slabs)->flush();
  happenings_->flush();
  dimensions_.put_replicates(file_, ensemble_, tally.replicates);
  if (tally.failed > 0)
    file_.attribute(NC_GLOBAL, "failed_runs", static_cast<std::int64_t>(tally.failed));
  if (tally.interrupted)
    file_.attribute(NC_GLOBAL, "interrupted",
                    fmt::format("after {} of {} replicates", tally.replicates, ensemble_.runs));
  file_.finish();
}

NetcdfResult::NetcdfResult(const std::filesystem::path& target, const Ensemble& ensemble,
                           const Provenance& provenance)
    : variables_(std::make_unique<Variables>(target, ensemble, provenance)) {}

NetcdfResult::~NetcdfResult() = default;

void NetcdfResult::take(std::span<const RunRecord> replicate) {
  for (const RunRecord& record : replicate) variables_->add(record);
}

void NetcdfResult::finish(const Tally& tally) { variables_->finish(tally); }

}  // namespace entente
