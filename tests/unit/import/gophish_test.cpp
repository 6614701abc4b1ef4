#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

constexpr std::string_view heading =
    "id,status,ip,latitude,longitude,send_date,reported,modified_date,email,first_name,last_name,position\n";

std::string row(std::string_view status, std::string_view more = "ann@acme.example,Ann,Ash,Reception",
                std::string_view sent = "2026-10-01T08:00:00Z") {
  return "aB3xQ9z," + std::string{status} + ",203.0.113.7,0,0," + std::string{sent} +
         ",false,2026-10-02T09:12:44.123456Z," + std::string{more} + "\n";
}

std::string results(std::initializer_list<std::string> rows) {
  std::string text{heading};
  for (const auto& one : rows) text += one;
  return text;
}

std::string summary(std::string_view stats, std::string_view status = "Completed",
                    std::string_view launched = "2026-10-01T08:00:00Z") {
  return R"({"id": 7, "created_date": "2026-09-30T10:00:00Z", "launch_date": ")" + std::string{launched} +
         R"(", "send_by_date": "0001-01-01T00:00:00Z", "completed_date": ")" +
         (status == "Completed" ? "2026-10-08T08:00:00Z" : "0001-01-01T00:00:00Z") + R"(", "status": ")" +
         std::string{status} + R"(", "name": "October test", "stats": )" + std::string{stats} + "}";
}

constexpr std::string_view eighteen =
    R"({"total": 18, "sent": 17, "opened": 11, "clicked": 3, "submitted_data": 1, "email_reported": 6, "error": 1})";

constexpr std::string_view never_seen = R"(not seen: Who had training: a test is no training.
not seen: Whether each mail arrived: only that it was handed over is known.
not seen: Who was not on the list of the test: only the people on it are counted.
)";

/// The two lines of the statements.
std::string said(std::vector<test::Written> files, const test::Said& said = {}) {
  const auto all = World{}.import("gophish", std::move(files), said);
  const auto begin = all.find('\n') + 1;
  return all.substr(begin, all.find("not seen: ") - begin);
}

}  // namespace

TEST_CASE(
    "of a completed campaign who clicked or gave data away was fooled, and whose mail did not go out is unknown") {
  CHECK(World{}.import("gophish", summary(eighteen)) == R"(2026-10-08 gophish: campaign "October test"
training.tested [GoPhish] = 2026-10-01, export, where: campaign "October test", note: it went to 17 people
training.not_fooled [GoPhish] = 14 of 18 (1 unknown), export, note: 1 mail did not go out
)" + std::string{never_seen});
}

TEST_CASE("results do not say that the campaign is over, so who has not clicked is unknown") {
  CHECK(World{}.import("gophish", results({row("Clicked Link"), row("Email Sent"), row("Submitted Data")})) ==
        R"(2026-10-02 gophish: the results of one campaign
training.tested [GoPhish] = 2026-10-01, export, note: it went to 3 people
training.not_fooled [GoPhish] = 0 of 3 (1 unknown), export, where: clicked: line 2, 4 of the results, note: the results do not say whether the campaign is completed: import its summary with them
)" + std::string{never_seen});
}

TEST_CASE("a campaign that still runs leaves those who have not clicked unknown") {
  CHECK(said({{"s", summary(eighteen, "In progress")}}) ==
        R"(training.tested [GoPhish] = 2026-10-01, export, where: campaign "October test", note: it went to 17 people
training.not_fooled [GoPhish] = 0 of 18 (15 unknown), export, note: the campaign is `In progress`: who has not clicked still can
)");
}

