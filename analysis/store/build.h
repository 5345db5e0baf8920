#pragma once

#include <string>

namespace entente {

/// The version of Entente, as "0.1.0".
std::string version();

/// What this build was made with, on which the last bits of results may depend: compiler, flags,
/// libraries. Without any path, host or time.
std::string build();

}  // namespace entente
