#include <string>

#include <doctest/doctest.h>

#include "import/scans.hpp"
#include "import/world.hpp"

using namespace candor;
using test::known_exploited;
using test::said;
using test::World;

namespace {

/// `more` begins with a comma.
std::string report(std::string_view matches, std::string_view more = "",
                   std::string_view database = R"({"built": "2026-11-20T08:04:42Z", "schemaVersion": "v6.1.0"})") {
  return R"({"matches": [)" + std::string{matches} + "]" + std::string{more} +
         R"(, "source": {"type": "image", "target": {"userInput": "erp:1.4", "imageID": "sha256:aa"}},
  "distro": {"name": "debian", "version": "12"},
  "descriptor": {"name": "grype", "version": "0.104.0", "timestamp": "2026-11-21T09:00:00.5Z", "db": )" +
         std::string{database} + "}}";
}

struct Written {
  std::string_view number = "CVE-2026-1";
  std::string_view severity = "Low";
  std::string_view state = "not-fixed";
  std::string_view name = "libpump";
  std::string_view version = "1.0";
  std::string_view related = "";  ///< the number under which others know it
  std::string_view of_flaw = "";  ///< more keys, each begins with a comma
  std::string_view of_match = "";
};

std::string match(const Written& said) {
  return R"({"vulnerability": {"id": ")" + std::string{said.number} + R"(", "severity": ")" +
         std::string{said.severity} + R"(", "fix": {"versions": [], "state": ")" + std::string{said.state} + R"("})" +
         std::string{said.of_flaw} + R"(}, "relatedVulnerabilities": [)" +
         (said.related.empty() ? "" : R"({"id": ")" + std::string{said.related} + R"("})") +
         R"(], "artifact": {"name": ")" + std::string{said.name} + R"(", "version": ")" + std::string{said.version} +
         R"(", "type": "java-archive", "locations": [{"path": "/app/lib.jar"}]})" + std::string{said.of_match} + "}";
}

constexpr Written log4shell{.number = "GHSA-jfh8-c2jp-5v3q",
                            .severity = "Critical",
                            .state = "fixed",
                            .name = "log4j-core",
                            .version = "2.14.1",
                            .related = "CVE-2021-44228"};

}  // namespace

TEST_CASE("Log4j is found by its name and held against the list by the number that GitHub's own hides") {
  CHECK(World{}.import("grype", {{"scan", report(match(log4shell))}, {"list", known_exploited("2026-11-19")}}) ==
        R"(2026-11-21 grype 0.104.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = [{where: erp:1.4: /app/lib.jar, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at; with -o cyclonedx-json it lists all
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: log4j-core 2.14.1, note: 1 urgent update is waiting; since when the scan does not say
kev.open [erp:1.4] = [{where: erp:1.4: log4j-core 2.14.1, flaw: CVE-2021-44228, due: 2021-12-24}], export, note: used by ransomware crews: CVE-2021-44228
kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-11-19
not seen: Everything outside of what was scanned: the file speaks for that alone.
)");
}

TEST_CASE("no matches are no good news: an empty folder gives the same report") {
  CHECK(World{}.import("grype", {{"scan", report("")}, {"list", known_exploited("2026-11-19")}}) ==
        R"(2026-11-21 grype 0.104.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = unknown, export, note: the report names no package: nothing shows that it read any
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report names no package: nothing shows that it read any
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: the report names no package: nothing shows that it read any
kev.open [erp:1.4] = unknown, export, note: the report names no package: nothing shows that it read any
kev.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, where: CISA's list of 2026-11-19, note: the report names no package: nothing shows that it read any
not seen: Everything outside of what was scanned: the file speaks for that alone.
)");
}

TEST_CASE("matches of other packages show no Log4j, and none of them urgent shows updates in time") {
  CHECK(World{}.import("grype", report(match({.severity = "Medium", .state = "fixed"}))) ==
        R"(2026-11-21 grype 0.104.0: erp:1.4
log4j.found [erp:1.4] = unknown, export, note: the report lists what is flawed, not what it looked at; with -o cyclonedx-json it lists all
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at; with -o cyclonedx-json it lists all
patch.critical_in_time [erp:1.4] = 1 of 1, export
not seen: Everything outside of what was scanned: the file speaks for that alone.
not seen: Which of the flaws criminals use: import the scan again together with CISA's list (known_exploited_vulnerabilities.json).
)");
}

TEST_CASE("an urgent flaw waits with an update, does not without, and is unclear where nothing is said") {
  const auto updates = [](const Written& written) {
    return said("patch.critical_in_time", World{}.import("grype", report(match(written))));
  };
  CHECK(updates({.severity = "High", .state = "wont-fix"}) == "patch.critical_in_time [erp:1.4] = 1 of 1, export");
  CHECK(updates({.severity = "High", .state = "unknown"}) ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: libpump 1.0, note: 1 package has an "
        "urgent flaw, and the file does not say if an update exists");
  CHECK(updates({.severity = "Unknown", .state = "fixed"}) ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: libpump 1.0, note: 1 urgent update is "
        "waiting; since when the scan does not say");
  constexpr std::string_view scored = R"(, "cvss": [{"version": "2.0", "metrics": {"baseScore": 9.3}},
    {"version": "3.1", "metrics": {"baseScore": 6.9}}])";
  CHECK(updates({.state = "fixed", .of_flaw = scored}) == "patch.critical_in_time [erp:1.4] = 1 of 1, export");
  constexpr std::string_view scored_high = R"(, "cvss": [{"version": "3.1", "metrics": {"baseScore": 7.1}}])";
  CHECK(updates({.state = "fixed", .of_flaw = scored_high}) ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: libpump 1.0, note: 1 urgent update is "
        "waiting; since when the scan does not say");
}

