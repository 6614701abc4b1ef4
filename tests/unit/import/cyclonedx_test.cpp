#include <string>

#include <doctest/doctest.h>

#include "import/scans.hpp"
#include "import/world.hpp"

using namespace candor;
using test::known_exploited;
using test::said;
using test::World;

namespace {

struct Listed {
  std::string_view components = "";
  std::string_view flaws = "";
  std::string_view tools = R"([{"vendor": "anchore", "name": "grype", "version": "0.41.0"}])";
  std::string_view more = "";  ///< begins with a comma
};

std::string list(const Listed& listed) {
  return R"({"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:1", "version": 1,
  "metadata": {"timestamp": "2026-11-21T00:30:00+01:00", "tools": )" +
         std::string{listed.tools} + R"(, "component": {"type": "container", "bom-ref": "root", "name": "erp:1.4"}},
  "components": [)" +
         std::string{listed.components} + R"(], "vulnerabilities": [)" + std::string{listed.flaws} + "]" +
         std::string{listed.more} + "}";
}

/// `more` begins with a comma.
std::string part(std::string_view name, std::string_view version, std::string_view more = "") {
  return R"({"type": "library", "bom-ref": ")" + std::string{name} + "@" + std::string{version} + R"(", "name": ")" +
         std::string{name} + R"(", "version": ")" + std::string{version} + R"(")" + std::string{more} + "}";
}

std::string flaw(std::string_view number, std::string_view reference, std::string_view severity,
                 std::string_view more = "") {
  return R"({"id": ")" + std::string{number} + R"(", "ratings": [{"severity": ")" + std::string{severity} +
         R"("}], "affects": [{"ref": ")" + std::string{reference} + R"("}])" + std::string{more} + "}";
}

constexpr std::string_view always =
    R"(not seen: Parts that the program which made the list did not recognise, and what runs: the list does not say.
not seen: Everything outside of what was scanned: the file speaks for that alone.
)";
constexpr std::string_view without_list =
    "not seen: Which of the flaws criminals use: import the scan again together with CISA's list "
    "(known_exploited_vulnerabilities.json).\n";

}  // namespace

TEST_CASE("Log4j is found at any depth, mended or not, by its name and by its package URL") {
  const auto inner = part("log4j-core", "2.14.1");
  const auto war =
      part("portal", "3.1", R"(, "components": [)" + part("shop", "1", R"(, "components": [)" + inner + "]") + "]");
  const auto components =
      war + "," +
      part(
          "log4j-core", "2.17.1",
          R"(, "evidence": {"occurrences": [{"location": "/app/new.jar"}]}, "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1")") +
      "," + part("renamed", "2.12.4", R"(, "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.12.4?type=jar")") +
      "," + part("log4j", "1.2.17", R"(, "properties": [{"name": "syft:location:0:path", "value": "/app/old.jar"}])") +
      "," + part("log4j-core", "9.9", R"(, "purl": "pkg:npm/log4j-core@9.9")");
  CHECK(World{}.import("cyclonedx", list({.components = components})) ==
        R"(2026-11-20 cyclonedx 1.5 by grype 0.41.0: erp:1.4
log4j.found [erp:1.4] = [{where: erp:1.4: /app/new.jar, version: 2.17.1, product: log4j-core}, )"
        R"({where: erp:1.4: renamed, version: 2.12.4, product: log4j-core}, )"
        R"({where: erp:1.4: /app/old.jar, version: 1.2.17, product: log4j-1}, )"
        R"({where: erp:1.4: shop: log4j-core, version: 2.14.1, product: log4j-core}], export
log4j.looked_at [erp:1.4] = 1 of 1, export, where: 7 packages listed
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, note: nothing shows that the list was held against known flaws: it names none
)" + std::string{always} +
            std::string{without_list});
}

