#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/store/sqlite.h"
#include "analysis/study/run.h"

namespace entente {

/// What results of a study follow from, and what their columns mean.
struct StudyIdentity {
  std::string id, title;
  std::string study;    ///< what the study says, as canonical TOML
  std::string words;    ///< the same for people, with questions and notes; may be empty
  std::string subject;  ///< what is run: the resolved scenario as TOML, or a test model's name
  std::string build, version;
  std::uint64_t seed = 1;
  std::string design;  ///< its type
  RunNumbering numbering;
  std::vector<std::string> variants, parameters, outcomes;  ///< ids, paths, names
  std::uint64_t shard = 1, shards = 1;

  bool whole() const { return shards == 1; }
};

/// In which words two studies differ, so that their results must not be mixed; empty if they do
/// not. `there` is what a file says, `here` what is asked for.
std::vector<std::string> differences(const StudyIdentity& there, const StudyIdentity& here);

/// Writes it into the tables of a new store, and reads it from there. The latter throws
/// `InputError` if the database is none.
void put_identity(Sqlite& database, const StudyIdentity& identity);
StudyIdentity identity_in(Sqlite& database);
/// Replaces what a store says to people, which may change without another result.
void renew_words(Sqlite& database, const StudyIdentity& identity);

/// Makes the tables and views of a study's store; docs/study-store.md describes them.
void make_schema(Sqlite& database, const StudyIdentity& identity);

}  // namespace entente
