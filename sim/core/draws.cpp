#include "sim/core/draws.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

#include "sim/core/error.h"

namespace entente {
namespace {

using Philox = Stream::Philox;
using Numbers = BulkStream::Numbers;

#if defined(__AVX2__)

__m256i splat(std::uint32_t word) { return _mm256_set1_epi64x(word); }

/// Philox4x32-10 of sixteen counters that differ in word `counting` alone, which counts up: four
/// vectors of four lanes side by side. What stands in the upper halves of lanes is ignored until
/// the end.
template <int counting>
void generate(const Philox::key_type& key, const Philox::ctr_type& counter, Numbers& numbers) {
  constexpr int width = 4;
  __m256i x0[width], x1[width], x2[width], x3[width];
  for (int v = 0; v < width; ++v) {
    const __m256i lane = _mm256_set_epi64x(4 * v + 3, 4 * v + 2, 4 * v + 1, 4 * v);
    x0[v] = splat(counter[0]);
    x1[v] = splat(counter[1]);
    (counting == 0 ? x0 : x1)[v] = _mm256_add_epi64(splat(counter[counting]), lane);
    x2[v] = splat(counter[2]);
    x3[v] = splat(counter[3]);
  }
  __m256i k0 = splat(key[0]), k1 = splat(key[1]);
  for (int round = 0; round < 10; ++round) {
    for (int v = 0; v < width; ++v) {
      const __m256i p0 = _mm256_mul_epu32(x0[v], splat(PHILOX_M4x32_0));
      const __m256i p1 = _mm256_mul_epu32(x2[v], splat(PHILOX_M4x32_1));
      x0[v] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p1, 32), x1[v]), k0);
      x2[v] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p0, 32), x3[v]), k1);
      x1[v] = p1;
      x3[v] = p0;
    }
    k0 = _mm256_add_epi32(k0, splat(PHILOX_W32_0));
    k1 = _mm256_add_epi32(k1, splat(PHILOX_W32_1));
  }
  const __m256i low = splat(0xffffffffU);
  for (int v = 0; v < width; ++v) {
    const __m256i first =
        _mm256_or_si256(_mm256_slli_epi64(x1[v], 32), _mm256_and_si256(x0[v], low));
    const __m256i second =
        _mm256_or_si256(_mm256_slli_epi64(x3[v], 32), _mm256_and_si256(x2[v], low));
    const __m256i even = _mm256_unpacklo_epi64(first, second);
    const __m256i odd = _mm256_unpackhi_epi64(first, second);
    auto* out = reinterpret_cast<__m256i*>(numbers.data() + 8 * v);
    _mm256_store_si256(out, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_store_si256(out + 1, _mm256_permute2x128_si256(even, odd, 0x31));
  }
}

#else

/// Philox4x32-10 of sixteen counters that differ in word `counting` alone, which counts up.
template <int counting>
void generate(const Philox::key_type& key, Philox::ctr_type counter, Numbers& numbers) {
  for (std::size_t b = 0; b < BulkStream::blocks; ++b, ++counter[counting]) {
    const auto block = Philox{}(counter, key);
    numbers[2 * b] = (static_cast<std::uint64_t>(block[1]) << 32) | block[0];
    numbers[2 * b + 1] = (static_cast<std::uint64_t>(block[3]) << 32) | block[2];
  }
}

#endif

}  // namespace

const BulkStream::Numbers& BulkStream::next() {
  generate<0>(key_, counter_, numbers_);
  counter_[0] += blocks;
  return numbers_;
}

std::uint32_t index_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash & 0x0fffffffU;
}

Draws::Draws(std::uint64_t seed, std::uint64_t replicate)
    : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}},
      replicate_(static_cast<std::uint32_t>(replicate)) {
  expects(replicate <= std::numeric_limits<std::uint32_t>::max(), "a replicate below 2^32");
}

BulkStream::Numbers Draws::first_numbers(Purpose purpose, std::int64_t tick,
                                         std::int64_t index) const {
  alignas(32) Numbers numbers;
  generate<1>(key_, address(purpose, tick, index), numbers);
  return numbers;
}

}  // namespace entente
