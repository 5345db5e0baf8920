#pragma once

#include <string>
#include <vector>

namespace entente {

/// How a run of the program ended.
struct Ending {
  int status = -1;  ///< as the shell has it: 128 + the number of a signal that killed it
  std::string out, err;
  long peak_kilobytes = 0;  ///< the most memory that it had
};

/// Runs `entente` in a folder, with nothing on standard input and no terminal; `environment` adds
/// to it. Sends SIGINT once standard error holds a first line, if asked.
Ending entente(const std::vector<std::string>& arguments, const std::string& folder = "",
               const std::vector<std::string>& environment = {}, bool interrupt = false);

/// The path of a file of the repository.
std::string in_repository(const std::string& path);

/// The most columns that any line of a text takes.
std::size_t widest_line(const std::string& text);

/// A folder of its own for a test, removed at its end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  const std::string& path() const { return path_; }
  /// Writes a file; gives its path.
  std::string file(const std::string& name, const std::string& text) const;
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

}  // namespace entente
