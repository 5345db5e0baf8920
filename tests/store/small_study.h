#pragma once

#include <bit>
#include <limits>
#include <string>
#include <vector>

#include "analysis/store/study_reader.h"
#include "analysis/store/study_store.h"

namespace entente {

/// A study of so many points of two replicates in two variants, with two outcomes.
inline StudyIdentity small_study(std::uint64_t points = 4) {
  StudyIdentity identity;
  identity.id = "small";
  identity.title = "A small study";
  identity.study = "format = 1\n\n[study]\nid = \"small\"\nseed = 7\n";
  identity.subject = "format = 1\n\n[scenario]\nid = \"world\"\n";
  identity.build = "GNU 12.2.0; -O3; Eigen 3.4.0";
  identity.version = "0.1.0";
  identity.seed = 7;
  identity.design = "grid";
  identity.numbering = {points, 2, 2};
  identity.variants = {"base", "other"};
  identity.parameters = {"dynamics.alignment.balance", "event.visit.date"};
  identity.outcomes = {"a", "b"};
  return identity;
}

/// What a run of it gives: a function of its number.
inline StudyRun run_of(const StudyIdentity& identity, std::uint64_t number) {
  const auto x = static_cast<double>(number);
  return {identity.numbering.key_of(number), RunStatus::finished, "", {x / 3.0, -x}};
}

inline void add(StudyStore& store, const StudyRun& run) {
  store.add_point(run.key.point, {Scalar{0.1 * static_cast<double>(run.key.point)},
                                  Scalar{*parse_date("2023-03-01")}});
  store.add(run, run.status == RunStatus::finished ? "" : "entente run again");
}

/// A store of the runs [first, last).
inline void fill(const std::filesystem::path& file, const StudyIdentity& identity,
                 std::uint64_t first, std::uint64_t last) {
  StudyStore store(file, identity, StudyStore::Opening::resume);
  for (std::uint64_t number = first; number < last; ++number)
    if (!store.has(number)) add(store, run_of(identity, number));
}

inline bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace entente
