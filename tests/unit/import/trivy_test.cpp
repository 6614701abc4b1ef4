#include <string>

#include <doctest/doctest.h>

#include "import/scans.hpp"
#include "import/world.hpp"

using namespace candor;
using test::known_exploited;
using test::said;
using test::World;

namespace {

std::string report(std::string_view results, std::string_view metadata = "{}") {
  return R"({"SchemaVersion": 2, "Trivy": {"Version": "0.66.0"}, "CreatedAt": "2026-11-20T23:30:00.12345-02:00",
  "ArtifactName": "erp:1.4", "ArtifactType": "container_image", "Metadata": )" +
         std::string{metadata} + R"(, "Results": [)" + std::string{results} + "]}";
}

std::string result(std::string_view kind, std::string_view type, std::string_view packages, std::string_view flaws) {
  auto text = R"({"Target": "Java", "Class": ")" + std::string{kind} + R"(", "Type": ")" + std::string{type} + '"';
  if (!packages.empty()) text += R"(, "Packages": [)" + std::string{packages} + "]";
  if (!flaws.empty()) text += R"(, "Vulnerabilities": [)" + std::string{flaws} + "]";
  return text + "}";
}

std::string package(std::string_view name, std::string_view version, std::string_view path = "") {
  auto text = R"({"Name": ")" + std::string{name} + R"(", "Version": ")" + std::string{version} + '"';
  if (!path.empty()) text += R"(, "FilePath": ")" + std::string{path} + '"';
  return text + "}";
}

/// `more` begins with a comma.
std::string flaw(std::string_view number, std::string_view name, std::string_view severity, std::string_view fixed,
                 std::string_view more = "") {
  return R"({"VulnerabilityID": ")" + std::string{number} + R"(", "PkgName": ")" + std::string{name} +
         R"(", "InstalledVersion": "1.0", "FixedVersion": ")" + std::string{fixed} + R"(", "Severity": ")" +
         std::string{severity} + '"' + std::string{more} + "}";
}

constexpr std::string_view not_seen =
    R"(not seen: Flaws that the scan was told to leave out (--severity, .trivyignore): the file does not say which.
not seen: Everything outside of what was scanned: the file speaks for that alone.
not seen: Which of the flaws criminals use: import the scan again together with CISA's list (known_exploited_vulnerabilities.json).
)";

}  // namespace

TEST_CASE("a list of all packages shows which Log4j is there, mended or not, and that all was looked at") {
  const auto jars = package("org.apache.logging.log4j:log4j-core", "2.14.1", "app/erp.war/log4j-core-2.14.1.jar") +
                    "," + package("org.apache.logging.log4j:log4j-core", "2.17.1", "app/new.jar") + "," +
                    package("org.apache.logging.log4j:log4j-api", "2.14.1", "app/log4j-api-2.14.1.jar") + "," +
                    package("log4j:log4j", "1.2.17", "app/old.jar") + "," +
                    package("org.slf4j:log4j-over-slf4j", "1.7.36", "app/bridge.jar");
  CHECK(World{}.import("trivy",
                       report(result("lang-pkgs", "jar", jars, flaw("CVE-2026-1111", "log4j:log4j", "LOW", "")))) ==
        R"(2026-11-21 trivy 0.66.0: erp:1.4
log4j.found [erp:1.4] = [{where: erp:1.4: app/erp.war/log4j-core-2.14.1.jar, version: 2.14.1, product: log4j-core}, )"
        R"({where: erp:1.4: app/new.jar, version: 2.17.1, product: log4j-core}, )"
        R"({where: erp:1.4: app/log4j-api-2.14.1.jar, version: 2.14.1, product: log4j-api}, )"
        R"({where: erp:1.4: app/old.jar, version: 1.2.17, product: log4j-1}, )"
        R"({where: erp:1.4: log4j:log4j, version: 1.0, product: log4j-1}], export
log4j.looked_at [erp:1.4] = 1 of 1, export, where: 5 packages listed
patch.critical_in_time [erp:1.4] = 1 of 1, export
)" + std::string{not_seen});
}

TEST_CASE("a report of flaws alone finds Log4j, and its silence is no good news") {
  CHECK(World{}.import("trivy", report(result("lang-pkgs", "jar", "",
                                              flaw("CVE-2021-44228", "org.apache.logging.log4j:log4j-core", "CRITICAL",
                                                   "2.15.0", R"(, "PkgPath": "app/x.jar")")))) ==
        R"(2026-11-21 trivy 0.66.0: erp:1.4
log4j.found [erp:1.4] = [{where: erp:1.4: app/x.jar, version: 1.0, product: log4j-core}], export
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at: scan with --list-all-pkgs
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: org.apache.logging.log4j:log4j-core 1.0, note: 1 urgent update is waiting; since when the scan does not say
)" + std::string{not_seen});
  CHECK(said("log4j.found",
             World{}.import("trivy", report(result("lang-pkgs", "jar", "", flaw("CVE-2026-1", "a:b", "LOW", ""))))) ==
        "log4j.found [erp:1.4] = unknown, export, note: the report lists what is flawed, not what it looked at: scan "
        "with --list-all-pkgs");
}

