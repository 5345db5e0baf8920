#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "sim/core/calendar.h"

namespace entente {

/// One value as it stands in a scenario, a table or on the command line.
using Scalar = std::variant<bool, std::int64_t, double, std::string, Date>;

/// The value that a bare text means: true, 3, 0.5, 2023-03-01, or else the text itself.
Scalar scalar_of(std::string_view text);

/// The value as TOML writes it; numbers in the fewest digits that read back to the same bits.
std::string to_toml(const Scalar& value);
std::string number_to_toml(double number);
std::string text_to_toml(std::string_view text);

/// The value as an error message shows it: as TOML, shortened where it is long.
std::string shown(const Scalar& value);

}  // namespace entente
