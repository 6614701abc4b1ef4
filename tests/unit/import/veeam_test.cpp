#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

const std::string head = R"x("JobName","Result","DataSize(GB)","BackupSize(GB)","DedupRatio","CompressRatio","Date")x"
                         "\n";

std::string session(std::string_view job, std::string_view result, std::string_view date) {
  return '"' + std::string{job} + "\",\"" + std::string{result} + R"(","40","6.5","3.3x","1.9x",")" +
         std::string{date} + "\"\n";
}

constexpr std::string_view unseen = R"(not seen: Jobs that had no session in the time of this report.
not seen: What each job copies, and what it leaves out on purpose.
not seen: Whether the copies can be read and brought back: a session that went well has only written them.
)";

const test::Said month_first{.dates = DayOrder::MonthFirst};

std::string facts_of(const std::string& csv, const test::Said& said = month_first) {
  auto text = World{}.import("veeam", csv, said);
  return text.substr(0, text.find("not seen: "));
}

}  // namespace

TEST_CASE("veeam: the last good copy of a job is its newest session that went well") {
  CHECK(World{}
            .import("veeam",
                    head + session("Files", "Success", "11/20/2026 1:05:49 PM") +
                        session("Files", "Success", "11/9/2026 12:00:00 AM") +
                        session("SQL \xE2\x80\x94 \"main\"\"\"", "Success", "11/19/2026 2:00:10 AM"),
                    month_first)
            .find("[bad-csv]") != std::string::npos);
  CHECK(World{}.import("veeam",
                       head + session("Files", "Success", "11/20/2026 1:05:49 PM") +
                           session("Files", "Success", "11/9/2026 12:00:00 AM") +
                           session("SQL -> tape", "Success", "11/19/2026 2:00:10 AM"),
                       month_first) == R"(2026-11-26 veeam: 3 sessions of 2 jobs
backup.last_good [Files] = 2026-11-20, export, where: line 2
backup.last_good [SQL -> tape] = 2026-11-19, export, where: line 4
)" + std::string{unseen});
}

TEST_CASE("veeam: a warning has skipped something, and a session that failed or did not end copied nothing") {
  CHECK(facts_of(head + session("A", "Success", "11/10/2026 2:00:00 AM") +
                 session("A", "Warning", "11/20/2026 2:00:00 AM") + session("B", "Failed", "11/20/2026 2:00:00 AM") +
                 session("B", "Success", "11/12/2026 2:00:00 AM") + session("C", "Success", "11/12/2026 2:00:00 AM") +
                 session("C", "None", "11/20/2026 2:00:00 AM")) ==
        R"(2026-11-26 veeam: 6 sessions of 3 jobs
backup.last_good [A] = 2026-11-10, export, where: line 2, note: the last session, of 2026-11-20, ended with a warning
backup.last_good [B] = 2026-11-12, export, where: line 5, note: the last session, of 2026-11-20, failed
backup.last_good [C] = 2026-11-12, export, where: line 6, note: the last session, of 2026-11-20, did not end
)");
}

TEST_CASE("veeam: a job that died is not fresh because its report was exported late") {
  const auto report = head + session("A", "Success", "9/20/2026 2:00:00 AM");
  CHECK(facts_of(report) == R"(2026-11-26 veeam: 1 session of 1 job
backup.last_good [A] = 2026-09-20, export, where: line 2
)");
  CHECK(
      facts_of(report, {.dates = DayOrder::MonthFirst, .looked = parse_date("2026-09-21")}).starts_with("2026-09-21 "));
}

TEST_CASE("veeam: a job without a session that went well has no good copy") {
  CHECK(facts_of(head + session("A", "Warning", "11/10/2026 2:00:00 AM") +
                 session("A", "Failed", "11/20/2026 2:00:00 AM")) ==
        R"(2026-11-26 veeam: 2 sessions of 1 job
backup.last_good [A] = never, export, where: 2 sessions, note: no session in the report went well; the last session, of 2026-11-20, failed
)");
}

TEST_CASE("veeam: which session of a day was the last one, the hour says and not the row") {
  CHECK(facts_of(head + session("A", "Success", "11/20/2026 1:05:49 PM") +
                 session("A", "Failed", "11/20/2026 11:00:00 AM") + session("B", "Failed", "11/20/2026 12:30:00 PM") +
                 session("B", "Success", "11/20/2026 12:10:00 AM")) ==
        R"(2026-11-26 veeam: 4 sessions of 2 jobs
backup.last_good [A] = 2026-11-20, export, where: line 2
backup.last_good [B] = 2026-11-20, export, where: line 5, note: the last session, of 2026-11-20, failed
)");
}

TEST_CASE("veeam: which comes first, the day or the month, is never guessed") {
  const auto report =
      head + session("A", "Success", "7/8/2026 1:05:49 PM") + session("A", "Success", "7/9/2026 1:05:49 PM");
  CHECK(World{}.import("veeam", report) ==
        R"(file:2:40: error: `7/8/2026` does not say which is the day and which the month [bad-date]
   2 | "A","Success","40","6.5","3.3x","1.9x","7/8/2026 1:05:49 PM"
                                              ^
       hint: say it with --dates day-first or --dates month-first, or write `2026-11-28`
)");
  CHECK(facts_of(report).find("= 2026-07-09, ") != std::string::npos);
  CHECK(facts_of(report, {.dates = DayOrder::DayFirst}).find("= 2026-09-07, ") != std::string::npos);
  CHECK(
      facts_of(head + session("A", "Success", "2026-11-20T13:05:49.123") + session("A", "Success", "20.11.2026 13:06"),
               {}) ==
      R"(2026-11-26 veeam: 2 sessions of 1 job
backup.last_good [A] = 2026-11-20, export, where: line 3
)");
}

