#include "analysis/store/stored_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/core/error.h"

namespace entente {
namespace {

/// What a file has to have to be a result.
void check_whole(const NetcdfReader& file) {
  std::vector<std::string> missing;
  for (const char* name : {"scenario", "scenario_sha256", "build", "entente_version"})
    if (!file.text_attribute(name)) missing.push_back(fmt::format("the attribute {}", name));
  if (!file.whole_attribute("seed")) missing.emplace_back("the attribute seed");
  for (const char* name : {"variant", "replicate", "time", "metrics", "decision_time"})
    if (!file.has(name)) missing.push_back(fmt::format("the variable {}", name));
  if (!missing.empty())
    file.fail(fmt::format("not a result of entente run: it lacks {}", fmt::join(missing, ", ")));
}

}  // namespace

StoredResult::StoredResult(const std::filesystem::path& file) : file_(file) {
  check_whole(file_);
  scenario_ = *file_.text_attribute("scenario");
  sha256_ = *file_.text_attribute("scenario_sha256");
  build_ = *file_.text_attribute("build");
  version_ = *file_.text_attribute("entente_version");
  seed_ = static_cast<std::uint64_t>(*file_.whole_attribute("seed"));
  variants_ = file_.texts("variant");
  replicates_ = file_.all<std::int64_t>("replicate");
  if (file_.has("path")) paths_ = file_.texts("path");
  if (rows() == 0) file_.fail("holds no run");
  for (const std::int64_t number : replicates_)
    if (number < 0 || number > std::numeric_limits<std::uint32_t>::max())
      file_.fail(fmt::format("replicate: there can be none with the number {}", number));
  for (const char* table : {"decision", "commitment", "proposal"})
    if (file_.has(std::string(table) + "_variant")) find_rows(table);
}

void StoredResult::find_rows(const std::string& table) {
  constexpr std::size_t chunk = 1 << 18;
  std::map<std::int64_t, std::size_t> position;
  for (std::size_t k = 0; k < replicates_.size(); ++k) position[replicates_[k]] = k;
  Places& places = places_[table];
  const std::size_t all = file_.shape(table + "_variant").front();
  for (std::size_t first = 0; first < all; first += chunk) {
    const std::size_t count = std::min(chunk, all - first);
    const auto replicate = file_.block<std::int64_t>(table + "_replicate", {first}, {count});
    const auto variant = file_.block<int>(table + "_variant", {first}, {count});
    for (std::size_t k = 0; k < count; ++k) {
      const auto found = position.find(replicate[k]);
      if (found == position.end()) continue;
      const Row row{static_cast<std::size_t>(variant[k]), found->second};
      ++places.try_emplace(row, first + k, 0).first->second.second;
    }
  }
}

std::pair<std::size_t, std::size_t> StoredResult::place(const std::string& table, Row row) const {
  const auto known = places_.find(table);
  if (known == places_.end()) return {0, 0};
  const auto found = known->second.find(row);
  return found == known->second.end() ? std::pair<std::size_t, std::size_t>{0, 0} : found->second;
}

std::vector<std::string> StoredResult::texts(const std::string& table, const std::string& name,
                                             Row row) const {
  const auto [first, count] = place(table, row);
  if (count == 0) return {};
  return file_.texts(table + "_" + name, first, count);
}

}  // namespace entente
