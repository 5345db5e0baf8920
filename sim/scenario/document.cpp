#include "sim/scenario/document.h"

#define TOML_HEADER_ONLY 1
#include <fmt/format.h>
#include <toml++/impl/preprocessor.h>
// The parser asserts that a key begins as keys may, or lets the compiler assume it, before it
// checks that and reports it. Without the assertion the check does its work.
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <tuple>

namespace entente {
namespace {

Mark mark_at(const toml::source_region& region, std::uint16_t file) {
  const auto& [from, to] = std::pair{region.begin, region.end};
  const bool one_line = from.line == to.line && to.column > from.column;
  const auto length = one_line ? std::min<std::uint32_t>(to.column - from.column, 200) : 1;
  return {from.line, from.column, static_cast<std::uint16_t>(length), file};
}

template <class Value>
std::string as_text(const Value& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

Scalar scalar_in(const toml::node& node) {
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* whole = node.as_integer()) return std::int64_t{whole->get()};
  if (const auto* real = node.as_floating_point()) return real->get();
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* day = node.as_date())
    return Date{std::chrono::year_month_day{std::chrono::year{day->get().year},
                                            std::chrono::month{day->get().month},
                                            std::chrono::day{day->get().day}}};
  if (const auto* time = node.as_time()) return as_text(time->get());
  return as_text(node.as_date_time()->get());
}

Node tree_of(const toml::node& node, std::uint16_t file);

Node table_of(const toml::table& table, std::uint16_t file) {
  Node result{Node::Form::table, mark_at(table.source(), file), {}, {}, {}};
  result.members.reserve(table.size());
  for (const auto& [key, value] : table)
    result.members.push_back(
        {std::string(key.str()), mark_at(key.source(), file), tree_of(value, file)});
  std::sort(result.members.begin(), result.members.end(), [](const auto& a, const auto& b) {
    return std::tie(a.mark.line, a.mark.column) < std::tie(b.mark.line, b.mark.column);
  });
  return result;
}

Node tree_of(const toml::node& node, std::uint16_t file) {
  if (const auto* table = node.as_table()) return table_of(*table, file);
  if (const auto* array = node.as_array()) {
    Node result{Node::Form::list, mark_at(array->source(), file), {}, {}, {}};
    result.items.reserve(array->size());
    for (const auto& item : *array) result.items.push_back(tree_of(item, file));
    return result;
  }
  return {Node::Form::scalar, mark_at(node.source(), file), scalar_in(node), {}, {}};
}

/// The parser recurses into dotted keys without limit, and so would overflow the stack: finds the
/// line of a key with more than a hundred dots, or 0. A run of dots in a comment does not count.
std::uint32_t line_of_bottomless_key(std::string_view text) {
  constexpr int deepest = 100;
  std::uint32_t line = 1;
  int dots = 0;
  bool in_comment = false;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      in_comment = false;
    }
    if (c == '#') in_comment = true;
    const bool ends_key = c == '\n' || c == ',' || c == '=' || c == '{' || c == '[';
    dots = ends_key || in_comment ? 0 : dots + (c == '.');
    if (dots > deepest) return line;
  }
  return 0;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const auto& member : members)
    if (member.key == key) return &member.node;
  return nullptr;
}

std::string shown(const Node& node) {
  if (node.form == Node::Form::table) return "a table";
  return node.form == Node::Form::list ? "a list" : shown(node.scalar);
}

Node parse_document(std::string_view text, std::uint16_t file, Report& report) {
  if (const auto line = line_of_bottomless_key(text)) {
    report.error({line, 1, 1, file}, "more than 100 dots in a row: keys may not nest that deep");
    return {};
  }
  try {
    return table_of(toml::parse(text), file);
  } catch (const toml::parse_error& problem) {
    report.error(mark_at(problem.source(), file),
                 fmt::format("not valid TOML: {}", problem.description()));
    return {};
  }
}

}  // namespace entente
