#include "analysis/calibrate/fitted_form.h"

#include <gtest/gtest.h>

#include "sim/scenario/read.h"

namespace entente {
namespace {

Scenario small() {
  return read_scenario(std::string(ENTENTE_SOURCE_DIR) + "/tests/ensemble/small_world.toml")
      .scenario;
}

TEST(FittedForm, IsWhatThePathTakes) {
  const Scenario scenario = small();
  for (const double near : {0.0, 0.3, 1.0})
    EXPECT_EQ(form_of(scenario, "dynamics.alignment.balance", near), FittedForm::number) << near;
  EXPECT_EQ(form_of(scenario, "scenario.ticks", 30.0), FittedForm::whole);
  EXPECT_EQ(form_of(scenario, "scenario.ticks", 30.4), FittedForm::whole);
  EXPECT_EQ(form_of(scenario, "event.visit.date", 20.0), FittedForm::day);
}

TEST(FittedForm, SetsTheNearestWholeNumberOrDay) {
  const Date start = *parse_date("2020-01-01");
  EXPECT_EQ(value_in(FittedForm::number, 1.7, start), Scalar{1.7});
  EXPECT_EQ(value_in(FittedForm::whole, 1.7, start), Scalar{std::int64_t{2}});
  EXPECT_EQ(value_in(FittedForm::day, 30.6, start), Scalar{*parse_date("2020-02-01")});
}

}  // namespace
}  // namespace entente
