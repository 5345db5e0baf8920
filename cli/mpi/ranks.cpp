#include "cli/mpi/ranks.h"

#include <mpi.h>

#include <chrono>
#include <exception>

#include "cli/mpi/parcel.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int keeper = 0;  ///< the rank that keeps the store
constexpr int tag = 1;

void send(const Parcel& parcel, int to) {
  const auto& bytes = parcel.bytes();
  MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, to, tag, MPI_COMM_WORLD);
}

/// Waits for a parcel of this rank, or of any; says whose it is.
Parcel receive(int& from) {
  MPI_Status status;
  MPI_Probe(from, tag, MPI_COMM_WORLD, &status);
  int size = 0;
  MPI_Get_count(&status, MPI_BYTE, &size);
  std::vector<char> bytes(static_cast<std::size_t>(size));
  from = status.MPI_SOURCE;
  MPI_Recv(bytes.data(), size, MPI_BYTE, from, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return Parcel(std::move(bytes));
}

}  // namespace

Ranks::Ranks(int threads) : threads_(threads) {
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
}

Ranks::~Ranks() {
  for (int serving = awaited_ ? ranks_ - 1 : 0; serving > 0; --serving) {
    int rank = MPI_ANY_SOURCE;
    receive(rank);
    send(packed(std::vector<RunKey>()), rank);
  }
}

void Ranks::conduct(const Plan& plan, const Experiment& experiment, Queue& queue, Bound bound,
                    const Delivery& deliver) {
  if (ranks_ == 1) return Threads(threads_).conduct(plan, experiment, queue, bound, deliver);
  awaited_ = false;
  std::exception_ptr failure;
  for (int serving = ranks_ - 1; serving > 0;) {
    int rank = MPI_ANY_SOURCE;
    const Portion done = runs_in(receive(rank));
    std::vector<RunKey> next;
    try {
      if (!failure && !done.runs.empty()) {
        queue.took(done.runs.size(), Queue::Seconds(done.seconds));
        deliver(done.runs);
      }
      if (!failure && !bound.stop) next = queue.next();
    } catch (...) {
      failure = std::current_exception();  // the others are sent home first
      next.clear();
    }
    if (next.empty()) --serving;
    send(packed(next), rank);
  }
  if (failure) std::rethrow_exception(failure);
}

bool Ranks::serve(const Plan& plan, const Experiment& experiment, Bound bound) {
  awaited_ = rank_ == keeper;
  if (awaited_) return false;
  Player player(plan, experiment, bound);
  Portion done;
  while (true) {
    send(packed(done), keeper);
    int from = keeper;
    const auto portion = portion_in(receive(from));
    if (portion.empty()) return true;
    const auto begin = Clock::now();
    done.runs = play_all(player, portion);
    done.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  }
}

}  // namespace entente
