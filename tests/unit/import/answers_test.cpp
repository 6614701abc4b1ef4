#include <array>
#include <string>

#include <doctest/doctest.h>

#include "candor/import/import.hpp"
#include "candor/model/plan.hpp"
#include "import/importers.hpp"

using namespace candor;

namespace {

constexpr std::string_view headings =
    "Id,What to do,Part,Party,By when,Takes,Cost once,Cost running,Per,Priced with,Answer,Cause,Price said,Date,By "
    "whom,"
    "Until,Note\r\n";

Date day(std::string_view text) { return *parse_date(text); }

std::string in_words(const Price& price) {
  if (price.included) return "included";
  std::string text;
  if (price.once) text += std::to_string(price.once->hundredths) + " once ";
  if (price.running)
    text += std::to_string(price.running->hundredths) + (price.per == Price::Per::Month ? " a month" : " a year");
  return text.empty() ? "no price" : text;
}

/// A client of three controls, and what a table of answers brings to it.
class Meeting {
 public:
  Meeting() {
    for (const auto* id : {"backup.isolated", "backup.tested", "mfa.cloud"}) profile_.controls.emplace_back().id = id;
    inventory_.client.id = "acme";
    inventory_.client.name = "Acme Ltd";
    inventory_.client.currency = "EUR";
    inventory_.parties = {Party{"us", PartyKind::Provider, "Northgate IT", "", "", "", "", {}},
                          Party{"byrne", PartyKind::Client, "M. Byrne", "owner", "", "", "", {}}};
  }

  /// The same table once more on a later day, after what it brought was kept.
  void keep_until(Date later) {
    inventory_.offered = last_.offered;
    inventory_.agreed = last_.agreed;
    inventory_.declined = last_.declined;
    today_ = later;
  }

  /// One line an entry, then the complaints.
  std::string import(std::string table, std::optional<DayOrder> dates = std::nullopt) {
    Sources sources;
    Diagnostics diagnostics{sources};
    const auto file = sources.add("plan.csv", std::move(table));
    const ImportContext context{.sources = sources,
                                .catalog = catalog_,
                                .profile = profile_,
                                .inventory = inventory_,
                                .as_of = today_,
                                .latest = today_,
                                .dates = dates};
    const std::array files{ImportFile{file, sources.at(file).bytes}};
    const auto brought = import_answers(files, context, diagnostics);
    last_ = brought;
    std::string text = "on " + to_iso(brought.date) + "\n";
    for (const auto& offer : brought.offered) text += "offered" + of(offer) + "\n";
    for (const auto& agreed : brought.agreed) text += "agreed" + of(agreed) + "; said by " + agreed.said_by + "\n";
    for (const auto& decline : brought.declined)
      text += "declined" + controls(decline.controls, decline.part) + "; " + std::string{name(decline.cause)} + "; " +
              to_iso(decline.date) + " to " + to_iso(decline.until) + "; by " + decline.by + "; offered " +
              decline.offered + "; " + in_words(decline.price) + "; " + decline.note + "\n";
    return text + diagnostics.to_text();
  }

 private:
  static std::string controls(const std::vector<Located<std::string>>& controls, const std::string& part) {
    std::string text;
    for (const auto& control : controls) text += " " + control.value;
    return part.empty() ? text : text + " [" + part + "]";
  }

  template <typename Plan>
  static std::string of(const Plan& plan) {
    return controls(plan.controls, plan.part) + "; " + plan.what + "; " + plan.who + "; " +
           (plan.by ? to_iso(*plan.by) : "no day") + "; " + plan.takes + "; " + in_words(plan.price) + "; " +
           to_iso(plan.date) + "; " + plan.note;
  }

  Catalog catalog_;
  Profile profile_;
  Inventory inventory_;
  Brought last_;
  Date today_ = day("2026-11-21");
};

std::string import(std::string_view rows) { return Meeting{}.import(std::string{headings} + std::string{rows}); }

}  // namespace

