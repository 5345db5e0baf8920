#include "analysis/store/study_reader.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "sim/core/error.h"

namespace entente {

StudyReader::StudyReader(const std::filesystem::path& file)
    : database_(file, Sqlite::Access::read), identity_(identity_in(database_)) {}

void StudyReader::hold() { database_.execute("BEGIN"); }

std::uint64_t StudyReader::count(RunStatus status) {
  return static_cast<std::uint64_t>(
      database_
          .whole(
              fmt::format("SELECT count(*) FROM run WHERE status = {}", static_cast<int>(status)))
          .value_or(0));
}

std::uint64_t StudyReader::ended() {
  return static_cast<std::uint64_t>(database_.whole("SELECT count(*) FROM run").value_or(0));
}

Matrix StudyReader::answers(std::size_t outcome, std::size_t variant) {
  const auto& numbering = identity_.numbering;
  if (numbering.points > 1'000'000'000 / numbering.replicates)
    throw InputError(
        fmt::format("{}: {} runs are too many to be held at once", name(), numbering.runs()));
  Matrix answers(static_cast<Index>(numbering.points), static_cast<Index>(numbering.replicates));
  answers.setConstant(std::numeric_limits<double>::quiet_NaN());
  Statement select(database_,
                   fmt::format("SELECT point, replicate, {} FROM run WHERE variant = {} AND "
                               "status = 0",
                               identifier(identity_.outcomes[outcome]), variant));
  while (select.step()) answers(select.whole(0), select.whole(1)) = select.number(2);
  return answers;
}

StudyReader::Spread StudyReader::spread(std::size_t outcome, std::size_t variant) {
  const std::string column = identifier(identity_.outcomes[outcome]);
  const std::string from = fmt::format("FROM run WHERE variant = {}", variant);
  Statement first(database_,
                  fmt::format("SELECT count({0}), avg({0}), min({0}), max({0}) {1}", column, from));
  first.step();
  Spread spread{static_cast<std::uint64_t>(first.whole(0)), first.number(1), 0.0, first.number(2),
                first.number(3)};
  Statement second(database_, fmt::format("SELECT avg(({0} - ?) * ({0} - ?)) {1}", column, from));
  second.bind(spread.mean).bind(spread.mean).step();
  spread.deviation = std::sqrt(second.number(0));
  return spread;
}

std::vector<StudyReader::Failure> StudyReader::failures(std::size_t most) {
  std::vector<Failure> all;
  Statement select(
      database_,
      fmt::format("SELECT run, message, replay FROM failure ORDER BY run LIMIT {}", most));
  while (select.step())
    all.push_back({identity_.numbering.key_of(static_cast<std::uint64_t>(select.whole(0))),
                   select.text(1), select.text(2)});
  return all;
}

std::vector<std::uint64_t> StudyReader::points() {
  std::vector<std::uint64_t> points;
  Statement select(database_, "SELECT point FROM run WHERE status = 0 ORDER BY run");
  while (select.step())
    if (const auto point = static_cast<std::uint64_t>(select.whole(0));
        points.empty() || points.back() != point)
      points.push_back(point);
  return points;
}

StudyRun StudyReader::run(std::uint64_t number) {
  Statement select(database_, "SELECT * FROM run WHERE run = ?");
  if (!select.bind(number).step())
    throw InputError(fmt::format("{}: has no run {}", name(), number));
  StudyRun run;
  run.key = identity_.numbering.key_of(number);
  run.status = static_cast<RunStatus>(select.whole(4));
  for (std::size_t k = 0; k < identity_.outcomes.size(); ++k)
    run.outcomes.push_back(select.number(static_cast<int>(5 + k)));
  return run;
}

std::vector<std::uint64_t> StudyReader::finished() {
  std::vector<std::uint64_t> numbers;
  Statement select(database_, "SELECT run FROM run WHERE status = 0 ORDER BY run");
  while (select.step()) numbers.push_back(static_cast<std::uint64_t>(select.whole(0)));
  return numbers;
}

}  // namespace entente
