#include "analysis/design/design.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis/design/grid.h"
#include "analysis/design/latin_hypercube.h"
#include "analysis/design/low_discrepancy.h"
#include "analysis/design/morris.h"
#include "analysis/design/saltelli.h"
#include "analysis/design/zip.h"
#include "sim/core/error.h"

namespace entente {
namespace {

constexpr auto most_points = static_cast<std::uint64_t>(DesignEntry::most_points);
constexpr std::int64_t morris_levels = 4;

bool counts_points(DesignType type) {
  return type != DesignType::grid && type != DesignType::zip && type != DesignType::list;
}

bool divides_ranges(DesignType type) {
  return type == DesignType::grid || type == DesignType::zip || type == DesignType::morris;
}

/// Makes one design, and collects what is wrong with it.
class Draft {
 public:
  Draft(const DesignEntry& entry, const std::vector<Factor>& factors, std::uint64_t seed)
      : entry_(entry), factors_(factors), seed_(seed) {
    expects(std::all_of(factors.begin(), factors.end(),
                        [](const Factor& f) { return !f.discrete || f.levels > 0; }),
            "a level of every discrete factor");
    check_fields();
  }

  std::unique_ptr<Design> design();

 private:
  template <class... Parts>
  void wrong(fmt::format_string<Parts...> message, Parts&&... parts) {
    const auto text = fmt::format(message, std::forward<Parts>(parts)...);
    problems_.push_back({Severity::error, {}, fmt::format("{}: {}", type(), text), {}, 1});
  }
  void throw_if_wrong() const {
    if (!problems_.empty()) throw InputError(problems_);
  }

  std::string_view type() const {
    return names_of(entry_.type)[static_cast<std::size_t>(entry_.type)];
  }
  std::string name(std::size_t j) const {
    const auto& given = factors_[j].name;
    return given.empty() ? fmt::format("parameter {}", j + 1)
                         : fmt::format("parameter {} ({})", j + 1, given);
  }
  std::uint64_t given_points() const {
    return static_cast<std::uint64_t>(entry_.points.value_or(1));
  }

  void check_fields();
  void check_size(std::uint64_t each);
  void check_dimensions(std::size_t each, NetType net);
  std::vector<std::uint64_t> levels();
  std::unique_ptr<Design> grid();
  std::unique_ptr<Design> zip();
  std::unique_ptr<Design> latin_hypercube();
  std::unique_ptr<Design> low_discrepancy(NetType net);
  std::unique_ptr<Design> saltelli();
  std::unique_ptr<Design> morris();

