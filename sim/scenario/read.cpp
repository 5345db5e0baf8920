#include "sim/scenario/read.h"

#include <fmt/format.h>

#include "sim/scenario/check.h"
#include "sim/scenario/document.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read_dynamics.h"
#include "sim/scenario/read_entry.h"
#include "sim/scenario/report.h"
#include "sim/scenario/tables.h"

namespace entente {
namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& problem) {
  std::vector<Diagnostic> all(1);
  all.front().place.file = name;
  all.front().message = problem;
  throw InputError(std::move(all));
}

std::vector<std::string> known_keys() {
  std::vector<std::string> keys{"format", "scenario", "actors", "relations", "dynamics"};
  Scenario any;
  for_each_section(any, [&](const auto& section) {
    keys.emplace_back(EntryOf<std::remove_cvref_t<decltype(section)>>::type::key);
  });
  return keys;
}

void read_format(const Node& document, Report& report) {
  const Node* format = document.find("format");
  if (!format)
    return report.error({1, 1, 1, 0}, "format is missing; write format = 1 at the top of the file");
  const auto* number = std::get_if<std::int64_t>(&format->scalar);
  if (format->form != Node::Form::scalar || !number || *number != 1)
    report.error(format->mark,
                 fmt::format("format: {} is not 1, the only format that this version reads",
                             shown(*format)));
}

void read_heading(const Node& document, Scenario& scenario, Report& report) {
  const Node* heading = document.find("scenario");
  if (!heading) return report.error({1, 1, 1, 0}, "the table [scenario] is missing");
  if (heading->form != Node::Form::table)
    return report.error(heading->mark, fmt::format("scenario: {} is not a table; write [scenario]",
                                                   shown(*heading)));
  read_fields(*heading, scenario, report);
}

void read_section(const Node& node, OutputEntry& output, Report& report) {
  if (node.form != Node::Form::table)
    return report.error(node.mark,
                        fmt::format("output: {} is not a table; write [output]", shown(node)));
  read_fields(node, output, report);
}

template <class Entry>
void read_section(const Node& node, std::vector<Entry>& entries, Report& report) {
  read_list(node, entries, report);
}

void report_unknown_keys(const Node& document, Report& report) {
  const auto known = known_keys();
  for (const auto& [key, mark, node] : document.members)
    if (std::find(known.begin(), known.end(), key) == known.end())
      report.error(mark, fmt::format("{}: no such key or table{}", key, did_you_mean(key, known)));
}

void read_document(const Node& document, const std::filesystem::path& folder, Texts& texts,
                   Scenario& scenario, Report& report) {
  report_unknown_keys(document, report);
  read_format(document, report);
  read_heading(document, scenario, report);
  for_each_section(scenario, [&](auto& section) {
    using Entry = typename EntryOf<std::remove_cvref_t<decltype(section)>>::type;
    if (const Node* node = document.find(Entry::key)) read_section(*node, section, report);
  });
  if (const Node* table = document.find("dynamics")) read_dynamics(*table, scenario, report);
  bool readable = true;
  if (const Node* name = document.find("actors"))
    readable &= read_actor_table(*name, folder, texts, scenario, report);
  if (const Node* name = document.find("relations"))
    readable &= read_relation_table(*name, folder, texts, scenario, report);
  if (!readable) report.throw_if_failed();
}

}  // namespace

Reading parse_scenario(std::string_view text, const std::string& name,
                       const std::filesystem::path& folder,
                       const std::vector<std::string>& metric_names) {
  if (const auto problem = text_problem(text); !problem.empty()) refuse(name, problem);
  auto texts = std::make_shared<Texts>();
  const auto file = texts->add(name, std::string(text));
  Report report(texts);
  const Node document = parse_document(text, file, report);
  report.throw_if_failed();
  Reading reading;
  reading.scenario.texts = texts;
  read_document(document, folder, *texts, reading.scenario, report);
  check_all(reading.scenario, metric_names, report);
  report.throw_if_failed();
  reading.warnings = report.warnings();
  return reading;
}

Reading read_scenario(const std::filesystem::path& path,
                      const std::vector<std::string>& metric_names) {
  const auto [text, problem] = read_text_file(path);
  if (!problem.empty()) refuse(path.string(), problem);
  return parse_scenario(text, path.string(), path.parent_path(), metric_names);
}

}  // namespace entente
