#include <fmt/format.h>

#include "sim/scenario/scenario.h"
#include "sim/scenario/schema.h"

namespace entente {
namespace {

/// A text that may stand in a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

template <class Value>
std::string default_text(const Value& value) {
  if constexpr (std::is_same_v<Value, bool>) return value ? "true" : "false";
  if constexpr (std::is_same_v<Value, Amount>) return "\"none\"";
  if constexpr (std::is_enum_v<Value>)
    return fmt::format("\"{}\"", names_of(value)[static_cast<std::size_t>(value)]);
  if constexpr (std::is_arithmetic_v<Value>) return fmt::format("{}", value);
  return "";
}

template <class Entry>
std::string section(std::string_view header) {
  std::string text = fmt::format(
      "### `{}`\n\n{}\n\n| field | holds | default | meaning |\n"
      "|---|---|---|---|\n",
      header, Entry::meaning);
  const Entry fresh;
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    const bool required = field.need == Need::required;
    std::string otherwise = required ? "required" : default_text(fresh.*(field.member));
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, kinds::Span>)
      otherwise = "\"1 week\"";
    text += fmt::format("| `{}` | {} | {} | {} |\n", field.name, cell(field.kind.expected()),
                        otherwise, cell(field.meaning));
  });
  return text + "\n";
}

}  // namespace

std::string field_reference() {
  std::string text = section<Scenario>("[scenario]");
  const Scenario fresh;
  for_each_section(fresh, [&](const auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    using Entry = typename EntryOf<Member>::type;
    text += section<Entry>(
        fmt::format(fmt::runtime(EntryOf<Member>::is_list ? "[[{}]]" : "[{}]"), Entry::key));
  });
  text +=
      "### `[dynamics.…]`\n\n| parameter | unit | default | bounds | meaning |\n"
      "|---|---|---|---|---|\n";
  for (const auto& row : parameter_rows(Dynamics{}))
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", row.path, row.unit, cell(row.value),
                        cell(row.bounds), cell(row.meaning));
  return text;
}

}  // namespace entente
