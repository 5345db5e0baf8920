#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace entente {

/// Where something stands in the files of a scenario: line and column count from 1, in characters.
/// Line 0 where it stands in no file. Where a thing stands is no part of what it says, so that all
/// marks compare equal.
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint16_t length = 1;
  std::uint16_t file = 0;

  bool known() const { return line > 0; }
  bool operator==(const Mark&) const { return true; }
};

/// Where an entry and each of its fields, in the order of their declarations, stand; and which of
/// them could not be read, so that nothing is to be concluded from what they hold.
struct Origin {
  static constexpr std::size_t most_fields = 16;
  Mark entry;
  std::array<Mark, most_fields> fields{};
  std::uint16_t unread = 0;  ///< one bit a field

  bool operator==(const Origin&) const { return true; }
};

}  // namespace entente
