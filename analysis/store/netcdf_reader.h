#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A NetCDF file as it is read. Whatever cannot be read is wrong input: every call throws
/// `InputError` that names the file and, where there is one, the variable.
class NetcdfReader {
 public:
  using Shape = std::vector<std::size_t>;

  explicit NetcdfReader(const std::filesystem::path& file);
  NetcdfReader(const NetcdfReader&) = delete;
  NetcdfReader& operator=(const NetcdfReader&) = delete;
  ~NetcdfReader();

  const std::string& name() const { return name_; }
  bool has(const std::string& variable) const;
  /// The lengths of a variable's dimensions.
  Shape shape(const std::string& variable) const;

  /// Attributes of the file; nothing where there is none, or one of another type.
  std::optional<std::string> text_attribute(const std::string& name) const;
  std::optional<std::int64_t> whole_attribute(const std::string& name) const;

  /// A one-dimensional variable of strings, or so many of it from `first` on.
  std::vector<std::string> texts(const std::string& variable) const;
  std::vector<std::string> texts(const std::string& variable, std::size_t first,
                                 std::size_t count) const;
  /// A block of a variable: `Value` is double, signed char, int or std::int64_t.
  template <class Value>
  std::vector<Value> block(const std::string& variable, const Shape& start,
                           const Shape& count) const;
  /// A variable as a whole.
  template <class Value>
  std::vector<Value> all(const std::string& variable) const {
    const Shape count = shape(variable);
    return block<Value>(variable, Shape(count.size(), 0), count);
  }

  [[noreturn]] void fail(std::string_view what) const;

 private:
  int number(const std::string& variable) const;
  void check(int status, const std::string& variable) const;

  std::string name_;
  int id_ = -1;
};

}  // namespace entente
