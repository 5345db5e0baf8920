#pragma once

#include <netcdf.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/store/partial_file.h"

namespace entente {

/// The NetCDF library serves one thread at a time. A `NetcdfFile` sees to it by itself; whoever
/// reads while others write holds this.
std::mutex& netcdf_turn();

/// A NetCDF-4 file under way. Every call throws `RunError` that says what to do if it fails; what
/// is not finished leaves no file. A file that could not be written is left to itself, since HDF5
/// crashes when it is to close one: its memory and its space go with the program.
class NetcdfFile {
 public:
  using Shape = std::vector<std::size_t>;

  explicit NetcdfFile(const std::filesystem::path& target);
  NetcdfFile(const NetcdfFile&) = delete;
  NetcdfFile& operator=(const NetcdfFile&) = delete;
  ~NetcdfFile();

  /// A dimension; without a length it grows as it is written.
  int dimension(const std::string& name, std::size_t length);
  int growing_dimension(const std::string& name);
  int variable(const std::string& name, nc_type type, const std::vector<int>& dimensions);
  /// Stores a variable in chunks of this shape.
  void chunks(int variable, const Shape& shape);
  /// Compresses a variable, without loss.
  void compress(int variable);
  /// What a place that is never written holds.
  void fill(int variable, double value);
  void fill(int variable, signed char value);

  /// Attributes of a variable, or of the file (`NC_GLOBAL`).
  void attribute(int variable, const std::string& name, std::string_view text);
  void attribute(int variable, const std::string& name, std::int64_t number);
  void attribute(int variable, const std::string& name, const std::vector<signed char>& numbers);
  void describe(int variable, std::string_view long_name, std::string_view units);

  void put(int variable, const Shape& start, const Shape& count, const double* values);
  void put(int variable, const Shape& start, const Shape& count, const signed char* values);
  void put(int variable, const Shape& start, const Shape& count, const int* values);
  void put(int variable, const Shape& start, const Shape& count, const std::int64_t* values);
  void put(int variable, const std::vector<std::string>& texts);
  void put(int variable, const Shape& start, const Shape& count,
           const std::vector<std::string>& texts);

  /// Closes the file and gives it its name.
  void finish();

 private:
  /// Throws unless a call of the library went well; `errno` must have been cleared before it.
  void check(int status);
  template <class Call>
  void run(Call call);

  static constexpr int abandoned = -1;

  PartialFile file_;
  int id_ = abandoned;
};

}  // namespace entente
