#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

TEST_CASE("a client, its parties, counts and figures are read as written") {
  Desk desk;
  const auto& inventory = desk.inventory(R"(candor: 1
client: {id: harbour-dental, name: Harbour Dental, sector: dental, country: IE, currency: EUR, since: 2026-11-02}
parties: {us: {kind: provider, name: Northgate IT}, byrne: {kind: client, name: M. Byrne, role: owner, phone: "+353 1 555 0100"},
          soft: {kind: third_party, name: Practice software supplier, does: server and nightly copy, email: help@example.org}}
assessed: {date: 2026-11-12, by: D. Keane, party: us, told_by: byrne}
counts: {people: 42, computers: unknown, from: payroll list and a walk, date: 2026-11-11}
figures: {day_of_downtime: {is: 18500.50, told_by: M. Byrne, date: 2026-11-10}, personal_records: 12000}
provider: {folder: ../northgate}
)");
  REQUIRE(desk.complaints() == "");
  CHECK(inventory.client.id == "harbour-dental");
  CHECK(inventory.client.name == "Harbour Dental");
  CHECK(inventory.client.sector == "dental");
  CHECK(inventory.client.country == "IE");
  CHECK(inventory.client.currency == "EUR");
  CHECK(inventory.client.since == day(2026, 11, 2));
  REQUIRE(inventory.parties.size() == 3);
  CHECK(inventory.parties[1].key == "byrne");
  CHECK(inventory.parties[1].kind == PartyKind::Client);
  CHECK(inventory.parties[1].role == "owner");
  CHECK(inventory.parties[1].phone == "+353 1 555 0100");
  CHECK(inventory.parties[2].kind == PartyKind::ThirdParty);
  CHECK(inventory.parties[2].does == "server and nightly copy");
  CHECK(inventory.parties[2].email == "help@example.org");
  CHECK(inventory.assessed == day(2026, 11, 12));
  CHECK(inventory.assessed_by == "D. Keane");
  CHECK(inventory.assessed_party == "us");
  CHECK(inventory.told_by == "byrne");
  REQUIRE(inventory.counts.size() == 1);
  CHECK(inventory.counts.at("people") == 42);
  CHECK(inventory.counts_from == "payroll list and a walk");
  CHECK(inventory.counts_date == day(2026, 11, 11));
  REQUIRE(inventory.figures.size() == 2);
  CHECK(inventory.figures[0].key == "day_of_downtime");
  CHECK(inventory.figures[0].value == 1'850'050);
  CHECK(inventory.figures[0].told_by == "M. Byrne");
  CHECK(inventory.figures[0].date == day(2026, 11, 10));
  CHECK(inventory.figures[1].value == 12000);
  CHECK(inventory.figures[1].told_by == "byrne");
  CHECK(inventory.figures[1].date == day(2026, 11, 12));
  CHECK(inventory.provider_folder == "../northgate");
}

TEST_CASE("an inventory needs no more than a client and who assessed it when") {
  Desk desk;
  const auto& inventory = desk.inventory("candor: 1\nclient: {name: A}\nassessed: {date: 2026-11-12, by: D. Keane}\n");
  CHECK(desk.complaints() == "");
  CHECK(inventory.statements.empty());
}

TEST_CASE("JSON with the same keys is read by the same reader") {
  Desk desk;
  const auto& inventory =
      desk.inventory(R"({"candor": 1, "client": {"name": "A"}, "assessed": {"date": "2026-11-12", "by": "D. Keane"},
 "facts": {"mfa": {"cloud_accounts": "38 of 42"}, "password": {"shortest": 12}, "email": {"spf": "yes"}}})");
  CHECK(desk.complaints() == "");
  CHECK(to_lines(inventory, desk.catalog) ==
        "mfa.cloud_accounts = 38 of 42\n"
        "password.shortest = 12\n"
        "email.spf = yes\n");
}

