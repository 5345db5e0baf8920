#include "sim/scenario/write.h"

#include <fmt/format.h>

#include <cmath>
#include <type_traits>

namespace entente {
namespace {

std::string value_text(bool flag) { return flag ? "true" : "false"; }
std::string value_text(std::int64_t whole) { return fmt::format("{}", whole); }
std::string value_text(int whole) { return fmt::format("{}", whole); }
std::string value_text(double number) { return number_to_toml(number); }
std::string value_text(const std::string& text) { return text_to_toml(text); }
std::string value_text(Date date) { return to_text(date); }

std::string value_text(const Amount& amount) {
  if (!amount.word.empty()) return value_text(amount.word);
  const bool whole = std::abs(amount.number) < 1e9 && std::floor(amount.number) == amount.number &&
                     !std::signbit(amount.number);
  return whole ? fmt::format("{:.0f}", amount.number) : number_to_toml(amount.number);
}

template <class Value>
requires std::is_enum_v<Value> std::string value_text(Value word) {
  return text_to_toml(names_of(word)[static_cast<std::size_t>(word)]);
}

/// The parts in brackets: "[a, b]" or "{ a, b }".
std::string in_brackets(const std::vector<std::string>& parts, bool table) {
  if (parts.empty()) return table ? "{}" : "[]";
  return fmt::format(fmt::runtime(table ? "{{ {} }}" : "[{}]"), fmt::join(parts, ", "));
}

std::string value_text(const std::array<std::string, 2>& pair) {
  return in_brackets({value_text(pair[0]), value_text(pair[1])}, false);
}

std::string value_text(const Weights& weights) {
  std::vector<std::string> parts;
  for (const auto& [name, value, mark] : weights)
    parts.push_back(fmt::format("{} = {}", value_text(name), number_to_toml(value)));
  return in_brackets(parts, true);
}

std::string value_text(const std::vector<Listed>& paths) {
  std::vector<std::string> parts;
  for (const auto& path : paths) parts.push_back(value_text(path.name));
  return in_brackets(parts, false);
}

std::string value_text(const std::vector<Change>& changes) {
  std::vector<std::string> parts;
  for (const auto& [path, value, mark] : changes)
    parts.push_back(fmt::format("{} = {}", value_text(path), to_toml(value)));
  return in_brackets(parts, true);
}

std::string value_text(const std::vector<EventEntry>& events);

/// Whether a field stands in the file. What is empty says nothing and is left out: an absent
/// optional number, an empty text.
template <class Value>
bool says_something(const Value& value) {
  if constexpr (requires { value.has_value(); }) return value.has_value();
  if constexpr (std::is_same_v<Value, std::string>) return !value.empty();
  if constexpr (requires { value.empty(); }) return !value.empty();
  return true;
}

/// "key = value" of each field of an entry.
template <class Entry>
std::vector<std::string> assignments(const Entry& entry) {
  std::vector<std::string> all;
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    const auto& value = entry.*(field.member);
    if (!says_something(value)) return;
    std::string text;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, kinds::Span>)
      text = text_to_toml(fmt::format("{} days", value));
    else if constexpr (requires { value.has_value(); })
      text = value_text(*value);
    else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::uint64_t>)
      text = value_text(static_cast<std::int64_t>(value));
    else
      text = value_text(value);
    all.push_back(fmt::format("{} = {}", field.name, text));
  });
  return all;
}

/// The assignments of an event, without those that its type does not take.
std::vector<std::string> assignments(const EventEntry& event) {
  auto all = assignments<EventEntry>(event);
  std::erase_if(all, [&](const std::string& line) {
    return !takes(event.type, line.substr(0, line.find(' ')));
  });
  return all;
}

std::string value_text(const std::vector<EventEntry>& events) {
  std::vector<std::string> parts;
  for (const auto& event : events) parts.push_back(in_brackets(assignments(event), true));
  return in_brackets(parts, false);
}

template <class Entry>
void write_table(std::string_view header, const Entry& entry, std::string& text) {
  text += fmt::format("\n{}\n", header);
  for (const auto& line : assignments(entry)) text += line + "\n";
}

void write_section(const OutputEntry& output, std::string& text) {
  write_table("[output]", output, text);
}

template <class Entry>
void write_section(const std::vector<Entry>& entries, std::string& text) {
  for (const auto& entry : entries) write_table(fmt::format("[[{}]]", Entry::key), entry, text);
}

/// `[dynamics.alignment]` and so on, every parameter by its path within the block.
void write_dynamics(const Dynamics& dynamics, std::string& text) {
  std::string block;
  for_each_parameter(dynamics, [&](const std::string& path, const auto& value, const auto&) {
    const auto dot = path.find('.', std::string_view("dynamics.").size());
    if (path.substr(0, dot) != block) {
      block = path.substr(0, dot);
      text += fmt::format("\n[{}]\n", block);
    }
    text += fmt::format("{} = {}\n", path.substr(dot + 1), value_text(value));
  });
}

}  // namespace

std::string to_toml(const Scenario& scenario) {
  std::string text = "format = 1\n";
  write_table("[scenario]", scenario, text);
  for_each_section(scenario, [&](const auto& section) { write_section(section, text); });
  write_dynamics(scenario.dynamics, text);
  return text;
}

}  // namespace entente
