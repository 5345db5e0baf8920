#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/report/payload.h"
#include "analysis/store/study_reader.h"
#include "analysis/study/study.h"

namespace entente {

/// The points of a study that its report shows, with the values of its parameters there: all that
/// have a run that finished or, where these are too many for a page, so many of them that are
/// spread evenly over the study.
class ShownPoints {
 public:
  static constexpr std::size_t most = 20'000;

  ShownPoints(StudyReader& reader, const Plan& plan, std::size_t most_points = most);

  /// Their numbers, in order.
  const std::vector<std::uint64_t>& numbers() const { return numbers_; }
  /// Points × parameters: numbers as they are; of names and dates their positions in `names`.
  const Matrix& values() const { return values_; }
  /// What a parameter's values are called, where they are no numbers.
  const std::vector<std::string>& names(std::size_t parameter) const { return names_[parameter]; }
  /// The least and the greatest of a parameter's values here.
  std::pair<double, double> extent(std::size_t parameter) const;

 private:
  void take(std::size_t parameter, const std::vector<Scalar>& here,
            const std::vector<Scalar>& listed);

  std::vector<std::uint64_t> numbers_;
  Matrix values_;
  std::vector<std::vector<std::string>> names_;
};

/// A study's parameters as its page has them; `study` as its words have it.
Json parameters_json(const Study& study, const ShownPoints& points);

}  // namespace entente
