#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

#include "analysis/store/netcdf_file.h"

namespace entente {

/// How many values a block of this shape has.
inline std::size_t volume(const NetcdfFile::Shape& shape) {
  return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
}

/// A variable over (variant, replicate, time, …) as it is written: replicates are collected until
/// they fill a chunk of about a megabyte, and written as a whole.
template <class Value>
class Slabs {
 public:
  /// `shape`: what one replicate holds, (time, …). `replicates`: how many will come at most.
  Slabs(NetcdfFile& file, int variable, std::size_t variants, std::uint64_t replicates,
        NetcdfFile::Shape shape)
      : file_(&file), variable_(variable), shape_(std::move(shape)), pending_(variants) {
    const std::size_t bytes = sizeof(Value) * volume(shape_);
    batch_ = std::clamp<std::uint64_t>(chunk_bytes / bytes, 1, replicates);
    NetcdfFile::Shape chunk{1, batch_};
    chunk.insert(chunk.end(), shape_.begin(), shape_.end());
    if (bytes > chunk_bytes)  // then a chunk holds part of one replicate's time
      chunk[2] = std::max<std::size_t>(chunk_bytes / (bytes / shape_[0]), 1);
    file.chunks(variable_, chunk);
  }

  /// Adds one replicate of each variant in turn; writes once a batch of whole replicates is there.
  void add(std::size_t variant, const Value* values) {
    auto& pending = pending_[variant];
    pending.insert(pending.end(), values, values + volume(shape_));
    if (variant + 1 == pending_.size() && ++waiting_ == batch_) flush();
  }

  /// Writes what is waiting.
  void flush() {
    if (waiting_ == 0) return;
    NetcdfFile::Shape start(2 + shape_.size(), 0), count{1, waiting_};
    count.insert(count.end(), shape_.begin(), shape_.end());
    for (std::size_t variant = 0; variant < pending_.size(); ++variant) {
      start[0] = variant;
      start[1] = written_;
      file_->put(variable_, start, count, pending_[variant].data());
      pending_[variant].clear();
    }
    written_ += waiting_;
    waiting_ = 0;
  }

 private:
  static constexpr std::size_t chunk_bytes = 1 << 20;

  NetcdfFile* file_;
  int variable_;
  NetcdfFile::Shape shape_;
  std::size_t batch_ = 1, waiting_ = 0, written_ = 0;
  std::vector<std::vector<Value>> pending_;
};

}  // namespace entente
