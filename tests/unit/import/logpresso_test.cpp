#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// What a scan says of itself.
struct Ran {
  std::string args = R"("--scan-log4j1", "--report-patch", "--scan-zip", "--report-json", "/")";
  int files = 5120;
  int vulnerable = 0;
  int potentially = 0;
  int mitigated = 0;
  int errors = 0;
};

/// A JSON report of the machine `till-2`; `list` is what follows the summary.
std::string report(const Ran& ran, std::string_view list = "") {
  const auto count = [](std::string_view key, int number) {
    return "\"" + std::string{key} + "\": " + std::to_string(number);
  };
  return R"({"summary": {"scanner_banner": "Logpresso CVE-2021-44228 Vulnerability Scanner 3.0.2",
    "scanner_version": "3.0.2", "scanner_args": [)" +
         ran.args + R"(], "os_name": "Linux", "hostname": "till-2", "user": "root",
    "scan_start_time": "2026-11-20 23:58:01+0000", "scan_end_time": "2026-11-21 00:04:10+0000", )" +
         count("scan_file_count", ran.files) + ", " + count("vulnerable_file_count", ran.vulnerable) + ", " +
         count("potentially_vulnerable_file_count", ran.potentially) + ", " +
         count("mitigated_file_count", ran.mitigated) + ", " + count("error_file_count", ran.errors) + "}" +
         std::string{list} + "}";
}

std::string copy(std::string_view product, std::string_view version, std::string_view status,
                 std::string_view entry = "", std::string_view fixed = "false") {
  return R"({"entry": ")" + std::string{entry} + R"(", "product": ")" + std::string{product} + R"(", "version": ")" +
         std::string{version} + R"(", "cve": "null", "status": ")" + std::string{status} + R"(", "fixed": )" +
         std::string{fixed} + R"(, "detected_at": "2026-11-21 00:01:52+0000"})";
}

std::string file(std::string_view path, std::string_view status, std::string_view reports) {
  return R"({"path": ")" + std::string{path} + R"(", "status": ")" + std::string{status} + R"(", "reports": [)" +
         std::string{reports} + "]}";
}

std::string files(std::string_view list) { return R"(, "files": [)" + std::string{list} + "]"; }

constexpr std::string_view skipped =
    "not seen: Network drives, and archives that are broken: the scan skips them and does not count them.\n";

constexpr std::string_view headings =
    "\"Hostname\",\"Path\",\"Entry\",\"Product\",\"Version\",\"CVE\",\"Status\",\"Fixed\",\"Detected at\"\n";

}  // namespace

TEST_CASE("a clean report has no list, and counts where the scan read files") {
  CHECK(World{}.import("logpresso", report({})) == R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = none, export
log4j.looked_at [till-2] = 1 of 1, export
)" + std::string{skipped});
}

TEST_CASE("a scan that read no files, or could not read some, is no look") {
  const auto why = [](const Ran& ran, std::string_view list = "") {
    const auto text = World{}.import("logpresso", report(ran, list));
    const auto begin = text.find("log4j.found");
    return text.substr(begin, text.find("not seen") - begin);
  };
  CHECK(why({.files = 0}) == R"(log4j.found [till-2] = unknown, export, note: the scan read no files
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the scan read no files
)");
  CHECK(why({.errors = 3}) == R"(log4j.found [till-2] = unknown, export, note: the scan could not read 3 files
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the scan could not read 3 files
)");
  CHECK(
      why({}, R"(, "errors": [{"path": "/srv/a.jar", "error": "broken", "created_at": "2026-11-21 00:01:52+0000"}])") ==
      R"(log4j.found [till-2] = unknown, export, note: the scan could not read 1 file
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the scan could not read 1 file
)");
  CHECK(why({.args = R"("--silent")"}) ==
        R"(log4j.found [till-2] = unknown, export, note: the report does not say which folders were scanned
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the report does not say which folders were scanned
)");
}

