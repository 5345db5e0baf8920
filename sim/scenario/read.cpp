#include "sim/scenario/read.h"

#include <fmt/format.h>

#include "sim/scenario/check.h"
#include "sim/scenario/document.h"
#include "sim/scenario/files.h"
#include "sim/scenario/preamble.h"
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

void read_document(const Node& document, const std::filesystem::path& folder, Texts& texts,
                   Scenario& scenario, Report& report) {
  report_unknown_keys(document, known_keys(), report);
  read_format(document, report);
  read_main_table(document, scenario, report);
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