TEST_CASE("no results, or results of other scans, are no look") {
  for (const auto& results : {std::string{}, result("secret", "", "", ""), result("os-pkgs", "debian", "", "")})
    CHECK(World{}.import("trivy", {{"scan", report(results)}, {"list", known_exploited("2026-11-19")}}) ==
          R"(2026-11-21 trivy 0.66.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = unknown, export, note: the report names no package: nothing shows that it read any (scan with --list-all-pkgs)
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report names no package: nothing shows that it read any (scan with --list-all-pkgs)
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: the report names no package: nothing shows that it read any (scan with --list-all-pkgs)
kev.open [erp:1.4] = unknown, export, note: the report names no package: nothing shows that it read any (scan with --list-all-pkgs)
kev.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, where: CISA's list of 2026-11-19, note: the report names no package: nothing shows that it read any (scan with --list-all-pkgs)
not seen: Flaws that the scan was told to leave out (--severity, .trivyignore): the file does not say which.
not seen: Whether flaws were looked for: a scan for other things (--scanners) leaves the same file.
not seen: Everything outside of what was scanned: the file speaks for that alone.
)");
}

TEST_CASE("the system's packages alone do not show that Java programs were looked into") {
  CHECK(World{}.import("trivy", report(result("os-pkgs", "debian", package("bash", "5.2"), ""))) ==
        R"(2026-11-21 trivy 0.66.0: erp:1.4
log4j.found [erp:1.4] = unknown, export, note: nothing shows that Java programs were looked into: the lists are of other packages
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: nothing shows that Java programs were looked into: the lists are of other packages
patch.critical_in_time [erp:1.4] = 1 of 1, export
not seen: Flaws that the scan was told to leave out (--severity, .trivyignore): the file does not say which.
not seen: Whether flaws were looked for: a scan for other things (--scanners) leaves the same file.
not seen: Everything outside of what was scanned: the file speaks for that alone.
not seen: Which of the flaws criminals use: import the scan again together with CISA's list (known_exploited_vulnerabilities.json).
)");
  CHECK(said("log4j.looked_at",
             World{}.import("trivy", report(result("lang-pkgs", "npm", package("left-pad", "1.0"), "")))) ==
        "log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: nothing shows that Java programs were looked "
        "into: the lists are of other packages");
  CHECK(said("log4j.found", World{}.import("trivy", report(result("lang-pkgs", "node-pkg", package("left-pad", "1.0"),
                                                                  "")))) == "log4j.found [erp:1.4] = none, export");
}

TEST_CASE("urgent is high, critical, unrated or a score of 7, and only with an update does it wait") {
  const auto updates = [](const std::string& flaws, std::string_view metadata = "{}") {
    return said("patch.critical_in_time",
                World{}.import("trivy", report(result("os-pkgs", "debian", "", flaws), metadata)));
  };
  CHECK(updates(flaw("CVE-2026-1", "a", "HIGH", "") + "," + flaw("CVE-2026-2", "b", "MEDIUM", "2.0")) ==
        "patch.critical_in_time [erp:1.4] = 1 of 1, export");
  CHECK(updates(flaw("CVE-2026-1", "a", "HIGH", "2.0") + "," + flaw("CVE-2026-2", "a", "CRITICAL", "2.0") + "," +
                flaw("CVE-2026-3", "b", "UNKNOWN", "2.0") + "," +
                flaw("CVE-2026-4", "c", "MEDIUM", "2.0", R"(, "CVSS": {"nvd": {"V2Score": 9.1, "V3Score": 7.0}})") +
                "," +
                flaw("CVE-2026-5", "d", "MEDIUM", "2.0", R"(, "CVSS": {"nvd": {"V2Score": 9.1, "V3Score": 6.9}})")) ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: a 1.0, b 1.0, c 1.0, note: 3 urgent "
        "updates are waiting; since when the scan does not say");
  CHECK(updates(flaw("CVE-2026-2", "b", "LOW", "2.0"),
                R"({"OS": {"Family": "alpine", "Name": "3.9.4", "EOSL": true}})") ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: alpine 3.9.4 gets no fixes any more, so "
        "no update can be waiting");
}