TEST_CASE("every version found is told, in an archive too, and a removed class does not change it") {
  const auto list = files(
      file("/srv/erp/log4j-core-2.14.0.jar", "VULNERABLE", copy("Log4j 2", "2.14.0", "VULNERABLE")) + "," +
      file("/srv/web/portal.war", "VULNERABLE",
           copy("Log4j 2", "2.12.1", "MITIGATED", "WEB-INF/lib/log4j-core-2.12.1.jar") + "," +
               copy("Log4j 2", "2.16.0", "VULNERABLE", "WEB-INF/lib/b.jar", "true") + "," +
               copy("Log4j 2", "2.17.1", "NOT_VULNERABLE", "WEB-INF/lib/c.jar")) +
      "," + file("/opt/old.jar", "POTENTIALLY_VULNERABLE", copy("Log4j 1", "1.2.17", "POTENTIALLY_VULNERABLE")) + "," +
      file("/opt/shaded.jar", "POTENTIALLY_VULNERABLE",
           copy("Log4j 2", "N/A - potentially vulnerable", "POTENTIALLY_VULNERABLE")) +
      "," + file("/opt/good.jar", "NOT_VULNERABLE", copy("Log4j 2", "2.19.0", "NOT_VULNERABLE")) + "," +
      file("/opt/logback.jar", "MITIGATED", copy("Logback", "1.2.3", "MITIGATED")));
  CHECK(
      World{}.import("logpresso", report({.vulnerable = 2, .potentially = 2, .mitigated = 1}, list)) ==
      R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = [{where: till-2: /srv/erp/log4j-core-2.14.0.jar, version: 2.14.0, product: log4j-core}, )"
      R"({where: till-2: /srv/web/portal.war: WEB-INF/lib/log4j-core-2.12.1.jar, version: 2.12.1, product: log4j-core, done: class_removed}, )"
      R"({where: till-2: /srv/web/portal.war: WEB-INF/lib/b.jar, version: 2.16.0, product: log4j-core, done: class_removed}, )"
      R"({where: till-2: /srv/web/portal.war: WEB-INF/lib/c.jar, version: 2.17.1, product: log4j-core}, )"
      R"({where: till-2: /opt/old.jar, version: 1.2.17, product: log4j-1}, )"
      R"({where: till-2: /opt/shaded.jar, product: log4j-core}, )"
      R"({where: till-2: /opt/good.jar, version: 2.19.0, product: log4j-core}], export
log4j.looked_at [till-2] = 1 of 1, export
not seen: 1 other find, as Logback, is left out here.
)" + std::string{skipped});
}