TEST_CASE("yes, no and a price alone become an agreed action, a decline and an offer; other rows are left alone") {
  CHECK(
      import("acme:mfa.cloud,Turn it on.,,us,2026-12-01,1 hour,0,,,,agreed,,,2026-11-20,M. Byrne,,by phone\r\n"
             "acme:backup.tested,Bring it back.,,us,,,450,40,month,,Declined,Price,,2026-11-19,R. Holt,2027-05-19,too "
             "dear\r\n"
             "acme:backup.isolated:server-room,Copy it.,Server Room,\"us, byrne\",,,,,,,,,\"450 once, then 40 a "
             "month\",,,,\r\n") ==
      "on 2026-11-21\n"
      "offered backup.isolated [Server Room]; Copy it.; ; no day; ; 45000 once 4000 a month; 2026-11-21; \n"
      "agreed mfa.cloud; Turn it on.; us; 2026-12-01; 1 hour; included; 2026-11-20; by phone; said by byrne\n"
      "declined backup.tested; price; 2026-11-19 to 2027-05-19; by R. Holt; offered Bring it back.; 45000 once 4000 a "
      "month; too dear\n");
  CHECK(import("acme:mfa.cloud,Turn it on.,,us,,,,,,,,,,,,,\r\n,,,\r\n") == "on 2026-11-21\n");
}

TEST_CASE("a no without a last day holds for 12 months, and the day of the file is that of the newest answer") {
  CHECK(import("acme:mfa.cloud,Turn it on.,,us,,,,,,,declined,both,,2026-11-19,M. Byrne,,\r\n"
               "acme:backup.tested,Bring it back.,,us,,,,,,,declined,other,,2026-02-01,M. Byrne,,\r\n") ==
        "on 2026-11-19\n"
        "declined mfa.cloud; both; 2026-11-19 to 2027-11-19; by byrne; offered Turn it on.; no price; \n"
        "declined backup.tested; other; 2026-02-01 to 2027-02-01; by byrne; offered Bring it back.; no price; \n");
}

TEST_CASE("one price for two rows is one entry where the answer is the same, and two where it is not") {
  const std::string first = "acme:backup.isolated,Copy it.,,us,,,380,,,,agreed,,,,M. Byrne,,\r\n";
  const std::string second = "acme:backup.tested,Copy it.,,us,,,,,,acme:backup.isolated,";
  CHECK(import(first + second + "agreed,,,,M. Byrne,,\r\n") ==
        "on 2026-11-21\n"
        "agreed backup.isolated backup.tested; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n");
  CHECK(import(first + second + "declined,price,,,M. Byrne,,\r\n") ==
        "on 2026-11-21\n"
        "agreed backup.isolated; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n"
        "declined backup.tested; price; 2026-11-21 to 2027-11-21; by byrne; offered Copy it.; no price; \n");
  CHECK(import(first + second + "agreed,,100 once,,M. Byrne,,\r\n") ==
        "on 2026-11-21\n"
        "agreed backup.isolated; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n"
        "agreed backup.tested; Copy it.; us; no day; ; 10000 once ; 2026-11-21; ; said by byrne\n");
}

