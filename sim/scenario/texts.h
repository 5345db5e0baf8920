#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The files that a scenario was read from, kept so that errors can show their lines.
class Texts {
 public:
  /// Adds a file; its number is its place in the order of adding.
  std::uint16_t add(std::string name, std::string text);

  bool has(std::uint16_t file) const { return file < files_.size(); }
  const std::string& name(std::uint16_t file) const { return files_[file].name; }
  const std::string& text(std::uint16_t file) const { return files_[file].text; }
  /// A line as it can be shown, tabs as single blanks; "" where there is none or it is too long.
  std::string line(std::uint16_t file, std::uint32_t line) const;

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::size_t> starts;  ///< of each line
  };
  std::vector<File> files_;
};

}  // namespace entente
