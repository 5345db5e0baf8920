#include "sim/core/calendar.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

using std::chrono::days;

Date date(const char* text) { return *parse_date(text); }

TEST(Dates, AreReadAndWrittenAlike) {
  for (const char* text : {"2023-03-01", "1914-06-28", "2024-02-29", "2000-02-29", "0001-01-01",
                           "9999-12-31", "1969-12-31"})
    EXPECT_EQ(to_text(date(text)), text);
}

TEST(Dates, AreThoseOfTheGregorianCalendar) {
  EXPECT_EQ(date("1970-01-01"), Date{});
  EXPECT_EQ(date("2024-03-01") - date("2024-02-28"), days{2});
  EXPECT_EQ(date("2023-03-01") - date("2023-02-28"), days{1});
  EXPECT_EQ(date("2100-03-01") - date("2100-02-28"), days{1});
  EXPECT_EQ(date("2022-02-24") - Date{}, days{19047});
}

TEST(Dates, ThatAreNoneAreRefused) {
  for (const char* text : {"", "2023", "2023-3-1", "2023-13-01", "2023-00-10", "2023-02-29",
                           "2023-04-31", "2023-01-00", "2023/01/01", "23-01-01", "2023-01-01 ",
                           " 2023-01-0", "2023-01-0a", "+023-01-01", "2023-+1-01", "20230101"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Calendar, CountsYearsOfAFixedLength) {
  const Calendar weekly{.start = date("2023-03-01"), .step_days = 7, .ticks = 260};
  EXPECT_EQ(weekly.years_per_tick(), 7 / 365.25);
  EXPECT_EQ(weekly.years_at(0), 0.0);
  EXPECT_EQ(weekly.years_at(260), 260 * (7 / 365.25));
}

TEST(Calendar, DatesItsTicks) {
  const Calendar weekly{.start = date("2023-03-01"), .step_days = 7, .ticks = 52};
  EXPECT_EQ(weekly.date_at(0), date("2023-03-01"));
  EXPECT_EQ(weekly.date_at(1), date("2023-03-08"));
  EXPECT_EQ(weekly.end(), date("2024-02-28"));
}

TEST(Calendar, FindsTheTickWhoseSpanHoldsADate) {
  for (const int step : {1, 7, 30}) {
    const Calendar calendar{.start = date("2023-03-01"), .step_days = step, .ticks = 100};
    for (int day = 0; day < 100; ++day) {
      const Date when = calendar.start + days{day};
      const auto tick = calendar.tick_of(when);
      EXPECT_LE(calendar.date_at(tick), when);
      EXPECT_GT(calendar.date_at(tick + 1), when);
    }
  }
}

TEST(Calendar, FindsTicksBeforeTheStartToo) {
  const Calendar weekly{.start = date("2023-03-01"), .step_days = 7, .ticks = 52};
  EXPECT_EQ(weekly.tick_of(date("2023-02-28")), -1);
  EXPECT_EQ(weekly.tick_of(date("2023-02-22")), -1);
  EXPECT_EQ(weekly.tick_of(date("2023-02-21")), -2);
}

}  // namespace
}  // namespace entente
