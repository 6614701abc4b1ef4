#include "compose/words.hpp"

#include <doctest/doctest.h>

using namespace candor::wording;

TEST_CASE("large numbers are read in groups of three") {
  CHECK(number(0) == "0");
  CHECK(number(999) == "999");
  CHECK(number(9400) == "9,400");
  CHECK(number(1234567) == "1,234,567");
  CHECK(number(-1140) == "-1,140");
}

TEST_CASE("one thing is never several") {
  CHECK(counted(0, "gap") == "0 gaps");
  CHECK(counted(1, "gap") == "1 gap");
  CHECK(counted(2, "gap") == "2 gaps");
  CHECK(counted(1, "person", "people") == "1 person");
  CHECK(counted(1200, "person", "people") == "1,200 people");
}

TEST_CASE("a list leaves empty items out and ends with and") {
  CHECK(joined({}).empty());
  CHECK(joined({"", ""}).empty());
  CHECK(joined({"a"}) == "a");
  CHECK(joined({"a", "", "b"}) == "a and b");
  CHECK(joined({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("a client's words become a sentence and stay the client's words") {
  CHECK(sentence("  turn it on ") == "Turn it on.");
  CHECK(sentence("Is it on?") == "Is it on?");
  CHECK(sentence("iPhones get a code") == "iPhones get a code.");
  CHECK(sentence("éclair shop first") == "éclair shop first.");
  CHECK(sentence("   ").empty());
  CHECK(phrase(" half a day. ") == "half a day");
}

TEST_CASE("words are counted as readability formulas count them") {
  CHECK(count_words("") == 0);
  CHECK(count_words("38 of 42 accounts") == 2);
  CHECK(count_words("You don't pay a third-party supplier.") == 6);
  CHECK(count_words("£380 once, then £960 a year") == 4);
}
