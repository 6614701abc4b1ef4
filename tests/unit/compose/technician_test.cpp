#include <doctest/doctest.h>

#include "compose/technician.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

World practice_with_work() {
  World world;
  world.catalog.facts[accounts].look = {"Entra: registration details", "Google Workspace: user reports"};
  world.profile.baselines = {{"CE", "Cyber Essentials", "2023", true}, {"INS", "Insurers", "2026", false}};
  world.profile.controls[0].technical = "MFA on every account";
  world.profile.controls[0].required_by = {{"INS", "asked", false, {}}, {"CE", "D.4", true, "fails the whole"}};
  world.inventory.statements = {
      told(accounts, Coverage{Coverage::Said::Counted, 38, 42, 0}, "Microsoft 365"),
      told(accounts, Coverage{Coverage::Said::Counted, 0, 3, 3}, "Booking"), seen(named, Text{"Dr S. Lowe"}),
      told(unsupported, Records{{Record{{Text{"Windows 7"}, Text{"X-ray"}, Unknown{}}, {}}}})};
  world.inventory.statements[0].note = "counted twice";
  OpenQuestion question;
  question.facts = {accounts};
  question.part = "Booking";
  question.because = OpenQuestion::Because::NoAnswer;
  question.ask = "soft";
  question.who = "us";
  question.by = day("2026-11-28");
  world.inventory.open = {question};
  Offer offer;
  offer.controls = {{"mfa.cloud", {}}};
  offer.what = "second check for the last 4";
  offer.who = "us";
  offer.by = day("2026-11-28");
  offer.takes = "10 minutes each";
  offer.price.included = true;
  offer.date = day("2026-11-12");
  world.inventory.offered = {offer};
  return world;
}

}  // namespace

