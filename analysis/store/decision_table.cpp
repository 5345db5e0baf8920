#include "analysis/store/decision_table.h"

#include <fmt/format.h>

namespace entente {

DecisionTable::DecisionTable(NetcdfFile& file, const Ensemble& ensemble,
                             const Dimensions& dimensions)
    : file_(file), dimension_(dimensions.decision), step_days_(ensemble.calendar().step_days) {
  time_ = column("time", NC_DOUBLE, "when the tick began in which the level moved",
                 time_units(ensemble.calendar()));
  file_.attribute(time_, "calendar", time_calendar);
  layer_ = column("layer", NC_BYTE, "layer of the level", "1");
  file_.attribute(layer_, "flag_values", std::vector<signed char>{0, 1});
  file_.attribute(layer_, "flag_meanings", "sanctions support");
  actor_ = column("actor", NC_INT, "who moved it, as a position in actor, from 0", "1");
  target_ = column("target", NC_INT, "towards whom, as a position in target, from 0", "1");
  from_ = column("from", NC_BYTE, "level before, in notches", "1");
  to_ = column("to", NC_BYTE, "level after, in notches", "1");
  probability_ = column("probability", NC_DOUBLE,
                        "how likely the actor was to choose this at its opportunity", "1");
  replicate_ = column("replicate", NC_INT64, "in which replicate, by its number", "1");
  variant_ = column("variant", NC_INT, "in which variant, as a position in variant, from 0", "1");
}

int DecisionTable::column(const std::string& name, nc_type type, std::string_view meaning,
                          std::string_view units) {
  const int variable = file_.variable("decision_" + name, type, {dimension_});
  file_.chunks(variable, {chunk});
  file_.compress(variable);
  file_.describe(variable, meaning, units);
  return variable;
}

void DecisionTable::add(const RunRecord& record) {
  for (const Decision& decision : record.decisions) {
    waiting_.push_back(decision);
    waiting_replicates_.push_back(static_cast<std::int64_t>(record.replicate));
    waiting_variants_.push_back(static_cast<int>(record.variant));
    if (waiting_.size() == chunk) flush();
  }
}

template <class Value>
void DecisionTable::put(int variable, const std::vector<Value>& values) {
  file_.put(variable, {written_}, {values.size()}, values.data());
}

void DecisionTable::flush() {
  if (waiting_.empty()) return;
  const auto each = [this]<class Value>(Value, auto of) {
    std::vector<Value> values;
    for (const Decision& decision : waiting_) values.push_back(static_cast<Value>(of(decision)));
    return values;
  };
  using D = const Decision&;
  const auto step = step_days_;
  put(time_, each(0.0, [step](D d) { return d.tick * step; }));
  put(layer_, each(static_cast<signed char>(0), [](D d) { return static_cast<int>(d.layer); }));
  put(actor_, each(0, [](D d) { return d.actor; }));
  put(target_, each(0, [](D d) { return d.target; }));
  put(from_, each(static_cast<signed char>(0), [](D d) { return d.from; }));
  put(to_, each(static_cast<signed char>(0), [](D d) { return d.to; }));
  put(probability_, each(0.0, [](D d) { return d.probability; }));
  put(replicate_, waiting_replicates_);
  put(variant_, waiting_variants_);
  written_ += waiting_.size();
  waiting_.clear();
  waiting_replicates_.clear();
  waiting_variants_.clear();
}

}  // namespace entente
