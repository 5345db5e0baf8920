#include <mpi.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/mpi/ranks.h"
#include "cli/program.h"

namespace {

/// Rank 0 speaks for all.
void hush() {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (rank == 0) return;
  std::freopen("/dev/null", "w", stdout);
  std::freopen("/dev/null", "w", stderr);
}

}  // namespace

/// entente-mpi: what `mpirun entente sweep STUDY.toml` becomes.
int main(int count, char** arguments) {
  MPI_Init(&count, &arguments);
  hush();
  const int status =
      entente::run_program(count, arguments, [](CLI::App& program, entente::ExitStatus& result) {
        add_sweep(program, result, [](int threads) -> std::unique_ptr<entente::Workforce> {
          return std::make_unique<entente::Ranks>(threads);
        });
      });
  MPI_Finalize();
  return status;
}
