#pragma once

#include <filesystem>
#include <string>

namespace entente {

/// A file under way: written beside its target under a temporary name, and renamed once it is
/// complete. What is not committed is removed: a result is whole or absent.
class PartialFile {
 public:
  /// Checks that the target can be written, so that no work is done in vain. Throws `RunError` that
  /// says what to do if it cannot.
  explicit PartialFile(std::filesystem::path target);
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile();

  const std::filesystem::path& target() const { return target_; }
  /// Where to write; an empty file that exists.
  const std::filesystem::path& path() const { return path_; }

  /// Brings the file, closed by now, to the disk and to its name. Throws `RunError`.
  void commit();

  /// Throws `RunError`: that the target cannot be written, why, and what to do.
  [[noreturn]] void fail(const std::string& why) const;
  /// The same for the system's error number `code`.
  [[noreturn]] void fail(int code) const;

 private:
  void synchronise(const std::filesystem::path& what) const;

  std::filesystem::path target_, path_;
  bool committed_ = false;
};

}  // namespace entente
