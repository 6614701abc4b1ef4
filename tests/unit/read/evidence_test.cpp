#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

TEST_CASE("a file of answers adds what was agreed, declined and offered to what the inventory says") {
  Desk desk;
  desk.inventory(client_with("declined: [{control: mfa.cloud, cause: price, date: 2026-03-02, by: byrne}]\n"));
  const auto& inventory = desk.evidence_file(
      "answers-2026-11-20.yaml",
      "candor: 1\nfrom: {tool: answers, file: plan.csv}\noffered: [{control: mfa.admin, what: do it, date: "
      "2026-11-20}]\n"
      "agreed: [{control: backup.tested, what: restore it, who: us, date: 2026-11-20, note: by phone}]\n"
      "declined: [{control: mfa.admin, cause: both, date: 2026-11-20, by: byrne, note: too dear}]\n");
  REQUIRE(desk.complaints() == "");
  CHECK(inventory.offered.size() == 1);
  REQUIRE(inventory.agreed.size() == 1);
  CHECK(inventory.agreed[0].note == "by phone");
  REQUIRE(inventory.declined.size() == 2);
  CHECK(inventory.declined[1].note == "too dear");
  CHECK(inventory.statements.empty());
}

TEST_CASE("answers in the evidence folder are held to the rules of the inventory") {
  Desk desk;
  desk.inventory(client_with(""));
  desk.evidence_file(
      "answers.yaml",
      "candor: 1\nagreed:\n  - {control: mfa.cluod, what: do it, who: somebody, date: 2026-11-20}\nfacts: {}\n");
  CHECK(desk.complaints() ==
        R"(answers.yaml:3:15: error: `mfa.cluod` is not a control of `small-standard` [unknown-control]
   3 |   - {control: mfa.cluod, what: do it, who: somebody, date: 2026-11-20}
                     ^
       hint: did you mean `mfa.cloud`?
answers.yaml:3:44: error: `somebody` is not a key under `parties` [unknown-party]
   3 |   - {control: mfa.cluod, what: do it, who: somebody, date: 2026-11-20}
                                                  ^
       hint: one of `us` or `byrne`
answers.yaml:4:1: error: `facts` is not a key this file can have [unknown-key]
   4 | facts: {}
       ^
       hint: it can have `candor`, `from`, `statements`, `proof`, `offered`, `agreed` and `declined`
)");
}
