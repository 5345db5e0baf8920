#include "tests/cli/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

extern char** environ;

namespace entente {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

void interrupt_once_it_speaks(pid_t child, const fs::path& err) {
  for (int wait = 0; wait < 600 && fs::file_size(err) == 0; ++wait)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  ::kill(child, SIGINT);
}

}  // namespace

Ending entente(const std::vector<std::string>& arguments, const std::string& folder,
               const std::vector<std::string>& environment, bool interrupt) {
  const Folder scratch;
  const fs::path out = fs::path(scratch.path()) / "out", err = fs::path(scratch.path()) / "err";
  std::vector<std::string> words{ENTENTE_PROGRAM}, variables(environment);
  words.insert(words.end(), arguments.begin(), arguments.end());
  for (char** each = environ; *each != nullptr; ++each) variables.emplace_back(*each);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
  if (!folder.empty()) posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
  std::ofstream(err).flush();
  pid_t child = 0;
  Ending ending;
  const int failed = ::posix_spawn(&child, ENTENTE_PROGRAM, &files, nullptr,
                                   pointers_to(words).data(), pointers_to(variables).data());
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return ending;
  if (interrupt) interrupt_once_it_speaks(child, err);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  ending.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ending.out = contents(out);
  ending.err = contents(err);
  ending.peak_kilobytes = used.ru_maxrss;
  return ending;
}

std::string in_repository(const std::string& path) {
  return std::string(ENTENTE_SOURCE_DIR) + "/" + path;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0, width = 0;
  for (const char c : text) {
    if (c == '\n') {
      width = 0;
    } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
      widest = std::max(widest, ++width);
    }
  }
  return widest;
}

Folder::Folder() : path_((fs::temp_directory_path() / "entente-XXXXXX").string()) {
  if (::mkdtemp(path_.data()) == nullptr) std::abort();
}

Folder::~Folder() {
  std::error_code none;
  fs::remove_all(path_, none);
}

std::string Folder::file(const std::string& name, const std::string& text) const {
  const std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(path_))
    all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace entente
