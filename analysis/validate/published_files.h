#pragma once

#include <span>
#include <string_view>

namespace entente {

/// A file of scenarios/published that the program carries, by its path in that folder.
struct PublishedFile {
  std::string_view path;
  std::string_view text;
};

/// All of them.
std::span<const PublishedFile> published_files();

}  // namespace entente
