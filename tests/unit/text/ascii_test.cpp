#include "candor/text/ascii.hpp"

#include <doctest/doctest.h>

namespace candor {

TEST_CASE("a code is so many capitals and nothing else") {
  CHECK(ascii::is_code("EUR", 3));
  CHECK(ascii::is_code("IE", 2));
  CHECK_FALSE(ascii::is_code("EU", 3));
  CHECK_FALSE(ascii::is_code("eur", 3));
  CHECK_FALSE(ascii::is_code("E1R", 3));
  CHECK_FALSE(ascii::is_code("\xC2\xA3", 2));  // the sign of the pound
}

TEST_CASE("letters of one case become those of the other, and all else stays") {
  CHECK(ascii::lowered("AZ az 09 \xC3\x84") == "az az 09 \xC3\x84");
  CHECK(ascii::upper('z') == 'Z');
  CHECK(ascii::upper('{') == '{');
  CHECK(ascii::lower('[') == '[');
}

}  // namespace candor
