#pragma once

#include <atomic>

namespace entente {

/// Set once the user interrupts the program (Ctrl-C, or SIGTERM), from the first call on. A second
/// interruption ends the program at once.
const std::atomic<bool>& watch_for_interrupt();

}  // namespace entente
