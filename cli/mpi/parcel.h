#pragma once

#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "analysis/study/run.h"

namespace entente {

/// What one rank sends another: values one after the other, as they lie in memory.
class Parcel {
 public:
  Parcel() = default;
  explicit Parcel(std::vector<char> bytes) : bytes_(std::move(bytes)) {}

  template <class Value>
  void put(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const auto* begin = reinterpret_cast<const char*>(&value);
    bytes_.insert(bytes_.end(), begin, begin + sizeof value);
  }
  template <class Value>
  Value take() {
    static_assert(std::is_trivially_copyable_v<Value>);
    Value value;
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }

  const std::vector<char>& bytes() const { return bytes_; }

 private:
  std::vector<char> bytes_;
  std::size_t at_ = 0;
};

/// Runs to do; none: there is nothing left.
Parcel packed(const std::vector<RunKey>& portion);
std::vector<RunKey> portion_in(Parcel parcel);

/// Runs done, and how many seconds they took.
struct Portion {
  std::vector<StudyRun> runs;
  double seconds = 0.0;
};
Parcel packed(const Portion& done);
Portion runs_in(Parcel parcel);

}  // namespace entente
