#include "tests/architecture/source.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

namespace entente::architecture {
namespace {

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// Where the comment or literal that begins at `at` ends; `at` itself if none begins there.
std::size_t end_of_blank(std::string_view text, std::size_t at) {
  const auto after = [&](std::string_view closing, std::size_t from) {
    const auto found = text.find(closing, from);
    return found == text.npos ? text.size() : found + closing.size();
  };
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return after("*/", at + 2);
  if (rest.starts_with("R\"")) {
    const std::string delimiter(rest.substr(2, rest.find('(') - 2));
    return after(")" + delimiter + "\"", at + 2);
  }
  const bool digit_separator = at > 0 && part_of_word(text[at - 1]);
  if (rest[0] != '"' && (rest[0] != '\'' || digit_separator)) return at;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != rest[0] && text[end] != '\n')
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

std::string without_comments_and_literals(std::string_view text) {
  std::string code(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_blank(text, at);
    for (std::size_t i = at; i < end; ++i)
      if (code[i] != '\n') code[i] = ' ';
    at = std::max(at + 1, end);
  }
  return code;
}

std::vector<Include> includes_of(const std::string& text) {
  std::vector<Include> includes;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (!line.starts_with("#include")) continue;
    const auto open = line.find_first_of("<\"");
    const auto close = line.find_first_of(">\"", open + 1);
    if (open == line.npos || close == line.npos) continue;
    includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"', number});
  }
  return includes;
}

int line_of(std::string_view code, std::size_t offset) {
  return 1 +
         static_cast<int>(std::count(code.begin(), code.begin() + static_cast<long>(offset), '\n'));
}

/// Whether a brace after this head opens the body of a function.
bool heads_a_function(std::string_view head) {
  if (head.find('(') == head.npos) return false;
  const std::vector<Word> names = words(head.substr(0, head.find('(')));
  return std::none_of(names.begin(), names.end(), [](const Word& word) {
    return word.name == "namespace" || word.name == "class" || word.name == "struct" ||
           word.name == "enum" || word.name == "union";
  });
}

/// Whether an initialiser's brace stands here: one that follows its name without a space, as our
/// formatting has it.
bool initialises(std::string_view code, std::size_t at) {
  return code[at] == '{' && at > 0 && code[at - 1] != ' ' && code[at - 1] != '\n';
}

std::size_t end_of_braces(std::string_view code, std::size_t at) {
  int depth = 0;
  for (; at < code.size(); ++at) {
    if (code[at] == '{') ++depth;
    if (code[at] == '}' && --depth == 0) break;
  }
  return at;
}

}  // namespace

Source::Source(std::string where, std::string what)
    : path(std::move(where)),
      text(std::move(what)),
      code(without_comments_and_literals(text)),
      includes(includes_of(text)) {}

std::vector<Word> words(std::string_view code) {
  std::vector<Word> found;
  int line = 1;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at;
    while (end < code.size() && part_of_word(code[end])) ++end;
    if (end > at) found.push_back({code.substr(at, end - at), at, line});
    if (end < code.size() && code[end] == '\n') ++line;
    at = end + 1;
  }
  return found;
}

std::vector<Function> functions(std::string_view code) {
  std::vector<Function> found;
  int depth = 0, around = -1;  // the depth around the function that is open, or −1
  std::size_t head = 0;        // where the statement at hand begins
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (initialises(code, at)) {
      at = end_of_braces(code, at);
      continue;
    }
    const char c = code[at];
    if (c == '{') {
      const std::size_t first = std::min(code.find_first_not_of(" \n", head), at);
      if (around < 0 && heads_a_function(code.substr(first, at - first))) {
        found.push_back({std::string(code.substr(first, at - first)), line_of(code, first), 0});
        around = depth;
      }
      ++depth;
    } else if (c == '}' && --depth == around) {
      found.back().lines = line_of(code, at) - found.back().line + 1;
      around = -1;
    }
    const bool directive = c == '#';
    if (directive) at = std::min(code.find('\n', at), code.size() - 1);
    if (directive || c == '{' || c == '}' || c == ';') head = at + 1;
  }
  return found;
}

std::vector<Source> sources(const std::filesystem::path& root,
                            const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  std::vector<Source> found;
  for (const auto& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      found.emplace_back(fs::relative(entry.path(), root).generic_string(), text.str());
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return found;
}

}  // namespace entente::architecture
