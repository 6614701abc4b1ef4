#pragma once

#include <string>
#include <utility>
#include <vector>

#include "candor/assess/assess.hpp"
#include "candor/compose/compose.hpp"
#include "compose/blocks.hpp"

// An entry of an inventory says here only what its test is about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/// A small practice and a standard of four things, to compose reports from.
namespace candor::fixture {

inline Date day(const char* iso) { return *parse_date(iso); }

inline Fact coverage_fact() {
  Fact fact;
  fact.address = "mfa.cloud_accounts";
  fact.type = Type::Coverage;
  fact.noun = "accounts with a second check";
  fact.say = {{"count", "A second check guards {has} of {of} accounts."},
              {"all", "Every account has a second check."},
              {"none", "No account has a second check."},
              {"partly_known", "We do not know about {unknown} of them."},
              {"unknown", "We do not know how many accounts have a second check."}};
  return fact;
}

inline Fact event_fact() {
  Fact fact;
  fact.address = "backup.restored";
  fact.type = Type::Event;
  fact.noun = "the test that the data comes back";
  fact.scopes = {"one_file", "whole_system"};
  fact.asks_worked = true;
  fact.say = {{"done", "The last test, on {date}, brought the data back ({scope})."},
              {"failed", "The last test, on {date}, did not bring the data back."},
              {"never", "Nobody has tested if the data comes back."},
              {"unknown", "We do not know if anyone tested that the data comes back."}};
  return fact;
}

inline Fact text_fact() {
  Fact fact;
  fact.address = "owner.named";
  fact.type = Type::Text;
  fact.noun = "the person in charge of safety";
  fact.say = {{"is", "{value} looks after this."},
              {"nobody", "Nobody looks after this."},
              {"unknown", "We do not know who looks after this."}};
  return fact;
}

inline Fact records_fact() {
  Fact fact;
  fact.address = "software.unsupported";
  fact.type = Type::Records;
  fact.noun = "programs that their maker no longer fixes";
  fact.fields = {{"what", Type::Text, true, {}}, {"where", Type::Text, true, {}}, {"internet", Type::YesNo, false, {}}};
  fact.say = {{"each", "{what} ({where}) no longer gets fixes."},
              {"none", "Nothing is too old to fix."},
              {"unknown", "We do not know what is too old to fix."}};
  return fact;
}

inline Catalog catalog() {
  Catalog catalog;
  catalog.facts = {event_fact(), coverage_fact(), text_fact(), records_fact()};
  return catalog;
}
inline constexpr FactId restored = 0, accounts = 1, named = 2, unsupported = 3;

inline Control control(std::string id, std::string title, Condition floor) {
  Control control;
  control.id = std::move(id);
  control.title = std::move(title);
  control.floor = {std::move(floor)};
  control.origin = "small";
  return control;
}

inline Profile profile() {
  Condition all{.test = Condition::Test::Everyone, .fact = accounts};
  Condition tested{
      .test = Condition::Test::Within, .fact = restored, .span = {12, Duration::Unit::Months, false}, .scope = 1};
  Condition given{.test = Condition::Test::Given, .fact = named};
  Condition offline{.test = Condition::Test::Is, .field = 2, .in_record = true, .wanted = {Value{false}}};
  Condition cut_off{.test = Condition::Test::Every, .fact = unsupported, .children = {offline}};

  Profile profile;
  profile.id = "small";
  profile.version = "1";
  profile.title = "Small standard";
  profile.harms = {{Harm::WorkStops, "work stops"}, {Harm::FalsePayment, "a thief sends your money away"}};
  profile.terms = {{"ransomware", "Ransomware is software that locks your files until you pay criminals.", {"locker"}},
                   {"phishing", "an email that tricks people", {}}};
  profile.controls = {control("mfa.cloud", "Second check at sign-in", all),
                      control("backup.tested", "Backup tested", tested),
                      control("owner.named", "A person in charge", given),
                      control("software.supported", "Nothing too old to fix", cut_off)};

  Control& mfa = profile.controls[0];
  mfa.minimum = mfa.always = true;
  mfa.weight = 3;
  mfa.harms = {Harm::FalsePayment};
  mfa.effort = Effort::Small;
  mfa.words = {.what = "A second check stops a thief who has a password.",
               .partly = "Some accounts open with a password alone.",
               .missing = "Your accounts open with a password alone.",
               .unknown = "Nobody knows which accounts have a second check.",
               .met = "Every account has a second check.",
               .cost = "A thief can send your money away.",
               .act = "Turn on the second check for every account.",
               .find_out = "Count the accounts with a second check.",
               .takes = "10 minutes each",
               .stretch = ""};

  Control& backup = profile.controls[1];
  backup.minimum = backup.always = true;
  backup.weight = 2;
  backup.harms = {Harm::WorkStops};
  backup.acts_shared = true;
  backup.words = {.what = "A copy only helps if it comes back.",
                  .partly = "Part of your backup comes back.",
                  .missing = "No one has checked that your backup works.",
                  .unknown = "Nobody knows if your backup works.",
                  .met = "Your backup comes back.",
                  .cost = "Ransomware could stop your work for weeks.",
                  .act = "Bring a whole system back from its copy.",
                  .find_out = "Ask when the copy was last brought back.",
                  .takes = "half a day",
                  .stretch = ""};

  Control& owner = profile.controls[2];
  owner.acts = PartyKind::Client;
  owner.words.met = "One person is in charge of safety.";
  owner.words.missing = "Nobody is in charge of safety.";
  owner.words.act = "Name one person.";
  return profile;
}

inline Inventory practice() {
  Inventory inventory;
  inventory.client = {
      .id = "quay", .name = "Quay Dental", .sector = "dental", .country = "GB", .currency = "GBP", .since = {}};
  inventory.parties = {{.key = "us", .kind = PartyKind::Provider, .name = "Northgate IT"},
                       {.key = "lowe", .kind = PartyKind::Client, .name = "Dr S. Lowe"},
                       {.key = "soft", .kind = PartyKind::ThirdParty, .name = "Soft Ltd"}};
  inventory.assessed = day("2026-11-09");
  inventory.assessed_by = "J. Marsh";
  return inventory;
}

inline Statement told(FactId fact, Value value, std::string part = {}) {
  return {.fact = fact,
          .part = std::move(part),
          .value = std::move(value),
          .date = day("2026-11-09"),
          .by = "J. Marsh",
          .told_by = "lowe"};
}

inline Statement seen(FactId fact, Value value, std::string part = {}) {
  Statement statement = told(fact, std::move(value), std::move(part));
  statement.kind = Kind::Seen;
  statement.origin = Origin::Proof;
  statement.told_by.clear();
  statement.date = day("2026-11-12");
  return statement;
}

/// What must outlive an assessment, and the assessment.
struct World {
  Catalog catalog = fixture::catalog();
  Profile profile = fixture::profile();
  Inventory inventory = practice();
  Date as_of = day("2026-11-21");

