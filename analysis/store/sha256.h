#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The SHA-256 of a text in 64 hexadecimal digits, as `sha256sum` prints it.
std::string sha256(std::string_view text);

}  // namespace entente
