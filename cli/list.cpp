#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "analysis/describe/reference.h"
#include "cli/commands.h"
#include "cli/screen.h"

namespace entente {
namespace {

std::string block(std::string_view text) { return hanging("", text, 4); }

std::string parameter_text(const ParameterEntry& parameter) {
  std::string value = parameter.value;
  if (!parameter.unit.empty()) value.append(" ").append(parameter.unit);
  return block(
      fmt::format("{} = {}: {} ({})", parameter.path, value, parameter.meaning, parameter.bounds));
}

/// An entry with an equation of its own: several lines.
std::string as_text(const Entry& entry, const Style& style) {
  std::string text = style.bold(entry.name);
  if (!entry.unit.empty()) text += style.dim(fmt::format(" ({})", entry.unit));
  text.append("\n").append(block(entry.equation));
  if (!entry.meaning.empty()) text += block(entry.meaning);
  for (const auto& parameter : entry.parameters) text += parameter_text(parameter);
  if (!entry.source.empty()) text += style.dim(block(entry.source));
  return text + "\n";
}

/// An entry with a value: one line or two.
std::string as_row(const Entry& entry, std::size_t column, std::size_t value_column) {
  const auto value =
      fmt::format("{}{}{}", entry.equation, entry.equation.empty() || entry.unit.empty() ? "" : " ",
                  entry.unit);
  const std::string label = fmt::format("{:<{}}{:<{}}", entry.name, column, value, value_column);
  if (column + value_column > page_width / 2)
    return fmt::format("{:<{}}{}\n", entry.name, column, value) + block(entry.meaning);
  return hanging(label, entry.meaning, column + value_column);
}

std::string as_text(const EntryList& list, const Style& style) {
  std::string text = style.bold(list.heading) + "\n\n";
  std::size_t longest = 0, longest_value = 0;
  for (const auto& entry : list.entries) {
    longest = std::max(longest, width_of(entry.name));
    longest_value = std::max(longest_value, width_of(entry.equation + " " + entry.unit));
  }
  const bool rows = list.entries.front().source.empty();
  for (const auto& entry : list.entries)
    text += rows ? as_row(entry, longest + 2, longest_value + 1) : as_text(entry, style);
  return text + (rows ? "\n" : "");
}

/// The text with every bar escaped, which would end the cell.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped.push_back('\\');
    escaped.push_back(c);
  }
  return escaped;
}

std::string code(const std::string& text) {
  return text.empty() ? text : fmt::format("`{}`", cell(text));
}

std::string markdown_parameters(const Entry& entry) {
  std::vector<std::string> all;
  for (const auto& parameter : entry.parameters)
    all.push_back(fmt::format("{} = {}{}: {} ({})", code(parameter.path), parameter.value,
                              parameter.unit.empty() ? "" : " " + parameter.unit,
                              cell(parameter.meaning), cell(parameter.bounds)));
  return fmt::format("{}", fmt::join(all, "<br>"));
}

/// A column of a Markdown table: its heading, and its cell for an entry.
struct Column {
  std::string heading;
  std::function<std::string(const Entry&)> text;
};

/// The columns in which any entry of a list has something to say.
std::vector<Column> columns_of(const EntryList& list) {
  std::vector<Column> filled;
  for (const Column& column : {
           Column{"name", [](const Entry& entry) { return code(entry.name); }},
           Column{list.equations, [](const Entry& entry) { return cell(entry.equation); }},
           Column{"unit", [](const Entry& entry) { return cell(entry.unit); }},
           Column{"parameters", markdown_parameters},
           Column{"meaning", [](const Entry& entry) { return cell(entry.meaning); }},
           Column{"source", [](const Entry& entry) { return cell(entry.source); }},
       })
    if (std::any_of(list.entries.begin(), list.entries.end(),
                    [&](const Entry& entry) { return !column.text(entry).empty(); }))
      filled.push_back(column);
  return filled;
}

std::string as_markdown(const EntryList& list) {
  const auto columns = columns_of(list);
  std::string head = "|", rule = "|", body;
  for (const Column& column : columns) {
    head += fmt::format(" {} |", column.heading);
    rule += "---|";
  }
  for (const auto& entry : list.entries) {
    body += "|";
    for (const Column& column : columns) body += fmt::format(" {} |", column.text(entry));
    body += "\n";
  }
  return fmt::format("## {}\n\n{}\n{}\n{}\n", list.heading, head, rule, body);
}

void print_lists(const std::vector<EntryList>& lists, bool markdown) {
  std::string text;
  for (const auto& list : lists)
    text += markdown ? as_markdown(list) : as_text(list, Style::of_output());
  while (text.ends_with("\n\n")) text.pop_back();
  print(text);
}

}  // namespace

void add_list(CLI::App& program) {
  auto* command = program.add_subcommand(
      "list", "Print the reference of what there is, from the code's own declarations");
  command->require_subcommand(1);
  command->footer("Example:\n  entente list mechanisms\n  entente list events | grep -i sanctions");
  const auto add = [&](const char* what, const char* meaning, std::vector<EntryList> (*lists)()) {
    auto* list = command->add_subcommand(what, meaning);
    const auto markdown = std::make_shared<bool>(false);
    list->add_flag("--markdown", *markdown, "As tables in Markdown");
    list->footer(fmt::format("Example:\n  entente list {} --markdown > {}.md", what, what));
    list->callback([lists, markdown] { print_lists(lists(), *markdown); });
  };
  add("mechanisms", "What moves alignment, with equations and parameters", mechanism_lists);
  add("effects", "What actors consider when they choose sanctions and support", effect_lists);
  add("metrics", "What is measured of a world", metric_lists);
  add("events", "The CAMEO codes of interactions, with Goldstein scores", event_lists);
  add("parameters", "Every path with default, unit, bounds and meaning", parameter_lists);
}

}  // namespace entente
