#include "analysis/sweep/design_csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>

#include "analysis/store/partial_file.h"
#include "analysis/study/point_table.h"

namespace entente {
namespace {

/// Whether a cell of this text would be read as something else: as a number, date, text less
/// its quotes, or nothing.
bool misleads(const std::string& text) {
  return text.empty() || value_in_cell(text) != Scalar{text};
}

/// A value as a cell: as TOML has it, but words without quotes unless they need them.
std::string cell(const Scalar& value) {
  const auto* word = std::get_if<std::string>(&value);
  if (!word) return to_toml(value);
  std::string text = misleads(*word) ? '"' + *word + '"' : *word;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted(1, '"');
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted.append(1, '"');
}

}  // namespace

void write_design(const std::filesystem::path& file, const Plan& plan) {
  PartialFile partial(file);
  std::ofstream out(partial.path(), std::ios::binary);
  std::string line = "point";
  for (const auto& parameter : plan.study().parameters) line.append(1, ',').append(parameter.path);
  out << line << '\n';
  for (std::uint64_t point = 0; point < plan.points() && out; ++point) {
    line = fmt::format("{}", point);
    for (const auto& value : plan.values(point)) line.append(1, ',').append(cell(value));
    out << line << '\n';
  }
  out.close();
  if (!out) partial.fail(errno);
  partial.commit();
}

}  // namespace entente
