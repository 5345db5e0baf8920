#pragma once

#include <bitset>
#include <cstdint>
#include <map>

namespace entente {

/// A set of numbers, kept as bits of those pages that have any.
class RunSet {
 public:
  bool has(std::uint64_t number) const {
    const auto page = pages_.find(number / page_size);
    return page != pages_.end() && page->second[number % page_size];
  }
  void add(std::uint64_t number) { pages_[number / page_size].set(number % page_size); }
  void remove(std::uint64_t number) { pages_[number / page_size].reset(number % page_size); }

 private:
  static constexpr std::uint64_t page_size = 1 << 16;
  std::map<std::uint64_t, std::bitset<page_size>> pages_;
};

}  // namespace entente