TEST_CASE("where counts and list disagree nobody knows what was left out, and what is there stays") {
  CHECK(World{}.import("logpresso", report({.vulnerable = 3}, files(file("/srv/a.jar", "VULNERABLE",
                                                                         copy("Log4j 2", "2.14.1", "VULNERABLE"))))) ==
        R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = [{where: till-2: /srv/a.jar, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the summary counts 3 files with Log4j that is not safe, and the list holds 1
)" + std::string{skipped});
  CHECK(World{}.import("logpresso", report({.vulnerable = 2})) == R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = unknown, export, note: the summary counts 2 files with Log4j that is not safe, and the list holds 0
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: the summary counts 2 files with Log4j that is not safe, and the list holds 0
)" + std::string{skipped});
}

TEST_CASE("a scan of folders speaks for these folders, and names what was left out of it") {
  const auto part = [](std::string_view args) {
    const auto text = World{}.import("logpresso", report({.args = std::string{args}}));
    const auto begin = text.find("log4j.looked_at");
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(part(R"("--report-path", "/tmp/r.json", "--report-json", "/srv/app")") ==
        "log4j.looked_at [till-2 /srv/app] = 1 of 1, export");
  CHECK(part(R"("/srv/app", "/opt", "D:\\data", "/var")") ==
        "log4j.looked_at [till-2 /srv/app, /opt, D:\\data and 1 more] = 1 of 1, export");
  CHECK(part(R"("--all-drives", "--silent")") == "log4j.looked_at [till-2] = 1 of 1, export");
  CHECK(part(R"("--drives", "c,d")") == "log4j.looked_at [till-2 drives c,d] = 1 of 1, export");
  CHECK(part(R"("-f", "places.txt")") == "log4j.looked_at [till-2 folders listed in places.txt] = 1 of 1, export");
  CHECK(part(R"("/", "--exclude", "/opt/erp", "--exclude-fs", "nfs")") ==
        "log4j.looked_at [till-2 except /opt/erp, nfs] = 1 of 1, export");
}

TEST_CASE("what the scan was not asked for is told") {
  CHECK(World{}.import("logpresso", report({.args = R"("--report-json", "/")"})) ==
        R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = none, export, note: Log4j 1 was not looked for
log4j.looked_at [till-2] = 1 of 1, export
not seen: Copies of Log4j that are mended: the scan lists them only with --report-patch.
not seen: Log4j 1: the scan looks for it only with --scan-log4j1.
not seen: What lies in .zip archives: the scan opens them only with --scan-zip.
)" + std::string{skipped});
}

TEST_CASE("a CSV report shows what was found, and never that all was looked at") {
  CHECK(
      World{}.import(
          "logpresso",
          std::string{headings} +
              R"("till-2","C:\erp\log4j-core-2.14.1.jar","","Log4j 2","2.14.1","CVE-2021-44228","VULNERABLE","","2026-11-21 19:31:51"
"till-3","C:\old.jar","","Log4j 1","1.2.17","CVE-2021-4104","POTENTIALLY_VULNERABLE","FIXED","2026-11-20 19:31:51"
"till-3","C:\locked.jar","","","","null","ERROR","","2026-11-20 19:31:51"
)") == R"(2026-11-21 logpresso: till-2, till-3
log4j.found [till-2] = [{where: till-2: C:\erp\log4j-core-2.14.1.jar, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [till-2] = 0 of 1 (1 unknown), export, note: a CSV report does not say how many files were read, nor where: ask for the JSON report
log4j.found [till-3] = [{where: till-3: C:\old.jar, version: 1.2.17, product: log4j-1, done: class_removed}], export of 2026-11-20
log4j.looked_at [till-3] = 0 of 1 (1 unknown), export of 2026-11-20, note: a CSV report does not say how many files were read, nor where: ask for the JSON report
not seen: A CSV report has the machine's own time: its day can be one off.
)");
}

TEST_CASE("a clean CSV report is a line of headings: it has no day, no machine and no good news") {
  CHECK(World{}.import("logpresso", std::string{headings}) ==
        R"(file: error: this file does not say on which day it was made [no-date]
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(World{}.import("logpresso", std::string{headings}, {.looked = parse_date("2026-11-20")}) ==
        R"(2026-11-20 logpresso: a machine that the table does not name
log4j.found [a machine that the table does not name] = unknown, export, note: a CSV report does not say how many files were read, nor where: ask for the JSON report
log4j.looked_at [a machine that the table does not name] = 0 of 1 (1 unknown), export, note: a CSV report does not say how many files were read, nor where: ask for the JSON report
not seen: A CSV report has the machine's own time: its day can be one off.
)");
}

TEST_CASE("what is no report of the scanner, or a part of one, is refused") {
  CHECK(World{}.import("logpresso", R"({"hostname": "till-2"})") ==
        R"(file:1:1: error: this is no report of log4j2-scan [unknown-format]
   1 | {"hostname": "till-2"}
       ^
       hint: scan with `log4j2-scan --scan-log4j1 --report-patch --report-json /`
)");
  CHECK(World{}.import("logpresso", "Scanned 5 directories and 5 files\n") ==
        R"(file:1:1: error: the first line does not name the columns [missing-column]
   1 | Scanned 5 directories and 5 files
       ^
       hint: it must be as it was written, from `Hostname` to `Detected at`
)");
  CHECK(World{}.import("logpresso", R"({"summary": {"scanner_version": "3.0.2",)") ==
        R"(file:1:40: error: this is no whole JSON value: it ends in the middle or is broken at its end [bad-json]
   1 | {"summary": {"scanner_version": "3.0.2",
                                              ^
       hint: export the file again; do not edit it by hand
)");
  CHECK(World{}.import("logpresso", " \n") == "file: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("what a report says is shown and never acts, and of a long path the end is kept") {
  const auto list = files(file("/srv/\\u001b[31m<script>/" + std::string(10'000, 'a') + "/lib/log4j-core-2.14.1.jar",
                               "VULNERABLE", copy("Log4j 2", "=1+1", "VULNERABLE")));
  CHECK(World{}.import("logpresso", report({.vulnerable = 1}, list)) ==
        R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = [{where: till-2: …)" +
            std::string(74, 'a') + R"(/lib/log4j-core-2.14.1.jar, product: log4j-core}], export
log4j.looked_at [till-2] = 1 of 1, export
)" + std::string{skipped});
}

TEST_CASE("a name with an escape in it is told with the escape made visible") {
  const auto list = files(file("/srv/\\u001b[31m<script>.jar", "VULNERABLE", copy("Log4j 2", "2.14.1", "VULNERABLE")));
  CHECK(World{}.import("logpresso", report({.vulnerable = 1}, list)) ==
        R"(2026-11-20 logpresso 3.0.2: till-2
log4j.found [till-2] = [{where: till-2: /srv/\u{1B}[31m<script>.jar, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [till-2] = 1 of 1, export
)" + std::string{skipped});
}
