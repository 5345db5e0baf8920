#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/report.h"
#include "sim/scenario/scenario.h"

namespace entente {

/// A new value on its way to a field: as a file gives it, or as a bare text of the command line.
struct NewScalar {
  Scalar scalar;
  Mark mark;
  bool bare = false;
};

/// Finds entries of a scenario by name, for edits. What is not there is reported at a mark, and
/// the result is then null.
class Address {
 public:
  Address(Scenario& scenario, const Mark& mark, Report& report)
      : scenario_(scenario), mark_(mark), report_(report) {}

  /// The entry of an id.
  template <class Entry>
  Entry* entry(std::vector<Entry>& entries, const std::string& id);
  /// Whether the actors are known, and two.
  bool are_actors(const std::string& from, const std::string& to);
  bool is_actor(const std::string& id) { return entry(scenario_.actors, id) != nullptr; }
  /// The relation of a dyad as an entry of its own (a mutual one is split); made where there is
  /// none and `make` is set. Null without a report where there is none.
  RelationEntry* relation(const std::string& from, const std::string& to, bool make);
  PactEntry* pact(const std::string& one, const std::string& other, bool make);

 private:
  Scenario& scenario_;
  Mark mark_;
  Report& report_;
};

template <class Entry>
Entry* Address::entry(std::vector<Entry>& entries, const std::string& id) {
  std::vector<std::string> ids;
  for (auto& candidate : entries) {
    if (candidate.id == id && !id.empty()) return &candidate;
    if (!candidate.id.empty()) ids.push_back(candidate.id);
  }
  report_.error(mark_, no_such(Entry::key, id, ids));
  return nullptr;
}

}  // namespace entente
