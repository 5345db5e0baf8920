#include "sim/scenario/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = 32U << 20U;

/// How many bytes the UTF-8 character at the front has; 0 if it is none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t k) {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U;
  };
  const auto follows = [&](std::size_t k) { return (byte(k) & 0xc0U) == 0x80U; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool overlong = first == 0xe0 && second < 0xa0;
    const bool surrogate = first == 0xed && second > 0x9f;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool beyond = (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return follows(1) && follows(2) && follows(3) && !beyond ? 4 : 0;
  }
  return 0;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

std::string text_problem(std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return "the file is empty";
  if (text.find('\0') != std::string_view::npos) return "this is a binary file, not a text file";
  if (!is_utf8(text)) return "this is not UTF-8 text; save it as UTF-8";
  return "";
}

FileText read_text_file(const fs::path& path) {
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (status.type() == fs::file_type::not_found) return {"", "no such file"};
  if (fs::is_directory(status)) return {"", "this is a folder, not a file"};
  if (!fs::is_regular_file(status)) return {"", "this is not a regular file"};
  const auto size = fs::file_size(path, problem);
  if (!problem && size > largest)
    return {"", fmt::format("the file is too large ({} MB; at most {} MB); put tables into CSV "
                            "files beside it, or leave columns out",
                            size >> 20U, largest >> 20U)};
  std::ifstream file(path, std::ios::binary);
  if (!file) return {"", "the file cannot be read; check its permissions"};
  std::string text(size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return {"", "the file cannot be read"};
  std::string unfit = text_problem(text);
  return {std::move(text), std::move(unfit)};
}

std::optional<fs::path> inside(const fs::path& folder, const std::string& name) {
  const fs::path given(name);
  if (name.empty() || name.find('\0') != std::string::npos || given.is_absolute() ||
      std::any_of(given.begin(), given.end(), [](const auto& part) { return part == ".."; }))
    return std::nullopt;
  std::error_code problem;
  const fs::path home = fs::weakly_canonical(folder.empty() ? "." : folder, problem);
  if (problem) return std::nullopt;
  const fs::path real = fs::weakly_canonical(home / given, problem);
  const bool under =
      !problem &&
      std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first == home.end();
  return under ? std::optional(folder / given) : std::nullopt;
}

}  // namespace entente
