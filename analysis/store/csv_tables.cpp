#include "analysis/store/csv_tables.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <iterator>
#include <system_error>

#include "analysis/metrics/catalogue.h"
#include "sim/core/error.h"

namespace entente {

/// One table under way.
class CsvTables::Table {
 public:
  Table(const std::filesystem::path& target, std::string_view header) : file_(target) {
    out_.open(file_.path(), std::ios::binary | std::ios::trunc);
    row("{}", header);
  }

  template <class... Cells>
  void row(fmt::format_string<Cells...> format, Cells&&... cells) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Cells>(cells)...);
    text_.push_back('\n');
    if (text_.size() > (1 << 16)) write();
  }

  /// Writes what is waiting.
  void write() {
    errno = 0;
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    out_.flush();
    if (!out_) file_.fail(errno);
    text_.clear();
  }

  void finish() {
    write();
    out_.close();
    file_.commit();
  }

 private:
  PartialFile file_;
  std::ofstream out_;
  fmt::memory_buffer text_;
};

namespace {

/// NaN without the sign that it may have.
std::string cell(double value) {
  return std::isnan(value) ? std::string("NaN") : fmt::format("{}", value);
}

template <class Word>
std::string_view word(Word value) {
  return names_of(value)[static_cast<std::size_t>(value)];
}

bool make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const bool made = std::filesystem::create_directory(folder, error);
  if (error || !std::filesystem::is_directory(folder))
    throw RunError(fmt::format("cannot make the folder {}: {}; name another place", folder.string(),
                               error ? error.message() : "a file has its name"));
  return made;
}

}  // namespace

CsvTables::CsvTables(const std::filesystem::path& folder, const Ensemble& ensemble)
    : ensemble_(ensemble), folder_(folder), made_folder_(make_folder(folder)) {
  series_ = std::make_unique<Table>(folder / "series.csv", "variant,replicate,time,path,value");
  metrics_ = std::make_unique<Table>(folder / "metrics.csv", "variant,replicate,time,metric,value");
  decisions_ = std::make_unique<Table>(
      folder / "decisions.csv",
      "variant,replicate,time,layer,actor,target,from,to,probability,occasion");
  if (ensemble.has_commitments())
    commitments_ = std::make_unique<Table>(folder / "commitments.csv",
                                           "variant,replicate,time,id,outcome,credibility");
  if (ensemble.has_votes())
    proposals_ =
        std::make_unique<Table>(folder / "proposals.csv",
                                "variant,replicate,time,bloc,target,from,to,probability,blockers");
  if (!ensemble.explained.empty())
    contributions_ = std::make_unique<Table>(folder / "contributions.csv",
                                             "variant,replicate,time,explained,part,value");
}

CsvTables::~CsvTables() {
  series_.reset();
  metrics_.reset();
  decisions_.reset();
  commitments_.reset();
  proposals_.reset();
  contributions_.reset();
  std::error_code none;
  if (made_folder_ && !finished_) std::filesystem::remove(folder_, none);
}

void CsvTables::take(std::span<const RunRecord> replicate) {
  for (const RunRecord& record : replicate) add(record);
}

void CsvTables::add(const RunRecord& record) {
  const auto metrics = metric_names();
  const auto& variant = ensemble_.variants[record.variant].id;
  for (Index moment = 0; moment < record.series.rows(); ++moment) {
    const auto date = to_text(ensemble_.calendar().date_at(ensemble_.first_tick + moment));
    const auto prefix = fmt::format("{},{},{}", variant, record.replicate, date);
    for (std::size_t p = 0; p < ensemble_.paths.size(); ++p)
      series_->row("{},{},{}", prefix, ensemble_.paths[p],
                   cell(record.series(moment, static_cast<Index>(p))));
    for (std::size_t m = 0; m < metrics.size(); ++m)
      metrics_->row("{},{},{}", prefix, metrics[m],
                    cell(record.metrics(moment, static_cast<Index>(m))));
  }
  add_happenings(record);
}

void CsvTables::add_happenings(const RunRecord& record) {
  const Ensemble::Variant& variant = ensemble_.variants[record.variant];
  const Roster& roster = *variant.model->start.roster;
  const auto prefix = [&](std::int64_t tick) {
    return fmt::format("{},{},{}", variant.id, record.replicate,
                       to_text(ensemble_.calendar().date_at(tick)));
  };
  for (const Decision& d : record.decisions)
    decisions_->row("{},{},{},{},{},{},{},{}", prefix(d.tick), word(d.layer),
                    roster.actors[d.actor], roster.actors[d.target], d.from, d.to,
                    cell(d.probability), word(d.occasion));
  for (const CommitmentEnd& end : record.commitments)
    commitments_->row("{},{},{},{}", prefix(end.tick), roster.commitments[end.commitment],
                      word(end.outcome), cell(end.credibility));
  for (const StoppedProposal& stop : record.stopped) {
    std::vector<std::string> blockers;
    for (const Index i : stop.blockers) blockers.push_back(roster.actors[i]);
    proposals_->row("{},{},{},{},{},{},{}", prefix(stop.tick), roster.blocs[stop.bloc],
                    roster.actors[stop.target], stop.from, stop.to, cell(stop.probability),
                    fmt::join(blockers, " "));
  }
  if (contributions_) add_ledger(record);
}

void CsvTables::add_ledger(const RunRecord& record) {
  const auto& parts = ensemble_.chart.parts;
  auto value = record.ledger.parts.begin();
  for (std::int64_t tick = 0; tick < ensemble_.moments(); ++tick) {
    const auto date = to_text(ensemble_.calendar().date_at(tick));
    for (const auto& explained : ensemble_.explained)
      for (const auto& part : parts)
        contributions_->row("{},{},{},{},{},{}", ensemble_.variants[record.variant].id,
                            record.replicate, date, explained, part, cell(*value++));
  }
}

void CsvTables::finish() {
  series_->finish();
  metrics_->finish();
  decisions_->finish();
  if (commitments_) commitments_->finish();
  if (proposals_) proposals_->finish();
  if (contributions_) contributions_->finish();
  finished_ = true;
}

}  // namespace entente