TEST_CASE("a file with six slips has six complaints in one run") {
  Desk desk;
  desk.inventory(R"(candor: 1
client: {name: Harbour Dental, sektor: dental}
assessed: {date: 2026-11-31, by: D. Keane}
facts:
  mfa: {cloud_accounts: 44 of 42}
  backup: {every: 1 day}
  backup: {every: 1 week}
  log4j: {looked_at: 4 of 6, date: 2027-01-04}
declined:
  - {control: mfa.clod, cause: price, date: 2026-03-02, by: M. Byrne}
)");
  CHECK(desk.has_errors());
  CHECK(desk.complaints() == R"(inventory.yaml:2:32: error: `sektor` is not a key this file can have [unknown-key]
   2 | client: {name: Harbour Dental, sektor: dental}
                                      ^
       hint: did you mean `sector`?
inventory.yaml:3:18: error: `2026-11-31` is not a day that exists [bad-date]
   3 | assessed: {date: 2026-11-31, by: D. Keane}
                        ^
inventory.yaml:5:25: error: `44 of 42` counts more than there are [bad-coverage]
   5 |   mfa: {cloud_accounts: 44 of 42}
                               ^
       hint: the second number is how many there are in all
inventory.yaml:7:3: error: the key `backup` is repeated [repeated-key]
   7 |   backup: {every: 1 week}
         ^
       hint: it was first written on line 6; only one can stand
inventory.yaml:8:36: error: `2027-01-04` is in the future [future-date]
   8 |   log4j: {looked_at: 4 of 6, date: 2027-01-04}
                                          ^
       hint: nothing can have been seen, said or done after today, or after the day it is judged
inventory.yaml:10:15: error: `mfa.clod` is not a control of `small-standard` [unknown-control]
  10 |   - {control: mfa.clod, cause: price, date: 2026-03-02, by: M. Byrne}
                     ^
       hint: did you mean `mfa.cloud`?
)");
}

TEST_CASE("a whole that is larger than what was counted is worth a warning") {
  Desk desk;
  desk.inventory(client_with("counts: {people: 3, computers: 4}\nfacts: {mfa: {admin_accounts: 8 of 8}}\n"));
  CHECK_FALSE(desk.has_errors());
  CHECK(
      desk.complaints() ==
      R"(inventory.yaml:6:31: warning: `mfa.admin_accounts` is out of more than the 7 under `counts` [more-than-counted]
   6 | facts: {mfa: {admin_accounts: 8 of 8}}
                                     ^
       hint: count again, or correct one of the two
)");
}

TEST_CASE("a whole is not held against counts of which one is not known") {
  Desk desk;
  desk.inventory(client_with("counts: {people: 3, computers: unknown}\nfacts: {mfa: {admin_accounts: 8 of 8}}\n"));
  CHECK(desk.complaints() == "");
}

TEST_CASE("a file of a newer format is refused in one sentence") {
  Desk desk;
  desk.inventory("candor: 2\nclients: [{named: Harbour Dental}]\n");
  CHECK(desk.complaints() ==
        R"(inventory.yaml:1:9: error: this file is of format `2`, and this program reads format 1 [newer-format]
   1 | candor: 2
               ^
       hint: use a newer candor for it
)");
}

