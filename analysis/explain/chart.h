#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/engine/model.h"

namespace entente {

/// How one actor stands toward another.
struct Dyad {
  Index from = 0;
  Index to = 0;

  bool operator==(const Dyad&) const = default;
};

/// What a ledger keeps accounts of: the dyads that it explains, and the parts into which it splits
/// the change of their affinity. Parts are named: first the mechanisms, in the order of their
/// catalogue; then noise; then every event that moves one of the dyads by itself, as "event.ID" or,
/// where it has no id, "event 2023-03-01 CHN-BLR".
struct Chart {
  static constexpr std::size_t mechanisms = std::tuple_size_v<Mechanisms>;
  static constexpr std::size_t noise = mechanisms;
  static constexpr std::size_t first_event = noise + 1;

  std::vector<Dyad> dyads;
  std::vector<std::string> parts;

  /// The number of the part of this name; it must be one of them.
  std::size_t part(const std::string& name) const;
};

/// The chart for dyads of these models, variants of one scenario: events in the order in which the
/// first model that has them applies them.
Chart chart_of(const std::vector<std::shared_ptr<const Model>>& models, std::vector<Dyad> dyads);

/// The dyad of a path such as "alignment.BLR.CHN". Throws `InputError` if it names anything else.
Dyad dyad_of(const std::string& path, const Roster& roster);

/// Whether an event moves the affinity of a dyad by itself, and not through what it changes.
bool moves(const Event& event, const Dyad& dyad);

/// A name for each event of an agenda, in its order, all of them different.
std::vector<std::string> names_of(const Agenda& agenda, const Roster& roster);

}  // namespace entente