  const DesignEntry& entry_;
  const std::vector<Factor>& factors_;
  std::uint64_t seed_;
  std::vector<Diagnostic> problems_;
};

void Draft::check_fields() {
  if (counts_points(entry_.type)) {
    if (!entry_.points) wrong("points is missing: how many");
    if (entry_.points && (*entry_.points < 1 || given_points() > most_points))
      wrong("points = {} is not between 1 and {}", *entry_.points, most_points);
  } else if (entry_.points) {
    wrong("takes no points: their number follows from the parameters' values");
  }
  if (entry_.levels && !divides_ranges(entry_.type))
    wrong("takes no levels: ranges are not divided");
  if (divides_ranges(entry_.type) && entry_.levels.value_or(2) < 2)
    wrong("levels = {} is less than 2", *entry_.levels);
  if (!entry_.table.empty()) wrong("takes no table: that is for list");
  if (factors_.empty() && entry_.type != DesignType::grid)
    wrong("there is no parameter that varies");
}

/// Whether so many points times `points` are few enough.
void Draft::check_size(std::uint64_t each) {
  if (given_points() > most_points / each)
    wrong("{} times {} points are more than {}", given_points(), each, most_points);
}

void Draft::check_dimensions(std::size_t each, NetType net) {
  const std::size_t most = DigitalNet::most_dimensions(net) / each;
  if (factors_.size() > most)
    wrong("{} parameters are more than the {} that it can have", factors_.size(), most);
}

/// How many levels each factor has; where a range says nothing, the design's own.
std::vector<std::uint64_t> Draft::levels() {
  std::vector<std::uint64_t> all;
  for (std::size_t j = 0; j < factors_.size(); ++j) {
    const Factor& factor = factors_[j];
    const auto count =
        factor.levels > 0 ? factor.levels : static_cast<std::uint64_t>(entry_.levels.value_or(0));
    if (count == 0) wrong("{} has neither values nor levels", name(j));
    if (count == 1 && !factor.discrete) wrong("{} has one level; a range takes 2 or more", name(j));
    all.push_back(count);
  }
  return all;
}

std::unique_ptr<Design> Draft::grid() {
  const auto counts = levels();
  std::vector<Grid::Axis> axes;
  std::uint64_t points = 1;
  for (std::size_t j = 0; j < counts.size(); ++j) {
    if (counts[j] > 0 && points <= most_points)
      points = counts[j] > most_points / points ? most_points + 1 : points * counts[j];
    axes.push_back({counts[j], factors_[j].discrete});
  }
  if (points > most_points) wrong("there are more than {} combinations", most_points);
  throw_if_wrong();
  return std::make_unique<Grid>(std::move(axes));
}

std::unique_ptr<Design> Draft::zip() {
  const auto counts = levels();
  for (std::size_t j = 1; j < counts.size(); ++j)
    if (counts[j] != counts[0] && counts[j] > 0 && counts[0] > 0)
      wrong("{} has {} values and {} has {}; it pairs the first with the first, and so on", name(0),
            counts[0], name(j), counts[j]);
  throw_if_wrong();
  return std::make_unique<Zip>(counts.front(), factors_);
}

std::unique_ptr<Design> Draft::latin_hypercube() {
  throw_if_wrong();
  return std::make_unique<LatinHypercube>(given_points(), factors_, seed_);
}

std::unique_ptr<Design> Draft::low_discrepancy(NetType net) {
  check_dimensions(1, net);
  throw_if_wrong();
  return std::make_unique<LowDiscrepancy>(net, given_points(), factors_, seed_);
}

std::unique_ptr<Design> Draft::saltelli() {
  check_dimensions(2, NetType::sobol);
  check_size(factors_.size() + 2);
  throw_if_wrong();
  return std::make_unique<Saltelli>(given_points(), factors_, seed_);
}

std::unique_ptr<Design> Draft::morris() {
  const std::int64_t levels = entry_.levels.value_or(morris_levels);
  if (levels % 2 != 0) wrong("levels = {} is odd; a step passes half of them", levels);
  for (std::size_t j = 0; j < factors_.size(); ++j)
    if (factors_[j].discrete && factors_[j].levels < 2)
      wrong("{} has a single value and nowhere to step", name(j));
  check_size(factors_.size() + 1);
  throw_if_wrong();
  return std::make_unique<Morris>(given_points(), static_cast<std::uint64_t>(levels), factors_,
                                  seed_);
}

std::unique_ptr<Design> Draft::design() {
  switch (entry_.type) {
    case DesignType::grid:
      return grid();
    case DesignType::zip:
      return zip();
    case DesignType::latin_hypercube:
      return latin_hypercube();
    case DesignType::sobol:
      return low_discrepancy(NetType::sobol);
    case DesignType::niederreiter:
      return low_discrepancy(NetType::niederreiter);
    case DesignType::saltelli:
      return saltelli();
    case DesignType::morris:
      return morris();
    case DesignType::list:
      break;
  }
  expects(false, "a design whose points follow from its coordinates");
  return nullptr;
}

}  // namespace

std::unique_ptr<Design> make_design(const DesignEntry& entry, const std::vector<Factor>& factors,
                                    std::uint64_t seed) {
  return Draft(entry, factors, seed).design();
}

}  // namespace entente
