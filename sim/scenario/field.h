#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/scenario/kinds.h"
#include "sim/scenario/mark.h"

namespace entente {

enum class Need { required, optional };

/// The one declaration of a field of a scenario entry: which member it is, its name in files, what
/// it may hold, whether it must be given, and its meaning. Its default is what a fresh entry holds.
/// Reading from TOML and tables, errors, paths, writing, the schema and the reference come from it.
template <class Owner, class Value, class Kind>
struct Field {
  Value Owner::*member;
  std::string_view name;
  Kind kind;
  Need need;
  std::string_view meaning;
};

template <class Owner, class Value, class Kind>
Field(Value Owner::*, const char*, Kind, Need, const char*) -> Field<Owner, Value, Kind>;

/// Calls `f(field, index)` on each declared field of an entry.
template <class Entry, class F>
void for_each_field(F&& f) {
  const auto fields = Entry::fields();
  static_assert(std::tuple_size_v<decltype(fields)> <= Origin::most_fields);
  std::size_t index = 0;
  std::apply([&](const auto&... field) { (f(field, index++), ...); }, fields);
}

/// Calls `f(field, index)` on the field of that name; whether there is one.
template <class Entry, class F>
bool with_field(std::string_view name, F&& f) {
  bool found = false;
  for_each_field<Entry>([&](const auto& field, std::size_t index) {
    if (field.name != name) return;
    found = true;
    f(field, index);
  });
  return found;
}

template <class Entry>
std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for_each_field<Entry>([&](const auto& field, std::size_t) { names.emplace_back(field.name); });
  return names;
}

/// Where the field of that name stands, or else its entry.
template <class Entry>
Mark mark_of(const Entry& entry, std::string_view name) {
  Mark mark = entry.origin.entry;
  with_field<Entry>(name, [&](const auto&, std::size_t index) {
    if (entry.origin.fields[index].known()) mark = entry.origin.fields[index];
  });
  return mark;
}

/// Whether the scenario gives the field of that name.
template <class Entry>
bool is_given(const Entry& entry, std::string_view name) {
  bool given = false;
  with_field<Entry>(
      name, [&](const auto&, std::size_t index) { given = entry.origin.fields[index].known(); });
  return given;
}

/// Whether the scenario gives the field of that name, but not so that it could be read.
template <class Entry>
bool is_unread(const Entry& entry, std::string_view name) {
  bool unread = false;
  with_field<Entry>(name, [&](const auto&, std::size_t index) {
    unread = ((entry.origin.unread >> index) & 1U) != 0;
  });
  return unread;
}

/// Whether two entries say the same, field by field.
template <class Entry>
bool same_fields(const Entry& a, const Entry& b) {
  bool same = true;
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    same = same && a.*(field.member) == b.*(field.member);
  });
  return same;
}

}  // namespace entente
