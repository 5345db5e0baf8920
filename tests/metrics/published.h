#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "sim/core/types.h"

namespace entente::test {

/// The folder of the shared data: ENTENTE_DATA, or ../shared/data beside the checkout.
inline std::filesystem::path data_folder() {
  if (const char* chosen = std::getenv("ENTENTE_DATA")) return chosen;
  return std::filesystem::path(ENTENTE_SOURCE_DIR) / ".." / "shared" / "data";
}

/// The rows of a table without quotes, each by column name; none where the file is absent.
inline std::vector<std::map<std::string, std::string>> published_rows(const std::string& name) {
  std::ifstream file(data_folder() / name);
  const auto cells = [](const std::string& line) {
    std::vector<std::string> parts;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) parts.push_back(cell);
    return parts;
  };
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> columns = cells(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> values = cells(line);
    auto& row = rows.emplace_back();
    for (std::size_t k = 0; k < values.size(); ++k) row[columns[k]] = values[k];
  }
  return rows;
}

/// Symmetric ties between named actors, numbered as they come.
class NamedTies {
 public:
  void add(const std::string& from, const std::string& to, double tie) {
    const Index i = number(from), j = number(to);
    ties_(i, j) = ties_(j, i) = tie;
  }

  Index number(const std::string& name) {
    const auto [place, fresh] = numbers_.emplace(name, static_cast<Index>(numbers_.size()));
    if (!fresh) return place->second;
    const auto size = static_cast<Index>(numbers_.size());
    ties_.conservativeResizeLike(Matrix::Zero(size, size));
    return place->second;
  }

  const Matrix& matrix() const { return ties_; }

 private:
  std::map<std::string, Index> numbers_;
  Matrix ties_;
};

/// Read's sixteen tribes of the Gahuku-Gama; empty where the data are absent.
inline NamedTies gahuku_gama() {
  NamedTies tribes;
  for (auto& row : published_rows("networks/tribes16_read1954.csv"))
    tribes.add(row["from"], row["to"], std::stod(row["sign"]));
  return tribes;
}

/// The signed networks of states by window (Doreian & Mrvar 2015, from the Correlates of War);
/// none where the data are absent.
inline std::map<std::string, NamedTies> states_by_window() {
  std::map<std::string, NamedTies> windows;
  for (auto& row : published_rows("networks/cow_signed_1946_1999.csv"))
    windows[row["window"]].add(row["from"], row["to"], std::stod(row["sign"]));
  return windows;
}

inline const char* absent() { return "the shared data are not here; set ENTENTE_DATA to them"; }

}  // namespace entente::test
