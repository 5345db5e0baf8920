#include "analysis/store/merge_studies.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/store/file_lock.h"
#include "analysis/store/partial_file.h"
#include "analysis/store/study_reader.h"
#include "analysis/store/study_schema.h"
#include "analysis/store/study_store.h"
#include "sim/core/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code none;
  return fs::equivalent(a, b, none);
}

/// What the parts are parts of.
StudyIdentity whole_of(const fs::path& target, const std::vector<fs::path>& parts) {
  if (parts.empty()) throw InputError("there is no part to merge");
  StudyIdentity whole = StudyReader(parts.front()).identity();
  std::vector<Diagnostic> wrong;
  for (const auto& part : parts) {
    if (same_file(part, target))
      wrong.emplace_back().message =
          fmt::format("{}: a part cannot be the study that they are merged into", part.string());
    for (const auto& words : differences(whole, StudyReader(part).identity(), true))
      wrong.emplace_back().message =
          fmt::format("{}: no part of the study in {}: {}", part.string(), parts.front().string(),
                      words);
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
  whole.shard = whole.shards = 1;
  return whole;
}

/// Adds the rows of one part after the other to a store.
class Join {
 public:
  Join(Database& into, const StudyIdentity& identity, Merged& merged)
      : into_(into), identity_(identity), merged_(merged) {}

  void add(const fs::path& part) {
    into_.execute(fmt::format("ATTACH {} AS part", quoted_text(database_address(part, "mode=ro"))));
    into_.execute("BEGIN IMMEDIATE");
    try {
      expect_same_bits("point", "point", identity_.parameters, "", part);
      expect_same_bits("run", "run", identity_.outcomes, " AND a.status = 0 AND b.status = 0",
                       part);
      take_rows();
      into_.execute("COMMIT");
    } catch (...) {
      into_.roll_back();
      throw;
    }
    into_.execute("DETACH part");
    added_.push_back(part);
  }

 private:
  void expect_same_bits(const std::string& table, const std::string& key,
                        const std::vector<std::string>& columns, const std::string& condition,
                        const fs::path& part);
  void take_rows();
  std::string source_of(const std::string& table, std::int64_t row) const;

  Database& into_;
  const StudyIdentity& identity_;
  Merged& merged_;
  std::vector<fs::path> added_;
};

void Join::expect_same_bits(const std::string& table, const std::string& key,
                            const std::vector<std::string>& columns, const std::string& condition,
                            const fs::path& part) {
  std::string apart = "0";
  for (const auto& name : columns)
    apart += fmt::format(" OR a.{0} IS NOT b.{0}", quoted_name(name));
  Statement query(into_, fmt::format("SELECT b.{0} FROM part.{1} b CROSS JOIN main.{1} a ON a.{0} "
                                     "= b.{0} WHERE ({2}){3} LIMIT 1",
                                     key, table, apart, condition));
  if (!query.next()) return;
  const std::int64_t row = query.whole(0);
  throw InputError(fmt::format("{} {}: {} and {} have it with other numbers; they were not made "
                               "alike, so that one of them must be run again",
                               table, row, source_of(table, row), part.string()));
}

/// The file from which a row came.
std::string Join::source_of(const std::string& table, std::int64_t row) const {
  for (const auto& part : added_) {
    const StudyReader reader(part);
    const bool finished_only = table == "run";
    if (reader.database().whole(fmt::format("SELECT count(*) FROM {0} WHERE {0} = {1}{2}", table,
                                            row, finished_only ? " AND status = 0" : "")) > 0)
      return part.string();
  }
  return into_.name().string();
}

void Join::take_rows() {
  const auto count = [this](const char* query) {
    return static_cast<std::uint64_t>(into_.whole(query));
  };
  const auto there = count("SELECT count(*) FROM part.run");
  into_.execute(
      "DELETE FROM main.run WHERE status <> 0 AND run IN (SELECT run FROM part.run WHERE status = "
      "0)");
  const auto replaced = static_cast<std::uint64_t>(into_.changed());
  into_.execute("INSERT OR IGNORE INTO main.point SELECT * FROM part.point ORDER BY point");
  into_.execute("INSERT OR IGNORE INTO main.run SELECT * FROM part.run ORDER BY run");
  const auto taken = static_cast<std::uint64_t>(into_.changed());
  merged_.added += taken - replaced;
  merged_.replaced += replaced;
  merged_.duplicates += there - taken;
}

void count_missing(Database& database, const RunNumbering& numbering, Merged& merged) {
  merged.runs = numbering.runs();
  std::uint64_t expected = 0;
  const auto gap_until = [&](std::uint64_t run) {
    if (run == expected) return;
    merged.missing += run - expected;
    const auto first = numbering.key_of(expected).point, last = numbering.key_of(run - 1).point;
    if (!merged.gaps.empty() && first <= merged.gaps.back().second + 1) {
      merged.gaps.back().second = last;
    } else if (++merged.all_gaps <= Merged::most_gaps) {
      merged.gaps.emplace_back(first, last);
    }
  };
  Statement query(database, "SELECT run, status FROM run ORDER BY run");
  while (query.next()) {
    const auto run = static_cast<std::uint64_t>(query.whole(0));
    gap_until(run);
    expected = run + 1;
    ++(query.whole(1) == 0 ? merged.finished : merged.failed);
  }
  gap_until(numbering.runs());
}

void find_absent_shards(const std::vector<fs::path>& parts, Merged& merged) {
  std::set<std::uint64_t> present, counts;
  for (const auto& part : parts) {
    const StudyReader reader(part);
    counts.insert(reader.identity().shards);
    present.insert(reader.identity().shard);
  }
  if (counts.size() != 1) return;
  merged.shards = *counts.begin();
  for (std::uint64_t shard = 1; shard <= merged.shards; ++shard)
    if (!present.contains(shard)) merged.absent_shards.push_back(shard);
}

void join(Database& database, const StudyIdentity& identity, const std::vector<fs::path>& parts,
          Merged& merged) {
  Join rows(database, identity, merged);
  for (const auto& part : parts) rows.add(part);
  count_missing(database, identity.numbering, merged);
}

}  // namespace

Merged merge_studies(const fs::path& target, const std::vector<fs::path>& parts) {
  const StudyIdentity identity = whole_of(target, parts);
  Merged merged;
  merged.parts = parts.size();
  find_absent_shards(parts, merged);
  if (study_schema::content_of(target) != study_schema::Content::absent) {
    StudyStore store(target, identity);
    join(store.database(), identity, parts, merged);
    return merged;
  }
  const FileLock lock(target);
  PartialFile partial(target);
  make_study(partial.path(), identity);
  {
    Database database(partial.path(), Database::Access::write, target);
    // The parts remain whatever happens: nothing has to be undone here.
    database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    join(database, identity, parts, merged);
  }
  partial.commit();
  return merged;
}

}  // namespace entente
