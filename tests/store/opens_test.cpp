#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/store/scratch.h"

// Results open in the programs that people use.

namespace entente {
namespace {

struct Answer {
  int status = -1;
  std::string text;
};

Answer ask(const std::string& command) {
  Answer answer;
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return answer;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    answer.text.append(buffer, n);
  answer.status = ::pclose(pipe);
  return answer;
}

TEST(Opens, InXarray) {
  if (ask("/usr/bin/python3 -c 'import xarray, netCDF4'").status != 0)
    GTEST_SKIP() << "needs /usr/bin/python3 with xarray and netCDF4";
  const Scratch scratch;
  const auto records = store(small_ensemble(3, Recording::full), scratch / "a.nc");
  std::ofstream(scratch / "look.py") << R"(import sys
import numpy
import xarray
data = xarray.open_dataset(sys.argv[1])
assert dict(data.sizes)["replicate"] == 3, data.sizes
assert str(data.time.values[0])[:10] == "2020-01-01", data.time
assert str(data.time.values[-1])[:10] == "2020-10-07", data.time
course = data.series.sel(variant="no-visit", replicate=2, path="alignment.north.south")
assert course.shape == (41,), course.shape
dyad = data.alignment.sel(variant="no-visit", replicate=2, actor="north", target="south")
assert (course.values == dyad.values).all()
assert float(data.sanctions.max()) <= 4
assert (data.decision_time.values >= data.time.values[0]).all()
assert data.attrs["scenario"] == "format = 1\n"
print(repr(float(course[-1])))
)";
  const Answer answer =
      ask("/usr/bin/python3 " + (scratch / "look.py").string() + " " + (scratch / "a.nc").string());
  ASSERT_EQ(answer.status, 0) << answer.text;
  EXPECT_EQ(std::stod(answer.text), records[5].series(40, 0));
}

TEST(Opens, InXarrayWithItsContributionsByName) {
  if (ask("/usr/bin/python3 -c 'import xarray, netCDF4'").status != 0)
    GTEST_SKIP() << "needs /usr/bin/python3 with xarray and netCDF4";
  const Scratch scratch;
  Ensemble ensemble = small_ensemble(3, Recording::full);
  ensemble.explain({"alignment.north.east"});
  store(ensemble, scratch / "a.nc");
  std::ofstream(scratch / "look.py") << R"(import sys
import numpy
import xarray
data = xarray.open_dataset(sys.argv[1])
parts = data.contribution.sel(explained="alignment.north.east")
z = numpy.arctanh(data.alignment.sel(actor="north", target="east"))
assert float(abs(parts.sum("part") - (z - z.isel(time=0))).max()) < 1e-9
visit = parts.sel(part="event.visit", variant="base").isel(time=-1)
assert float(abs(visit - 0.3 * 0.4).max()) < 1e-12, visit
assert float(abs(parts.sel(part="event.visit", variant="no-visit")).max()) == 0
)";
  const Answer answer =
      ask("/usr/bin/python3 " + (scratch / "look.py").string() + " " + (scratch / "a.nc").string());
  EXPECT_EQ(answer.status, 0) << answer.text;
}

TEST(Opens, InNcdump) {
  if (ask("command -v ncdump").status != 0) GTEST_SKIP() << "needs ncdump";
  const Scratch scratch;
  store(small_ensemble(2), scratch / "a.nc");
  const Answer answer = ask("ncdump -h " + (scratch / "a.nc").string());
  EXPECT_EQ(answer.status, 0);
  EXPECT_THAT(answer.text, ::testing::HasSubstr("double series(variant, replicate, time, path)"));
}

}  // namespace
}  // namespace entente
