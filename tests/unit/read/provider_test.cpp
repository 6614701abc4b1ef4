#include <doctest/doctest.h>

#include <fmt/format.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

/// The price of each offer as `ONCE + RUNNING a SPAN`, in hundredths.
std::string prices_of(const Inventory& inventory) {
  std::string lines;
  for (const auto& offer : inventory.offered) {
    const auto& price = offer.price;
    if (!price.is_known())
      lines += "not priced\n";
    else if (price.included)
      lines += "included\n";
    else
      lines += fmt::format("{} once, {} a {}\n", price.once ? price.once->hundredths : 0,
                           price.running ? price.running->hundredths : 0,
                           price.per == Price::Per::Month  ? "month"
                           : price.per == Price::Per::Year ? "year"
                                                           : "-");
  }
  return lines;
}

}  // namespace

TEST_CASE("what is true at every client is told by the provider") {
  Desk desk;
  desk.inventory(client_with("facts: {email: {spf: yes}}\n"));
  const auto& inventory = desk.provider_facts(
      "candor: 1\nby: A. Obi\ndate: 2026-10-01\nfacts: {log4j: {looked_at: [{part: Phone system, is: 1 of 1, run_by: "
      "us}]}}\n");
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.statements.size() == 2);
  const auto& statement = inventory.statements[1];
  CHECK(to_line(statement, desk.catalog) == "log4j.looked_at [Phone system] = 1 of 1\n");
  CHECK(statement.origin == Origin::Provider);
  CHECK(statement.kind == Kind::Told);
  CHECK(statement.by == "A. Obi");
  CHECK(statement.told_by == "");
  CHECK(to_iso(statement.date) == "2026-10-01");
}

TEST_CASE("a provider's facts say who wrote them down and when") {
  Desk desk;
  desk.provider_facts("candor: 1\nfacts: {email: {sfp: yes}}\nprice: 3\n");
  CHECK(desk.complaints() == R"(for_clients.yaml:1:1: error: the key `by` is missing here [missing-key]
   1 | candor: 1
       ^
for_clients.yaml:1:1: error: the key `date` is missing here [missing-key]
   1 | candor: 1
       ^
for_clients.yaml:2:17: error: `sfp` is not a fact of `email` [unknown-fact]
   2 | facts: {email: {sfp: yes}}
                       ^
       hint: did you mean `spf`?
for_clients.yaml:3:1: error: `price` is not a key this file can have [unknown-key]
   3 | price: 3
       ^
       hint: it can have `candor`, `by`, `date` and `facts`
)");
}

TEST_CASE("a price list fills the blank prices of offers") {
  Desk desk;
  desk.inventory(
      client_with("counts: {people: 42}\n"
                  "offered:\n"
                  "  - {control: mfa.cloud, what: per person, date: 2026-11-12}\n"
                  "  - {control: mfa.cloud, what: priced already, once: 5, date: 2026-11-12}\n"
                  "  - {control: mfa.admin, what: included, date: 2026-11-12}\n"
                  "  - {controls: [mfa.cloud, backup.tested], what: both, date: 2026-11-12}\n"
                  "  - {controls: [mfa.cloud, vuln.log4j], what: one has no price, date: 2026-11-12}\n"
                  "  - {controls: [mfa.admin, backup.tested], what: one is included, date: 2026-11-12}\n"));
  const auto& inventory = desk.prices(
      "candor: 1\n"
      "prices:\n"
      "  - {control: mfa.cloud, price: 20, per: year, once: 0.50, for_each: people}\n"
      "  - {control: mfa.admin, price: included}\n"
      "  - {control: backup.tested, price: 40, per: month}\n");
  CHECK(desk.complaints() == "");
  CHECK(prices_of(inventory) ==
        "2100 once, 84000 a year\n"
        "500 once, 0 a -\n"
        "included\n"
        "2100 once, 132000 a year\n"
        "not priced\n"
        "0 once, 4000 a month\n");
}

TEST_CASE("what nobody counted has no price") {
  Desk desk;
  desk.inventory(client_with("offered: [{control: mfa.cloud, what: a, date: 2026-11-12}]\n"));
  const auto& inventory =
      desk.prices("candor: 1\nprices: [{control: mfa.cloud, price: 20, per: year, for_each: people}]\n");
  CHECK(desk.complaints() == "");
  CHECK(prices_of(inventory) == "not priced\n");
}

TEST_CASE("every fault of a price list is told in one run, and a control of another profile is only warned of") {
  Desk desk;
  desk.inventory(client_with("counts: {people: 42}\n"));
  desk.prices(
      "candor: 1\n"
      "prices:\n"
      "  - {control: mfa.clod, price: 20, per: year}\n"
      "  - {control: mfa.cloud}\n"
      "  - {control: mfa.cloud, price: 1, per: year, for_each: persons}\n"
      "  - {control: mfa.admin, price: 1, per: year, each: people}\n");
  CHECK(desk.complaints() ==
        R"(prices.yaml:3:15: warning: `mfa.clod` is not a control of `small-standard` [unknown-control]
   3 |   - {control: mfa.clod, price: 20, per: year}
                     ^
       hint: did you mean `mfa.cloud`?
prices.yaml:4:5: error: this control has no price [missing-key]
   4 |   - {control: mfa.cloud}
           ^
       hint: write `price` with `per`, or `once`, or `price: included`
prices.yaml:5:15: error: `mfa.cloud` has a price already [repeated-key]
   5 |   - {control: mfa.cloud, price: 1, per: year, for_each: persons}
                     ^
prices.yaml:5:57: error: `persons` is not something that is counted [unknown-count]
   5 |   - {control: mfa.cloud, price: 1, per: year, for_each: persons}
                                                               ^
       hint: one of `people` or `computers`
prices.yaml:6:47: error: `each` is not a key this file can have [unknown-key]
   6 |   - {control: mfa.admin, price: 1, per: year, each: people}
                                                     ^
       hint: it can have `control`, `price`, `per`, `once` and `for_each`
)");
}
