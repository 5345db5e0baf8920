#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/program.h"
#include "cli/screen.h"

namespace entente {
namespace {

void add_all(CLI::App& program, ExitStatus& status) {
  add_run(program, status);
  add_explain(program, status);
  add_report(program, status);
  add_compare(program, status);
  add_sweep(program, status, in_threads);
  add_merge(program, status);
  add_export(program);
  add_sensitivity(program);
  add_calibrate(program, status);
  add_check(program);
  add_list(program);
  add_describe(program);
  add_schema(program);
  add_verify(program, status);
  add_validate(program, status);
}

/// Whether this is one of several processes that mpirun has begun.
bool under_mpirun() {
  for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_SIZE"})
    if (const char* size = std::getenv(name); size && std::string(size) != "1") return true;
  return false;
}

/// Goes on as the program that speaks MPI, which lies beside this one.
int become_rank(char** arguments) {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  execv((self.parent_path() / "entente-mpi").c_str(), arguments);
  print_error(
      "error: mpirun has begun this program several times, and entente-mpi, which would share\n"
      "the work out, does not lie beside it; install libopenmpi-dev and build again\n");
  return work_failed;
}

}  // namespace
}  // namespace entente

int main(int count, char** arguments) {
  if (entente::under_mpirun()) return entente::become_rank(arguments);
  return entente::run_program(count, arguments, entente::add_all);
}
