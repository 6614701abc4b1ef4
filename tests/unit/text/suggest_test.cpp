#include "candor/text/suggest.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>

namespace candor {
namespace {

using namespace std::string_view_literals;

constexpr std::array words{"answer"sv, "declined"sv, "facts"sv, "told_by"sv, "by"sv, "date"sv};

TEST_CASE("a word with a slip or two is near the one that was meant") {
  CHECK(nearest("anwser", words) == "answer");  // two letters swapped
  CHECK(nearest("fcts", words) == "facts");     // one left out
  CHECK(nearest("declinned", words) == "declined");
  CHECK(nearest("dote", words) == "date");
}

TEST_CASE("capitals, blanks and dashes are no difference") {
  CHECK(nearest("FACTS", words) == "facts");
  CHECK(nearest("told-by", words) == "told_by");
  CHECK(nearest("Told By", words) == "told_by");
}

TEST_CASE("a word further away than a third of its length is not near") {
  CHECK(!nearest("dxtx", words));
  CHECK(!nearest("bx", words));
  CHECK(!nearest("", words));
  CHECK(!nearest("inventory", words));
  CHECK(!nearest(std::string(100'000, 'a'), words));
}

TEST_CASE("of words equally near the first is taken") {
  constexpr std::array pair{"bold"sv, "cold"sv};
  CHECK(nearest("dold", pair) == "bold");
}

TEST_CASE("the hint is a question, or empty") {
  CHECK(did_you_mean("anwser", words) == "did you mean `answer`?");
  CHECK(did_you_mean("inventory", words).empty());
}

}  // namespace
}  // namespace candor
