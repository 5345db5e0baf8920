#include "analysis/calibrate/fitted_form.h"

#include <cmath>

#include "sim/scenario/apply_edit.h"

namespace entente {

FittedForm form_of(const Scenario& scenario, const std::string& path, double near) {
  Scenario scratch = scenario;
  const auto takes = [&](FittedForm form, double number) {
    Report unseen(nullptr);
    set_value(scratch, path, {value_in(form, number, scenario.start), {}, false}, unseen);
    return !unseen.failed();
  };
  const double between = std::floor(near) + 0.5;  // no whole number, whatever `near` is
  if (takes(FittedForm::number, between) || takes(FittedForm::number, between - 1.0))
    return FittedForm::number;
  if (takes(FittedForm::day, near)) return FittedForm::day;
  return takes(FittedForm::whole, near) && !takes(FittedForm::number, near + 0.25)
             ? FittedForm::whole
             : FittedForm::number;
}

Scalar value_in(FittedForm form, double number, Date start) {
  if (form == FittedForm::number) return number;
  const std::int64_t whole = std::llround(number);
  if (form == FittedForm::whole) return whole;
  return start + std::chrono::days{whole};
}

}  // namespace entente
