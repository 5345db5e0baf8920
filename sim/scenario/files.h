#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A file's text, or why it cannot be had.
struct FileText {
  std::string text;
  std::string problem;  ///< empty where there is none
};

/// Reads a text file of at most 32 MB, and checks that it is one: UTF-8 without NUL.
FileText read_text_file(const std::filesystem::path& path);

/// What is wrong with a text: "" or that it is empty, binary or not UTF-8.
std::string text_problem(std::string_view text);

/// The path of a file that a scenario names, which must lie inside its folder, links followed.
/// Nothing if it does not.
std::optional<std::filesystem::path> inside(const std::filesystem::path& folder,
                                            const std::string& name);

}  // namespace entente