TEST_CASE("a shared price was lost where only a later row was agreed") {
  const std::string head = "acme:backup.isolated,Copy it.,,us,,,380,,,,";
  const std::string second = "acme:backup.tested,Copy it.,,us,,,,,,acme:backup.isolated,";
  const std::string third = "acme:mfa.cloud,Copy it.,,us,,,,,,acme:backup.isolated,";
  const std::string blank = ",,,,,,\r\n";
  const std::string yes = "agreed,,,,M. Byrne,,\r\n";
  const std::string no = "declined,price,,,M. Byrne,,\r\n";
  CHECK(import(head + blank + second + yes + third + blank) ==
        "on 2026-11-21\n"
        "agreed backup.tested; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n");
  CHECK(import(second + yes + third + yes + head + blank) ==
        "on 2026-11-21\n"
        "agreed backup.tested mfa.cloud; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n");
  CHECK(import(head + blank + second + no + third + yes) ==
        "on 2026-11-21\n"
        "agreed mfa.cloud; Copy it.; us; no day; ; 38000 once ; 2026-11-21; ; said by byrne\n"
        "declined backup.tested; price; 2026-11-21 to 2027-11-21; by byrne; offered Copy it.; no price; \n");
  CHECK(import(head + "declined,price,400 once,,M. Byrne,,\r\n" + second + yes + third + "agreed,,,,R. Holt,,\r\n") ==
        "on 2026-11-21\n"
        "agreed backup.tested; Copy it.; us; no day; ; 40000 once ; 2026-11-21; ; said by byrne\n"
        "agreed mfa.cloud; Copy it.; us; no day; ; no price; 2026-11-21; ; said by R. Holt\n"
        "declined backup.isolated; price; 2026-11-21 to 2027-11-21; by byrne; offered Copy it.; 40000 once ; \n");
  CHECK(import(head + blank + second + no) ==
        "on 2026-11-21\n"
        "declined backup.tested; price; 2026-11-21 to 2027-11-21; by byrne; offered Copy it.; 38000 once ; \n");
  CHECK(import(second + yes) ==
        "on 2026-11-21\n"
        "agreed backup.tested; Copy it.; us; no day; ; no price; 2026-11-21; ; said by byrne\n");
}

TEST_CASE("an answer without a day was a new one whenever its table was imported again") {
  const std::string yes = "acme:mfa.cloud,Turn it on.,,us,,,0,,,,agreed,,,,M. Byrne,,\r\n";
  const std::string no = "acme:backup.tested,Bring it back.,,us,,,450,,,,declined,price,,,M. Byrne,,\r\n";
  const std::string price = "acme:backup.isolated,Copy it.,,us,,,,,,,,,40 a month,,,,\r\n";
  const std::string table = std::string{headings} + yes + no + price;
  Meeting meeting;
  const std::string first =
      "on 2026-11-21\n"
      "offered backup.isolated; Copy it.; us; no day; ; 4000 a month; 2026-11-21; \n"
      "agreed mfa.cloud; Turn it on.; us; no day; ; included; 2026-11-21; ; said by byrne\n"
      "declined backup.tested; price; 2026-11-21 to 2027-11-21; by byrne; offered Bring it back.; 45000 once ; \n";
  CHECK(meeting.import(table) == first);
  meeting.keep_until(day("2026-11-28"));
  CHECK(meeting.import(table) == first);
  CHECK(
      meeting.import(std::string{headings} + "acme:mfa.cloud,Turn it on today.,,us,,,0,,,,agreed,,,,M. Byrne,,\r\n") ==
      "on 2026-11-28\n"
      "agreed mfa.cloud; Turn it on today.; us; no day; ; included; 2026-11-28; ; said by byrne\n");
  CHECK(meeting.import(std::string{headings} +
                       "acme:mfa.cloud,Turn it on.,,us,,,0,,,,agreed,,,2026-11-28,M. Byrne,,\r\n") ==
        "on 2026-11-28\n"
        "agreed mfa.cloud; Turn it on.; us; no day; ; included; 2026-11-28; ; said by byrne\n");
}

TEST_CASE("an answer without a day could not be imported again once the job was due") {
  const std::string table =
      std::string{headings} + "acme:mfa.cloud,Turn it on.,,us,2026-11-25,,,,,,agreed,,,,M. Byrne,,\r\n";
  Meeting meeting;
  const auto first = meeting.import(table);
  meeting.keep_until(day("2026-11-28"));
  CHECK(meeting.import(table) == first);
  CHECK(Meeting{}
            .import(std::string{headings} + "acme:mfa.cloud,Turn it on.,,us,2026-11-20,,,,,,agreed,,,,,,\r\n")
            .find("`2026-11-20` is before the day of the answer [bad-date]") != std::string::npos);
}

