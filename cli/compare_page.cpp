#include "cli/compare_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/values.h"

namespace entente {
namespace {

constexpr std::size_t name_columns = 25;
constexpr double most_reduction = 999.0;

/// How the values of an outcome are written: a digit more than on other pages, since differences of
/// means are finer than the numbers themselves.
Format fine_format_of(const Comparison::Outcome& outcome) {
  if (outcome.kind == Comparison::Kind::share) return {.decimals = 1, .percent = true};
  const bool metric = outcome.kind == Comparison::Kind::metric;
  Format format = format_of(metric ? "metric." + outcome.name : outcome.name);
  if (format.decimals < 3 && !format.percent) ++format.decimals;
  return format;
}

/// How a difference and its bounds are written: with two digits of the larger bound, however small.
class FineFormat {
 public:
  FineFormat(Format format, double low, double high) : format_(format) {
    constexpr int most_decimals = 5;
    const double larger = std::max(std::abs(low), std::abs(high)) * (format.percent ? 100.0 : 1.0);
    if (larger == 0.0 || std::isnan(larger)) return;
    while (format_.decimals < most_decimals && larger * std::pow(10.0, format_.decimals) < 9.5)
      ++format_.decimals;
    tiny_ = larger * std::pow(10.0, format_.decimals) < 0.95;
  }

  std::string operator()(double value) const {
    if (!tiny_ || value == 0.0) return format_.change(value);
    return format_.percent ? fmt::format("{:+.1e} %", 100.0 * value)
                           : fmt::format("{:+.1e}", value);
  }
  /// Without the percent sign.
  std::string bare(double value) const {
    const std::string text = (*this)(value);
    return text.ends_with(" %") ? text.substr(0, text.size() - 2) : text;
  }

 private:
  Format format_;
  bool tiny_ = false;
};

std::string reduction(const PairedDifference& difference) {
  if (difference.exact) return "exact";
  const double times = difference.variance_reduction;
  if (std::isnan(times)) return "–";
  if (times > most_reduction) return fmt::format("×{:.0f}+", most_reduction);
  return times < 9.95 ? fmt::format("×{:.1f}", times) : fmt::format("×{:.0f}", times);
}

}  // namespace

std::string ComparePage::text() const {
  std::string page = heading() + "\n";
  for (std::size_t v = 1; v < ensemble_.variants.size(); ++v) page += variant(v) + "\n";
  return page + legend();
}

std::string ComparePage::heading() const {
  const auto& title = scenario_.title.empty() ? scenario_.id : scenario_.title;
  std::string text = style_.bold(wrapped(title, page_width)) + "\n";
  if (!scenario_.question.empty()) text += wrapped(scenario_.question, page_width) + "\n";
  const auto& reference = ensemble_.variants.front();
  const auto what =
      fmt::format("Compared with {} ({}): {} with common random numbers · {} · seed {}",
                  reference.id, reference.title, counted(comparison_.pairs(), "pair") + " of runs",
                  time_axis(ensemble_.calendar()), ensemble_.seed);
  text += style_.dim(wrapped(what, page_width)) + "\n";
  if (comparison_.left_out() > 0)
    text += style_.alarm(
                wrapped(fmt::format("{} left out, in which a run failed in at least one variant.",
                                    counted(comparison_.left_out(), "pair") +
                                        (comparison_.left_out() == 1 ? " is" : " are")),
                        page_width)) +
            "\n";
  return text;
}

std::string ComparePage::variant(std::size_t number) const {
  const auto& variant = ensemble_.variants[number];
  std::string text =
      wrapped(variant.title.empty() ? variant.id : fmt::format("{}  {}", variant.id, variant.title),
              page_width) +
      "\n";
  text.replace(0, variant.id.size(), style_.bold(variant.id));
  const auto contrasts = comparison_.contrasts(number);
  for (std::size_t moment = 0; moment < contrasts.size(); ++moment) {
    if (moment > 0) text += "\n";
    if (contrasts[moment].same()) {
      text += fmt::format("{}: no difference in any run\n", moment_name(moment));
      continue;
    }
    text +=
        table(contrasts[moment], moment) + unmoved(contrasts[moment]) + flips(contrasts[moment]);
  }
  return text;
}

std::string ComparePage::moment_name(std::size_t moment) const {
  return to_text(ensemble_.calendar().date_at(comparison_.what().ticks[moment]));
}

std::string ComparePage::table(const Contrast& contrast, std::size_t moment) const {
  std::string text =
      style_.dim(fmt::format("{:<{}}{:>8}{:>8}{:>11}  {:^19}{:>6}", moment_name(moment),
                             name_columns, cut(ensemble_.variants.front().id, 7), "variant",
                             "difference", "95 % interval", "gain")) +
      "\n";
  for (const Kind kind : {Kind::share, Kind::series, Kind::metric})
    for (std::size_t k = 0; k < contrast.differences.size(); ++k)
      if (comparison_.outcomes()[k].kind == kind && !contrast.differences[k].same)
        text += row(k, contrast.differences[k]);
  return text;
}

std::string ComparePage::row(std::size_t number, const PairedDifference& difference) const {
  const auto& outcome = comparison_.outcomes()[number];
  const Format format = fine_format_of(outcome);
  const FineFormat fine(format, difference.low, difference.high);
  const bool counts = difference.significant();
  const std::string shown =
      fmt::format("{:>11}{}", fine(difference.difference), counts ? "*" : " ");
  const std::string interval =
      difference.exact
          ? std::string(19, ' ')
          : fmt::format("{:>8} … {:<8}", fine.bare(difference.low), fine.bare(difference.high));
  std::string name = outcome.name;
  if (width_of(name) >= name_columns) name.append("\n").append(name_columns, ' ');
  return fmt::format("{:<{}}{:>8}{:>8}{} {}{:>6}\n", name, name_columns,
                     format(difference.reference), format(difference.variant),
                     counts ? style_.bold(shown) : style_.dim(shown), interval,
                     reduction(difference));
}

std::string ComparePage::unmoved(const Contrast& contrast) const {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < contrast.differences.size(); ++k)
    if (contrast.differences[k].same) names.push_back(comparison_.outcomes()[k].name);
  if (names.empty()) return "";
  return style_.dim(wrapped(fmt::format("No difference in any run: {}", fmt::join(names, ", ")),
                            page_width)) +
         "\n";
}

}  // namespace entente
