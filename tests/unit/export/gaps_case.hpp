#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "candor/model/report.hpp"

namespace candor {

inline Date day(std::string_view text) { return *parse_date(text); }

/// A client with six controls, one for each way to come out: a must-have that is partly in place and contradicted, one
/// that is not known, one that lacks its proof, a control that is missing, one in place and one that does not apply.
/// Written by hand, so that nothing but the export is tested.
struct GapsCase {
  GapsCase() {
    files.add("clients/acme/inventory.yaml", "candor: 1\nclient: {id: acme}\n  cloud: 38 of 42   # für alle\n");
    Fact accounts;
    accounts.address = "mfa.cloud_accounts";
    accounts.type = Type::Coverage;
    catalog.facts = {accounts};

    profile.id = "test-standard";
    profile.version = "2026.1";
    profile.title = "Test standard";
    profile.about = "What every firm needs.";
    profile.baselines = {Baseline{"CE", "Cyber Essentials", "2023", true}, Baseline{"INS", "Insurers", "2026", false}};
    add_control("mfa.cloud", "A second check at every sign-in", true, 6);
    auto& first = profile.controls[0];
    first.required_by = {Clause{"CE", "D.4", true, ""}, Clause{"INS", "7", false, ""}};
    first.harms = {Harm::WorkStops, Harm::FalsePayment};
    first.words = {.what = "It asks for more than a password",
                   .partly = {},
                   .missing = {},
                   .unknown = {},
                   .met = {},
                   .cost = "A stranger reads your mail.",
                   .act = "Switch it on.",
                   .find_out = "List every service.",
                   .takes = {},
                   .stretch = {}};
    add_control("backup.tested", "Backups that work", true, 3);
    add_control("ir.plan", "A plan", true, 2);
    add_control("training.staff", "Training", false, 4);
    add_control("owner.named", "One person in charge", false, 3);
    add_control("macros.autorun", "No macros", false, 0);

    inventory.place = {0, 1, 1};
    inventory.client = {"acme", "Acme Dental", "dental", "IE", "EUR", {}};
    inventory.parties = {Party{"us", PartyKind::Provider, "Northgate IT", "", "", "", "", {}},
                         Party{"byrne", PartyKind::Client, "M. Byrne", "owner", "", "", "", {}}};
    inventory.assessed = day("2026-11-12");
    inventory.assessed_by = "D. Keane";
    inventory.told_by = "byrne";
    Statement told;
    told.part = "Microsoft 365";
    told.value = Coverage{Coverage::Said::Counted, 38, 42, 0};
    told.date = day("2026-11-12");
    told.by = "D. Keane";
    told.told_by = "byrne";
    told.place = {0, 3, 10};
    Statement seen = told;
    seen.value = Coverage{Coverage::Said::Counted, 30, 42, 11};
    seen.kind = Kind::Document;
    seen.date = day("2026-11-14");
    seen.file = "evidence/list.pdf";
    seen.sha256 = std::string(64, 'a');
    seen.place = {0, 2, 1};
    inventory.statements = {told, seen};
    for (const std::string_view by : {"byrne", "us", "byrne"}) add_decline(by);
    inventory.declined[0].signed_on = day("2026-03-04");

    assessment.catalog = &catalog;
    assessment.profile = &profile;
    assessment.inventory = &inventory;
    assessment.as_of = day("2026-11-21");
    for (const auto outcome :
         {Outcome::Partly, Outcome::Unknown, Outcome::Met, Outcome::NotMet, Outcome::Met, Outcome::NotApplicable}) {
      Finding finding;
      finding.control = assessment.findings.size();
      finding.outcome = outcome;
      if (outcome == Outcome::Met) finding.interval = {whole, whole, 0};
      assessment.findings.push_back(finding);
      ++assessment.counts[static_cast<std::size_t>(outcome)];
    }
    Check check;
    check.interval = {714285, 976190, 0};
    check.parts = {PartResult{"Microsoft 365", check.interval, {}, {0, 1}, false}};
    assessment.findings[0].checks = {check};
    assessment.findings[0].interval = check.interval;
    assessment.findings[0].contradictions = {Contradiction{0, "Microsoft 365", 0, 1}};
    assessment.findings[0].gate_missed = true;
    assessment.findings[0].declines = {DeclineState{0, true, false, false}};
    assessment.findings[0].points = 2;
    assessment.findings[1].gate_unknown = true;
    assessment.findings[1].declines = {DeclineState{1, false, false, false}};
    assessment.findings[2].gate_unknown = true;
    assessment.findings[3].declines = {DeclineState{2, true, true, false}};
    assessment.findings[3].interval = {0, 0, 0};
    assessment.score = {18, 0, 1428570, 2952380, 0, 48, 98};
    assessment.verdict = Verdict::Below;
    assessment.gates_missed = 1;
    assessment.gates_unknown = 2;
    LedgerEntry declined;
    declined.what = LedgerEntry::What::Declined;
    assessment.ledger = {declined, declined};

    add_row(0, "Some accounts open with a password alone.", "Switch it on.");
    report.plan[0].who = "We";
    report.plan[0].by = day("2026-11-28");
    add_row(1, "We do not know if the backups work.", "Try one");
    add_row(3, "Nobody was trained.", "Train everyone.");
    report.assessment = &assessment;
  }
  GapsCase(const GapsCase&) = delete;

  void add_control(std::string id, std::string title, bool is_gate, int weight) {
    Control control;
    control.id = std::move(id);
    control.title = std::move(title);
    control.minimum = is_gate;
    control.weight = weight;
    profile.controls.push_back(std::move(control));
  }

  void add_decline(std::string_view by) {
    Decline decline;
    decline.cause = Decline::Cause::Price;
    decline.date = day("2026-03-02");
    decline.by = by;
    decline.until = day("2027-03-02");
    decline.place = {0, 2, 3};
    inventory.declined.push_back(decline);
  }

  void add_row(std::size_t finding, std::string headline, std::string what) {
    PlanRow row;
    row.finding = finding;
    row.headline = std::move(headline);
    row.what = std::move(what);
    report.plan.push_back(std::move(row));
  }

  Sources files;
  Catalog catalog;
  Profile profile;
  Inventory inventory;
  Assessment assessment;
  Report report;
};

}  // namespace candor
