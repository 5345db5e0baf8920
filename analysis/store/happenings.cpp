#include "analysis/store/happenings.h"

#include <fmt/format.h>

#include <numeric>

#include "analysis/store/dimensions.h"

namespace entente {

Happenings::Happenings(NetcdfFile& file, const Ensemble& ensemble)
    : file_(file), ensemble_(ensemble) {
  define_decisions();
  if (ensemble.has_commitments()) define_ends();
  if (ensemble.has_votes()) define_proposals();
}

const Roster& Happenings::roster_of(int variant) const {
  return *ensemble_.variants[static_cast<std::size_t>(variant)].model->start.roster;
}

template <class Table>
void Happenings::define_when(Table& table, std::string_view meaning) {
  const int time =
      table.template column<double>("time", meaning, time_units(ensemble_.calendar()),
                                    [step = ensemble_.calendar().step_days](const auto& row) {
                                      return static_cast<double>(row.what.tick * step);
                                    });
  file_.attribute(time, "calendar", time_calendar);
}

template <class Table>
void Happenings::define_where(Table& table) {
  table.template column<std::int64_t>("replicate", "in which replicate, by its number", "1",
                                      [](const auto& row) { return row.replicate; });
  table.template column<int>("variant", "in which variant, as a position in variant, from 0", "1",
                             [](const auto& row) { return row.variant; });
}

/// A column of words, stored as their numbers with the words as flag meanings.
template <class Table, class Names>
void Happenings::words(Table& table, const std::string& column, std::string_view meaning,
                       const Names& names, std::function<int(const typename Table::row_type&)> of) {
  const int variable = table.template column<signed char>(
      column, meaning, "1", [of](const auto& row) { return static_cast<signed char>(of(row)); });
  std::vector<signed char> values(names.size());
  std::iota(values.begin(), values.end(), static_cast<signed char>(0));
  file_.attribute(variable, "flag_values", values);
  file_.attribute(variable, "flag_meanings", fmt::format("{}", fmt::join(names, " ")));
}

void Happenings::define_decisions() {
  auto& table = decisions_.emplace(file_, "decision");
  using Row = const Of<Decision>&;
  define_when(table, "when the tick began in which the level moved");
  words(table, "layer", "layer of the level", names_of(ChoiceLayer{}),
        [](Row row) { return static_cast<int>(row.what.layer); });
  table.column<int>("actor", "who moved it, as a position in actor, from 0", "1",
                    [](Row row) { return static_cast<int>(row.what.actor); });
  table.column<int>("target", "towards whom, as a position in target, from 0", "1",
                    [](Row row) { return static_cast<int>(row.what.target); });
  table.column<signed char>("from", "level before, in notches", "1",
                            [](Row row) { return static_cast<signed char>(row.what.from); });
  table.column<signed char>("to", "level after, in notches", "1",
                            [](Row row) { return static_cast<signed char>(row.what.to); });
  table.column<double>("probability",
                       "how likely this was: to be chosen, to be proposed or to be honoured", "1",
                       [](Row row) { return row.what.probability; });
  words(table, "occasion", "why it moved: a choice of its own, a vote of its bloc, or a commitment",
        names_of(Occasion{}), [](Row row) { return static_cast<int>(row.what.occasion); });
  define_where(table);
}

void Happenings::define_ends() {
  auto& table = ends_.emplace(file_, "commitment");
  using Row = const Of<CommitmentEnd>&;
  define_when(table,
              "when the tick began in which it ended, or the end of a run in which it stood");
  table.column<std::string>("id", "which commitment", "", [this](Row row) {
    return roster_of(row.variant).commitments[row.what.commitment];
  });
  words(table, "outcome", "how it ended", names_of(Outcome{}),
        [](Row row) { return static_cast<int>(row.what.outcome); });
  table.column<double>("credibility", "how likely the issuer was to honour it then", "1",
                       [](Row row) { return row.what.credibility; });
  define_where(table);
}

void Happenings::define_proposals() {
  auto& table = proposals_.emplace(file_, "proposal");
  using Row = const Of<StoppedProposal>&;
  define_when(table, "when the tick began in which a bloc's rule stopped its proposal");
  table.column<std::string>("bloc", "which bloc", "", [this](Row row) {
    return roster_of(row.variant).blocs[row.what.bloc];
  });
  table.column<int>("target", "on whom, as a position in target, from 0", "1",
                    [](Row row) { return static_cast<int>(row.what.target); });
  table.column<signed char>("from", "level of sanctions that stayed, in notches", "1",
                            [](Row row) { return static_cast<signed char>(row.what.from); });
  table.column<signed char>("to", "level that was proposed, in notches", "1",
                            [](Row row) { return static_cast<signed char>(row.what.to); });
  table.column<double>("probability", "how likely the bloc was to propose this", "1",
                       [](Row row) { return row.what.probability; });
  table.column<std::string>("blockers", "who stopped it, separated by blanks", "", [this](Row row) {
    std::vector<std::string> ids;
    for (const Index i : row.what.blockers) ids.push_back(roster_of(row.variant).actors[i]);
    return fmt::format("{}", fmt::join(ids, " "));
  });
  define_where(table);
}

template <class Table, class What>
void Happenings::add_to(std::optional<Table>& table, const std::vector<What>& happened,
                        const RunRecord& record) {
  if (!table) return;
  for (const What& what : happened)
    table->add(
        {what, static_cast<std::int64_t>(record.replicate), static_cast<int>(record.variant)});
}

void Happenings::add(const RunRecord& record) {
  add_to(decisions_, record.decisions, record);
  add_to(ends_, record.commitments, record);
  add_to(proposals_, record.stopped, record);
}

void Happenings::flush() {
  if (decisions_) decisions_->flush();
  if (ends_) ends_->flush();
  if (proposals_) proposals_->flush();
}

}  // namespace entente
