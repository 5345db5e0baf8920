#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/store/netcdf_result.h"
#include "sim/scenario/write.h"
#include "tests/ensemble/small_world.h"

namespace entente {

/// A folder of its own for a test, removed at its end.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  const std::filesystem::path& folder() const { return folder_; }
  /// The names of all files in the folder.
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  std::filesystem::path folder_;
};

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Runs an ensemble into a NetCDF file, and keeps its records besides.
inline std::vector<RunRecord> store(const Ensemble& ensemble, const std::filesystem::path& target,
                                    int threads = 2) {
  NetcdfResult result(target, ensemble, {"A title", "format = 1\n"});
  Keeper keeper;
  Sink* const sinks[] = {&result, &keeper};
  const std::atomic<bool> stop{false};
  result.finish(conduct(ensemble, sinks, threads, stop));
  return keeper.records;
}

/// Base and a variant of the small world.
inline Ensemble small_ensemble(std::uint64_t runs, Recording recording = Recording::watch) {
  Ensemble ensemble = ensemble_of(small_world(), {"base", "no-visit"});
  ensemble.runs = runs;
  ensemble.recording = recording;
  return ensemble;
}

}  // namespace entente
