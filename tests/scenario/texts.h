#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sim/scenario/read.h"

namespace entente::scenario_texts {

/// Three actors and a time axis of ten weeks: 14 lines, so that what follows begins at line 15.
inline const std::string three_actors = R"(format = 1
[scenario]
id = "s"
start = 2022-09-01
ticks = 10
[[actor]]
id = "BLR"
capability = 0.1
[[actor]]
id = "RUS"
capability = 1
[[actor]]
id = "UKR"
capability = 0.2
)";

inline Reading reading_of(const std::string& text) {
  return parse_scenario(text, "test.toml", "/nonexistent");
}

inline Scenario parsed(const std::string& text) { return reading_of(text).scenario; }

/// What the reader finds wrong with a text.
inline std::vector<Diagnostic> errors_of(const std::string& text,
                                         const std::filesystem::path& folder = "/nonexistent",
                                         const std::vector<std::string>& metric_names = {}) {
  try {
    parse_scenario(text, "test.toml", folder, metric_names);
  } catch (const InputError& error) {
    return error.diagnostics();
  }
  return {};
}

/// The message of an input error that a call throws, or "" if it throws none.
template <class F>
std::string message_of(F&& call) {
  try {
    call();
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

/// A folder of its own for a test, removed after it.
class Folder {
 public:
  Folder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string("entente-") + test->test_suite_name() + "-" + test->name();
    std::replace(name.begin(), name.end(), '/', '-');  // of a test with a parameter
    path_ = std::filesystem::temp_directory_path() / name;
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace entente::scenario_texts