TEST_CASE("a technician reads a work list: gates first, then what is asked, what stands and where to look") {
  const auto world = practice_with_work();
  const auto assessment = world.judged();
  CHECK(lines(compose_technician(assessment).blocks) ==
        R"(# Work list: Quay Dental
Standard: small 1 (Small standard)
Assessed: 2026-11-09 by J. Marsh
As of: 2026-11-21
Verdict: below; minimum controls missed 1, not known or not proved 1
Service: do not take on
Score: 14 proved, 50 claimed, 96 at best, of 100 (weight 7)
Controls: in place 1, partly in place 1, missing 0, not known 2, does not apply 0
[14 proved]
[36 only told]
[46 not known]
[4 missing]
We saw proof for 14 of 100 points, and were only told 36 more.
## Proofs to collect next, the cheapest first
36 points are claimed and not proved.
1. mfa.cloud: 36 points, `seen` or stronger within 12 months: mfa.cloud_accounts
## Minimum missed (1)
(partly in place, minimum) mfa.cloud: MFA on every account
  Asks: mfa.cloud_accounts: all of them (38 of 45, 3 not known)
  Stands: Microsoft 365: 38 of 42, told by Dr S. Lowe on 2026-11-09, note: counted twice
  Stands: Booking: 0 of 3 (3 unknown), told by Dr S. Lowe on 2026-11-09
  Counts: 0.844444 to 0.911111, proved 0 of weight 3
  Offered: second check for the last 4, by Northgate IT, due 2026-11-28, takes 10 minutes each, no extra cost, offered on 2026-11-12
  Open: mfa.cloud_accounts (Booking): no answer, to ask Soft Ltd, Northgate IT finds out, by 2026-11-28
  Acts: Northgate IT, by 2026-11-28, effort small
  Look: Entra: registration details
  Look: Google Workspace: user reports
  Prove: candor prove CLIENT mfa.cloud_accounts FILE --part PART
  Proof: seen or stronger, at most 12 months old
  Asked by: Cyber Essentials (2023) D.4 (fails the whole), read in the source
  Asked by: Insurers (2026) asked, context only: weighs nothing, known from secondary pages
## Minimum not known or not proved (1)
(not known, minimum) backup.tested: Backup tested
  Asks: backup.restored: within 12 months, at least whole_system (nobody said anything)
  Counts: 0 to 1, proved 0 of weight 2
  Acts: shared, effort medium
  Prove: candor prove CLIENT backup.restored FILE
  Proof: seen or stronger, at most 12 months old
## All other work (1)
(not known) software.supported: Nothing too old to fix
  Asks: software.unsupported: every item: internet no (not known)
  Stands: [{what: Windows 7, where: X-ray}], told by Dr S. Lowe on 2026-11-09
  Record: does not say enough: [{what: Windows 7, where: X-ray}]
  Counts: 0 to 1, proved 0 of weight 1
  Acts: provider, effort medium
  Prove: candor prove CLIENT software.unsupported FILE
  Proof: seen or stronger, at most 12 months old
## In place (1)
(in place, proved) owner.named: A person in charge
  Asks: owner.named: somebody is named (holds)
  Stands: Dr S. Lowe, seen by J. Marsh on 2026-11-12
  Counts: 1, proved 1 of weight 1
## Ledger
### No answer (1)
- mfa.cloud: second check for the last 4, by Northgate IT, due 2026-11-28, takes 10 minutes each, no extra cost, offered on 2026-11-12; no answer since 2026-11-12
## Points missing, by who must act
provider: 4 points
not known: 46 points
This list names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("a technician reads contradictions, age, declines and what was counted out with names and days") {
  World world;
  world.as_of = day("2027-12-01");
  world.inventory.statements = {told(accounts, Coverage{Coverage::Said::All, 0, 0, 0}),
                                seen(accounts, Coverage{Coverage::Said::Counted, 30, 42, 0}),
                                told(named, Text{"Dr S. Lowe"})};
  Decline decline;
  decline.controls = {{"mfa.cloud", {}}};
  decline.cause = Decline::Cause::Price;
  decline.date = day("2026-03-02");
  decline.by = "lowe";
  decline.explained_by = "unknown";
  decline.offered = "second check for 12 people";
  decline.price.running = Money{54000};
  decline.price.per = Price::Per::Year;
  decline.instead = "nothing";
  decline.until = day("2026-09-02");
  world.inventory.declined = {decline};
  world.inventory.not_applicable = {
      {{"software.supported", {}}, "no computers of their own", "J. Marsh", day("2027-11-09"), {}}};
  const auto assessment = world.judged();
  CHECK(lines(compose_technician(assessment).blocks) ==
        R"(# Work list: Quay Dental
Standard: small 1 (Small standard)
Assessed: 2026-11-09 by J. Marsh
As of: 2027-12-01
Verdict: below; minimum controls missed 1, not known or not proved 1
Service: do not take on
Score: 0 proved, 0 claimed, 86 at best, of 100 (weight 6)
Controls: in place 0, partly in place 1, missing 0, not known 2, does not apply 1
[0 proved]
[0 only told]
[86 not known]
[14 missing]
We saw proof for 0 of 100 points.
## Minimum missed (1)
(partly in place, minimum) mfa.cloud: Second check at sign-in
  Asks: mfa.cloud_accounts: all of them (30 of 42, 0 not known)
  Stands: 30 of 42, seen by J. Marsh on 2026-11-12
  Counts: 0 to 0.714285, proved 0 of weight 3
  Declined: second check for 12 people, declined by Dr S. Lowe on 2026-03-02, cause price, not known who explained it, £540 a year, instead: nothing, until 2026-09-02, not signed, lapsed
  Acts: provider, effort small
  Prove: candor prove CLIENT mfa.cloud_accounts FILE
  Proof: seen or stronger, at most 12 months old
  ! Contradicted: mfa.cloud_accounts: all, told by Dr S. Lowe on 2026-11-09; against it stands 30 of 42, seen by J. Marsh on 2026-11-12
  ! Aged, older than 12 months: 30 of 42, seen by J. Marsh on 2026-11-12
## Minimum not known or not proved (1)
(not known, minimum) backup.tested: Backup tested
  Asks: backup.restored: within 12 months, at least whole_system (nobody said anything)
  Counts: 0 to 1, proved 0 of weight 2
  Acts: shared, effort medium
  Prove: candor prove CLIENT backup.restored FILE
  Proof: seen or stronger, at most 12 months old
## All other work (1)
(not known) owner.named: A person in charge
  Asks: owner.named: somebody is named (not known)
  Stands: Dr S. Lowe, told by Dr S. Lowe on 2026-11-09
  Counts: 0 to 1, proved 0 of weight 1
  Acts: client, effort medium
  Prove: candor prove CLIENT owner.named FILE
  Proof: seen or stronger, at most 12 months old
  ! Aged, older than 12 months: Dr S. Lowe, told by Dr S. Lowe on 2026-11-09
## Does not apply (1)
- software.supported: no computers of their own, said by J. Marsh on 2027-11-09
## Ledger
### Overridden (1)
- mfa.cloud_accounts: all, told by Dr S. Lowe on 2026-11-09; replaced by 30 of 42, seen by J. Marsh on 2026-11-12
### Aged (2)
- mfa.cloud: mfa.cloud_accounts: 30 of 42, seen by J. Marsh on 2026-11-12; counted as good until 2027-11-12
- owner.named: owner.named: Dr S. Lowe, told by Dr S. Lowe on 2026-11-09; counted as good until 2027-11-09
### Contradicted (1)
- mfa.cloud: mfa.cloud_accounts: all, told by Dr S. Lowe on 2026-11-09; against it stands 30 of 42, seen by J. Marsh on 2026-11-12
### Decline lapsed (1)
- mfa.cloud: second check for 12 people, declined by Dr S. Lowe on 2026-03-02, cause price, not known who explained it, £540 a year, instead: nothing, until 2026-09-02, not signed, lapsed
### Not applicable (1)
- software.supported: no computers of their own, said by J. Marsh on 2027-11-09; if it applied and were missing: 0 proved, 0 claimed, 73 at best
## Points missing, by who must act
provider: 14 points
not known: 86 points
This list names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("an empty inventory is all work and has an empty ledger") {
  const World world;
  const auto assessment = world.judged();
  const auto text = lines(compose_technician(assessment).blocks);
  CHECK(text.find("## Ledger\nNothing was left out, overridden, aged, contradicted or declined.\n") !=
        std::string::npos);
  CHECK(text.find("## In place") == std::string::npos);
}

TEST_CASE("a technician reads what was planned and decided after the day of the report, and that it was left out") {
  World world;
  world.inventory.offered = {{.controls = {{"mfa.cloud", {}}}, .what = "one hour", .date = day("2026-12-01")}};
  world.inventory.agreed = {
      {.controls = {{"mfa.cloud", {}}}, .what = "do it", .who = "us", .date = day("2026-12-02"), .said_by = "lowe"}};
  world.inventory.declined = {{.controls = {{"backup.tested", {}}},
                               .date = day("2026-12-03"),
                               .by = "lowe",
                               .until = day("2027-12-03"),
                               .signed_on = day("2026-12-04")}};
  world.inventory.not_applicable = {{{"owner.named", {}}, "one person firm", "J. Marsh", day("2026-12-05"), {}}};
  const auto assessment = world.judged();
  const auto text = lines(compose_technician(assessment).blocks);
  const auto begin = text.find("## Ledger");
  REQUIRE(begin != std::string::npos);
  CHECK(text.substr(begin, text.find("## Points missing") - begin) == R"(## Ledger
### Future (4)
- mfa.cloud: one hour, by nobody yet, due on no day yet, not priced yet, offered on 2026-12-01; dated after 2026-11-21, so left out
- mfa.cloud: do it, by Northgate IT, due on no day yet, not priced yet, agreed on 2026-12-02, with Dr S. Lowe; dated after 2026-11-21, so left out
- backup.tested: no words for what was offered, declined by Dr S. Lowe on 2026-12-03, cause other, not known who explained it, until 2027-12-03, signed; dated after 2026-11-21, so left out
- owner.named: one person firm, said by J. Marsh on 2026-12-05; dated after 2026-11-21, so left out
)");
}
