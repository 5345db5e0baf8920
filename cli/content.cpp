#include "cli/content.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>

#include "sim/core/error.h"

namespace entente {

Content content_of(const std::string& file) {
  using namespace std::string_view_literals;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Content::result;
  std::array<char, 16> bytes{};
  stream.read(bytes.data(), bytes.size());
  const std::string_view head(bytes.data(), static_cast<std::size_t>(stream.gcount()));
  if (head == "SQLite format 3\0"sv) return Content::study;
  if (head.starts_with("\x89HDF") || head.starts_with("CDF")) return Content::result;
  throw InputError(
      fmt::format("{}: is neither a result of entente run (NetCDF) nor the store of a study, which "
                  "entente sweep writes (SQLite)",
                  file));
}

}  // namespace entente