  [[nodiscard]] Assessment judged() const { return assess(catalog, profile, inventory, as_of); }
};

/// A report as lines, so that whole texts can be compared.
struct Lines {
  std::string all;

  void line(const std::string& text) { all += text + "\n"; }
  void operator()(const Heading& h) { line(std::string(static_cast<std::size_t>(h.level), '#') + " " + h.text); }
  void operator()(const Paragraph& p) { line(p.text); }
  void operator()(const Bullets& b) {
    for (const auto& item : b.items) line((b.numbered ? "1. " : "- ") + item);
  }
  void operator()(const Rows& r) {
    for (const auto& [label, text] : r.rows) line(label + ": " + text);
  }
  void operator()(const BandBar& b) {
    for (const auto& label : b.labels) line("[" + label + "]");
    line(b.sentence);
  }
  void operator()(const Doors& d) {
    for (const auto& row : d.rows) line("- " + row.sentence);
  }
  void operator()(const FindingCard& c) {
    line("(" + c.status + ") " + c.headline);
    for (const auto& text : c.paragraphs) line("  " + text);
    for (const auto& [label, text] : c.rows) line("  " + label + ": " + text);
    for (const auto& note : c.notes) line("  ! " + note);
  }
  void operator()(const ScoreLine& l) {
    line(l.sentence);
    for (const auto& point : l.points) line("- " + point.sentence);
  }
  void operator()(const ClientList& l) {
    for (const auto& row : l.rows)
      line(row.name + ": " + row.verdict + "; " + row.points + "; " + row.since + "; " + row.next);
  }
  void operator()(const Signatures& s) {
    for (const auto& label : s.lines) line(label + " ____");
  }
  void operator()(const PageEnd&) { line("----"); }
};

inline std::string lines(const Blocks& blocks) {
  Lines lines;
  for (const auto& block : blocks) std::visit(lines, block);
  return lines.all;
}

inline std::string lines(const Block& block) { return lines(Blocks{block}); }

}  // namespace candor::fixture
