#include <doctest/doctest.h>

#include "candor/text/base64.hpp"
#include "candor/text/sha256.hpp"

namespace candor {
namespace {

TEST_CASE("base64 is that of RFC 4648, section 10") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64(std::string_view{"\xff\xfe\0", 3}) == "//4A");
}

TEST_CASE("the SHA-256 of nothing, as a policy names it") {
  CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace candor
