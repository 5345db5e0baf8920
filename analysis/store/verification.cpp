#include "analysis/store/verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <boost/random/uniform_int_distribution.hpp>
#include <set>

#include "analysis/ensemble/worker.h"
#include "analysis/metrics/catalogue.h"
#include "analysis/store/sha256.h"
#include "analysis/store/stored_records.h"
#include "sim/core/error.h"

namespace entente {
namespace {

using Row = StoredResult::Row;

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
template <class Whole>
bool same_bits(Whole a, Whole b) {
  return a == b;
}

/// `sample` of the rows, each with the same chance (Floyd's algorithm), in the order of the file.
std::vector<Row> pick(const StoredResult& result, std::size_t sample, std::uint64_t seed) {
  const std::size_t all = result.rows(), variants = result.variants().size();
  auto stream = Draws(seed, 0).stream(Purpose::resampling, 0, 0);
  std::set<std::size_t> numbers;
  for (std::size_t last = all - std::min(sample, all); last < all; ++last) {
    const auto number = boost::random::uniform_int_distribution<std::size_t>(0, last)(stream);
    if (!numbers.insert(number).second) numbers.insert(last);
  }
  std::vector<Row> rows;
  rows.reserve(numbers.size());
  for (const std::size_t number : numbers) rows.push_back({number % variants, number / variants});
  return rows;
}

/// Compares runs with what a file holds of them.
class Check {
 public:
  explicit Check(const StoredResult& result)
      : result_(result), ensemble_(ensemble_of(result)), worker_(ensemble_) {}

  Verification operator()(const std::vector<Row>& rows) {
    check_names("path", result_.paths(), ensemble_.paths);
    const auto metrics = metric_names();
    check_names("metric", result_.file().texts("metric"), {metrics.begin(), metrics.end()});
    for (const Row row : rows) {
      if (!found_.same()) break;
      ++found_.runs;
      check(row);
    }
    return found_;
  }

 private:
  void check(Row row);
  void check_layers(Row row);
  void check_decisions(Row row);
  void check_names(std::string_view what, const std::vector<std::string>& there,
                   const std::vector<std::string>& here);
  template <class Value>
  void check_block(const std::string& variable, Row row, const Value* here, std::size_t count,
                   std::uint64_t& compared);
  template <class Value, class Of>
  void check_column(const std::string& name, Row row, Of of);

  std::string place(Row row) const {
    return fmt::format("variant {}, replicate {}", result_.variants()[row.variant],
                       result_.replicates()[row.replicate]);
  }
  std::string date_of(std::int64_t tick) const {
    return to_text(ensemble_.calendar().date_at(tick));
  }
  std::string address(const std::string& variable, std::size_t position, std::size_t width) const;
  template <class Value>
  void differ(const std::string& where, Value there, Value here) {
    found_.difference = fmt::format("{}: {} in the file, {} here", where, there, here);
  }

  const StoredResult& result_;
  Ensemble ensemble_;
  Worker worker_;
  RunRecord record_;
  Verification found_;
};

void Check::check_names(std::string_view what, const std::vector<std::string>& there,
                        const std::vector<std::string>& here) {
  if (!found_.same() || there == here) return;
  found_.difference = fmt::format("{}: the file has {}, this build {}", what,
                                  fmt::join(there, ", "), fmt::join(here, ", "));
}

/// "series alignment.BLR.CHN at 2023-03-02"; `width`: how many numbers there are at one moment.
std::string Check::address(const std::string& variable, std::size_t position,
                           std::size_t width) const {
  const auto column = position % width;
  const Roster& roster = ensemble_.roster();
  std::string name;
  if (variable == "series") {
    name = ensemble_.paths[column];
  } else if (variable == "metrics") {
    name = metric_names()[column];
  } else {
    const Names& second = variable == "position" ? roster.issues : roster.actors;
    const auto size = static_cast<std::size_t>(second.size());
    name = fmt::format("{} {}", roster.actors[static_cast<Index>(column / size)],
                       second[static_cast<Index>(column % size)]);
  }
  return fmt::format("{} {} at {}", variable, name,
                     date_of(ensemble_.first_tick + static_cast<std::int64_t>(position / width)));
}

template <class Value>
void Check::check_block(const std::string& variable, Row row, const Value* here, std::size_t count,
                        std::uint64_t& compared) {
  if (!found_.same()) return;
  const auto there = result_.of<Value>(variable, row);
  if (there.size() != count) return differ(variable + ", how many numbers", there.size(), count);
  const std::size_t width = count / static_cast<std::size_t>(ensemble_.moments());
  for (std::size_t k = 0; k < count; ++k, ++compared)
    if (!same_bits(there[k], here[k]))
      return differ(fmt::format("{}, {}", place(row), address(variable, k, width)), there[k],
                    here[k]);
}

void Check::check(Row row) {
  const std::atomic<bool> stop{false};
  worker_.run(row.variant, static_cast<std::uint64_t>(result_.replicates()[row.replicate]), stop,
              record_);
  if (!ensemble_.paths.empty())
    check_block("series", row, record_.series.data(),
                static_cast<std::size_t>(record_.series.size()), found_.series);
  check_block("metrics", row, record_.metrics.data(),
              static_cast<std::size_t>(record_.metrics.size()), found_.metrics);
  if (ensemble_.recording == Recording::full) check_layers(row);
  check_decisions(row);
}

void Check::check_layers(Row row) {
  const auto layer = [&](const char* name, const auto& values) {
    if (result_.file().has(name))
      check_block(name, row, values.data(), values.size(), found_.layers);
  };
  layer("alignment", record_.layers.alignment);
  layer("dependence", record_.layers.dependence);
  layer("sanctions", record_.layers.sanctions);
  layer("support", record_.layers.support);
  layer("position", record_.layers.position);
}

void Check::check_decisions(Row row) {
  if (!found_.same()) return;
  if (result_.count("decision", row) != record_.decisions.size())
    return differ(place(row) + ", how many decisions", result_.count("decision", row),
                  record_.decisions.size());
  const int step = ensemble_.calendar().step_days;
  using D = const Decision&;
  check_column<double>("time", row, [step](D d) { return d.tick * step; });
  check_column<int>("layer", row, [](D d) { return d.layer; });
  check_column<int>("actor", row, [](D d) { return d.actor; });
  check_column<int>("target", row, [](D d) { return d.target; });
  check_column<int>("from", row, [](D d) { return d.from; });
  check_column<int>("to", row, [](D d) { return d.to; });
  check_column<double>("probability", row, [](D d) { return d.probability; });
  if (found_.same()) found_.decisions += record_.decisions.size();
}

template <class Value, class Of>
void Check::check_column(const std::string& name, Row row, Of of) {
  if (!found_.same()) return;
  const auto there = result_.column<Value>("decision", name, row);
  for (std::size_t k = 0; k < there.size(); ++k) {
    const auto here = static_cast<Value>(of(record_.decisions[k]));
    if (!same_bits(there[k], here))
      return differ(fmt::format("{}, decision {} at {}, {}", place(row), k + 1,
                                date_of(record_.decisions[k].tick), name),
                    there[k], here);
  }
}

}  // namespace

Verification verify(const StoredResult& result, std::size_t sample, std::uint64_t seed) {
  const std::string hash = sha256(result.scenario());
  if (hash != result.sha256()) {
    Verification altered;
    altered.difference = fmt::format(
        "the scenario in the file was altered: its SHA-256 is {}…, that of the scenario which ran "
        "{}…",
        hash.substr(0, 16), result.sha256().substr(0, 16));
    return altered;
  }
  return Check(result)(pick(result, sample, seed));
}

}  // namespace entente
