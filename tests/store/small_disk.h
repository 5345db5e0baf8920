#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <string>
#include <utility>

namespace entente {

/// A disk of a few kilobytes in a new folder, where that can be had: only root can mount one.
class SmallDisk {
 public:
  SmallDisk(std::filesystem::path folder, int kilobytes) : folder_(std::move(folder)) {
    std::filesystem::create_directory(folder_);
    const auto size = "size=" + std::to_string(kilobytes) + "k";
    mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, size.c_str()) == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }

  bool mounted() const { return mounted_; }
  bool empty() const { return std::filesystem::is_empty(folder_); }
  std::string operator/(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
  bool mounted_ = false;
};

}  // namespace entente
