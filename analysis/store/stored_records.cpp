#include "analysis/store/stored_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>

#include "analysis/metrics/catalogue.h"
#include "sim/scenario/read.h"
#include "sim/scenario/report.h"

namespace entente {
namespace {

using Row = StoredResult::Row;

/// Reads the record of one run after the other.
class RecordReader {
 public:
  RecordReader(const StoredResult& result, const Ensemble& ensemble)
      : result_(result), ensemble_(ensemble) {
    check_names("path", result.paths(), ensemble.paths);
    const auto metrics = metric_names();
    check_names("metric", result.file().texts("metric"), {metrics.begin(), metrics.end()});
  }

  RunRecord read(Row row) const;

 private:
  void check_names(const char* what, const std::vector<std::string>& there,
                   const std::vector<std::string>& here) const {
    if (there != here)
      result_.file().fail(fmt::format("{}: the file has {}, this build {}", what,
                                      fmt::join(there, ", "), fmt::join(here, ", ")));
  }
  void read_numbers(const char* variable, Row row, double* to, std::size_t count) const;
  std::vector<std::int64_t> ticks(const char* table, Row row) const;
  void read_decisions(Row row, RunRecord& record) const;
  void read_ends(Row row, RunRecord& record) const;
  void read_proposals(Row row, RunRecord& record) const;
  const Roster& roster(Row row) const {
    return *ensemble_.variants[row.variant].model->start.roster;
  }
  /// A column of numbers from 0 to below `bound`.
  std::vector<int> numbers(const char* table, const char* name, Row row, Index bound) const;
  /// Where a name of the file stands in a list.
  Index position(const Names& names, const std::string& name) const;

  const StoredResult& result_;
  const Ensemble& ensemble_;
};

RunRecord RecordReader::read(Row row) const {
  RunRecord record;
  record.reset(ensemble_, row.variant,
               static_cast<std::uint64_t>(result_.replicates()[row.replicate]));
  read_numbers("series", row, record.series.data(), static_cast<std::size_t>(record.series.size()));
  read_numbers("metrics", row, record.metrics.data(),
               static_cast<std::size_t>(record.metrics.size()));
  read_numbers("contribution", row, record.ledger.parts.data(), record.ledger.parts.size());
  read_decisions(row, record);
  read_ends(row, record);
  read_proposals(row, record);
  return record;
}

void RecordReader::read_numbers(const char* variable, Row row, double* to,
                                std::size_t count) const {
  if (count == 0) return;
  const auto numbers = result_.of<double>(variable, row);
  if (numbers.size() != count)
    result_.file().fail(fmt::format("{}: {} numbers of a run where there should be {}", variable,
                                    numbers.size(), count));
  std::copy(numbers.begin(), numbers.end(), to);
}

/// Dates are stored in days since the start.
std::vector<std::int64_t> RecordReader::ticks(const char* table, Row row) const {
  std::vector<std::int64_t> all;
  for (const double day : result_.column<double>(table, "time", row))
    all.push_back(std::llround(day) / ensemble_.calendar().step_days);
  return all;
}

std::vector<int> RecordReader::numbers(const char* table, const char* name, Row row,
                                       Index bound) const {
  auto all = result_.column<int>(table, name, row);
  for (const int number : all)
    if (number < 0 || number >= bound)
      result_.file().fail(
          fmt::format("{}_{}: {} is none of 0 to {}", table, name, number, bound - 1));
  return all;
}

Index RecordReader::position(const Names& names, const std::string& name) const {
  const auto found = names.find(name);
  if (!found) result_.file().fail(no_such("name", name, names.all()));
  return *found;
}

void RecordReader::read_decisions(Row row, RunRecord& record) const {
  const auto whole = [&](const char* name, Index bound) {
    return numbers("decision", name, row, bound);
  };
  const Index actors = roster(row).actors.size();
  constexpr Index levels = 128;
  const auto tick = ticks("decision", row);
  const auto layer = whole("layer", std::ssize(names_of(ChoiceLayer{}))),
             actor = whole("actor", actors), target = whole("target", actors),
             from = whole("from", levels), to = whole("to", levels),
             occasion = whole("occasion", std::ssize(names_of(Occasion{})));
  const auto probability = result_.column<double>("decision", "probability", row);
  for (std::size_t k = 0; k < tick.size(); ++k)
    record.decisions.push_back({tick[k], static_cast<ChoiceLayer>(layer[k]), actor[k], target[k],
                                from[k], to[k], probability[k],
                                static_cast<Occasion>(occasion[k])});
}

void RecordReader::read_ends(Row row, RunRecord& record) const {
  const auto tick = ticks("commitment", row);
  const auto id = result_.texts("commitment", "id", row);
  const auto outcome = numbers("commitment", "outcome", row, std::ssize(names_of(Outcome{})));
  const auto credibility = result_.column<double>("commitment", "credibility", row);
  for (std::size_t k = 0; k < tick.size(); ++k)
    record.commitments.push_back({tick[k], position(roster(row).commitments, id[k]),
                                  static_cast<Outcome>(outcome[k]), credibility[k]});
}

void RecordReader::read_proposals(Row row, RunRecord& record) const {
  const auto whole = [&](const char* name) { return result_.column<int>("proposal", name, row); };
  const Index actors = roster(row).actors.size();
  const auto tick = ticks("proposal", row);
  const auto bloc = result_.texts("proposal", "bloc", row),
             blockers = result_.texts("proposal", "blockers", row);
  const auto target = numbers("proposal", "target", row, actors), from = whole("from"),
             to = whole("to");
  const auto probability = result_.column<double>("proposal", "probability", row);
  for (std::size_t k = 0; k < tick.size(); ++k) {
    StoppedProposal stop{
        tick[k], position(roster(row).blocs, bloc[k]), target[k], from[k], to[k], probability[k],
        {}};
    std::istringstream names(blockers[k]);
    for (std::string name; names >> name;)
      stop.blockers.push_back(position(roster(row).actors, name));
    record.stopped.push_back(std::move(stop));
  }
}

}  // namespace

Ensemble ensemble_of(const StoredResult& result) {
  const auto metrics = metric_names();
  const auto scenario = parse_scenario(result.scenario(), result.file().name() + ", its scenario",
                                       ".", {metrics.begin(), metrics.end()})
                            .scenario;
  Ensemble ensemble = ensemble_of(scenario, result.variants());
  ensemble.seed = result.seed();
  ensemble.runs = result.replicates().size();
  ensemble.first_tick = result.first_tick();
  if (ensemble.first_tick < 0 || ensemble.first_tick > ensemble.calendar().ticks)
    result.file().fail(fmt::format("first_tick: {} is none of this run", ensemble.first_tick));
  ensemble.recording = result.full() ? Recording::full : Recording::watch;
  return ensemble;
}

void hand_on(const StoredResult& result, const Ensemble& ensemble, Sink& sink) {
  const RecordReader reader(result, ensemble);
  for (std::size_t replicate = 0; replicate < result.replicates().size(); ++replicate) {
    std::vector<RunRecord> records;
    for (std::size_t variant = 0; variant < result.variants().size(); ++variant)
      records.push_back(reader.read({variant, replicate}));
    sink.take(records);
  }
}

}  // namespace entente