TEST_CASE("what Grype itself knows of criminals is told without the list, and without the list nothing is clear") {
  constexpr std::string_view used =
      R"(, "knownExploited": [{"cve": "CVE-2024-3094", "dueDate": "2024-04-22", "knownRansomwareCampaignUse": "Known"}])";
  const auto text = World{}.import("grype", report(match({.of_flaw = used})));
  CHECK(said("kev.open", text) ==
        "kev.open [erp:1.4] = [{where: erp:1.4: libpump 1.0, flaw: CVE-2024-3094, due: 2024-04-22}], export, note: "
        "used by ransomware crews: CVE-2024-3094");
  CHECK(said("kev.looked_at", text) == "nothing");
  CHECK(said("not seen: Which", text) ==
        "not seen: Which of the flaws criminals use: import the scan again together with CISA's list "
        "(known_exploited_vulnerabilities.json).");
}

TEST_CASE("a rule of the scan hides nothing, except Grype's own for packages of headers") {
  auto hidden = log4shell;
  hidden.of_match =
      R"(, "appliedIgnoreRules": [{"vulnerability": "GHSA-jfh8-c2jp-5v3q", "vex-status": "not_affected"}])";
  const Written headers{
      .number = "CVE-2023-3519",
      .severity = "High",
      .state = "fixed",
      .name = "linux-libc-dev",
      .of_match = R"(, "appliedIgnoreRules": [{"package": {"type": "deb"}, "match-type": "exact-indirect-match"}])"};
  const auto more = R"(, "ignoredMatches": [)" + match(hidden) + "," + match(headers) + "]";
  CHECK(World{}.import("grype", {{"scan", report(match({}), more)}, {"list", known_exploited("2026-11-19")}}) ==
        R"(2026-11-21 grype 0.104.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = [{where: erp:1.4: /app/lib.jar, version: 2.14.1, product: log4j-core}], export, note: set aside in the file, which is somebody's word and no look: GHSA-jfh8-c2jp-5v3q (not_affected)
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at; with -o cyclonedx-json it lists all
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: log4j-core 2.14.1, note: 1 urgent update is waiting; since when the scan does not say
kev.open [erp:1.4] = [{where: erp:1.4: log4j-core 2.14.1, flaw: CVE-2021-44228, due: 2021-12-24}], export, note: used by ransomware crews: CVE-2021-44228; set aside in the file, which is somebody's word and no look: GHSA-jfh8-c2jp-5v3q (not_affected)
kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-11-19
not seen: 1 flaw of the system's core, which Grype leaves out for a package of headers.
not seen: Everything outside of what was scanned: the file speaks for that alone.
)");
}

TEST_CASE("a scan with an old list of flaws does not show that there are no others") {
  for (const auto* database :
       {R"({"built": "2026-10-21T08:04:42Z"})", R"({"status": {"built": "2026-10-21T08:04:42Z"}})"})
    CHECK(said("patch.critical_in_time", World{}.import("grype", report(match({}), "", database))) ==
          "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: its list of flaws is of 2026-10-21, "
          "more than 30 days before the scan");
}

TEST_CASE("a report without a day takes the user's, and not one before its list of flaws") {
  auto undated = report(match({}));
  undated.replace(undated.find("2026-11-21T09:00:00.5Z"), 22, "");
  CHECK(said("2026", World{}.import("grype", undated, {.looked = parse_date("2026-11-22")})) ==
        "2026-11-22 grype 0.104.0: erp:1.4");
  const auto early = World{}.import("grype", undated, {.looked = parse_date("2026-11-19")});
  CHECK(early.substr(0, early.find('\n')) ==
        "file:1:1: error: --date 2026-11-19 is before 2026-11-20, a day that stands in this file [bad-date]");
}

TEST_CASE("what is no report of Grype, or lacks what a match must have, is refused") {
  CHECK(World{}.import("grype", R"({"SchemaVersion": 2, "ArtifactName": "erp:1.4"})") ==
        R"(file:1:1: error: this is no report of Grype, and not CISA's list of flaws that criminals use [unknown-format]
   1 | {"SchemaVersion": 2, "ArtifactName": "erp:1.4"}
       ^
       hint: scan with `grype IMAGE -o json`; a CycloneDX file is for `candor import cyclonedx`
)");
  CHECK(World{}.import("grype", report("{}")) ==
        R"(file:1:14: error: this match names no `artifact` or no `vulnerability` [unknown-format]
   1 | {"matches": [{}], "source": {"type": "image", "target": {"userInput": "erp:1.4", "imageID": "sha256:…
                    ^
)");
  CHECK(World{}.import("grype", "NAME  INSTALLED  VULNERABILITY\n") ==
        R"(file: error: this is no report of Grype, and not CISA's list of flaws that criminals use [unknown-format]
       hint: scan with `grype IMAGE -o json`; a CycloneDX file is for `candor import cyclonedx`
)");
  CHECK(World{}.import("grype", "\n") == "file: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("names from a report are made harmless and cut") {
  const std::string name = "\\u001b[31m<script>=1+1" + std::string(10'000, 'a');
  const auto text = World{}.import("grype", {{"scan", report(match({.number = "CVE-2023-3519", .name = name}))},
                                             {"list", known_exploited("2026-11-19")}});
  CHECK(said("kev.open", text) == "kev.open [erp:1.4] = [{where: erp:1.4: \\u{1B}[31m<script>=1+1" +
                                      std::string(48, 'a') + "…, flaw: CVE-2023-3519, due: 2023-08-09}], export");
}
