#include "analysis/store/comparison_csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <fstream>
#include <iterator>

#include "analysis/store/partial_file.h"

namespace entente {
namespace {

std::string amount(double value) {
  return std::isnan(value) ? std::string("NaN") : fmt::format("{}", value);
}

std::string rows_of(const Ensemble& ensemble, const Comparison& comparison, std::size_t variant) {
  fmt::memory_buffer text;
  const auto contrasts = comparison.contrasts(variant);
  for (std::size_t m = 0; m < contrasts.size(); ++m) {
    const auto date = to_text(ensemble.calendar().date_at(comparison.what().ticks[m]));
    for (std::size_t k = 0; k < comparison.outcomes().size(); ++k) {
      const PairedDifference& d = contrasts[m].differences[k];
      fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{},{}\n",
                     ensemble.variants[variant].id, date, comparison.outcomes()[k].name,
                     amount(d.reference), amount(d.variant), amount(d.difference), amount(d.low),
                     amount(d.high), amount(d.variance_reduction));
    }
  }
  return to_string(text);
}

}  // namespace

void write_csv(const std::filesystem::path& target, const Ensemble& ensemble,
               const Comparison& comparison) {
  PartialFile file(target);
  std::ofstream out(file.path(), std::ios::binary | std::ios::trunc);
  errno = 0;
  out << "variant,date,outcome,mean_reference,mean_variant,difference,low,high,"
         "variance_reduction\n";
  for (std::size_t v = 1; v < ensemble.variants.size(); ++v)
    out << rows_of(ensemble, comparison, v);
  out.close();
  if (!out) file.fail(errno);
  file.commit();
}

}  // namespace entente