TEST_CASE("parts inside parts, as deep as a file may go, cost no stack") {
  std::string components = part("log4j-core", "2.14.1");
  for (int i = 0; i < 58; ++i)
    components = part("p" + std::to_string(i), "1", R"(, "components": [)" + components + "]");
  CHECK(said("log4j.found", World{}.import("cyclonedx", list({.components = components}))) ==
        "log4j.found [erp:1.4] = [{where: erp:1.4: p0: log4j-core, version: 2.14.1, product: log4j-core}], export");
}

TEST_CASE("a list without Log4j is good news only where it lists programs and calls itself complete") {
  const auto log4j = [](const Listed& listed) {
    return said("log4j.looked_at [erp:1.4]", World{}.import("cyclonedx", list(listed))).substr(28);
  };
  const auto pump = part("pump", "1.0");
  CHECK(said("log4j.found", World{}.import("cyclonedx", list({.components = pump}))) ==
        "log4j.found [erp:1.4] = none, export");
  CHECK(log4j({.components = pump}) == "1 of 1, export, where: 1 package listed");
  CHECK(log4j({}) ==
        "0 of 1 (1 unknown), export, note: the list names no package: nothing shows that anything was looked at");
  CHECK(log4j({.components =
                   R"({"type": "file", "name": "/etc/passwd"}, {"type": "operating-system", "name": "debian"})"}) ==
        "0 of 1 (1 unknown), export, note: the list names no package: nothing shows that anything was looked at");
  const auto bash = part("bash", "5.2", R"(, "purl": "pkg:deb/debian/bash@5.2?arch=amd64")");
  CHECK(log4j({.components = bash}) ==
        "0 of 1 (1 unknown), export, note: nothing shows that programs were looked into: the list names the system's "
        "packages");
  CHECK(log4j({.components = pump, .more = R"(, "compositions": [{"aggregate": "complete"}])"}) ==
        "1 of 1, export, where: 1 package listed");
  CHECK(log4j({.components = pump,
               .more = R"(, "compositions": [{"aggregate": "complete"}, {"aggregate": "incomplete"}])"}) ==
        "0 of 1 (1 unknown), export, note: the list says itself that it is not complete (incomplete)");
}

TEST_CASE("no urgent flaw is good news only where a scanner wrote the list and named some") {
  const auto updates = [](const Listed& listed) {
    return said("patch.critical_in_time [erp:1.4]", World{}.import("cyclonedx", list(listed))).substr(35);
  };
  const auto pump = part("pump", "1.0");
  const auto low = flaw("CVE-2026-1", "pump@1.0", "low");
  const auto high = flaw("CVE-2026-2", "pump@1.0", "high");
  CHECK(updates({.components = pump, .flaws = low}) == "1 of 1, export");
  CHECK(updates({.components = pump,
                 .flaws = low,
                 .tools = R"({"components": [{"name": "Dependency-Track", "version": "4.12"}]})"}) == "1 of 1, export");
  CHECK(updates({.components = pump, .flaws = low, .tools = R"([{"name": "syft", "version": "1.2"}])"}) ==
        "0 of 1 (1 unknown), export, note: it names the flaws that its maker chose to name: no scanner wrote it");
  CHECK(updates({.components = pump, .tools = R"([{"name": "trivy", "version": "0.66.0"}])"}) ==
        "0 of 1 (1 unknown), export, note: nothing shows that the list was held against known flaws: it names none");
  CHECK(updates({.components = pump, .flaws = high}) ==
        "0 of 1 (1 unknown), export, where: pump 1.0, note: 1 package has an urgent flaw, and the file does not say "
        "if an update exists");
  const auto mended = flaw("CVE-2026-2", "pump@1.0", "high", R"(, "recommendation": "Upgrade pump to version 1.1")");
  CHECK(updates({.components = pump, .flaws = mended}) ==
        "0 of 1 (1 unknown), export, where: pump 1.0, note: 1 urgent update is waiting; since when the scan does not "
        "say");
}

