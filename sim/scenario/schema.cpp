#include "sim/scenario/schema.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/scenario/scenario.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json number_schema(const Bounds& bounds) {
  Json schema{{"type", "number"}};
  if (std::isfinite(bounds.low))
    schema[bounds.open_low ? "exclusiveMinimum" : "minimum"] = bounds.low;
  if (std::isfinite(bounds.high))
    schema[bounds.open_high ? "exclusiveMaximum" : "maximum"] = bounds.high;
  return schema;
}

Json whole_schema(std::int64_t low, std::int64_t high) {
  return {{"type", "integer"}, {"minimum", low}, {"maximum", high}};
}

Json words_schema(const std::vector<std::string>& words) { return {{"enum", words}}; }

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json schema_of(const kinds::Text&) { return {{"type", "string"}}; }
Json schema_of(const kinds::Identifier&) {
  return {{"type", "string"}, {"pattern", "^[A-Za-z0-9_-]{1,64}$"}};
}
Json schema_of(const kinds::Reference&) { return {{"type", "string"}, {"minLength", 1}}; }
Json schema_of(const kinds::Number& kind) { return number_schema(kind.bounds); }
Json schema_of(const kinds::Whole& kind) { return whole_schema(kind.low, kind.high); }
Json schema_of(const kinds::Flag&) { return {{"type", "boolean"}}; }
Json schema_of(const kinds::Day&) {
  return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
}
Json schema_of(const kinds::Span&) {
  return {{"type", "string"}, {"pattern", "^[1-9][0-9]* (day|week)s?$"}};
}
Json schema_of(const kinds::Level& kind) {
  const auto names = level_names(kind.layer);
  return {{"anyOf", {whole_schema(0, 100), words_schema({names.begin(), names.end()})}}};
}
Json schema_of(const kinds::NewValue&) { return {{"type", {"number", "string"}}}; }
template <class Enum>
Json schema_of(const kinds::Word<Enum>& kind) {
  return words_schema(kind.words());
}
Json schema_of(const kinds::Pair&) {
  Json schema = list_of({{"type", "string"}});
  schema["minItems"] = schema["maxItems"] = 2;
  return schema;
}
Json schema_of(const kinds::Numbers& kind) {
  Json table{{"type", "object"}, {"additionalProperties", number_schema(kind.bounds)}};
  if (!kind.listable) return table;
  return {{"anyOf", {table, list_of({{"type", "string"}})}}};
}
Json schema_of(const kinds::Paths&) { return list_of({{"type", "string"}}); }
Json schema_of(const kinds::Names&) { return list_of({{"type", "string"}}); }
Json schema_of(const kinds::Changes&) {
  return {{"type", "object"},
          {"additionalProperties", {{"type", {"number", "string", "boolean"}}}}};
}
Json schema_of(const kinds::Entries& kind) {
  return list_of({{"$ref", "#/$defs/" + std::string(kind.of)}});
}

/// An object that has these properties and no others.
Json closed_object(std::string_view meaning) {
  return {{"description", meaning},
          {"type", "object"},
          {"additionalProperties", false},
          {"properties", Json::object()}};
}

template <class Entry>
Json entry_schema() {
  Json schema = closed_object(Entry::meaning);
  Json required = Json::array();
  for_each_field<Entry>([&](const auto& field, std::size_t) {
    Json property = schema_of(field.kind);
    property["description"] = field.meaning;
    schema["properties"][std::string(field.name)] = std::move(property);
    if (field.need == Need::required) required.push_back(field.name);
  });
  if (!required.empty()) schema["required"] = required;
  return schema;
}

template <class Value>
Json parameter_schema(const Bounds& bounds) {
  if constexpr (std::is_enum_v<Value>) return schema_of(kinds::Word<Value>{});
  if constexpr (std::is_same_v<Value, bool>) return schema_of(kinds::Flag{});
  if constexpr (std::is_same_v<Value, int>)
    return whole_schema(static_cast<std::int64_t>(bounds.low),
                        static_cast<std::int64_t>(bounds.high));
  return number_schema(bounds);
}

/// A number that `false` may stand for.
Json can_be_off(const Json& number) { return {{"anyOf", {number, {{"const", false}}}}}; }

/// Adds a parameter under its path; a mechanism is an object, or just the number it is short for.
void add_parameter(Json& dynamics, const std::string& path, const Json& schema) {
  const auto parts = parts_of(path);
  Json& blocks = dynamics["properties"];
  if (!blocks.contains(parts[1])) blocks[parts[1]] = closed_object("parameters of " + parts[1]);
  Json& block = blocks[parts[1]]["properties"];
  if (parts.size() == 3) {
    block[parts[2]] = schema;
    return;
  }
  if (!block.contains(parts[2]))
    block[parts[2]] = {{"anyOf", {closed_object("its parameters"), false, {{"const", false}}}}};
  Json& forms = block[parts[2]]["anyOf"];
  forms[0]["properties"][parts[3]] = schema;
  if (parts[3] == "rate" || parts[3] == "scale") forms[1] = schema;
}

Json dynamics_schema() {
  const Dynamics defaults;
  Json schema = closed_object("What differs from the defaults of the law of motion.");
  for_each_parameter(defaults,
                     [&](const std::string& path, const auto& value, const auto& parameter) {
                       using Value = std::remove_cvref_t<decltype(value)>;
                       Json one = parameter_schema<Value>(parameter.bounds);
                       if constexpr (std::is_same_v<Value, double>) one = can_be_off(one);
                       one["description"] = parameter.meaning;
                       add_parameter(schema, path, one);
                     });
  for (const char* layer : {"sanctions", "support"}) {
    const CovariateEffects effects;
    CovariateEffects::for_each_family(effects, [&](std::string_view family, const auto&) {
      schema["properties"][layer]["properties"][std::string(family)] = {
          {"description", "θ by covariate"},
          {"type", "object"},
          {"additionalProperties", number_schema(any_real())}};
    });
  }
  return schema;
}

Json table_file(const char* entries) {
  return {{"type", "string"},
          {"description", std::string("a CSV file beside the scenario with more ") + entries}};
}

}  // namespace

std::string json_schema() {
  Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "Entente scenario, format 1"},
              {"type", "object"},
              {"additionalProperties", false},
              {"required", {"format", "scenario"}},
              {"properties", Json::object()},
              {"$defs", Json::object()}};
  Json& properties = schema["properties"];
  properties["format"] = {{"const", 1}, {"description", "the version of this format"}};
  properties["actors"] = table_file("actors");
  properties["relations"] = table_file("relations");
  properties["scenario"] = entry_schema<Scenario>();
  const Scenario fresh;
  for_each_section(fresh, [&](const auto& section) {
    using Member = std::remove_cvref_t<decltype(section)>;
    using Entry = typename EntryOf<Member>::type;
    const std::string key(Entry::key);
    schema["$defs"][key] = entry_schema<Entry>();
    Json reference{{"$ref", "#/$defs/" + key}};
    properties[key] = EntryOf<Member>::is_list ? list_of(std::move(reference)) : reference;
  });
  properties["dynamics"] = dynamics_schema();
  return schema.dump(2);
}

}  // namespace entente
