#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "tests/scenario/texts.h"

namespace entente::scenario_texts {

/// A text with one thing wrong, and where and how that is reported.
struct Wrong {
  const char* name;
  std::string text;
  std::uint32_t line;
  std::uint32_t column;
  std::uint32_t length;
  const char* message;  ///< a part of it

  friend std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
    return out << wrong.name;
  }
};

/// One error, at that place, in those words.
inline void expect_reported(const Wrong& wrong, const std::vector<Diagnostic>& errors) {
  ASSERT_EQ(errors.size(), 1U) << (errors.empty() ? "" : InputError(errors).what());
  const auto& [severity, place, message, source_line, length] = errors.front();
  EXPECT_EQ(severity, Severity::error);
  EXPECT_EQ(place.line, wrong.line) << message;
  EXPECT_EQ(place.column, wrong.column) << message;
  EXPECT_EQ(length, wrong.length) << message;
  EXPECT_NE(message.find(wrong.message), std::string::npos) << message;
  EXPECT_EQ(source_line.empty(), wrong.line == 0) << source_line;
}

inline void expect_reported(const Wrong& wrong, const std::filesystem::path& folder) {
  expect_reported(wrong, errors_of(wrong.text, folder));
}

inline std::string name_of(const testing::TestParamInfo<Wrong>& info) { return info.param.name; }

}  // namespace entente::scenario_texts