TEST_CASE("urgent is high, critical, unrated or a score of 7 by the third scale or later") {
  const auto is_urgent = [](std::string_view ratings) {
    const auto flaws =
        R"({"id": "CVE-2026-1", "ratings": [)" + std::string{ratings} + R"(], "affects": [{"ref": "pump@1.0"}]})";
    return said("patch.critical_in_time",
                World{}.import("cyclonedx", list({.components = part("pump", "1.0"), .flaws = flaws}))) !=
           "patch.critical_in_time [erp:1.4] = 1 of 1, export";
  };
  CHECK(is_urgent(""));
  CHECK(is_urgent(R"({"severity": "unknown"})"));
  CHECK(is_urgent(R"({"severity": "low"}, {"severity": "Critical"})"));
  CHECK(is_urgent(R"({"severity": "medium"}, {"score": 7.0, "method": "CVSSv31"})"));
  CHECK(!is_urgent(R"({"severity": "medium"}, {"score": 9.3, "method": "CVSSv2"})"));
  CHECK(!is_urgent(R"({"score": 6.9, "method": "CVSSv4"})"));
}

TEST_CASE("the supplier's word sets nothing aside, and is told as a word") {
  const auto text = World{}.import(
      "cyclonedx",
      {{"bom",
        list({.components = part("log4j-core", "2.14.1"),
              .flaws = flaw("CVE-2021-44228", "log4j-core@2.14.1", "critical",
                            R"(, "analysis": {"state": "not_affected", "justification": "code_not_reachable"})")})},
       {"list", known_exploited("2026-11-19")}});
  CHECK(text == R"(2026-11-20 cyclonedx 1.5 by grype 0.41.0: erp:1.4; held against CISA's list of 2026-11-19
log4j.found [erp:1.4] = [{where: erp:1.4: log4j-core, version: 2.14.1, product: log4j-core}], export, note: set aside in the file, which is somebody's word and no look: CVE-2021-44228 (not_affected)
log4j.looked_at [erp:1.4] = 1 of 1, export, where: 1 package listed
patch.critical_in_time [erp:1.4] = 0 of 1 (1 unknown), export, where: log4j-core 2.14.1, note: 1 package has an urgent flaw, and the file does not say if an update exists
kev.open [erp:1.4] = [{where: erp:1.4: log4j-core 2.14.1, flaw: CVE-2021-44228, due: 2021-12-24}], export, note: used by ransomware crews: CVE-2021-44228; set aside in the file, which is somebody's word and no look: CVE-2021-44228 (not_affected)
kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-11-19
)" + std::string{always});
}

TEST_CASE("a flaw without a CVE number cannot be held against the list, unless the file names its other number") {
  const auto checked = [](std::string_view more) {
    return said("kev.looked_at",
                World{}.import("cyclonedx", {{"bom", list({.components = part("pump", "1.0"),
                                                           .flaws = flaw("GHSA-1", "pump@1.0", "low", more)})},
                                             {"list", known_exploited("2026-11-19")}}));
  };
  CHECK(checked("") ==
        "kev.looked_at [erp:1.4] = 0 of 1 (1 unknown), export, where: CISA's list of 2026-11-19, note: 1 flaw has no "
        "CVE number, and the list knows flaws by it alone");
  CHECK(checked(R"(, "references": [{"id": "CVE-2026-9", "source": {"name": "NVD"}}])") ==
        "kev.looked_at [erp:1.4] = 1 of 1, export, where: CISA's list of 2026-11-19");
}

TEST_CASE("flaws without a list of parts name what they affect by reference, and are told all the same") {
  const auto flaws =
      flaw("CVE-2021-44228", "urn:cdx:1/1#pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar", "critical") +
      "," + R"({"id": "CVE-2023-3519", "ratings": [{"severity": "high"}]})";
  const auto text =
      World{}.import("cyclonedx", {{"bom", list({.flaws = flaws})}, {"list", known_exploited("2026-11-19")}});
  CHECK(said("log4j.found", text) ==
        "log4j.found [erp:1.4] = [{where: erp:1.4: log4j-core, version: 2.14.1, product: log4j-core}], export");
  CHECK(said("kev.open", text) ==
        "kev.open [erp:1.4] = [{where: erp:1.4: log4j-core 2.14.1, flaw: CVE-2021-44228, due: 2021-12-24}, {where: "
        "erp:1.4: erp:1.4, flaw: CVE-2023-3519, due: 2023-08-09}], export, note: used by ransomware crews: "
        "CVE-2021-44228");
}

