#include "analysis/store/study_identity.h"

#include <fmt/format.h>

#include <map>

#include "analysis/store/sha256.h"
#include "analysis/store/verification.h"
#include "sim/core/error.h"
#include "sim/scenario/difference.h"

namespace entente {
namespace {

/// What SQLite's header says of a file of ours: "Ente".
constexpr std::int64_t application_id = 0x456e7465;
constexpr std::int64_t format = 1;

void note_difference(const std::string& what, const std::string& there, const std::string& here,
                     std::vector<std::string>& all) {
  const auto found = first_difference(there, here);
  if (!found) return;
  const auto shown = [](const std::string& line) { return line.empty() ? "(nothing)" : line; };
  all.push_back(fmt::format("the {} has changed at {}: it was {}, and is {}", what,
                            found->entry.empty() ? "its end" : found->entry, shown(found->first),
                            shown(found->second)));
}

void put_names(Sqlite& database, const std::string& table, const std::vector<std::string>& names) {
  Statement insert(database, fmt::format("INSERT INTO {} VALUES (?, ?)", table));
  for (std::size_t k = 0; k < names.size(); ++k)
    insert.bind(static_cast<std::int64_t>(k)).bind(std::string_view(names[k])).run();
}

std::vector<std::string> names_in(Sqlite& database, const std::string& sql) {
  std::vector<std::string> names;
  Statement select(database, sql);
  while (select.step()) names.push_back(select.text(0));
  return names;
}

}  // namespace

std::vector<std::string> differences(const StudyIdentity& there, const StudyIdentity& here) {
  std::vector<std::string> all;
  note_difference("study", there.study, here.study, all);
  note_difference("scenario", there.subject, here.subject, all);
  if (there.version != here.version)
    all.push_back(
        fmt::format("it was done by entente {}, and this is {}", there.version, here.version));
  for (const auto& word : build_differences(there.build, here.build))
    all.push_back("the build has changed: " + word);
  if (there.shard != here.shard || there.shards != here.shards)
    all.push_back(fmt::format("it holds shard {} of {}, and {} of {} is asked for", there.shard,
                              there.shards, here.shard, here.shards));
  return all;
}

void put_identity(Sqlite& database, const StudyIdentity& identity) {
  database.execute(fmt::format("PRAGMA application_id = {}", application_id));
  Statement insert(database, "INSERT INTO study VALUES (?, ?)");
  const auto put = [&](std::string_view key, const Scalar& value) {
    insert.bind(key).bind_any(value).run();
  };
  const auto whole = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
  put("format", format);
  put("id", identity.id);
  put("title", identity.title);
  put("version", identity.version);
  put("build", identity.build);
  put("design", identity.design);
  put("seed", whole(identity.seed));
  put("points", whole(identity.numbering.points));
  put("replicates", whole(identity.numbering.replicates));
  put("shard", whole(identity.shard));
  put("shards", whole(identity.shards));
  put("study", identity.study);
  put("study_sha256", sha256(identity.study));
  put("words", identity.words);
  put("subject", identity.subject);
  put("subject_sha256", sha256(identity.subject));
  put_names(database, "variant", identity.variants);
  put_names(database, "parameter", identity.parameters);
  put_names(database, "outcome", identity.outcomes);
}

void renew_words(Sqlite& database, const StudyIdentity& identity) {
  Statement replace(database, "INSERT OR REPLACE INTO study VALUES (?, ?)");
  replace.bind("title").bind(std::string_view(identity.title)).run();
  replace.bind("words").bind(std::string_view(identity.words)).run();
}

StudyIdentity identity_in(Sqlite& database) {
  if (database.whole("PRAGMA application_id") != application_id)
    throw InputError(fmt::format("{}: is no study store", database.file().string()));
  std::map<std::string, Scalar> values;
  Statement select(database, "SELECT key, value FROM study");
  while (select.step()) values[select.text(0)] = select.scalar(1);
  const auto text = [&](const char* key) {
    const auto* found = std::get_if<std::string>(&values[key]);
    return found ? *found : std::string();
  };
  const auto number = [&](const char* key) {
    const auto* found = std::get_if<std::int64_t>(&values[key]);
    return found ? static_cast<std::uint64_t>(*found) : 0;
  };
  if (number("format") != static_cast<std::uint64_t>(format))
    throw InputError(
        fmt::format("{}: has a format that this version does not read", database.file().string()));
  StudyIdentity identity;
  identity.id = text("id");
  identity.title = text("title");
  identity.study = text("study");
  identity.words = text("words");
  identity.subject = text("subject");
  identity.build = text("build");
  identity.version = text("version");
  identity.seed = number("seed");
  identity.design = text("design");
  identity.shard = number("shard");
  identity.shards = number("shards");
  identity.variants = names_in(database, "SELECT id FROM variant ORDER BY variant");
  identity.parameters = names_in(database, "SELECT path FROM parameter ORDER BY position");
  identity.outcomes = names_in(database, "SELECT name FROM outcome ORDER BY position");
  identity.numbering = {number("points"), number("replicates"), identity.variants.size()};
  return identity;
}

}  // namespace entente
