#include <fmt/format.h>

#include <string>
#include <type_traits>

#include "analysis/study/read_study.h"

namespace entente {
namespace {

/// Fields that say something to people, and nothing that changes a result.
constexpr bool changes_nothing(std::string_view field) {
  return field == "title" || field == "question" || field == "note" || field == "scenario";
}

std::string written(const std::string& text) { return text_to_toml(text); }
std::string written(double number) { return number_to_toml(number); }
std::string written(std::int64_t whole) { return fmt::format("{}", whole); }
std::string written(Date date) { return to_text(date); }
std::string written(const Scalar& value) { return to_toml(value); }
std::string written(const Listed& listed) { return text_to_toml(listed.name); }

template <class Word>
requires std::is_enum_v<Word> std::string written(Word word) {
  return text_to_toml(names_of(word)[static_cast<std::size_t>(word)]);
}

template <class Value>
std::string written(const std::vector<Value>& values) {
  std::vector<std::string> parts;
  for (const auto& value : values) parts.push_back(written(value));
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

std::string written(const DesignEntry& design);

enum class Words { left_out, kept };

/// "key = value" of each field that says something.
template <class Entry>
std::vector<std::string> statements(const Entry& entry, Words words) {
  std::vector<std::string> all;
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    const auto& value = entry.*(field.member);
    if (words == Words::left_out && changes_nothing(field.name)) return;
    if constexpr (requires { value.has_value(); }) {
      if (value) all.push_back(fmt::format("{} = {}", field.name, written(*value)));
    } else if constexpr (requires { value.empty(); }) {
      if (!value.empty()) all.push_back(fmt::format("{} = {}", field.name, written(value)));
    } else {
      all.push_back(fmt::format("{} = {}", field.name, written(value)));
    }
  });
  return all;
}

std::string written(const DesignEntry& design) {
  return fmt::format("{{ {} }}", fmt::join(statements(design, Words::kept), ", "));
}

template <class Entry>
std::string table(std::string_view header, const Entry& entry, Words words) {
  return fmt::format("\n{}\n{}\n", header, fmt::join(statements(entry, words), "\n"));
}

std::string tables(const Study& study, Words words) {
  std::string text = table("[study]", study, words);
  for (const auto& parameter : study.parameters) text += table("[[parameter]]", parameter, words);
  for (const auto& outcome : study.outcomes) text += table("[[outcome]]", outcome, words);
  return text;
}

/// Which ranges are of whole numbers, as the scenario has it; "" where none is.
std::string whole_paths(const Study& study) {
  std::vector<std::string> paths;
  for (const auto& parameter : study.parameters)
    if (parameter.whole) paths.push_back(parameter.path);
  return paths.empty() ? "" : fmt::format("whole = {}\n", written(paths));
}

}  // namespace

std::string canonical_text(const Study& study) {
  std::string text = "format = 1\n" + whole_paths(study) + tables(study, Words::left_out);
  for (const auto& row : study.listed)
    text += fmt::format("\n[[point]]\nvalues = {}\n", written(row));
  return text;
}

std::string text_with_words(const Study& study) {
  return "format = 1\n" + tables(study, Words::kept);
}

}  // namespace entente