TEST_CASE("flaws that stand on the list of those that criminals use are told with their deadline") {
  const auto flaws = flaw("CVE-2021-44228", "org.acme:pump", "CRITICAL", "") + "," +
                     flaw("CVE-2026-2", "b", "LOW", "") + "," + flaw("CVE-2023-3519", "gate", "LOW", "");
  CHECK(
      World{}.import("trivy", {{"list", known_exploited("2026-11-19")},
                               {"scan", report(result("os-pkgs", "debian", "", flaws))}}) ==
      R"(2026-11-21 trivy 0.66.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = [{where: erp:1.4: org.acme:pump 1.0, product: log4j-core}], export
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at: scan with --list-all-pkgs
patch.critical_in_time [erp:1.4] = 1 of 1, export
kev.open [erp:1.4] = [{where: erp:1.4: org.acme:pump 1.0, flaw: CVE-2021-44228, due: 2021-12-24}, )"
      R"({where: erp:1.4: gate 1.0, flaw: CVE-2023-3519, due: 2023-08-09}], export, note: used by ransomware crews: CVE-2021-44228
kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-11-19
not seen: Flaws that the scan was told to leave out (--severity, .trivyignore): the file does not say which.
not seen: Everything outside of what was scanned: the file speaks for that alone.
)");
}

TEST_CASE("none on a fresh list is good news, and on an old one it is not known") {
  const auto with_list_of = [](std::string_view day) {
    return World{}.import("trivy",
                          {{"list", known_exploited(day)},
                           {"scan", report(result("os-pkgs", "debian", "", flaw("CVE-2026-2", "b", "LOW", "")))}});
  };
  CHECK(said("kev.open", with_list_of("2026-10-22")) == "kev.open [erp:1.4] = none, export");
  CHECK(said("kev.looked_at", with_list_of("2026-10-22")) ==
        "kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-10-22");
  const auto old = with_list_of("2026-10-21");
  CHECK(said("kev.open", old) ==
        "kev.open [erp:1.4] = unknown, export, note: the list is of 2026-10-21, more than 30 days before the scan");
  CHECK(said("kev.looked_at", old) ==
        "kev.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, where: CISA's list of 2026-10-21, note: the list is of "
        "2026-10-21, more than 30 days before the scan");
  CHECK(said("not seen: Flaws that came", old) ==
        "not seen: Flaws that came onto CISA's list after 2026-10-21: import the scan again with a newer list.");
}

