#pragma once

#include <string>
#include <vector>

#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// Everything about a scenario that its single fields cannot show: names that refer to something,
/// dates within the run, shares that add up. Throws `InputError` with everything that is wrong.
/// For use after edits; `read_scenario` has checked what it returns.
void check(const Scenario& scenario, const std::vector<std::string>& metric_names = {});

/// The same into a report, variants and warnings included.
void check_all(const Scenario& scenario, const std::vector<std::string>& metric_names,
               Report& report);

/// What the parts of the check share: the scenario, its names, and where findings go.
struct Check {
  const Scenario& scenario;
  const Roster& roster;
  const Names& sources;
  Report& report;

  /// Reports a name that is none of `known`; whether it is one. "" was reported where it was read.
  bool exists(std::string_view what, const std::string& name, const Names& known,
              const Mark& mark) const;
  /// Where a parameter, by its full path, is set; nowhere if it has its default.
  Mark mark_of_parameter(const std::string& path) const;
  bool is_actor(const std::string& name, const Mark& mark) const {
    return exists("actor", name, roster.actors, mark);
  }
};

void check_heading(const Check& check);
void check_ids(const Check& check);
void check_bases(const Check& check);
void check_actors(const Check& check);
void check_relations(const Check& check);
void check_groups(const Check& check);
void check_events(const Check& check);
void check_commitments(const Check& check, const std::vector<std::string>& metric_names);
void check_voting_blocs(const Check& check);
void check_dynamics(const Check& check);
void check_output(const Check& check, const std::vector<std::string>& metric_names);
void check_variants(const Check& check, const std::vector<std::string>& metric_names);
void warn(const Check& check);

}  // namespace entente
