#pragma once

#include <string>

#include "candor/model/report.hpp"
#include "candor/text/source.hpp"

namespace candor::test {

/// What a client's file may hold: terminal escapes, marks that turn text round, ends of sections, commands and lines.
inline const std::string hostile =
    "a\x1b[2J\xE2\x80\xAE"
    "b]]>\"<&'\\ [[ATTACHMENT|x]] %0A\n::set-output name=v,w::=1|@me";

/// A client with a must-have that is partly in place and declined, one that is in place without its proof, one control
/// that is not known, one that does not apply and one in place; one limit that held and one that did not. Written by
/// hand, so that nothing but an export is tested. Its words are hostile where they come from a client's file.
struct SmallWorld {
  SmallWorld() {
    files.add("./clients/a:b,c%/inventory.yaml", "");
    Fact accounts;
    accounts.address = "mfa.cloud_accounts";
    accounts.type = Type::Coverage;
    catalog.facts = {accounts};

    profile.id = "test-standard";
    profile.version = "2026.1";
    const auto control = [this](std::string id, std::string title, bool minimum) {
      Control made;
      made.id = std::move(id);
      made.title = std::move(title);
      made.minimum = minimum;
      profile.controls.push_back(std::move(made));
    };
    control("mfa.cloud", "A second check", true);
    control("backup.tested", "Backups that work", true);
    control("vuln.log4j", "No old Log4j", false);
    control("macros.autorun", "No macros", false);
    control("firewall.on", "A firewall", false);

    inventory.place = {0, 1, 1};
    inventory.client.id = "Caf\xC3\xA9 \xE2\x80\xAE\"x\"\n";
    Statement told;
    told.part = "Payroll";
    told.value = Coverage{Coverage::Said::Counted, 2, 2, 0};
    told.place = {0, 12, 9};
    Statement seen = told;
    seen.value = Coverage{Coverage::Said::Counted, 1, 2, 0};
    seen.place = {0, 40, 5};
    inventory.statements = {told, seen};
    inventory.not_applicable = {NotApplicable{{"macros.autorun", {}}, hostile, "D. Keane", day("2026-11-12"), {}}};

    assessment.catalog = &catalog;
    assessment.profile = &profile;
    assessment.inventory = &inventory;
    assessment.as_of = day("2026-11-21");
    for (std::size_t i = 0; i < profile.controls.size(); ++i) {
      Finding finding;
      finding.control = i;
      assessment.findings.push_back(finding);
    }
    auto& partly = assessment.findings[0];
    auto& unproved = assessment.findings[1];
    auto& unknown = assessment.findings[2];
    auto& absent = assessment.findings[3];
    auto& met = assessment.findings[4];
    Check check;
    check.interval = {500'000, 500'000, 0};
    check.parts = {PartResult{"Mail", {whole, whole, 0}, {}, {0}, false},
                   PartResult{"Payroll", {500'000, 500'000, 0}, {}, {0, 1}, false}};
    partly.outcome = Outcome::Partly;
    partly.interval = check.interval;
    partly.checks = {check};
    partly.contradictions = {Contradiction{0, "Payroll", 0, 1}};
    partly.declines = {DeclineState{0, true, false, false}};
    partly.gate_missed = true;
    partly.points = 20;
    unproved.outcome = Outcome::Met;
    unproved.interval = {whole, whole, 0};
    unproved.gate_unknown = true;
    unknown.points = 10;
    absent.outcome = Outcome::NotApplicable;
    absent.not_applicable = 0;
    met.outcome = Outcome::Met;
    met.interval = {whole, whole, whole};
    assessment.counts = {2, 1, 0, 1, 1};
    assessment.score = {4, 1'000'000, 2'500'000, 3'500'000, 25, 63, 88};
    assessment.verdict = Verdict::Below;
    assessment.gates_missed = assessment.gates_unknown = 1;
    LedgerEntry declined;
    declined.what = LedgerEntry::What::Declined;
    LedgerEntry left_out;
    left_out.what = LedgerEntry::What::NotApplicable;
    assessment.ledger = {declined, left_out, declined};

    PlanRow first;
    first.finding = 0;
    first.headline = hostile;
    first.what = "=Turn it on, now.";
    first.who = "You (" + hostile + ")";
    first.party = "byrne";
    first.by = day("2026-12-01");
    first.so_far = "M. Byrne said no, signed.";
    PlanRow second;
    second.finding = 2;
    second.headline = "We do not know if old programs are left.";
    second.what = "Look.";
    second.who = "We";
    second.party = "us";
    report.assessment = &assessment;
    report.blocks = {Paragraph{"Today you are below: 1 of 2.", Paragraph::Tone::Lead}};
    report.plan = {first, second};
    report.limits = {{"--min-proved 40", false, "Proved are 25, fewer than 40."},
                     {"--max-unknown 3", true, "It is 1."}};
  }
  SmallWorld(const SmallWorld&) = delete;

  static Date day(std::string_view text) { return *parse_date(text); }

  Sources files;
  Catalog catalog;
  Profile profile;
  Inventory inventory;
  Assessment assessment;
  Report report;
};

}  // namespace candor::test
