#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "analysis/store/netcdf_file.h"

namespace entente {

/// A table in a NetCDF file: one variable a column, over a dimension that grows row by row. Rows
/// wait in memory until there are enough for a chunk.
template <class Row>
class RowTable {
 public:
  using row_type = Row;

  /// `name` is the dimension, and begins the names of the columns: decision_time.
  RowTable(NetcdfFile& file, std::string name)
      : file_(&file), name_(std::move(name)), dimension_(file.growing_dimension(name_)) {}

  /// Adds a column of what `of(row)` gives: double, int, std::int64_t, signed char or std::string.
  /// Returns the variable.
  template <class Value>
  int column(const std::string& name, std::string_view meaning, std::string_view units,
             std::function<Value(const Row&)> of) {
    const int variable = file_->variable(name_ + "_" + name, type_of<Value>(), {dimension_});
    file_->chunks(variable, {chunk});
    if constexpr (!std::is_same_v<Value, std::string>) file_->compress(variable);
    file_->describe(variable, meaning, units);
    writers_.push_back([this, variable, of = std::move(of)] {
      std::vector<Value> values;
      values.reserve(waiting_.size());
      for (const Row& row : waiting_) values.push_back(of(row));
      if constexpr (std::is_same_v<Value, std::string>)
        file_->put(variable, {written_}, {values.size()}, values);
      else
        file_->put(variable, {written_}, {values.size()}, values.data());
    });
    return variable;
  }

  void add(Row row) {
    waiting_.push_back(std::move(row));
    if (waiting_.size() == chunk) flush();
  }

  /// Writes what is waiting.
  void flush() {
    if (waiting_.empty()) return;
    for (const auto& write : writers_) write();
    written_ += waiting_.size();
    waiting_.clear();
  }

  RowTable(const RowTable&) = delete;
  RowTable& operator=(const RowTable&) = delete;

 private:
  static constexpr std::size_t chunk = 4096;

  template <class Value>
  static nc_type type_of() {
    if constexpr (std::is_same_v<Value, double>) return NC_DOUBLE;
    if constexpr (std::is_same_v<Value, int>) return NC_INT;
    if constexpr (std::is_same_v<Value, std::int64_t>) return NC_INT64;
    if constexpr (std::is_same_v<Value, signed char>) return NC_BYTE;
    return NC_STRING;
  }

  NetcdfFile* file_;
  std::string name_;
  int dimension_;
  std::size_t written_ = 0;
  std::vector<Row> waiting_;
  std::vector<std::function<void()>> writers_;
};

}  // namespace entente