TEST_CASE("veeam: a time that is none is a fault") {
  for (const std::string_view time : {"11/20/2026 25:00", "11/20/2026 13:05 PM", "11/20/2026 1", "11/20/2026 soon"})
    CHECK(World{}.import("veeam", head + session("A", "Success", time), month_first) ==
          "file:2:40: error: `" + std::string{time} + "` is not a date and a time [bad-date]\n   2 | " +
              session("A", "Success", time) +
              "                                              ^\n"
              "       hint: as in `2026-11-28 13:05:49` or `11/28/2026 1:05:49 PM`\n");
}

TEST_CASE("veeam: a result that is none is a fault, not a failure and not a success") {
  CHECK(World{}.import("veeam", head + session("A", "Erfolg", "11/20/2026 1:05:49 PM"), month_first) ==
        R"(file:2:5: error: `Erfolg` is no result of a session [unknown-format]
   2 | "A","Erfolg","40","6.5","3.3x","1.9x","11/20/2026 1:05:49 PM"
           ^
       hint: it is Success, Warning, Failed or None
)");
}

TEST_CASE("veeam: the list of jobs has no results in it and is refused") {
  CHECK(World{}.import("veeam", "\"Name\",\"JobType\",\"RepoName\"\n\"GFS\",\"BackupSync\",\"NTFS-Bulk\"\n",
                       month_first) ==
        R"(file:1:1: error: this is no report of backup sessions [unknown-format]
   1 | "Name","JobType","RepoName"
       ^
       hint: export the sessions, a row each, with the columns JobName, Result and Date: `Get-VBRBackupSession | Select JobName, Result, @{n='Date';e={$_.CreationTime}} | Export-Csv -Encoding UTF8 sessions.csv`
)");
}

TEST_CASE("veeam: a column that is missing is a fault") {
  CHECK(World{}.import("veeam", "JobName,Result\nA,Success\n", month_first) ==
        R"(file:1:1: error: the column `Date` is missing [missing-column]
   1 | JobName,Result
       ^
       hint: a column that is not needed may stay blank, but must stay
)");
  CHECK(World{}.import("veeam", head + session("", "Success", "11/20/2026 1:05:49 PM"), month_first) ==
        R"(file:2:1: error: this session has no `JobName` [empty-value]
   2 | "","Success","40","6.5","3.3x","1.9x","11/20/2026 1:05:49 PM"
       ^
)");
}

TEST_CASE("veeam: a report of more jobs than any client has is refused") {
  std::string rows;
  for (int i = 0; i < 500; ++i) rows += session("J" + std::to_string(i), "Success", "11/20/2026 1:05:49 PM");
  CHECK(facts_of(head + rows).starts_with("2026-11-26 veeam: 500 sessions of 500 jobs\n"));
  CHECK(World{}.import("veeam", head + rows + session("one more", "Success", "11/20/2026 1:05:49 PM"), month_first) ==
        R"(file:502:1: error: this report holds more than 500 jobs [too-large]
 502 | "one more","Success","40","6.5","3.3x","1.9x","11/20/2026 1:05:49 PM"
       ^
       hint: is `JobName` the name of the job? Else export fewer jobs, and import them one after another
)");
}

TEST_CASE("veeam: what PowerShell writes above the table is no row of it") {
  CHECK(facts_of("\xEF\xBB\xBF#TYPE Selected.Veeam.Backup.Core.CBackupSession\r\n" + head +
                 session("A", "Success", "11/20/2026 1:05:49 PM")) == R"(2026-11-26 veeam: 1 session of 1 job
backup.last_good [A] = 2026-11-20, export, where: line 3
)");
}

TEST_CASE("veeam: a report without a session says nothing of any job") {
  CHECK(facts_of(head, {.dates = DayOrder::MonthFirst, .looked = parse_date("2026-11-20")}) ==
        R"(2026-11-20 veeam: 0 sessions of 0 jobs
backup.last_good [Veeam] = unknown, export, note: the report holds no session
)");
  CHECK(facts_of(head).starts_with("2026-11-26 "));
  CHECK(World{}.import("veeam", "", month_first) == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}
            .import("veeam", head + session("A", "Success", "11/20/2026 1:05:49 PM").substr(0, 50), month_first)
            .find("error: this quote is not closed [bad-csv]") != std::string::npos);
}

TEST_CASE("veeam: two reports may be of two servers with a job of the same name") {
  CHECK(World{}.import("veeam", {{"one.csv", head}, {"two.csv", head}}, month_first) ==
        R"(two.csv: error: two reports of sessions are here [too-many-files]
       hint: import them one after another: two servers may each have a job of the same name
)");
}

TEST_CASE("veeam: what a file says acts on nobody") {
  CHECK(facts_of(head + session("=1+1 <script>alert(1)</script>", "Success", "11/20/2026 1:05:49 PM")) ==
        R"(2026-11-26 veeam: 1 session of 1 job
backup.last_good [=1+1 <script>alert(1)</script>] = 2026-11-20, export, where: line 2
)");
  CHECK(facts_of(head + session(std::string(10'000, 'j'), "Success", "11/20/2026 1:05:49 PM")).size() < 300);
  CHECK(World{}.import("veeam", head + session("\x1B[31m", "Success", "11/20/2026 1:05:49 PM"), month_first) ==
        R"(file:2:2: error: this file holds the invisible character U+001B [control-character]
   2 | "\u{1B}[31m","Success","40","6.5","3.3x","1.9x","11/20/2026 1:05:49 PM"
        ^
       hint: it could act on a terminal instead of being read: take it out
)");
}
