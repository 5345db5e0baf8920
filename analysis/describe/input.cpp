#include <fmt/format.h>

#include "analysis/describe/elements.h"
#include "sim/events/cameo.h"

namespace entente::odd {
namespace {

/// How many numbers a field of an entry states.
template <class Kind, class Value>
std::size_t numbers_of(const Kind&, const Value& value) {
  if constexpr (std::is_same_v<Kind, kinds::Numbers>) return value.size();
  const bool counts = std::is_same_v<Kind, kinds::Number> || std::is_same_v<Kind, kinds::Level> ||
                      std::is_same_v<Kind, kinds::NewValue>;
  return counts ? 1 : 0;
}

/// How many numbers an entry states: those that it gives, or that differ from their defaults.
template <class Entry>
std::size_t numbers_in(const Entry& entry) {
  const Entry fresh;
  std::size_t count = 0;
  for_each_field<Entry>([&](const auto& field, std::size_t index) {
    const auto& value = entry.*(field.member);
    if (entry.origin.fields[index].known() || !(value == fresh.*(field.member)))
      count += numbers_of(field.kind, value);
  });
  if constexpr (std::is_same_v<Entry, EventEntry>) count += entry.cameo.empty() ? 0 : 1;
  return count;
}

struct Count {
  std::size_t entries = 0, numbers = 0;
};

/// What rests on a basis, in the whole scenario.
Count resting_on(const Scenario& scenario, const std::string& basis) {
  Count count;
  for_each_section(scenario, [&](const auto& section) {
    if constexpr (requires { section.front().basis; })
      for (const auto& entry : section)
        if (entry.basis == basis) {
          ++count.entries;
          count.numbers += numbers_in(entry);
        }
  });
  return count;
}

std::string interaction(const EventEntry& event) {
  const CameoCode* code_entry = event.cameo.empty() ? nullptr : find_cameo(event.cameo);
  const std::string parties =
      fmt::format("{} {} {}", code(event.from), event.mutual ? "↔" : "→", code(event.to));
  if (event.goldstein) return fmt::format("{}, g = {}", parties, number(*event.goldstein));
  return fmt::format("{}, CAMEO {} ({}), g = {}", parties, code_entry->code,
                     plain(code_entry->name), number(code_entry->goldstein));
}

std::string shock(const EventEntry& event) {
  std::vector<std::string> names;
  for (const auto& named : event.actors) names.push_back(code(named.name));
  return fmt::format("{}{} shock among {}, mean {}, spread {}", event.mutual ? "mutual " : "",
                     name_of(event.distribution), names.empty() ? "all actors" : listed(names),
                     number(event.mean), number(*event.spread));
}

void events(const Subject& subject, Page& page) {
  page.subsection("Events");
  const auto& all = subject.scenario.events;
  if (all.empty()) return page.paragraph("None: nothing is scheduled.");
  std::string text = "The model takes these dated inputs and no other series.";
  if (subject.interactions() > 0)
    text += fmt::format(
        " An interaction has a Goldstein score g from −10 to 10, given or looked up by its CAMEO "
        "code ({}; {}); ↔ is a mutual one (see *Interactions*).",
        page.cite("Schrodt 2012"), page.cite("Goldstein 1992"));
  if (subject.shocks() > 0) text += " A shock is a random jolt to many dyads (see *Shocks*).";
  page.paragraph(text + " Ticks count from 0.");
  PageTable table{{"date", "tick", "id", "event", "basis", "note"}, {}};
  for (const auto& event : all)
    table.rows.push_back(
        {to_text(event.date), fmt::format("{}", subject.model->calendar.tick_of(event.date)),
         code(event.id), deed(event), event.basis.empty() ? "none given" : plain(event.basis),
         plain(event.note)});
  page.table(table);
}

void add_source(const Scenario& scenario, const SourceEntry& source, PageTable& table) {
  const Count count = resting_on(scenario, source.id);
  table.rows.push_back({code(source.id), plain(source.title), plain(source.author),
                        plain(source.publisher), source.date ? to_text(*source.date) : "",
                        plain(source.url), fmt::format("{}", count.entries),
                        fmt::format("{}", count.numbers), plain(source.note)});
}

void sources(const Subject& subject, Page& page) {
  page.subsection("Sources");
  page.paragraph(
      "What the scenario's entries name as their basis, with how many entries, and how many "
      "numbers in them, rest on it. "
      "An entry names one basis for all of its numbers; its note may say more.");
  PageTable table{
      {"basis", "title", "author", "publisher", "date", "url", "entries", "numbers", "note"}, {}};
  for (const auto& source : subject.scenario.sources) add_source(subject.scenario, source, table);
  const auto add = [&](const char* name, const char* title, const Count& count) {
    if (count.entries > 0)
      table.rows.push_back({name, title, "", "", "", "", fmt::format("{}", count.entries),
                            fmt::format("{}", count.numbers), ""});
  };
  add("estimate", "the author's own judgement", resting_on(subject.scenario, "estimate"));
  add("none given", "no basis is named", resting_on(subject.scenario, ""));
  page.table(table);
}

}  // namespace

std::string deed(const EventEntry& event) {
  if (event.type == EventType::interaction) return interaction(event);
  if (event.type == EventType::shock) return shock(event);
  const Amount& value = *event.value;
  return fmt::format("{} is set to {}", code(event.path),
                     value.word.empty() ? number(value.number) : plain(value.word));
}

void input(const Subject& subject, Page& page) {
  page.section("Input data");
  events(subject, page);
  sources(subject, page);
}

}  // namespace entente::odd
