#pragma once

#include <functional>

namespace entente {

/// How many threads a machine offers this process.
int available_threads();

/// Calls `work` on so many threads at a time, and returns once every call has. Fewer calls may run
/// at the same time than were asked for, so that none may wait for another to begin. If a call
/// throws, so does this, once all have returned: what the first of them threw.
void on_threads(int threads, const std::function<void()>& work);

}  // namespace entente
