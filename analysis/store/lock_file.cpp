#include "analysis/store/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "sim/core/error.h"

namespace entente {
namespace {

std::string holder_in(int file) {
  std::array<char, 200> text{};
  const auto size = pread(file, text.data(), text.size() - 1, 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "another process";
}

/// Whether the open file is still the one that its name means.
bool still_there(int file, const std::filesystem::path& path) {
  struct stat open {
  }, named{};
  return fstat(file, &open) == 0 && stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino;
}

std::string this_process() {
  std::array<char, 100> host{};
  gethostname(host.data(), host.size() - 1);
  return fmt::format("process {} on {}", getpid(), host.data());
}

}  // namespace

LockFile::LockFile(const std::filesystem::path& claimed) : path_(claimed.string() + ".lock") {
  while (true) {
    file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0)
      throw RunError(
          fmt::format("{}: cannot be written: {}", path_.string(), std::strerror(errno)));
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
      const std::string holder = holder_in(file_);
      close(file_);
      throw RunError(fmt::format("{}: {} is at work on it; wait for it to end, or stop it",
                                 claimed.string(), holder));
    }
    if (still_there(file_, path_)) break;
    close(file_);  // its holder has just removed it
  }
  const std::string self = this_process();
  if (ftruncate(file_, 0) != 0 || pwrite(file_, self.data(), self.size(), 0) < 0)
    return;  // it says less, and locks all the same
}

LockFile::~LockFile() {
  unlink(path_.c_str());
  close(file_);
}

}  // namespace entente
