#include "analysis/store/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "sim/core/error.h"

namespace entente {

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  const int done =
      EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
  expects(done == 1 && size == 32, "a SHA-256 of 32 bytes");
  return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}

}  // namespace entente
