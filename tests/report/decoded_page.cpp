#include "tests/report/decoded_page.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <cstring>
#include <limits>
#include <stdexcept>

namespace entente {
namespace {

std::string from_base64(const std::string& text) {
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
  if (length < 0) throw std::runtime_error("the page's data are no base64");
  const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
  bytes.resize(static_cast<std::size_t>(length) - padding);
  return bytes;
}

std::string inflated(std::string packed) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::runtime_error("zlib does not begin");
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string bytes;
  int status = Z_OK;
  while (status == Z_OK) {
    std::string portion(1 << 16, '\0');
    stream.next_out = reinterpret_cast<Bytef*>(portion.data());
    stream.avail_out = static_cast<uInt>(portion.size());
    status = inflate(&stream, Z_NO_FLUSH);
    bytes.append(portion, 0, portion.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("the page's data are cut off");
  return bytes;
}

template <class Value>
std::vector<double> unpacked(const char* at, std::size_t count, double scale) {
  std::vector<double> numbers(count);
  for (std::size_t k = 0; k < count; ++k) {
    Value raw;
    std::memcpy(&raw, at + k * sizeof raw, sizeof raw);
    const bool none = std::is_integral_v<Value> && raw == std::numeric_limits<Value>::min();
    numbers[k] = none ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(raw) * scale;
  }
  return numbers;
}

}  // namespace

std::vector<double> Decoded::numbers(const Json& reference) const {
  std::size_t count = 1;
  for (const auto& extent : reference.at("shape")) count *= extent.get<std::size_t>();
  const char* at = arrays.data() + reference.at("at").get<std::size_t>();
  const double scale = reference.value("scale", 1.0);
  const auto type = reference.at("$").get<std::string>();
  if (type == "f8") return unpacked<double>(at, count, scale);
  if (type == "f4") return unpacked<float>(at, count, scale);
  if (type == "i4") return unpacked<std::int32_t>(at, count, scale);
  if (type == "i2") return unpacked<std::int16_t>(at, count, scale);
  if (type == "i1") return unpacked<std::int8_t>(at, count, scale);
  throw std::runtime_error("no type of a table: " + type);
}

std::string embedded(const std::string& page) {
  const std::string tag = "id=\"data\">";
  const auto begin = page.find(tag) + tag.size();
  return page.substr(begin, page.find('<', begin) - begin);
}

Decoded decoded(const std::string& page) {
  const std::string bytes = inflated(from_base64(embedded(page)));
  std::uint32_t length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  const std::size_t base = (sizeof length + length + 7) / 8 * 8;
  return {Json::parse(bytes.substr(sizeof length, length)), bytes.substr(base)};
}

}  // namespace entente
