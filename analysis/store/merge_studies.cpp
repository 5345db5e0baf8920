#include "analysis/store/merge_studies.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "analysis/store/study_reader.h"
#include "analysis/store/study_store.h"
#include "sim/core/error.h"

namespace entente {
namespace {

using Path = std::filesystem::path;

/// The study as a whole, of which these are parts.
StudyIdentity common_identity(const std::vector<Path>& parts, Merge& merge) {
  std::vector<Diagnostic> wrong;
  std::optional<StudyIdentity> whole;
  std::set<std::uint64_t> given;
  std::uint64_t shards = 1;
  for (const Path& part : parts) {
    try {
      StudyIdentity identity = StudyReader(part).identity();
      shards = std::max(shards, identity.shards);
      given.insert(identity.shard);
      identity.shard = identity.shards = 1;
      if (!whole) whole = identity;
      for (const auto& difference : differences(identity, *whole))
        wrong.push_back(
            {Severity::error,
             {part.string()},
             fmt::format("belongs to another study than {}: {}", parts[0].string(), difference),
             "",
             1});
    } catch (const InputError& found) {
      wrong.insert(wrong.end(), found.diagnostics().begin(), found.diagnostics().end());
    }
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
  for (std::uint64_t shard = 1; shards > 1 && shard <= shards; ++shard)
    if (!given.contains(shard)) merge.absent.push_back(fmt::format("{}/{}", shard, shards));
  return *whole;
}

/// Throws if a run of the part finished with other bits than the same run here.
void expect_same_bits(Sqlite& database, const StudyIdentity& identity, const Path& part) {
  std::string differs = "0";
  for (const auto& outcome : identity.outcomes)
    differs += fmt::format(" OR a.{0} IS NOT b.{0}", identifier(outcome));
  const auto run = database.whole(
      fmt::format("SELECT a.run FROM main.run a JOIN part.run b USING (run) WHERE a.status = 0 AND "
                  "b.status = 0 AND ({}) LIMIT 1",
                  differs));
  if (!run) return;
  const RunKey key = identity.numbering.key_of(static_cast<std::uint64_t>(*run));
  throw RunError(
      fmt::format("{}: run {} (point {}, replicate {}, variant {}) has other outcomes "
                  "there than elsewhere; one of the two machines cannot be trusted",
                  part.string(), *run, key.point, key.replicate, identity.variants[key.variant]));
}

void add_part(Sqlite& database, const StudyIdentity& identity, const Path& part, Merge& merge) {
  {
    Statement attach(database, "ATTACH DATABASE ? AS part");
    attach.bind(std::string_view(part.string())).run();
  }
  expect_same_bits(database, identity, part);
  database.execute("BEGIN");
  database.execute(
      "DELETE FROM main.failure WHERE run IN (SELECT b.run FROM main.run a JOIN part.run b USING "
      "(run) WHERE a.status <> 0 AND b.status = 0)");
  database.execute(
      "DELETE FROM main.run WHERE status <> 0 AND run IN (SELECT run FROM part.run WHERE status = "
      "0)");
  database.execute("INSERT OR IGNORE INTO main.point SELECT * FROM part.point");
  database.execute("INSERT OR IGNORE INTO main.run SELECT * FROM part.run");
  const auto added = static_cast<std::uint64_t>(database.changes());
  database.execute(
      "INSERT OR IGNORE INTO main.failure SELECT f.* FROM part.failure f JOIN main.run r USING "
      "(run) WHERE r.status <> 0");
  database.execute("COMMIT");
  merge.added += added;
  merge.duplicates +=
      static_cast<std::uint64_t>(database.whole("SELECT count(*) FROM part.run").value_or(0)) -
      added;
  database.execute("DETACH DATABASE part");
}

/// The points that do not have all their runs, as ranges.
void find_missing(Sqlite& database, const StudyIdentity& identity, Merge& merge) {
  const std::uint64_t per_point = identity.numbering.runs_per_point();
  std::uint64_t next = 0;
  const auto miss_until = [&](std::uint64_t end) {
    if (next < end && !merge.missing.empty() && merge.missing.back().second + 1 == next)
      merge.missing.back().second = end - 1;
    else if (next < end)
      merge.missing.emplace_back(next, end - 1);
  };
  Statement select(database, "SELECT point, count(*) FROM run GROUP BY point ORDER BY point");
  while (select.step()) {
    const auto point = static_cast<std::uint64_t>(select.whole(0));
    const bool whole = static_cast<std::uint64_t>(select.whole(1)) == per_point;
    miss_until(whole ? point : point + 1);
    next = point + 1;
  }
  miss_until(identity.numbering.points);
}

}  // namespace

Merge merge_studies(const Path& target, const std::vector<Path>& parts) {
  Merge merge;
  const StudyIdentity identity = common_identity(parts, merge);
  {
    StudyStore store(target, identity, StudyStore::Opening::resume);
    for (const Path& part : parts) add_part(store.database(), identity, part, merge);
  }
  StudyReader reader(target);
  merge.runs = identity.numbering.runs();
  merge.ended = reader.ended();
  merge.failed = merge.ended - reader.count(RunStatus::finished);
  find_missing(reader.database(), identity, merge);
  if (merge.missing.empty()) merge.absent.clear();
  return merge;
}

}  // namespace entente
