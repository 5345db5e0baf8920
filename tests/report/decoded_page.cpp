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
  if (length < 0) throw std::runtime_error("no base64");
  return bytes;
}

std::string inflated(const std::string& packed) {
  for (uLongf room = 8 * packed.size() + 1024;; room *= 4) {
    std::string bytes(room, '\0');
    uLongf size = room;
    const int status = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                  reinterpret_cast<const Bytef*>(packed.data()), packed.size());
    bytes.resize(size);
    if (status == Z_OK) return bytes;
    if (status != Z_BUF_ERROR) throw std::runtime_error("not compressed by zlib");
  }
}

template <class Value>
double value_at(const char* bytes, double scale) {
  Value raw;
  std::memcpy(&raw, bytes, sizeof raw);
  if constexpr (std::is_integral_v<Value>)
    if (raw == std::numeric_limits<Value>::min()) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(raw) * scale;
}

template <class Value>
std::vector<double> values_at(const char* bytes, std::size_t count, double scale) {
  std::vector<double> values(count);
  for (std::size_t k = 0; k < count; ++k)
    values[k] = value_at<Value>(bytes + k * sizeof(Value), scale);
  return values;
}

}  // namespace

std::string data_of(const std::string& page) {
  const std::string before = "id=\"data\">";
  const auto at = page.find(before);
  if (at == std::string::npos) return page;
  const auto begin = at + before.size();
  return page.substr(begin, page.find('<', begin) - begin);
}

DecodedPage::DecodedPage(const std::string& page) : bytes_(inflated(from_base64(data_of(page)))) {
  std::uint32_t length = 0;
  std::memcpy(&length, bytes_.data(), sizeof length);
  json_ = Json::parse(bytes_.substr(sizeof length, length));
  tables_ = (sizeof length + length + 7) / 8 * 8;
}

std::vector<double> DecodedPage::numbers(const Json& reference) const {
  const char* bytes = bytes_.data() + tables_ + reference.at("at").get<std::size_t>();
  std::size_t count = 1;
  for (const auto& extent : reference.at("shape")) count *= extent.get<std::size_t>();
  const double scale = reference.value("scale", 1.0);
  const auto type = reference.at("$").get<std::string>();
  if (type == "f8") return values_at<double>(bytes, count, scale);
  if (type == "f4") return values_at<float>(bytes, count, scale);
  if (type == "i4") return values_at<std::int32_t>(bytes, count, scale);
  if (type == "i2") return values_at<std::int16_t>(bytes, count, scale);
  return values_at<std::int8_t>(bytes, count, scale);
}

}  // namespace entente
