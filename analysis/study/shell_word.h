#pragma once

#include <string>

namespace entente {

/// A text as one word of the shell: as it is, or in quotes where it needs them.
std::string shell_word(const std::string& text);

}  // namespace entente
