#include "analysis/explain/ledger.h"

#include <algorithm>
#include <utility>

#include "sim/core/error.h"

namespace entente {

Ledger::Ledger(std::shared_ptr<const Model> model, Chart chart)
    : model_(std::move(model)),
      chart_(std::move(chart)),
      accounts_(chart_.dyads.size()),
      drift_(model_->start.actors()),
      toward_(static_cast<Index>(chart_.dyads.size()), model_->start.actors()) {
  const auto names = names_of(model_->agenda, *model_->start.roster);
  for (const auto& name : names) {
    const bool known =
        std::find(chart_.parts.begin(), chart_.parts.end(), name) != chart_.parts.end();
    part_of_event_.push_back(known ? chart_.part(name) : none);
  }
  for (std::size_t d = 0; d < chart_.dyads.size(); ++d) {
    const Index from = chart_.dyads[d].from;
    auto row = std::find_if(rows_.begin(), rows_.end(),
                            [from](const Row& known) { return known.actor == from; });
    if (row == rows_.end()) row = rows_.insert(rows_.end(), {from, {}});
    row->dyads.push_back(d);
  }
  begin(model_->start);
}

void Ledger::begin(const World& world) {
  for (std::size_t d = 0; d < accounts_.size(); ++d) {
    const auto [i, j] = chart_.dyads[d];
    accounts_[d].affinity = world.affinity(i, j);
    accounts_[d].pending = 0.0;
    accounts_[d].parts.assign(chart_.parts.size(), 0.0);
  }
}

void Ledger::happen(const Event& event, const World& world) {
  for (std::size_t d = 0; d < accounts_.size(); ++d) {
    const auto [i, j] = chart_.dyads[d];
    Account& account = accounts_[d];
    const double jump = world.affinity(i, j) - account.affinity;
    if (jump == 0.0) continue;
    account.parts[part_of(event)] += jump;
    account.affinity = world.affinity(i, j);
  }
}

std::size_t Ledger::part_of(const Event& event) const {
  const auto& events = model_->agenda.events();
  const auto found = std::find_if(events.begin(), events.end(),
                                  [&](const Event& each) { return &each == &event; });
  const auto part = found == events.end()
                        ? none
                        : part_of_event_[static_cast<std::size_t>(found - events.begin())];
  expects(part != none, "an event that moves an affinity has its part");
  return part;
}

void Ledger::before_flow(const World& world, const Dynamics& dynamics, double years) {
  noisy_ = dynamics.alignment.noise.scale != 0.0;
  for (std::size_t d = 0; d < accounts_.size(); ++d) {
    accounts_[d].pending = 0.0;
    toward_.row(static_cast<Index>(d)) = world.alignment.col(chart_.dyads[d].to).transpose();
  }
  for (const Row& row : rows_) book_mechanisms(world, dynamics.alignment.mechanisms, years, row);
}

void Ledger::book_mechanisms(const World& world, const Mechanisms& mechanisms, double years,
                             const Row& row) {
  const Rows i{row.actor, 1};
  std::size_t part = 0;
  for_each(mechanisms, [&](const auto& mechanism) {
    if (mechanism.rate != 0.0) {
      drift_.clear(i);
      mechanism.contribute(world, i, drift_);
      for (const std::size_t d : row.dyads) {
        const double drift = drift_.op(i).row(0).dot(toward_.row(static_cast<Index>(d))) +
                             drift_.forcing(i)(0, chart_.dyads[d].to);
        accounts_[d].parts[part] += years * drift;
        accounts_[d].pending += years * drift;
      }
    }
    ++part;
  });
}

void Ledger::after_flow(const World& world) {
  for (std::size_t d = 0; d < accounts_.size(); ++d) {
    const auto [i, j] = chart_.dyads[d];
    Account& account = accounts_[d];
    if (noisy_)
      account.parts[Chart::noise] += world.affinity(i, j) - account.affinity - account.pending;
    account.affinity = world.affinity(i, j);
  }
}

std::span<const double> Ledger::parts(std::size_t dyad) const { return accounts_[dyad].parts; }

Matrix drift_at_start(const std::shared_ptr<const Model>& model, const Chart& chart) {
  Ledger ledger(model, chart);
  ledger.before_flow(model->start, model->dynamics, 1.0);
  Matrix drift(static_cast<Index>(chart.dyads.size()), static_cast<Index>(chart.parts.size()));
  for (std::size_t d = 0; d < chart.dyads.size(); ++d)
    std::copy_n(ledger.parts(d).data(), chart.parts.size(),
                drift.row(static_cast<Index>(d)).data());
  return drift;
}

}  // namespace entente