TEST_CASE("every section tells its faults") {
  Desk desk;
  desk.inventory(R"(candor: one
client: {nmae: Harbour Dental, currency: euro}
parties: {us: {kind: supplier, name: Northgate IT}, shared: {kind: client, name: M. Byrne}, client: {kind: provider, name: A}, x: {kind: client}}
assessed: {date: 12/11/2026, by: D. Keane, party: uss}
counts: {peopel: 42, computers: 12a}
figures: {day_of_downtime: EUR 100, records: 12, personal_records: {is: 1, wen: 2026-11-01}}
provider: {}
fact: {}
)");
  CHECK(desk.complaints() == R"(inventory.yaml:1:9: error: `one` is not a file format [bad-value]
   1 | candor: one
               ^
       hint: write `candor: 1`
inventory.yaml:2:10: error: `nmae` is not a key this file can have [unknown-key]
   2 | client: {nmae: Harbour Dental, currency: euro}
                ^
       hint: did you mean `name`?
inventory.yaml:2:42: error: `euro` is not a currency code [bad-value]
   2 | client: {nmae: Harbour Dental, currency: euro}
                                                ^
       hint: write its three capitals, as in `EUR`
inventory.yaml:3:22: error: `supplier` is not a kind of party [bad-choice]
   3 | parties: {us: {kind: supplier, name: Northgate IT}, shared: {kind: client, name: M. Byrne}, client: …
                            ^
       hint: one of `provider`, `client` or `third_party`
inventory.yaml:3:53: error: `shared` cannot be the key of this party [bad-value]
   3 | parties: {us: {kind: supplier, name: Northgate IT}, shared: {kind: client, name: M. Byrne}, client: …
                                                           ^
       hint: choose a short name such as `soft`
inventory.yaml:3:93: error: `client` cannot be the key of this party [bad-value]
   3 | …supplier, name: Northgate IT}, shared: {kind: client, name: M. Byrne}, client: {kind: provider, nam…
                                                                               ^
       hint: choose a short name such as `soft`
inventory.yaml:3:131: error: the key `name` is missing here [missing-key]
   3 | … {kind: client, name: M. Byrne}, client: {kind: provider, name: A}, x: {kind: client}}
                                                                               ^
inventory.yaml:4:18: error: `12/11/2026` is not a date [bad-date]
   4 | assessed: {date: 12/11/2026, by: D. Keane, party: uss}
                        ^
       hint: write `2026-11-12` for 12 November 2026, or `2026-12-11` for 11 December 2026
inventory.yaml:4:51: error: `uss` is not a key under `parties` [unknown-party]
   4 | assessed: {date: 12/11/2026, by: D. Keane, party: uss}
                                                         ^
       hint: did you mean `us`?
inventory.yaml:5:10: error: `peopel` is not something that is counted [unknown-count]
   5 | counts: {peopel: 42, computers: 12a}
                ^
       hint: did you mean `people`?
inventory.yaml:5:33: error: `12a` is not a whole number [bad-number]
   5 | counts: {peopel: 42, computers: 12a}
                                       ^
       hint: write digits alone, as in `12`
inventory.yaml:6:28: error: `EUR 100` is not an amount [bad-number]
   6 | figures: {day_of_downtime: EUR 100, records: 12, personal_records: {is: 1, wen: 2026-11-01}}
                                  ^
       hint: write the number alone, as in `18500`: the currency stands under `client`
inventory.yaml:6:37: error: `records` is not a figure that is asked for [unknown-count]
   6 | figures: {day_of_downtime: EUR 100, records: 12, personal_records: {is: 1, wen: 2026-11-01}}
                                           ^
       hint: one of `day_of_downtime` or `personal_records`
inventory.yaml:6:76: error: `wen` is not a key this file can have [unknown-key]
   6 | …res: {day_of_downtime: EUR 100, records: 12, personal_records: {is: 1, wen: 2026-11-01}}
                                                                               ^
       hint: it can have `is`, `told_by` and `date`
inventory.yaml:7:11: error: the key `folder` is missing here [missing-key]
   7 | provider: {}
                 ^
inventory.yaml:8:1: error: `fact` is not a key this file can have [unknown-key]
   8 | fact: {}
       ^
       hint: did you mean `facts`?
)");
}

TEST_CASE("without a client there is no inventory") {
  Desk desk;
  desk.inventory("candor: 1\n");
  CHECK(desk.complaints() == R"(inventory.yaml:1:1: error: the key `client` is missing here [missing-key]
   1 | candor: 1
       ^
inventory.yaml:1:1: error: the key `assessed` is missing here [missing-key]
   1 | candor: 1
       ^
)");
}
