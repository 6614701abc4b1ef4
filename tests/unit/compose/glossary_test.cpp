#include "compose/glossary.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

std::string words_in(std::string_view text) { return lines(compose_glossary(profile(), text)); }

}  // namespace

TEST_CASE("only the words that a report uses are explained, whatever their case, plural or other name") {
  CHECK(words_in("Nothing of the field.").empty());
  CHECK(words_in("RANSOMWARE!") ==
        "## Words explained\n- Ransomware is software that locks your files until you pay criminals.\n");
  CHECK(words_in("two lockers") ==
        "## Words explained\n- Ransomware is software that locks your files until you pay criminals.\n");
  CHECK(words_in("phishing") == "## Words explained\n- Phishing: An email that tricks people.\n");
}

TEST_CASE("a part of a longer word is not the word") {
  CHECK(words_in("blockers, lockersmith and antiphishing").empty());
}
