#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::architecture {

/// An #include line: what it names, and on which line it stands.
struct Include {
  std::string name;
  bool quoted = false;
  int line = 0;
};

/// One C++ file of the project, as the rules of the house see it.
struct Source {
  std::string path;  ///< from the root of the repository, as in "sim/core/world.h"
  std::string text;
  std::string code;  ///< the text with comments and literals blanked out, the lines as they were
  std::vector<Include> includes;

  Source(std::string where, std::string what);

  bool header() const { return path.ends_with(".h"); }
  bool in(std::string_view folder) const {
    return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
  }
};

/// A name in code, with the line and the offset at which it stands.
struct Word {
  std::string_view name;
  std::size_t offset = 0;
  int line = 0;
};

/// All identifiers and keywords of `code`, in order.
std::vector<Word> words(std::string_view code);

/// A function's body, from the first line of its head to that of its closing brace.
struct Function {
  std::string head;
  int line = 0;
  int lines = 0;
};

/// The functions defined in `code`, as told by its braces; a lambda belongs to the function around
/// it.
std::vector<Function> functions(std::string_view code);

/// Every .h and .cpp file under the folders named, sorted by path.
std::vector<Source> sources(const std::filesystem::path& root,
                            const std::vector<std::string>& folders);

}  // namespace entente::architecture
