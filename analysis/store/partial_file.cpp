#include "analysis/store/partial_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "sim/core/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// What helps against an error of the system, after what it is.
std::string remedy(int code, const fs::path& target) {
  const std::string folder = folder_of(target).string();
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return fmt::format("there is no folder {}; make it, or name another place", folder);
    case EACCES:
    case EPERM:
    case EROFS:
      return fmt::format("no permission to write in the folder {}; name another place", folder);
    case ENOSPC:
    case EDQUOT:
      return fmt::format("the disk is full in {}; free some space or name another disk", folder);
    case EFBIG:
      return "it would be larger than files may be here (ulimit -f)";
    default:
      return std::generic_category().message(code);
  }
}

/// Where a link leads: the file there is replaced, and not the link.
fs::path followed(fs::path target) {
  std::error_code none;
  if (!fs::is_symlink(fs::symlink_status(target, none))) return target;
  const fs::path end = fs::weakly_canonical(target, none);
  return none ? target : end;
}

}  // namespace

PartialFile::PartialFile(fs::path target) : target_(followed(std::move(target))) {
  const std::string name = target_.filename().string();
  if (name.empty()) fail("that names no file");
  std::error_code none;
  const auto status = fs::status(target_, none);
  if (fs::exists(status) && !fs::is_regular_file(status)) fail("that is no ordinary file");
  path_ = folder_of(target_) / fmt::format(".{}.{}.partial", name, ::getpid());
  const int file = ::open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0) fail(errno);
  ::close(file);
}

PartialFile::~PartialFile() {
  std::error_code none;
  if (!committed_) fs::remove(path_, none);
}

void PartialFile::commit() {
  synchronise(path_);
  std::error_code error;
  fs::rename(path_, target_, error);
  if (error) fail(error.value());
  committed_ = true;
  synchronise(folder_of(target_));
}

void PartialFile::synchronise(const fs::path& what) const {
  const int file = ::open(what.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(errno);
  const int code = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (code != 0 && code != EINVAL) fail(code);  // some file systems cannot, for folders
}

void PartialFile::fail(const std::string& why) const {
  throw RunError(fmt::format("cannot write {}: {}", target_.string(), why));
}

void PartialFile::fail(int code) const { fail(remedy(code, target_)); }

}  // namespace entente
