#include "analysis/store/checkpoint_file.h"

#include <algorithm>
#include <limits>
#include <map>

#include "analysis/store/checkpoint_layout.h"

namespace entente {

/// The file with its variables, as they are written.
class CheckpointFile::Variables {
 public:
  Variables(const std::filesystem::path& target, const Ensemble& burn_in,
            const Provenance& provenance);

  void add(const RunRecord& record);
  void finish();

 private:
  /// A variable over (replicate, rest…), with the rows that wait to be written.
  struct Rows {
    int variable = 0;
    NetcdfFile::Shape shape;
    std::vector<double> waiting;
  };

  void define_coordinates(const Ensemble& burn_in);
  void define_layers(std::uint64_t replicates);
  void flush();

  NetcdfFile file_;
  StoredRun start_;  ///< for the shapes of all tables
  int replicate_;
  int replicates_ = 0, failures_ = 0;
  std::map<std::string, int> dimensions_;
  std::vector<Rows> layers_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::string> messages_;
  std::size_t batch_ = 1, written_ = 0;
};

CheckpointFile::Variables::Variables(const std::filesystem::path& target, const Ensemble& burn_in,
                                     const Provenance& provenance)
    : file_(target),
      start_(state_of(burn_in.model().start, burn_in.model().dynamics), {}),
      replicate_(file_.growing_dimension("replicate")) {
  const Calendar& calendar = burn_in.calendar();
  put_provenance(file_, provenance, burn_in.seed);
  file_.attribute(NC_GLOBAL, "checkpoint_tick", calendar.ticks);
  file_.attribute(NC_GLOBAL, "checkpoint_date", to_text(calendar.end()));
  file_.attribute(NC_GLOBAL, "variant", burn_in.variants.front().id);
  define_coordinates(burn_in);
  define_layers(burn_in.runs);
}

void CheckpointFile::Variables::define_coordinates(const Ensemble& burn_in) {
  replicates_ = file_.variable("replicate", NC_INT64, {replicate_});
  file_.describe(replicates_, "replicate: the same number means the same random draws", "1");
  failures_ = file_.variable("failure", NC_STRING, {replicate_});
  file_.describe(failures_, "why the replicate failed before, or empty", "");
  for (const int variable : {replicates_, failures_}) file_.chunks(variable, {4096});
  const Roster& roster = burn_in.roster();
  const auto coordinate = [&](const std::string& name, const std::vector<std::string>& all) {
    if (all.empty()) return;  // a dimension of length 0 cannot be told from a growing one
    dimensions_[name] = file_.dimension(name, all.size());
    file_.put(file_.variable(name, NC_STRING, {dimensions_[name]}), all);
  };
  coordinate("actor", roster.actors.all());
  coordinate("target", roster.actors.all());
  coordinate("issue", roster.issues.all());
  coordinate("bloc", roster.blocs.all());
  coordinate("conflict", roster.conflicts.all());
  coordinate("commitment", roster.commitments.all());
  if (roster.commitments.size() > 0)
    coordinate("commitment_field", {commitment_fields.begin(), commitment_fields.end()});
  coordinate("parameter", numeric_parameters(start_.state.dynamics));
}

void CheckpointFile::Variables::define_layers(std::uint64_t replicates) {
  constexpr std::size_t chunk_bytes = 1 << 20;
  const auto widest = static_cast<std::size_t>(start_.state.affinity.size());
  batch_ = std::clamp<std::uint64_t>(chunk_bytes / (sizeof(double) * widest), 1, replicates);
  for_each_layer(start_, [&](const StoredLayer& layer, const auto& values) {
    if (values.size() == 0) return;
    std::vector<int> over{replicate_};
    for (const auto& name : layer.over) over.push_back(dimensions_.at(name));
    Rows rows{file_.variable(layer.name, NC_DOUBLE, over), shape_of(layer, values), {}};
    file_.describe(rows.variable, layer.meaning, "1");
    NetcdfFile::Shape chunk{batch_};
    chunk.insert(chunk.end(), rows.shape.begin(), rows.shape.end());
    file_.chunks(rows.variable, chunk);
    file_.compress(rows.variable);
    layers_.push_back(std::move(rows));
  });
}

void CheckpointFile::Variables::add(const RunRecord& record) {
  numbers_.push_back(static_cast<std::int64_t>(record.replicate));
  messages_.push_back(record.failure);
  const StoredRun run =
      record.failed() ? start_ : StoredRun(record.state.value(), record.commitments);
  auto rows = layers_.begin();
  for_each_layer(run, [&](const StoredLayer&, const auto& values) {
    if (values.size() == 0) return;
    auto& waiting = (rows++)->waiting;
    for (Index i = 0; i < values.rows(); ++i)
      for (Index j = 0; j < values.cols(); ++j)
        waiting.push_back(record.failed() ? std::numeric_limits<double>::quiet_NaN()
                                          : static_cast<double>(values(i, j)));
  });
  if (numbers_.size() == batch_) flush();
}

void CheckpointFile::Variables::flush() {
  const std::size_t count = numbers_.size();
  if (count == 0) return;
  for (auto& [variable, shape, waiting] : layers_) {
    NetcdfFile::Shape start(1 + shape.size(), 0), counts{count};
    start[0] = written_;
    counts.insert(counts.end(), shape.begin(), shape.end());
    file_.put(variable, start, counts, waiting.data());
    waiting.clear();
  }
  file_.put(replicates_, {written_}, {count}, numbers_.data());
  file_.put(failures_, {written_}, {count}, messages_);
  numbers_.clear();
  messages_.clear();
  written_ += count;
}

void CheckpointFile::Variables::finish() {
  flush();
  file_.finish();
}

CheckpointFile::CheckpointFile(const std::filesystem::path& target, const Ensemble& burn_in,
                               const Provenance& provenance)
    : variables_(std::make_unique<Variables>(target, burn_in, provenance)) {}

CheckpointFile::~CheckpointFile() = default;

void CheckpointFile::take(std::span<const RunRecord> replicate) {
  for (const RunRecord& record : replicate) variables_->add(record);
}

void CheckpointFile::finish() { variables_->finish(); }

}  // namespace entente