TEST_CASE("the mark against formulas is undone, and a line break in a cell is a blank") {
  CHECK(import("acme:mfa.cloud,'=1+1,,us,,,,,,,agreed,,,,'@sum,,\"'-1\r\nand 'so'\"\r\n") ==
        "on 2026-11-21\n"
        "agreed mfa.cloud; =1+1; us; no day; ; no price; 2026-11-21; -1 and 'so'; said by @sum\n");
}

TEST_CASE("columns are known by their headings, in any order and between columns of others") {
  CHECK(Meeting{}.import(
            "Mine;ANSWER;Cause;Id;What to do;Part;Party;By when;Takes;Cost once;Cost running;Per;Priced with;"
            " price said ;Date;By whom;Until;Note\nx;agreed;;acme:mfa.cloud;Turn it on.;;us;1.12.2026;;12,50;"
            ";;;;20.11.2026;M. Byrne;;\n") ==
        "on 2026-11-20\n"
        "agreed mfa.cloud; Turn it on.; us; 2026-12-01; ; 1250 once ; 2026-11-20; ; said by byrne\n");
}

TEST_CASE("a table without its headings is one fault, a missing column another") {
  CHECK(Meeting{}.import("acme:mfa.cloud,agreed\r\n") == R"(on 2026-11-21
plan.csv:1:1: error: the first line does not name the columns [missing-column]
   1 | acme:mfa.cloud,agreed
       ^
       hint: it must be as it was written, from `Id` to `Note`
)");
  CHECK(Meeting{}.import("Id,What to do,Part,Party,By when,Takes,Cost once,Cost running,Per,Priced with,Answer,Reason,"
                         "Price said,Date,By whom,Untill,Note,Note\r\n") == R"(on 2026-11-21
plan.csv:1:1: error: the column `Cause` is missing [missing-column]
   1 | Id,What to do,Part,Party,By when,Takes,Cost once,Cost running,Per,Priced with,Answer,Reason,Price sa…
       ^
       hint: a column that is not needed may stay blank, but must stay
plan.csv:1:1: error: the column `Until` is missing [missing-column]
   1 | Id,What to do,Part,Party,By when,Takes,Cost once,Cost running,Per,Priced with,Answer,Reason,Price sa…
       ^
       hint: is it `Untill`?
plan.csv:1:129: error: the column `Note` is there twice [repeated-column]
   1 | …ning,Per,Priced with,Answer,Reason,Price said,Date,By whom,Untill,Note,Note
                                                                               ^
       hint: take one of them out
)");
}

TEST_CASE("the id of a row says client, control and part, and stays the same") {
  const Client client{"acme", "Acme Ltd", "", "", "", std::nullopt};
  const Client nameless{"", "Zoë & Sons  (Leeds)", "", "", "", std::nullopt};
  CHECK(plan_id(client, "mfa.cloud", "") == "acme:mfa.cloud");
  CHECK(plan_id(client, "patch.critical", "Tyne PC Services' tool") == "acme:patch.critical:tyne-pc-services-tool");
  CHECK(plan_id(nameless, "mfa.cloud", "") == "zoë-sons-leeds:mfa.cloud");
}

TEST_CASE("what a spreadsheet may take for a formula is known, marked or not") {
  for (const auto* text : {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "''@", "＝1"})
    CHECK(looks_like_formula(text));
  CHECK(looks_like_formula(std::string_view{"\0x", 2}));
  CHECK(looks_like_formula(" =1"));  // a tab before it has become a blank, and some programs trim
  for (const auto* text : {"", "1-1", "a=b", "'", "'quoted'", " a=b"}) CHECK_FALSE(looks_like_formula(text));
}
