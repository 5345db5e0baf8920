#include "sim/scenario/preamble.h"

#include <algorithm>

namespace entente {

void report_unknown_keys(const Node& document, const std::vector<std::string>& known,
                         Report& report) {
  for (const auto& [key, mark, node] : document.members)
    if (std::find(known.begin(), known.end(), key) == known.end())
      report.error(mark, fmt::format("{}: no such key or table{}", key, did_you_mean(key, known)));
}

void read_format(const Node& document, Report& report) {
  const Node* format = document.find("format");
  if (!format)
    return report.error(beginning, "format is missing; write format = 1 at the top of the file");
  const auto* number = std::get_if<std::int64_t>(&format->scalar);
  if (format->form != Node::Form::scalar || !number || *number != 1)
    report.error(format->mark,
                 fmt::format("format: {} is not 1, the only format that this version reads",
                             shown(*format)));
}

}  // namespace entente
