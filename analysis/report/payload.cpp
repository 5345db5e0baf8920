#include "analysis/report/payload.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "sim/core/error.h"

namespace entente {
namespace {

constexpr std::size_t alignment = 8;

void pad(std::string& bytes) {
  bytes.resize((bytes.size() + alignment - 1) / alignment * alignment);
}

/// The value as it is kept; of whole numbers the least stands for what is none.
template <class Value>
Value kept(double value, double scale) {
  if constexpr (std::is_floating_point_v<Value>) {
    return static_cast<Value>(value);
  } else {
    if (!std::isfinite(value)) return std::numeric_limits<Value>::min();
    return static_cast<Value>(std::lround(value / scale));
  }
}

std::string compressed(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
  expects(status == Z_OK, "zlib has room for what it compresses");
  packed.resize(size);
  return packed;
}

std::string in_base64(const std::string& bytes) {
  constexpr std::size_t portion = 3 << 20;  // a multiple of 3, so that portions can be joined
  std::string text;
  std::vector<unsigned char> encoded(portion / 3 * 4 + 1);
  for (std::size_t at = 0; at < bytes.size(); at += portion) {
    const auto count = static_cast<int>(std::min(portion, bytes.size() - at));
    const int length = EVP_EncodeBlock(
        encoded.data(), reinterpret_cast<const unsigned char*>(bytes.data()) + at, count);
    text.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(length));
  }
  return text;
}

}  // namespace

template <class Value>
Json Payload::keep(const char* type, std::span<const double> values, const Shape& shape,
                   double scale) {
  std::size_t count = 1;
  for (const std::size_t extent : shape) count *= extent;
  expects(count == values.size(), "a table as large as its shape says");
  pad(bytes_);
  Json reference{{"$", type}, {"at", bytes_.size()}, {"shape", shape}};
  if (scale != 1.0) reference["scale"] = scale;
  for (const double value : values) {
    const auto raw = kept<Value>(value, scale);
    bytes_.append(reinterpret_cast<const char*>(&raw), sizeof raw);
  }
  return reference;
}

Json Payload::real(std::span<const double> values, const Shape& shape) {
  return keep<float>("f4", values, shape, 1.0);
}

Json Payload::exact(std::span<const double> values, const Shape& shape) {
  return keep<double>("f8", values, shape, 1.0);
}

Json Payload::stepped(std::span<const double> values, const Shape& shape, double step) {
  double largest = 0.0;
  for (const double value : values)
    if (std::isfinite(value)) largest = std::max(largest, std::abs(value) / step);
  if (largest < std::numeric_limits<std::int8_t>::max())
    return keep<std::int8_t>("i1", values, shape, step);
  if (largest < std::numeric_limits<std::int16_t>::max())
    return keep<std::int16_t>("i2", values, shape, step);
  if (largest < std::numeric_limits<std::int32_t>::max())
    return keep<std::int32_t>("i4", values, shape, step);
  return exact(values, shape);
}

std::string Payload::base64(const Json& report) const {
  const std::string text = report.dump(-1, ' ', false, Json::error_handler_t::replace);
  const auto length = static_cast<std::uint32_t>(text.size());
  std::string all(sizeof length, '\0');
  std::memcpy(all.data(), &length, sizeof length);
  all += text;
  pad(all);
  return in_base64(compressed(all + bytes_));
}

}  // namespace entente
