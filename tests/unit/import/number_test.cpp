#include "import/number.hpp"

#include <doctest/doctest.h>

using namespace candor;

TEST_CASE("a number is digits and nothing else") {
  CHECK(number_of("0") == 0);
  CHECK(number_of("007") == 7);
  CHECK(number_of("9223372036854775807") == 9223372036854775807);
  CHECK(number_of("20a1", 16) == 0x20A1);
  for (const auto* text : {"", "-", "-1", "-0", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "a", "9223372036854775808"})
    CHECK_MESSAGE(!number_of(text), text);
}