TEST_CASE("half a list of flaws, two lists, one without a day, and one alone are refused") {
  const auto scan = report("");
  CHECK(World{}.import("trivy", {{"scan", scan}, {"list", known_exploited("2026-11-19", 1404)}}) ==
        R"(list:1:1: error: this list says that it holds 1404 flaws, and holds 2 [unfinished-export]
   1 | {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.11.19", "dateRe…
       ^
       hint: download known_exploited_vulnerabilities.json from CISA again
)");
  CHECK(
      World{}.import(
          "trivy", {{"scan", scan}, {"one", known_exploited("2026-11-19")}, {"two", known_exploited("2026-11-20")}}) ==
      R"(two:1:1: error: two lists of flaws that criminals use are here [too-many-files]
   1 | {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.11.20", "dateRe…
       ^
       hint: take the newer one alone
)");
  CHECK(World{}.import("trivy", {{"scan", scan}, {"list", known_exploited("soon")}}) ==
        R"(list:1:1: error: this list does not say on which day it was released [no-date]
   1 | {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.11.19", "dateRe…
       ^
       hint: download known_exploited_vulnerabilities.json from CISA again
)");
  CHECK(World{}.import("trivy", {{"scan", scan}, {"list", known_exploited("2026-11-27")}}) ==
        R"(list:1:1: error: this list is of 2026-11-27, which is still to come [future-date]
   1 | {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.11.27", "dateRe…
       ^
       hint: download known_exploited_vulnerabilities.json from CISA again
)");
  CHECK(World{}.import("trivy", {{"list", known_exploited("2026-11-19")}}) ==
        R"(list: error: there is no scan here [unknown-format]
       hint: a list of flaws alone says nothing of the client: import it together with a scan
)");
}

TEST_CASE("what was set aside in the scan stays, and is said to be somebody's word") {
  const auto hidden = R"({"Target": "Java", "Class": "lang-pkgs", "Type": "jar", "ExperimentalModifiedFindings": [
    {"Type": "secret", "Status": "ignored", "Finding": {}},
    {"Type": "vulnerability", "Status": "not_affected", "Source": "vex.json", "Finding": )" +
                      flaw("CVE-2021-44228", "org.apache.logging.log4j:log4j-core", "CRITICAL", "2.15.0") + "}]}";
  const auto text = World{}.import("trivy", {{"scan", report(hidden)}, {"list", known_exploited("2026-11-19")}});
  CHECK(said("log4j.found", text) ==
        "log4j.found [erp:1.4] = [{where: erp:1.4: org.apache.logging.log4j:log4j-core, version: 1.0, product: "
        "log4j-core}], export, note: set aside in the file, which is somebody's word and no look: CVE-2021-44228 "
        "(not_affected)");
  CHECK(said("kev.open", text) ==
        "kev.open [erp:1.4] = [{where: erp:1.4: org.apache.logging.log4j:log4j-core 1.0, flaw: CVE-2021-44228, due: "
        "2021-12-24}], export, note: used by ransomware crews: CVE-2021-44228; set aside in the file, which is "
        "somebody's word and no look: CVE-2021-44228 (not_affected)");
}

TEST_CASE("older reports have no day of their own, and one result an archive") {
  CHECK(World{}.import("trivy", R"({"SchemaVersion": 2, "ArtifactName": "erp:1.4", "Results": [
    {"Target": "app/a.jar", "Class": "lang-pkgs", "Type": "jar", "Vulnerabilities": [{"VulnerabilityID": "CVE-2021-44228",
     "PkgName": "org.apache.logging.log4j:log4j-core", "InstalledVersion": "2.14.1", "Severity": "CRITICAL",
     "PublishedDate": "2021-12-10T10:15:00Z", "LastModifiedDate": "2024-04-03T17:15:00Z"}]}]})") ==
        R"(2024-04-03 trivy: erp:1.4
log4j.found [erp:1.4] = [{where: erp:1.4: app/a.jar, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, note: the report lists what is flawed, not what it looked at: scan with --list-all-pkgs
patch.critical_in_time [erp:1.4] = 1 of 1, export
not seen: The day of the scan of erp:1.4: the file does not say it, but was made on 2024-04-03 or later.
)" + std::string{not_seen});
}

TEST_CASE("scans of several images on several days come in together, each with its own day") {
  auto other = report(result("os-pkgs", "debian", "", flaw("CVE-2026-2", "b", "LOW", "")));
  other.replace(other.find("erp:1.4"), 7, "web:2.0");
  other.replace(other.find("2026-11-20"), 10, "2026-11-18");
  const auto text = World{}.import("trivy", {{"a", other}, {"b", report("")}});
  CHECK(text.substr(0, text.find('\n')) == "2026-11-21 trivy 0.66.0: erp:1.4, web:2.0");
  CHECK(said("patch.critical_in_time [web", text) == "patch.critical_in_time [web:2.0] = 1 of 1, export of 2026-11-19");
  CHECK(said("patch.critical_in_time [erp", text) ==
        "patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: the report names no package: nothing "
        "shows that it read any (scan with --list-all-pkgs)");
}

TEST_CASE("what is no report of Trivy is refused with what to do") {
  const auto refused = [](std::string bytes) { return World{}.import("trivy", std::move(bytes)); };
  CHECK(refused(R"({"bomFormat": "CycloneDX"})") ==
        R"(file:1:1: error: this is no report of Trivy, and not CISA's list of flaws that criminals use [unknown-format]
   1 | {"bomFormat": "CycloneDX"}
       ^
       hint: scan with `trivy image --format json --list-all-pkgs`; a CycloneDX file is for `candor import cyclonedx`
)");
  CHECK(refused("erp:1.4 (debian 12.1)\nTotal: 4\n") ==
        R"(file: error: this is no report of Trivy, and not CISA's list of flaws that criminals use [unknown-format]
       hint: scan with `trivy image --format json --list-all-pkgs`; a CycloneDX file is for `candor import cyclonedx`
)");
  CHECK(refused(R"({"SchemaVersion": 2, "ArtifactName": "erp:1.4", "Results": [{"Target")") ==
        R"(file:1:69: error: this is no whole JSON value: it ends in the middle or is broken at its end [bad-json]
   1 | {"SchemaVersion": 2, "ArtifactName": "erp:1.4", "Results": [{"Target"
                                                                           ^
       hint: export the file again; do not edit it by hand
)");
  CHECK(refused("\xFF\xFE{") == R"(file: error: this file is UTF-16, not UTF-8 [invalid-utf8]
       hint: PowerShell writes UTF-8 with `Out-File -Encoding utf8`
)");
  CHECK(refused("") == "file: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("texts of another kind than they should be, and hostile ones, do no harm") {
  const auto text = World{}.import(
      "trivy",
      report(R"({"Target": 7, "Class": "lang-pkgs", "Type": "jar", "Packages": [null, {"Name": 5, "Identifier": []},
  {"Name": "log4j-core", "Version": "2.14.1<script>", "FilePath": "=1+1\u001b[31m"}],
  "Vulnerabilities": [[], {"VulnerabilityID": {}, "CVSS": {"nvd": 3}}]}, "text", 4)"));
  CHECK(said("log4j.found", text) ==
        R"(log4j.found [erp:1.4] = [{where: erp:1.4: =1+1\u{1B}[31m, product: log4j-core}], export)");
  CHECK(said("log4j.looked_at", text) == "log4j.looked_at [erp:1.4] = 1 of 1, export, where: 3 packages listed");
}
