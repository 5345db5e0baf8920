#include "analysis/store/study_reader.h"

#include <fmt/format.h>

#include <limits>

#include "analysis/store/study_schema.h"
#include "sim/core/error.h"

namespace entente {
namespace {

const std::filesystem::path& expect_study(const std::filesystem::path& file) {
  using study_schema::Content;
  const Content content = study_schema::content_of(file);
  if (content == Content::absent)
    throw InputError(fmt::format("{}: there is no such file", file.string()));
  if (content != Content::study)
    throw InputError(fmt::format("{}: no study of entente sweep", file.string()));
  return file;
}

Matrix unknown_numbers(std::uint64_t rows, std::uint64_t columns) {
  return Matrix::Constant(static_cast<Index>(rows), static_cast<Index>(columns),
                          std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

StudyReader::StudyReader(const std::filesystem::path& file)
    : name_(file.string()), database_(expect_study(file), Database::Access::read) {
  database_.execute("BEGIN");  // everything is read as of one moment
  identity_ = study_schema::identity_in(database_);
}

StudyReader::Counts StudyReader::counts() const {
  Counts counts{};
  Statement query(database_, "SELECT status, count(*) FROM run WHERE status <> 0 GROUP BY status");
  std::uint64_t unfinished = 0;
  while (query.next()) {
    counts.at(static_cast<std::size_t>(query.whole(0))) =
        static_cast<std::uint64_t>(query.whole(1));
    unfinished += static_cast<std::uint64_t>(query.whole(1));
  }
  counts[0] =
      static_cast<std::uint64_t>(database_.whole("SELECT count(*) FROM run")) - unfinished;
  return counts;
}

void StudyReader::for_each_point(
    const std::function<void(std::uint64_t, const std::vector<Scalar>&)>& take) const {
  Statement query(database_, fmt::format("SELECT point{} FROM point ORDER BY point",
                                         study_schema::columns(identity_.parameters)));
  std::vector<Scalar> values(identity_.parameters.size());
  while (query.next()) {
    for (std::size_t k = 0; k < values.size(); ++k)
      values[k] = study_schema::scalar_in(query, static_cast<int>(k) + 1);
    take(static_cast<std::uint64_t>(query.whole(0)), values);
  }
}

Matrix StudyReader::values() const {
  Matrix all = unknown_numbers(identity_.numbering.points, identity_.parameters.size());
  for_each_point([&](std::uint64_t point, const std::vector<Scalar>& values) {
    for (std::size_t k = 0; k < values.size(); ++k) {
      double& number = all(static_cast<Index>(point), static_cast<Index>(k));
      if (const auto* real = std::get_if<double>(&values[k])) number = *real;
      if (const auto* whole = std::get_if<std::int64_t>(&values[k]))
        number = static_cast<double>(*whole);
    }
  });
  return all;
}

void StudyReader::take_runs(const std::string& condition,
                            const std::function<void(const StudyRun&)>& take) const {
  Statement query(database_,
                  fmt::format("SELECT run, status, message{} FROM run {}",
                              study_schema::columns(identity_.outcomes), condition));
  StudyRun run;
  run.outcomes.resize(identity_.outcomes.size());
  while (query.next()) {
    run.key = identity_.numbering.key_of(static_cast<std::uint64_t>(query.whole(0)));
    run.status = static_cast<RunStatus>(query.whole(1));
    run.message = query.text(2);
    for (std::size_t k = 0; k < run.outcomes.size(); ++k)
      run.outcomes[k] = query.real(static_cast<int>(k) + 3);
    take(run);
  }
}

void StudyReader::for_each_run(const std::function<void(const StudyRun&)>& take) const {
  take_runs("ORDER BY run", take);
}

std::vector<StudyRun> StudyReader::failures(std::size_t most) const {
  std::vector<StudyRun> all;
  take_runs(fmt::format("WHERE status <> 0 ORDER BY run LIMIT {}", most),
            [&](const StudyRun& run) { all.push_back(run); });
  return all;
}

Matrix StudyReader::answers(std::size_t outcome, std::size_t variant) const {
  const RunNumbering& numbering = identity_.numbering;
  Matrix all = unknown_numbers(numbering.points, numbering.replicates);
  Statement query(database_, fmt::format("SELECT run, {} FROM run WHERE variant = {}",
                                         quoted_name(identity_.outcomes.at(outcome)), variant));
  while (query.next()) {
    const RunKey key = numbering.key_of(static_cast<std::uint64_t>(query.whole(0)));
    all(static_cast<Index>(key.point), static_cast<Index>(key.replicate)) = query.real(1);
  }
  return all;
}

}  // namespace entente
