#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// What `clamscan` prints at the end of a scan that went well; `more` stands behind `Infected files`.
std::string summary(std::string_view known, std::string_view files, std::string_view infected = "0",
                    std::string_view more = {}, std::string_view day = "2026:11:21") {
  return "\n----------- SCAN SUMMARY -----------\nKnown viruses: " + std::string{known} +
         "\nEngine version: 1.4.6\nScanned directories: 9\nScanned files: " + std::string{files} +
         "\nInfected files: " + std::string{infected} + "\n" + std::string{more} +
         "Data scanned: 1.20 MB\nData read: 0.90 MB (ratio 1.33:1)\nTime: 12.004 sec (0 m 12 s)\nStart Date: " +
         std::string{day} + " 19:27:34\nEnd Date:   " + std::string{day} + " 19:27:46\n";
}

/// The line of the one statement.
std::string said(const std::string& text, const test::Said& said = {}) {
  const auto all = World{}.import("clamscan", text, said);
  const auto begin = all.find('\n') + 1;
  return all.substr(begin, all.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("a clean scan by hand does not make a machine one that is protected today") {
  CHECK(World{}.import("clamscan", "/srv/a.txt: OK\n" + summary("8708688", "214")) ==
        R"(2026-11-21 clamscan 1.4.6: 1 machine, 214 files read
endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: a scan by hand does not show protection that is switched on all day
not seen: Whether protection is switched on all day, and kept up to date: a scan by hand shows neither.
not seen: Which machine this was: the file does not say it.
)");
}

TEST_CASE("no infected files among files that nobody read, or by a list that knows nothing, is no evidence") {
  CHECK(said(summary("0", "0")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the scan knew 0 viruses, and the list that "
        "ClamAV gives out holds millions");
  CHECK(said(summary("999999", "214")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the scan knew 999999 viruses, and the list "
        "that ClamAV gives out holds millions");
  CHECK(said(summary("1000000", "0")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the scan read no files");
}

TEST_CASE("a scan that ran into errors says so, whatever its summary says") {
  CHECK(said("LibClamAV Error: cli_loaddbdir: No supported database files found in /var/lib/clamav\nERROR: Can't open "
             "file or directory\n" +
             summary("8708688", "214")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, where: LibClamAV Error: cli_loaddbdir: No "
        "supported database files found in /var/lib/clamav, note: the scan ran into errors");
  CHECK(said(summary("8708688", "214", "0", "Total errors: 3\n")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the scan ran into 3 errors");
  CHECK(said("LibClamAV Warning: ***  The virus database is older than 7 days!  ***\n" + summary("8708688", "214")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the list of viruses was older than 7 days");
}

TEST_CASE("infected files are said first, and which they are") {
  CHECK(said("/home/ann/a.exe: Win.Trojan.X FOUND\n/home/ann/b.exe: Win.Trojan.Y FOUND\n" +
             summary("8708688", "214", "2")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, where: /home/ann/a.exe: Win.Trojan.X, "
        "/home/ann/b.exe: Win.Trojan.Y, note: 2 infected files found, to be looked at today; a scan by hand does not "
        "show protection that is switched on all day");
}

TEST_CASE("a scan without its summary is cut short, and needs its day from the user") {
  const std::string cut = "/srv/a.txt: OK\n/srv/b.exe: Win.Trojan.X FOUND\n/srv/c";
  CHECK(World{}.import("clamscan", cut) == R"(file: error: this file does not say on which day it was made [no-date]
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(said(cut, {.looked = parse_date("2026-11-20")}) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, where: /srv/b.exe: Win.Trojan.X, note: 1 infected "
        "file found, to be looked at today; the scan has no summary: it was cut short, or ran without one");
  const auto whole = summary("8708688", "214");
  CHECK(said(whole.substr(0, whole.find("Infected")), {.looked = parse_date("2026-11-20")}) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the summary does not say how many files are "
        "infected");
}

TEST_CASE("a summary of an older version has no day, and that of the daemon's client no list of viruses") {
  const std::string daemon =
      "/srv: OK\n\n----------- SCAN SUMMARY -----------\nInfected files: 0\nTime: 0.002 sec (0 m 0 s)\n";
  CHECK(said(daemon, {.looked = parse_date("2026-11-20")}) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: the summary does not say how many viruses "
        "the scan knew");
}

TEST_CASE("of several scans in one log the last counts") {
  CHECK(
      said("/srv/b.exe: Win.Trojan.X FOUND\n" + summary("8708688", "214", "1", {}, "2026:11:14") + "/srv/a.txt: OK\n" +
           summary("8708688", "213")) ==
      "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, note: a scan by hand does not show protection that "
      "is switched on all day");
}

TEST_CASE("several files are several machines, scanned on one day") {
  const auto clean = summary("8708688", "214");
  const auto infected = "/srv/b.exe: Win.Trojan.X FOUND\n" + summary("8708688", "50", "1");
  CHECK(World{}.import("clamscan", {{"a", clean}, {"b", infected}, {"c", clean}}, {.part = {.part = "Office"}}) ==
        R"(2026-11-21 clamscan 1.4.6: 3 machines, 478 files read
endpoint.protected [Office] = 0 of 3 (3 unknown), export, where: clamscan: /srv/b.exe: Win.Trojan.X, note: clamscan: 1 infected file found, to be looked at today; a scan by hand does not show protection that is switched on all day
not seen: Whether protection is switched on all day, and kept up to date: a scan by hand shows neither.
not seen: Which machine this was: the file does not say it.
)");
  CHECK(World{}.import("clamscan", {{"a", clean}, {"b", summary("8708688", "214", "0", {}, "2026:11:20")}}) ==
        R"(b: error: this file is of 2026-11-20, and one that is imported with it of 2026-11-21 [bad-date]
       hint: import files of different days one after another
)");
}

TEST_CASE("what clamscan does not print is refused") {
  CHECK(World{}.import("clamscan", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("clamscan", "Known viruses: 9000000\nInfected files: 0\n") ==
        R"(file: error: this is not what `clamscan` prints [unknown-format]
       hint: run `clamscan --recursive / > scan.txt`, and import scan.txt with its summary at the end
)");
}

TEST_CASE("names of files act on nobody, and may be in any character set") {
  CHECK(said("/srv/\x1b[31m<script>=1+1\xff" + std::string(10'000, 'x') + ": Win.Trojan.X FOUND\r\n" +
             summary("8708688", "214", "1\r")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, where: /srv/\\u{1B}[31m<script>=1+1\\xFF" +
            std::string(49, 'x') +
            "…, note: 1 infected file found, to be looked at today; a scan by hand does not show protection that is "
            "switched on all day");
  CHECK(said("a: b FOUND\n" + summary("99999999999999999999", "-5", "1")) ==
        "endpoint.protected [clamscan] = 0 of 1 (1 unknown), export, where: a: b, note: 1 infected file found, to be "
        "looked at today; the summary does not say how many viruses the scan knew");
}
