#include "compose/money.hpp"

#include <doctest/doctest.h>

// A price says here only what its test is about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

using namespace candor;
using namespace candor::wording;

TEST_CASE("an amount carries the sign of its currency, or its code") {
  CHECK(amount({114000}, "GBP") == "£1,140");
  CHECK(amount({1250}, "EUR") == "€12.50");
  CHECK(amount({5}, "USD") == "$0.05");
  CHECK(amount({90000}, "SEK") == "SEK 900");
  CHECK(amount({90000}, "") == "900");
}

TEST_CASE("no price and a price of nothing read differently") {
  CHECK(price({}, "GBP") == "not priced yet");
  CHECK(price({.included = true}, "GBP") == "no extra cost");
  CHECK(price({.once = Money{38000}}, "GBP") == "£380 once");
  CHECK(price({.running = Money{4000}, .per = Price::Per::Month}, "GBP") == "£40 a month");
  CHECK(price({.once = Money{45000}, .running = Money{114000}, .per = Price::Per::Year}, "GBP") ==
        "£450 once, then £1,140 a year");
}

TEST_CASE("a total adds what is shown, a month twelve times") {
  Total sum;
  CHECK(total(sum, "GBP").empty());
  sum.add({});
  sum.add({.included = true});
  CHECK(total(sum, "GBP").empty());
  CHECK(sum.included == 1);
  sum.add({.once = Money{45000}, .running = Money{4000}, .per = Price::Per::Month});
  CHECK(total(sum, "GBP") == "£450 now and £480 a year");
  CHECK(sum.priced == 1);
}

TEST_CASE("a total of only one kind says only that kind") {
  Total once;
  once.add({.once = Money{100}});
  CHECK(total(once, "GBP") == "£1 now");
  Total yearly;
  yearly.add({.running = Money{96000}, .per = Price::Per::Year});
  CHECK(total(yearly, "GBP") == "£960 a year");
}
