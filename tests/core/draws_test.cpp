#include "sim/core/draws.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace entente {
namespace {

using Philox = Stream::Philox;

// The known answers for philox4x32-10 that Random123 (Salmon et al., SC '11) publishes.
struct KnownAnswer {
  Philox::ctr_type counter;
  Philox::key_type key;
  Philox::ctr_type block;
};

const std::vector<KnownAnswer>& known_answers() {
  static const std::vector<KnownAnswer> all{
      {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
      {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
       {{0xffffffff, 0xffffffff}},
       {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
      {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
       {{0xa4093822, 0x299f31d0}},
       {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}}};
  return all;
}

std::uint64_t number(std::uint32_t low, std::uint32_t high) {
  return (static_cast<std::uint64_t>(high) << 32U) | low;
}

TEST(Stream, GivesThePublishedNumbersOfPhilox) {
  for (const auto& [counter, key, block] : known_answers()) {
    Stream stream(key, counter);
    EXPECT_EQ(stream(), number(block[0], block[1]));
    EXPECT_EQ(stream(), number(block[2], block[3]));
  }
}

TEST(BulkStream, GivesThePublishedNumbersOfPhilox) {
  for (const auto& [counter, key, block] : known_answers()) {
    BulkStream stream(key, counter);
    const auto& numbers = stream.next();
    EXPECT_EQ(numbers[0], number(block[0], block[1]));
    EXPECT_EQ(numbers[1], number(block[2], block[3]));
  }
}

TEST(BulkStream, GivesTheNumbersOfAStream) {
  for (const auto& [counter, key, block] : known_answers()) {
    if (counter[0] != 0) continue;  // an address begins at block 0
    Stream one(key, counter);
    BulkStream many(key, counter);
    for (int round = 0; round < 50; ++round)
      for (const std::uint64_t next : many.next()) ASSERT_EQ(next, one());
  }
  const Draws draws(0x123456789abcdef0U, 77);
  Stream one = draws.stream(Purpose::noise, 1234, 567);
  BulkStream many = draws.bulk_stream(Purpose::noise, 1234, 567);
  for (int round = 0; round < 50; ++round)
    for (const std::uint64_t next : many.next()) ASSERT_EQ(next, one());
}

TEST(Draws, AreThePhiloxBlockOfTheirAddressUnderTheSeed) {
  const Draws draws(0x0123456789abcdefU, 42);
  auto stream = draws.stream(Purpose::vote, 300, 17);
  stream();
  stream();
  const Philox::key_type key{{0x89abcdef, 0x01234567}};
  const Philox::ctr_type second{{1, (4U << 28U) | 17U, 300, 42}};
  const auto block = Philox{}(second, key);
  EXPECT_EQ(stream(), number(block[0], block[1]));
}

TEST(Draws, GiveTheFirstNumbersOfSixteenStreamsAtOnce) {
  const Draws draws(0x123456789abcdefU, 5);
  for (const std::int64_t index : {0, 1, 200, 1'000'000}) {
    const auto numbers = draws.first_numbers(Purpose::opportunities, 17, index);
    for (Index k = 0; k < Draws::streams_at_once; ++k)
      EXPECT_EQ(numbers[static_cast<std::size_t>(2 * k)],
                draws.stream(Purpose::opportunities, 17, index + k)());
  }
}

TEST(Draws, ArePureFunctionsOfTheirAddress) {
  const Draws draws(7, 3);
  auto first = draws.stream(Purpose::ministep, 10, 20);
  const std::uint64_t expected = first();
  auto other = draws.stream(Purpose::noise, 10, 20);
  for (int k = 0; k < 1000; ++k) other();
  auto again = Draws(7, 3).stream(Purpose::ministep, 10, 20);
  EXPECT_EQ(again(), expected);
}

TEST(Draws, DifferWhereverTheAddressDiffers) {
  std::set<std::uint64_t> seen;
  std::size_t streams = 0;
  for (const std::uint64_t seed : {0ULL, 1ULL, 1ULL << 32U})
    for (const std::uint64_t replicate : {0ULL, 1ULL, 0xffffffffULL})
      for (const Purpose purpose :
           {Purpose::noise, Purpose::opportunities, Purpose::ministep, Purpose::commitment,
            Purpose::vote, Purpose::resampling, Purpose::shock})
        for (const std::int64_t tick : {0, 1, 1'000'000})
          for (const std::int64_t index : {0, 1, (1 << 28) - 1}) {
            auto stream = Draws(seed, replicate).stream(purpose, tick, index);
            seen.insert(stream());
            seen.insert(stream());
            ++streams;
          }
  EXPECT_EQ(seen.size(), 2 * streams);
}

TEST(Draws, HaveIndicesByNameThatFitAnAddress) {
  std::set<std::uint32_t> seen;
  for (const char* name : {"", "a", "b", "ab", "ba", "secondary-sanctions"}) {
    EXPECT_LT(index_of(name), 1U << 28U);
    EXPECT_EQ(index_of(name), index_of(std::string(name)));
    seen.insert(index_of(name));
  }
  EXPECT_EQ(seen.size(), 6U);
  EXPECT_EQ(index_of("a"), 0xe40c292cU & 0x0fffffffU);  // of FNV-1a's own test vectors
}

TEST(Draws, KeepWhatReplicateTheyAreOf) { EXPECT_EQ(Draws(1, 99).replicate(), 99U); }

TEST(DrawsDeathTest, RefuseAReplicateThatDoesNotFit) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(Draws(1, std::uint64_t{1} << 32U), "expected a replicate below 2\\^32");
}

}  // namespace
}  // namespace entente
