#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace entente::calibration {

/// A folder with a scenario, an observed series and a calibration of them, removed at its end.
class PlanFolder {
 public:
  PlanFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-fit-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
    write("world.toml", world);
    write("seen.csv", seen);
    write("fit.toml", fit);
  }
  PlanFolder(const PlanFolder&) = delete;
  PlanFolder& operator=(const PlanFolder&) = delete;
  ~PlanFolder() { std::filesystem::remove_all(path_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  /// Two states, one of which comes to think better of the other.
  static constexpr const char* world = R"(format = 1
[scenario]
id = "pair"
start = 2020-01-06
ticks = 30
step = "1 week"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "b"
alignment = -0.4
baseline = 0.5
basis = "estimate"
[dynamics.alignment]
inertia = 1.0
noise = { scale = 0.1 }
[dynamics.sanctions]
rate = 0.0
)";
  static constexpr const char* seen = R"(date,path,value,scale
2020-02-03,alignment.a.b,-0.35,0.1
2020-05-04,alignment.a.b,-0.1,0.1
2020-08-03,alignment.a.b,0.1,
)";
  static constexpr const char* fit = R"(format = 1
[calibration]
id = "fit"
scenario = "world.toml"
observed = "seen.csv"
seed = 3
particles = 20
generations = 3
[[parameter]]
path = "dynamics.alignment.inertia"
prior = { type = "log-uniform", low = 0.1, high = 10 }
[[parameter]]
path = "dynamics.alignment.noise.scale"
prior = { type = "lognormal", mean = -2, sd = 0.5 }
)";

 private:
  std::filesystem::path path_;
};

}  // namespace entente::calibration
