#pragma once

#include <string>
#include <vector>

#include "analysis/report/payload.h"

namespace entente {

/// What a page says, as its own script reads it.
class DecodedPage {
 public:
  /// The page as a whole, or the base64 text of its data alone.
  explicit DecodedPage(const std::string& page);

  const Json& json() const { return json_; }
  const Json& operator[](const char* member) const { return json_.at(member); }
  /// The table behind a reference, row by row; NaN where there is no number.
  std::vector<double> numbers(const Json& reference) const;

 private:
  std::string bytes_;
  std::size_t tables_ = 0;  ///< where they begin
  Json json_;
};

/// The part of a page that is its data.
std::string data_of(const std::string& page);

}  // namespace entente
