#include <algorithm>

#include "analysis/validate/published_case.h"
#include "analysis/validate/published_files.h"
#include "sim/core/error.h"
#include "sim/scenario/read.h"

namespace entente {

Scenario Materials::scenario(std::string_view file) const {
  const auto files = published_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const PublishedFile& each) { return each.path == file; });
  expects(found != files.end(), "a scenario that the program carries");
  return parse_scenario(found->text, std::string(file), ".").scenario;
}

}  // namespace entente
