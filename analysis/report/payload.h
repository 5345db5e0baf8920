#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

namespace entente {

using Json = nlohmann::ordered_json;

/// The numbers of a report in the form in which its page carries them (analysis/report/web/src/
/// payload.ts reads it): a JSON text, in which every large table is a reference, and the tables
/// behind it, all of it compressed by zlib and written in base64, so that nothing in it can be
/// taken for markup.
class Payload {
 public:
  using Shape = std::vector<std::size_t>;

  /// Keeps a table, row by row, and gives the reference to it: to 24 significant bits, or exactly.
  Json real(std::span<const double> values, const Shape& shape);
  Json exact(std::span<const double> values, const Shape& shape);
  /// Keeps whole multiples of `step`, to the nearest one, in as few bytes as the largest takes.
  Json stepped(std::span<const double> values, const Shape& shape, double step);

  /// Everything, for a page. The same numbers give the same text.
  std::string base64(const Json& report) const;

 private:
  template <class Value>
  Json keep(const char* type, std::span<const double> values, const Shape& shape, double scale);
  std::string bytes_;
};

}  // namespace entente