TEST_CASE("a list without a subject goes by its number, and one without a day needs the user's") {
  const std::string bare =
      R"({"bomFormat": "CycloneDX", "specVersion": "1.4", "serialNumber": "urn:uuid:7", "components": []})";
  CHECK(said("2026", World{}.import("cyclonedx", bare, {.looked = parse_date("2026-11-20")})) ==
        "2026-11-20 cyclonedx 1.4: urn:uuid:7");
  CHECK(World{}.import("cyclonedx", bare) ==
        R"(file:1:1: error: this file does not say on which day it was made [no-date]
   1 | {"bomFormat": "CycloneDX", "specVersion": "1.4", "serialNumber": "urn:uuid:7", "components": []}
       ^
       hint: say it with --date, as in --date 2026-11-12
)");
}

TEST_CASE("what is no CycloneDX list in JSON is refused with what to do") {
  for (const auto* bytes :
       {R"(<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>)", "SPDXVersion: 2\n"})
    CHECK(
        World{}.import("cyclonedx", bytes) ==
        R"(file: error: this is no CycloneDX list in JSON, and not CISA's list of flaws that criminals use [unknown-format]
       hint: make one with `syft IMAGE -o cyclonedx-json` or `grype IMAGE -o cyclonedx-json`
)");
  CHECK(
      World{}.import("cyclonedx", R"({"spdxVersion": "SPDX-2.3"})") ==
      R"(file:1:1: error: this is no CycloneDX list in JSON, and not CISA's list of flaws that criminals use [unknown-format]
   1 | {"spdxVersion": "SPDX-2.3"}
       ^
       hint: make one with `syft IMAGE -o cyclonedx-json` or `grype IMAGE -o cyclonedx-json`
)");
  CHECK(World{}.import("cyclonedx", R"({"bomFormat": "CycloneDX", "components": [)") ==
        R"(file:1:42: error: this is no whole JSON value: it ends in the middle or is broken at its end [bad-json]
   1 | {"bomFormat": "CycloneDX", "components": [
                                                ^
       hint: export the file again; do not edit it by hand
)");
  CHECK(World{}.import("cyclonedx", "") == "file: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("a list that says very many numbers of very many packages is refused before it fills the memory") {
  std::string references;
  std::string affected;
  for (int i = 0; i < 1000; ++i) {
    references += (i == 0 ? "" : ", ") + std::string{R"({"id": "CVE-2026-)"} + std::to_string(i) + R"("})";
    affected += (i == 0 ? "" : ", ") + std::string{R"({"ref": "pump@1.0"})"};
  }
  const auto flaws =
      "\n"
      R"({"id": "GHSA-1", "references": [)" +
      references + R"(], "affects": [)" + affected + "]}";
  const auto text = World{}.import("cyclonedx", list({.components = part("pump", "1.0"), .flaws = flaws}));
  CHECK(text.substr(0, text.find('\n')) ==
        "file:4:1: error: this file names more than 1000000 flaws of packages [too-large]");
}

TEST_CASE("a list's texts are made harmless and cut, and values of another kind are left alone") {
  const auto components = R"(null, 7, {"name": {}}, )" +
                          part("log4j-core", "2.14.1", R"(, "purl": [], "properties": [{}, 1])") +
                          R"(, {"type": "library", "name": ")" + std::string(10'000, 'a') +
                          R"(", "components": [{"type": "library", "name": "log4j-core", "version": "=1+1"}]})";
  CHECK(
      said("log4j.found", World{}.import("cyclonedx", list({.components = components}))) ==
      "log4j.found [erp:1.4] = [{where: erp:1.4: log4j-core, version: 2.14.1, product: log4j-core}, {where: erp:1.4: " +
          std::string(60, 'a') + "…: log4j-core, product: log4j-core}], export");
}
