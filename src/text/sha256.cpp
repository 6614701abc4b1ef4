#include "candor/text/sha256.hpp"

#include <array>

#include <sodium.h>

#include "candor/text/base64.hpp"

namespace candor {

namespace {

std::array<unsigned char, crypto_hash_sha256_BYTES> digest_of(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest_of(bytes)) {
    text += hex[byte >> 4];
    text += hex[byte & 15];
  }
  return text;
}

std::string sha256_base64(std::string_view bytes) {
  const auto digest = digest_of(bytes);
  return to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace candor
