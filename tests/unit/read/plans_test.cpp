#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

std::string complaints_about(std::string_view rest) {
  Desk desk;
  desk.inventory(client_with(rest));
  return desk.complaints();
}

}  // namespace

TEST_CASE("an open question says what is not known, why, and who finds out by when") {
  Desk desk;
  const auto& inventory =
      desk.inventory(client_with("open:\n"
                                 "  - {for: mfa.cloud_accounts, part: Booking system, because: no_answer, ask: soft, "
                                 "asked: 2026-11-10, who: us, by: 2026-11-28, note: rang twice}\n"
                                 "  - {for: [backup, email.spf, backup.every], because: refused}\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.open.size() == 2);
  const auto& first = inventory.open[0];
  CHECK(first.facts == std::vector{*desk.catalog.find("mfa.cloud_accounts")});
  CHECK(first.part == "Booking system");
  CHECK(first.because == OpenQuestion::Because::NoAnswer);
  CHECK(first.ask == "soft");
  CHECK(first.asked == day(2026, 11, 10));
  CHECK(first.who == "us");
  CHECK(first.by == day(2026, 11, 28));
  CHECK(first.note == "rang twice");
  auto facts = desk.catalog.area("backup");
  facts.push_back(*desk.catalog.find("email.spf"));
  CHECK(inventory.open[1].facts == facts);
  CHECK(inventory.open[1].because == OpenQuestion::Because::Refused);
}

TEST_CASE("an offer has its controls, its price and who does it by when") {
  Desk desk;
  const auto& inventory =
      desk.inventory(client_with("offered:\n"
                                 "  - {controls: [mfa.cloud, mfa.admin], what: second check, who: us, by: 2026-11-28, "
                                 "takes: 10 minutes each, price: included, date: 2026-11-12}\n"
                                 "  - {control: backup.tested, part: Server, what: restore it, once: 450, price: 12.5, "
                                 "per: month, date: 2026-11-12}\n"
                                 "  - {control: backup.tested, what: restore it, date: 2026-11-12}\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.offered.size() == 3);
  const auto& first = inventory.offered[0];
  REQUIRE(first.controls.size() == 2);
  CHECK(first.controls[0].value == "mfa.cloud");
  CHECK(first.controls[1].value == "mfa.admin");
  CHECK(first.controls[1].place == Place{0, 6, 28});
  CHECK(first.what == "second check");
  CHECK(first.who == "us");
  CHECK(first.by == day(2026, 11, 28));
  CHECK(first.takes == "10 minutes each");
  CHECK(first.price.included);
  CHECK(first.date == day(2026, 11, 12));
  const auto& second = inventory.offered[1];
  CHECK(second.part == "Server");
  CHECK(second.price.once == Money{45000});
  CHECK(second.price.running == Money{1250});
  CHECK(second.price.per == Price::Per::Month);
  CHECK_FALSE(inventory.offered[2].price.is_known());
}

TEST_CASE("what was agreed says who said yes") {
  Desk desk;
  const auto& inventory =
      desk.inventory(client_with("agreed: [{control: backup.tested, what: a second copy, who: us, by: 2026-12-15, "
                                 "once: 450, price: 40, per: year, date: 2026-11-12, said_by: byrne}]\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.agreed.size() == 1);
  CHECK(inventory.agreed[0].said_by == "byrne");
  CHECK(inventory.agreed[0].by == day(2026, 12, 15));
  CHECK(inventory.agreed[0].price.a_year() == Money{4000});
}

TEST_CASE("a decline says why, who said no, until when and what was signed") {
  Desk desk;
  const auto& inventory = desk.inventory(
      client_with("declined:\n"
                  "  - {controls: [mfa.cloud], part: Leeds, cause: price, date: 2026-03-02, by: byrne, explained_by: "
                  "D. Keane, offered: second check, price: 540, per: year,\n"
                  "     instead: nothing, until: 2026-09-02, signed: {date: 2026-03-04, file: evidence/decline.pdf}}\n"
                  "  - {control: mfa.admin, cause: awareness, date: 2026-02-28, by: unknown, explained_by: unknown}\n"
                  "  - {control: backup.tested, cause: both, date: 2024-02-29, by: byrne, until: 2025-02-28}\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.declined.size() == 3);
  const auto& first = inventory.declined[0];
  CHECK(first.part == "Leeds");
  CHECK(first.cause == Decline::Cause::Price);
  CHECK(first.by == "byrne");
  CHECK(first.explained_by == "D. Keane");
  CHECK(first.offered == "second check");
  CHECK(first.price.running == Money{54000});
  CHECK(first.instead == "nothing");
  CHECK(first.until == day(2026, 9, 2));
  CHECK(first.signed_on == day(2026, 3, 4));
  CHECK(first.signed_file == "evidence/decline.pdf");
  CHECK(inventory.declined[1].by == "unknown");
  CHECK(inventory.declined[1].until == day(2027, 2, 28));
  CHECK(inventory.declined[1].signed_on == std::nullopt);
  CHECK(inventory.declined[2].until == day(2025, 2, 28));
}

TEST_CASE("what does not apply says why, and acts says who") {
  Desk desk;
  const auto& inventory = desk.inventory(
      client_with("not_applicable: [{control: vuln.log4j, because: no Java here, by: D. Keane, date: 2026-11-12}]\n"
                  "acts: [{control: backup.tested, part: Server, who: byrne}]\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.not_applicable.size() == 1);
  CHECK(inventory.not_applicable[0].control.value == "vuln.log4j");
  CHECK(inventory.not_applicable[0].because == "no Java here");
  CHECK(inventory.not_applicable[0].by == "D. Keane");
  CHECK(inventory.not_applicable[0].date == day(2026, 11, 12));
  REQUIRE(inventory.acts.size() == 1);
  CHECK(inventory.acts[0].control.value == "backup.tested");
  CHECK(inventory.acts[0].part == "Server");
  CHECK(inventory.acts[0].who == "byrne");
}

TEST_CASE("a fact where a control is meant is told as one") {
  CHECK(complaints_about("acts:\n"
                         "  - {control: mfa.cloud_accounts, who: us}\n"
                         "  - {control: owner.named, who: us}\n"
                         "  - {control: backup, who: us}\n"
                         "  - {control: mfa.cluod, who: us}\n"
                         "  - {control: coffee, who: us}\n") ==
        R"(inventory.yaml:6:15: error: `mfa.cloud_accounts` is not a control of `small-standard` [unknown-control]
   6 |   - {control: mfa.cloud_accounts, who: us}
                     ^
       hint: it is a fact; the control that rests on it: `mfa.cloud`
inventory.yaml:7:15: error: `owner.named` is not a control of `small-standard` [unknown-control]
   7 |   - {control: owner.named, who: us}
                     ^
       hint: it is a fact, and no control of this profile asks for it
inventory.yaml:8:15: error: `backup` is not a control of `small-standard` [unknown-control]
   8 |   - {control: backup, who: us}
                     ^
       hint: write `backup.tested`
inventory.yaml:9:15: error: `mfa.cluod` is not a control of `small-standard` [unknown-control]
   9 |   - {control: mfa.cluod, who: us}
                     ^
       hint: did you mean `mfa.cloud`?
inventory.yaml:10:15: error: `coffee` is not a control of `small-standard` [unknown-control]
  10 |   - {control: coffee, who: us}
                     ^
       hint: `candor profile show` lists them
)");
}

TEST_CASE("whoever has to act is a party") {
  CHECK(complaints_about("acts:\n"
                         "  - {control: mfa.cloud, who: M. Byrne}\n"
                         "  - {control: mfa.cloud, who: bryne}\n"
                         "  - {control: mfa.cloud, who: somebody}\n") ==
        R"(inventory.yaml:6:31: error: `M. Byrne` is not a key under `parties` [unknown-party]
   6 |   - {control: mfa.cloud, who: M. Byrne}
                                     ^
       hint: write `byrne`
inventory.yaml:7:31: error: `bryne` is not a key under `parties` [unknown-party]
   7 |   - {control: mfa.cloud, who: bryne}
                                     ^
       hint: did you mean `byrne`?
inventory.yaml:8:31: error: `somebody` is not a key under `parties` [unknown-party]
   8 |   - {control: mfa.cloud, who: somebody}
                                     ^
       hint: one of `us` or `byrne`
)");
}

TEST_CASE("a price says how often it is paid") {
  CHECK(complaints_about("offered:\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, price: 40}\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, price: €40, per: month}\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, price: included, per: month}\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, once: 12.505, per: week}\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, price: 3, per: week}\n"
                         "  - {control: mfa.cloud, what: a, date: 2026-11-12, once: free}\n") ==
        R"(inventory.yaml:6:60: error: `40` does not say how often it is paid [bad-price]
   6 |   - {control: mfa.cloud, what: a, date: 2026-11-12, price: 40}
                                                                  ^
       hint: add `per: month` or `per: year`; what is paid once stands under `once`
inventory.yaml:7:60: error: `€40` is not an amount [bad-price]
   7 |   - {control: mfa.cloud, what: a, date: 2026-11-12, price: €40, per: month}
                                                                  ^
       hint: write the number alone, as in `12.50`: the currency stands under `client`
inventory.yaml:8:75: error: `per` says how often, and nothing is to be paid [bad-price]
   8 | … {control: mfa.cloud, what: a, date: 2026-11-12, price: included, per: month}
                                                                               ^
       hint: leave it out beside `price: included`
inventory.yaml:9:59: error: `12.505` is not an amount [bad-price]
   9 |   - {control: mfa.cloud, what: a, date: 2026-11-12, once: 12.505, per: week}
                                                                 ^
       hint: write the number alone, as in `12.50`: the currency stands under `client`
inventory.yaml:9:72: error: `per` says how often, and there is no `price` [bad-price]
   9 |   - {control: mfa.cloud, what: a, date: 2026-11-12, once: 12.505, per: week}
                                                                              ^
       hint: what is paid once stands under `once`
inventory.yaml:10:68: error: `week` is not a span that a price is paid for [bad-choice]
  10 |   - {control: mfa.cloud, what: a, date: 2026-11-12, price: 3, per: week}
                                                                          ^
       hint: one of `month` or `year`
inventory.yaml:11:59: error: `free` is not an amount [bad-price]
  11 |   - {control: mfa.cloud, what: a, date: 2026-11-12, once: free}
                                                                 ^
       hint: write `price: included`
)");
}

TEST_CASE("a plan ends on or after the day it was made") {
  CHECK(complaints_about("agreed: [{control: mfa.cloud, what: a, date: 2026-11-12, by: 2026-11-12}]\n") == "");
  CHECK(complaints_about("agreed: [{control: mfa.cloud, what: a, date: 2026-11-12, by: 2026-11-11}]\n") ==
        R"(inventory.yaml:5:62: error: `2026-11-11` is before the day it was planned on [bad-date]
   5 | agreed: [{control: mfa.cloud, what: a, date: 2026-11-12, by: 2026-11-11}]
                                                                    ^
       hint: `date` is the day of the offer or the agreement, `by` the day it is to be done
)");
}

TEST_CASE("every fault of a plan is told in one run") {
  CHECK(complaints_about(
            "open: [{for: mfa.clod_accounts, because: lazy, who: us}]\n"
            "offered: [{control: mfa.cloud, controls: [mfa.admin], what: a, date: 2026-11-12}, {what: a, date: "
            "2026-12-12}]\n"
            "agreed: [{controls: [], wat: a, date: 2026-11-12}]\n"
            "declined:\n"
            "  - {control: mfa.cloud, cause: money, date: 2026-03-02, by: byrne, until: 2027-03-03}\n"
            "  - {control: mfa.cloud, cause: price, date: 2026-03-02, until: 2026-03-01, signed: {date: 2026-12-24}}\n"
            "not_applicable: [{control: vuln.log4j, by: D. Keane, date: 2026-11-12}]\n") ==
        R"(inventory.yaml:5:14: error: `mfa.clod_accounts` is not a fact [unknown-fact]
   5 | open: [{for: mfa.clod_accounts, because: lazy, who: us}]
                    ^
       hint: did you mean `mfa.cloud_accounts`?
inventory.yaml:5:42: error: `lazy` is not a reason why it is not known [bad-choice]
   5 | open: [{for: mfa.clod_accounts, because: lazy, who: us}]
                                                ^
       hint: one of `not_looked`, `no_access`, `no_answer`, `not_recorded` or `refused`
inventory.yaml:6:42: error: `control` and `controls` are both written [repeated-key]
   6 | offered: [{control: mfa.cloud, controls: [mfa.admin], what: a, date: 2026-11-12}, {what: a, date: 20…
                                                ^
       hint: list all of them under `controls`
inventory.yaml:6:83: error: the key `control` is missing here [missing-key]
   6 | …control: mfa.cloud, controls: [mfa.admin], what: a, date: 2026-11-12}, {what: a, date: 2026-12-12}]
                                                                               ^
inventory.yaml:6:99: error: `2026-12-12` is in the future [future-date]
   6 | …ud, controls: [mfa.admin], what: a, date: 2026-11-12}, {what: a, date: 2026-12-12}]
                                                                               ^
       hint: nothing can have been seen, said or done after today, or after the day it is judged
inventory.yaml:7:21: error: this list names no control [empty-value]
   7 | agreed: [{controls: [], wat: a, date: 2026-11-12}]
                           ^
inventory.yaml:7:25: error: `wat` is not a key this file can have [unknown-key]
   7 | agreed: [{controls: [], wat: a, date: 2026-11-12}]
                               ^
       hint: did you mean `what`?
inventory.yaml:9:33: error: `money` is not a cause of a decline [bad-choice]
   9 |   - {control: mfa.cloud, cause: money, date: 2026-03-02, by: byrne, until: 2027-03-03}
                                       ^
       hint: one of `price`, `awareness`, `both`, `supplier` or `other`
inventory.yaml:9:76: error: `2027-03-03` is more than 12 months after the decline [decline-too-long]
   9 | …{control: mfa.cloud, cause: money, date: 2026-03-02, by: byrne, until: 2027-03-03}
                                                                               ^
       hint: it is asked again each year: write `2027-03-02` or earlier
inventory.yaml:10:5: error: the key `by` is missing here [missing-key]
  10 |   - {control: mfa.cloud, cause: price, date: 2026-03-02, until: 2026-03-01, signed: {date: 2026-12-2…
           ^
inventory.yaml:10:65: error: `2026-03-01` is before the day of the decline [bad-date]
  10 |   - {control: mfa.cloud, cause: price, date: 2026-03-02, until: 2026-03-01, signed: {date: 2026-12-2…
                                                                       ^
       hint: `until` is its last day
inventory.yaml:10:85: error: the key `file` is missing here [missing-key]
  10 | … mfa.cloud, cause: price, date: 2026-03-02, until: 2026-03-01, signed: {date: 2026-12-24}}
                                                                               ^
inventory.yaml:10:92: error: `2026-12-24` is in the future [future-date]
  10 | …oud, cause: price, date: 2026-03-02, until: 2026-03-01, signed: {date: 2026-12-24}}
                                                                               ^
       hint: nothing can have been seen, said or done after today, or after the day it is judged
inventory.yaml:11:18: error: the key `because` is missing here [missing-key]
  11 | not_applicable: [{control: vuln.log4j, by: D. Keane, date: 2026-11-12}]
                        ^
)");
}

TEST_CASE("a part that the facts are not told for is no part of a plan or a question") {
  const std::string facts =
      "facts:\n"
      "  mfa: {cloud_accounts: [{part: Microsoft 365, is: 3 of 3}, {part: Bank, is: 0 of 1}], admin_accounts: 1 of "
      "1}\n";
  CHECK(complaints_about(facts +
                         "open: [{for: mfa.cloud_accounts, part: bnak, because: refused}]\n"
                         "offered: [{control: mfa.cloud, part: Shop, what: a, date: 2026-11-12}]\n"
                         "agreed: [{controls: [mfa.admin, mfa.cloud], part: Microsoft, what: a, date: 2026-11-12}]\n"
                         "declined: [{control: mfa.cloud, part: Shop, cause: price, date: 2026-03-02, by: byrne}]\n"
                         "acts: [{control: mfa.cloud, part: Shop, who: us}]\n") ==
        R"(inventory.yaml:7:40: error: `bnak` is none of the parts that this is told for under `facts` [unknown-part]
   7 | open: [{for: mfa.cloud_accounts, part: bnak, because: refused}]
                                              ^
       hint: did you mean `Bank`?
inventory.yaml:8:38: error: `Shop` is none of the parts that this is told for under `facts` [unknown-part]
   8 | offered: [{control: mfa.cloud, part: Shop, what: a, date: 2026-11-12}]
                                            ^
       hint: one of `Bank` or `Microsoft 365`
inventory.yaml:9:51: error: `Microsoft` is none of the parts that this is told for under `facts` [unknown-part]
   9 | agreed: [{controls: [mfa.admin, mfa.cloud], part: Microsoft, what: a, date: 2026-11-12}]
                                                         ^
       hint: one of `Bank` or `Microsoft 365`
inventory.yaml:10:39: error: `Shop` is none of the parts that this is told for under `facts` [unknown-part]
  10 | declined: [{control: mfa.cloud, part: Shop, cause: price, date: 2026-03-02, by: byrne}]
                                             ^
       hint: one of `Bank` or `Microsoft 365`
inventory.yaml:11:35: error: `Shop` is none of the parts that this is told for under `facts` [unknown-part]
  11 | acts: [{control: mfa.cloud, part: Shop, who: us}]
                                         ^
       hint: one of `Bank` or `Microsoft 365`
)");
  CHECK(complaints_about(facts + "acts: [{control: mfa.cloud, part: Bank, who: us}]\n") == "");
  // Told as a whole, or not at all: nobody said what the parts are.
  CHECK(complaints_about(facts + "acts: [{control: mfa.admin, part: Bank, who: us}]\n") == "");
  CHECK(complaints_about(facts + "acts: [{control: backup.tested, part: Server, who: us}]\n") == "");
}

TEST_CASE("a decline that nobody signed says so by leaving `signed` out") {
  const auto with_signature = [](std::string_view written) {
    return complaints_about("declined: [{control: mfa.cloud, cause: price, date: 2026-03-02, by: byrne, signed: " +
                            std::string{written} + "}]\n");
  };
  CHECK(with_signature("no") ==
        R"(inventory.yaml:5:84: error: expected keys and values, found `no` [wrong-kind]
   5 | …control: mfa.cloud, cause: price, date: 2026-03-02, by: byrne, signed: no}]
                                                                               ^
       hint: leave `signed` out while nobody has signed
)");
  CHECK(with_signature("yes") ==
        R"(inventory.yaml:5:84: error: expected keys and values, found `yes` [wrong-kind]
   5 | …control: mfa.cloud, cause: price, date: 2026-03-02, by: byrne, signed: yes}]
                                                                               ^
       hint: write `{date: 2026-03-04, file: evidence/decline.pdf}`, or leave it out
)");
}
