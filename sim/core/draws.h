#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "sim/core/types.h"

namespace entente {

/// What a random number is for. Each purpose has its own numbers, so that one more draw for one
/// purpose shifts no other.
enum class Purpose : std::uint32_t {
  noise,
  opportunities,
  ministep,
  commitment,
  vote,
  resampling,
  shock,
  configuration
};

/// An index below 2²⁸ that depends on a name alone (FNV-1a), so that one more or fewer of what is
/// named leaves the draws of the others as they were.
std::uint32_t index_of(std::string_view name);

/// An endless stream of uniform 64-bit numbers at one address: a random engine for Boost.Random.
///
/// Block b of the stream is Philox4x32-10 of the counter (b, index, tick, replicate) under the
/// study's seed as key (Salmon et al., SC '11): no state, nothing to seed, any address at once.
class Stream {
 public:
  using result_type = std::uint64_t;
  using Philox = r123::Philox4x32;

  Stream(Philox::key_type key, Philox::ctr_type first) : key_(key), counter_(first) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    if (next_ == 4) refill();
    const auto word = next_;
    next_ += 2;
    return (static_cast<result_type>(block_[word + 1]) << 32) | block_[word];
  }

 private:
  void refill() {
    block_ = Philox{}(counter_, key_);
    ++counter_[0];
    next_ = 0;
  }

  Philox::key_type key_;
  Philox::ctr_type counter_;
  Philox::ctr_type block_{};
  std::size_t next_ = 4;
};

/// The same numbers as a `Stream` at the same address, sixteen blocks at a time: for purposes that
/// need many.
class BulkStream {
 public:
  static constexpr std::size_t blocks = 16;
  static constexpr std::size_t numbers = 2 * blocks;
  using Numbers = std::array<std::uint64_t, numbers>;

  BulkStream(Stream::Philox::key_type key, Stream::Philox::ctr_type first)
      : key_(key), counter_(first) {}

  /// The next numbers of the stream, until the next call.
  const Numbers& next();

 private:
  Stream::Philox::key_type key_;
  Stream::Philox::ctr_type counter_;
  alignas(32) Numbers numbers_;
};

/// All the randomness of one replicate: every draw is a pure function of (study seed, replicate,
/// purpose, tick, index). Replicates under the same seed use the same draws in every variant and
/// at every sweep point (common random numbers), whatever thread or machine makes them.
class Draws {
 public:
  /// `replicate` < 2³².
  Draws(std::uint64_t seed, std::uint64_t replicate);

  /// The stream at an address; `tick` < 2³², `index` < 2²⁸.
  Stream stream(Purpose purpose, std::int64_t tick, std::int64_t index) const {
    return {key_, address(purpose, tick, index)};
  }
  /// The same, for many numbers.
  BulkStream bulk_stream(Purpose purpose, std::int64_t tick, std::int64_t index) const {
    return {key_, address(purpose, tick, index)};
  }

  /// The first numbers of the streams at sixteen successive indices from `index` on, that of stream
  /// `index` + k at 2k: for purposes in which nearly every stream is asked for one number.
  BulkStream::Numbers first_numbers(Purpose purpose, std::int64_t tick, std::int64_t index) const;
  static constexpr Index streams_at_once = BulkStream::blocks;

  std::uint64_t replicate() const { return replicate_; }

 private:
  Stream::Philox::ctr_type address(Purpose purpose, std::int64_t tick, std::int64_t index) const {
    const auto place = (static_cast<std::uint32_t>(purpose) << 28) |
                       (static_cast<std::uint32_t>(index) & 0x0fffffffU);
    return {{0U, place, static_cast<std::uint32_t>(tick), replicate_}};
  }

  Stream::Philox::key_type key_;
  std::uint32_t replicate_;
};

}  // namespace entente
