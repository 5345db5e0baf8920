#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/store/netcdf_reader.h"

namespace entente {

/// The result of a run as its file has it.
class StoredResult {
 public:
  /// One run of a result: positions along the file's dimensions.
  struct Row {
    std::size_t variant = 0;
    std::size_t replicate = 0;
    bool operator<(const Row& other) const {
      return std::tie(variant, replicate) < std::tie(other.variant, other.replicate);
    }
  };

  /// Throws `InputError` if the file is none, is broken off, or is no result of `entente run`.
  explicit StoredResult(const std::filesystem::path& file);

  const NetcdfReader& file() const { return file_; }
  const std::string& scenario() const { return scenario_; }  ///< resolved, as TOML
  const std::string& sha256() const { return sha256_; }      ///< of the scenario, as stated
  const std::string& build() const { return build_; }
  const std::string& version() const { return version_; }
  const std::vector<std::string>& variants() const { return variants_; }
  const std::vector<std::int64_t>& replicates() const { return replicates_; }
  const std::vector<std::string>& paths() const { return paths_; }
  std::uint64_t seed() const { return seed_; }
  /// The tick at which what it holds begins: later than 0 if its runs went on from a checkpoint.
  std::int64_t first_tick() const { return file_.whole_attribute("first_tick").value_or(0); }
  /// Whether it holds whole layers.
  bool full() const { return file_.has("alignment"); }
  std::size_t rows() const { return variants_.size() * replicates_.size(); }

  /// What the file holds of a variable over (variant, replicate, …) for one run.
  template <class Value>
  std::vector<Value> of(const std::string& variable, Row row) const {
    NetcdfReader::Shape count = file_.shape(variable), start(count.size(), 0);
    if (count.size() < 2) file_.fail(variable + ": has no variant and replicate");
    start[0] = row.variant;
    start[1] = row.replicate;
    count[0] = count[1] = 1;
    return file_.block<Value>(variable, start, count);
  }

  /// How many rows a table of what happened ("decision", "commitment", "proposal") has of one run;
  /// 0 where the file has no such table.
  std::size_t count(const std::string& table, Row row) const { return place(table, row).second; }
  /// One column of these rows ("time", "layer", …), in their order in the file.
  template <class Value>
  std::vector<Value> column(const std::string& table, const std::string& name, Row row) const {
    const auto [first, count] = place(table, row);
    if (count == 0) return {};
    return file_.block<Value>(table + "_" + name, {first}, {count});
  }
  /// The same of a column of texts.
  std::vector<std::string> texts(const std::string& table, const std::string& name, Row row) const;

 private:
  /// Where a table's rows of a run begin, and how many there are.
  using Places = std::map<Row, std::pair<std::size_t, std::size_t>>;

  std::pair<std::size_t, std::size_t> place(const std::string& table, Row row) const;
  void find_rows(const std::string& table);

  NetcdfReader file_;
  std::string scenario_, sha256_, build_, version_;
  std::uint64_t seed_ = 0;
  std::vector<std::string> variants_, paths_;
  std::vector<std::int64_t> replicates_;
  std::map<std::string, Places> places_;  ///< of each table
};

}  // namespace entente
