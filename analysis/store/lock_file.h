#pragma once

#include <filesystem>

namespace entente {

/// A claim on a file that others are to leave alone, held as long as this lives: a lock (flock) on
/// a file beside it, which the system gives up when the process ends, however that is.
class LockFile {
 public:
  /// Throws `RunError` that names the process that holds it, if one does.
  explicit LockFile(const std::filesystem::path& claimed);
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  ~LockFile();

 private:
  std::filesystem::path path_;
  int file_ = -1;
};

}  // namespace entente