TEST_CASE("an opened mail is no click, a mail that was not sent tells nothing, and both files together say who") {
  const auto list = results({row("Email Opened"), row("Submitted Data"), row("Error"), row("Error Sending Email")});
  CHECK(said({{"r.csv", list}, {"s.json", summary(R"({"total": 4, "sent": 2, "opened": 2, "clicked": 1,
    "submitted_data": 1, "email_reported": 0, "error": 2})")}}) ==
        R"(training.tested [GoPhish] = 2026-10-01, export, where: campaign "October test", note: it went to 2 people
training.not_fooled [GoPhish] = 1 of 4 (2 unknown), export, where: clicked: line 3 of the results, note: 2 mails did not go out
)");
}

TEST_CASE("where results and summary disagree nothing is known") {
  CHECK(
      said({{"s.json", summary(eighteen)}, {"r.csv", results({row("Clicked Link"), row("Email Sent")})}}) ==
      R"(training.tested [GoPhish] = unknown, export, note: the results (2 of 2 sent, 1 clicked) and the summary (17 of 18 sent, 3 clicked) disagree
training.not_fooled [GoPhish] = unknown, export, note: the results (2 of 2 sent, 1 clicked) and the summary (17 of 18 sent, 3 clicked) disagree
)");
}

TEST_CASE("a summary whose numbers contradict each other, or are no numbers, tells nothing") {
  const auto nothing = [](std::string_view stats) {
    return said({{"s", summary(stats)}}) ==
           R"(training.tested [GoPhish] = unknown, export, note: the numbers in the summary contradict each other
training.not_fooled [GoPhish] = unknown, export, note: the numbers in the summary contradict each other
)";
  };
  CHECK(nothing(R"({"total": 18, "sent": 17, "clicked": 18, "submitted_data": 1})"));
  CHECK(nothing(R"({"total": 18, "sent": 19, "clicked": 3, "submitted_data": 1})"));
  CHECK(nothing(R"({"total": 18, "sent": 17, "clicked": 3, "submitted_data": 4})"));
  CHECK(nothing(R"({"total": 18, "sent": 17, "clicked": "0", "submitted_data": 0})"));
  CHECK(nothing("{}"));
}

TEST_CASE("a campaign that was not started, or holds nobody, is no test") {
  CHECK(said({{"s", summary(R"({"total": 18, "sent": 0, "clicked": 0, "submitted_data": 0})", "Queued",
                            "2026-12-24T08:00:00Z")}}) ==
        R"(training.tested [GoPhish] = unknown, export, note: no mail has gone out
training.not_fooled [GoPhish] = 0 of 18 (18 unknown), export, note: the campaign is `Queued`: who has not clicked still can
)");
  CHECK(said({{"s", summary(R"({"total": 18, "sent": 18, "clicked": 0, "submitted_data": 0})", "Completed",
                            "0001-01-01T00:00:00Z")}}) ==
        R"(training.tested [GoPhish] = unknown, export, note: nothing says when the mails went out
training.not_fooled [GoPhish] = 18 of 18, export
)");
  CHECK(said({{"s", summary(R"({"total": 0, "sent": 0, "clicked": 0, "submitted_data": 0})")}}) ==
        R"(training.tested [GoPhish] = unknown, export, note: the campaign holds nobody
training.not_fooled [GoPhish] = unknown, export, note: the campaign holds nobody
)");
  CHECK(said({{"r", std::string{heading}}}, {.looked = parse_date("2026-10-09")}) ==
        R"(training.tested [GoPhish] = unknown, export, note: the campaign holds nobody
training.not_fooled [GoPhish] = unknown, export, note: the campaign holds nobody
)");
}

TEST_CASE("the day of a test is that of the last mail that went out, not of one that is still planned") {
  CHECK(said({{"r", results({row("Email Sent"), row("Email Sent", "bob@acme.example,,,", "2026-10-02T08:00:00Z"),
                             row("Scheduled", "cy@acme.example,,,", "2026-12-24T08:00:00Z"),
                             row("Email Sent", "di@acme.example,,,", "0001-01-01T00:00:00Z")})}}) ==
        R"(training.tested [GoPhish] = 2026-10-02, export, note: it went to 3 people
training.not_fooled [GoPhish] = 0 of 4 (4 unknown), export, note: the results do not say whether the campaign is completed: import its summary with them
)");
}

TEST_CASE("values that GoPhish kept from a spreadsheet, and names that would act, change nothing") {
  CHECK(said({{"r", results({row("Email Sent", R"x("'=SUM(1)",'+1,"O""Neil, Jr",<script>)x"),
                             row("Clicked Link", "'@ann," + std::string(10'000, 'x') + ",,")})}}) ==
        R"(training.tested [GoPhish] = 2026-10-01, export, note: it went to 2 people
training.not_fooled [GoPhish] = 0 of 2 (1 unknown), export, where: clicked: line 3 of the results, note: the results do not say whether the campaign is completed: import its summary with them
)");
  const auto hostile = summary(eighteen, "\\u001b[31m<script>=1+1 and a very long status");
  CHECK(said({{"s", hostile}}) ==
        R"(training.tested [GoPhish] = 2026-10-01, export, where: campaign "October test", note: it went to 17 people
training.not_fooled [GoPhish] = 0 of 18 (15 unknown), export, note: the campaign is `\u{1B}[31m<script>=1+1 and a very long s…`: who has not clicked still can
)");
}

TEST_CASE("one campaign is imported at once, from files that are whole") {
  const auto list = results({row("Email Sent")});
  CHECK(World{}.import("gophish", {{"a.csv", list}, {"b.csv", list}}) ==
        R"(b.csv: error: two lists of results are here [too-many-files]
       hint: import one campaign after another
)");
  CHECK(World{}.import("gophish", {{"a.json", summary(eighteen)}, {"b.json", summary(eighteen)}}) ==
        R"(b.json: error: two summaries of campaigns are here [too-many-files]
       hint: import one campaign after another
)");
  CHECK(World{}.import("gophish", R"({"total": 1, "campaigns": []})") ==
        R"(file:1:1: error: this is not the summary of a GoPhish campaign [unknown-format]
   1 | {"total": 1, "campaigns": []}
       ^
       hint: get /api/campaigns/ID/summary as JSON, and the results as CSV from the campaign's page
)");
  CHECK(World{}.import("gophish", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("gophish", "campaign_id,email,time,message,details\n7,ann@acme.example,,Email Sent,\n") ==
        R"(file:1:1: error: the first line does not name the columns [missing-column]
   1 | campaign_id,email,time,message,details
       ^
       hint: it must be as it was written, from `status` to `modified_date`
)");
  CHECK(World{}.import("gophish", std::string{heading} + R"(aB3xQ9z,"Email Sent)") ==
        R"(file:2:9: error: this quote is not closed [bad-csv]
   2 | aB3xQ9z,"Email Sent
               ^
       hint: a field that begins with `"` ends with one
)");
  const auto cut = summary(eighteen);
  CHECK(World{}.import("gophish", cut.substr(0, cut.size() - 2)).find("[bad-json]") != std::string::npos);
}
