#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// The tests that a whole run as root performs on Debian, as far as they matter here.
constexpr std::string_view executed =
    "MALW-3290|MALW-3282|MALW-3280|FIRE-4590|FIRE-4502|PKGS-7392|KRNL-5830|CORE-1000|";

std::string head(std::string_view host = "vm") {
  return "# Lynis Report\nreport_version_major=1\nreport_datetime_start=2026-11-21 23:50:26\nlynis_version=3.0.8\n"
         "os=Linux\nos_fullname=Debian GNU/Linux 12 (bookworm)\nhostname=" +
         std::string{host} + "\ntest_category=all\ntest_group=all\nhostid=c949a87ea26fcee46fac7c2d963c9c8c110507fe\n";
}

std::string tail(std::string_view tests = executed, std::string_view skipped = "BOOT-5106|") {
  return "lynis_tests_done=240\nhardening_index=99\ntests_executed=" + std::string{tests} +
         "\ntests_skipped=" + std::string{skipped} + "\nfinish=true\n";
}

constexpr std::string_view off = "firewall_active=0\nfirewall_empty_ruleset=0\nfirewall_installed=0\n";
constexpr std::string_view on = "firewall_active=1\nfirewall_empty_ruleset=0\nfirewall_installed=1\n";
constexpr std::string_view no_scanner = "malware_scanner_installed=0\n";
constexpr std::string_view updated = "package_audit_tool=apt-check\nvulnerable_packages_found=0\n";

std::string report(std::initializer_list<std::string_view> lines, std::string_view tests = executed,
                   std::string_view skipped = "BOOT-5106|") {
  auto text = head();
  for (const auto& line : lines) text += line;
  return text + tail(tests, skipped);
}

/// What is said of one fact, without its name: `0 of 1, export, where: …`.
std::string said(std::string_view fact, const std::string& bytes) {
  auto text = World{}.import("lynis", bytes);
  const auto begin = text.find(std::string{fact} + " [");
  if (begin == std::string::npos) return text;
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  return line.substr(line.find(" = ") + 3);
}

std::string firewall(const std::string& bytes) { return said("firewall.on_computers", bytes); }
std::string protection(const std::string& bytes) { return said("endpoint.protected", bytes); }
std::string updates(const std::string& bytes) { return said("patch.critical_in_time", bytes); }

constexpr std::string_view always =
    R"(not seen: How long a password must be: Lynis reports after how many days it ends, not its length.
not seen: How long records are kept: Lynis sees that old ones are put away, not after what time.
not seen: If a thief could read a laptop: Lynis names encrypted partitions, not whether they are all.
not seen: Updates of what did not come with the system, and programs whose maker has stopped fixing them.
)";

}  // namespace

TEST_CASE("a report of Lynis says what its tests showed of one computer") {
  const auto bytes =
      report({"malware_scanner[]=clamav\nmalware_scanner_installed=1\n", on,
              "vulnerable_package[]=openssl\nvulnerable_package[]=curl\nwarning[]=PKGS-7392|Found one or "
              "more vulnerable packages.|-|-|\npackage_audit_tool=apt-get\nvulnerable_packages_found=1\n"
              "exception_event[]=BOOT-5104:001|Unknown service manager|\n"},
             "FIRE-4512|" + std::string{executed});
  CHECK(World{}.import("lynis", bytes) == R"(2026-11-21 lynis 3.0.8: 1 computer: vm
firewall.on_computers [vm] = 1 of 1, export, where: rules of iptables (FIRE-4512), note: there are rules; what they turn away the report does not say
endpoint.protected [vm] = 0 of 1 (1 unknown), export, where: malware_scanner_installed=1, malware_scanner: clamav, note: a scanner is installed; whether it is switched on and up to date the report does not say
patch.critical_in_time [vm] = 0 of 1 (1 unknown), export, where: vulnerable_packages_found=1, 2 packages: openssl, curl, note: security updates wait; since when, and how urgent they are, the report does not say
not seen: On vm, what these tests look at: each ended with a fault of its own (BOOT-5104).
)" + std::string{always});
}

TEST_CASE("a firewall that can filter is none that does: its rules must have been read") {
  CHECK(
      firewall(report({"firewall_software[]=iptables\n", on})) ==
      "0 of 1 (1 unknown), export, where: firewall_active=1, firewall_software: iptables, note: the system can filter, "
      "but its rules were not read: Lynis found neither iptables nor nft to list them (FIRE-4512, FIRE-4540)");
  CHECK(firewall(report({on}, "FIRE-4540|" + std::string{executed})) ==
        "1 of 1, export, where: rules of nftables (FIRE-4540), note: there are rules; what they turn away the report "
        "does not say");
  CHECK(firewall(report({"firewall_software[]=macosx-app-fw\n", on})) ==
        "1 of 1, export, where: firewall_software: macosx-app-fw");
  CHECK(firewall(report({"firewall_software[]=csf\n", on})).starts_with("0 of 1 (1 unknown)"));
}

TEST_CASE("a firewall without rules is off, and where only one of two is known to be empty nobody can tell") {
  constexpr std::string_view empty = "firewall_active=1\nfirewall_empty_ruleset=1\nfirewall_installed=1\n";
  constexpr std::string_view warning = "warning[]=FIRE-4512|iptables module(s) loaded, but no rules active|-|-|\n";
  const auto iptables = "FIRE-4512|" + std::string{executed};
  const auto both = "FIRE-4540|" + iptables;
  CHECK(firewall(report({warning, empty}, iptables)) ==
        "0 of 1, export, where: firewall_empty_ruleset=1, note: Lynis counts a handful of rules as none");
  CHECK(firewall(report({empty}, "FIRE-4540|" + std::string{executed})).starts_with("0 of 1, export"));
  CHECK(
      firewall(report({warning, empty}, both)) ==
      "0 of 1 (1 unknown), export, where: FIRE-4512, FIRE-4540, note: iptables has no rules; whether nftables has some "
      "the report does not say");
  CHECK(firewall(report({empty}, both)).starts_with("1 of 1, export, where: rules of iptables (FIRE-4512)"));
}

TEST_CASE("a firewall that was looked for and not found is off, and one that no test looked for is not known") {
  CHECK(firewall(report({off})) == "0 of 1, export, where: firewall_active=0");
  CHECK(firewall(report({off}, "MALW-3280|")) == "0 of 1 (1 unknown), export, note: the test FIRE-4502 did not run");
  CHECK(firewall(report({})) == "0 of 1 (1 unknown), export, note: the report does not say `firewall_active`");
  CHECK(firewall(report({"firewall_active=\n"})) ==
        "0 of 1 (1 unknown), export, note: the report does not say `firewall_active`");
  CHECK(firewall(report({"firewall_active=yes\n"})) ==
        "0 of 1 (1 unknown), export, note: `firewall_active` is `yes`, neither 0 nor 1");
}

TEST_CASE("a scanner that is installed is none that is switched on, and none at all is none that Lynis knows") {
  CHECK(protection(report({no_scanner})) ==
        "0 of 1, export, where: malware_scanner_installed=0, note: Lynis found none of the scanners that it knows");
  CHECK(protection(report({no_scanner}, "FIRE-4502|")) ==
        "0 of 1 (1 unknown), export, note: the test MALW-3280 did not run");
}

TEST_CASE(
    "no waiting update counts where the tool that was asked says a number, not where its failing looks the same") {
  CHECK(updates(report({updated})) ==
        "1 of 1, export, where: vulnerable_packages_found=0, package_audit_tool: apt-check, note: no security update "
        "waits, by package lists of which the report does not say how old they are");
  CHECK(updates(report({"package_audit_tool=apt-get\nvulnerable_packages_found=0\n"})) ==
        "0 of 1 (1 unknown), export, where: vulnerable_packages_found=0, package_audit_tool: apt-get, note: no update "
        "was "
        "found to wait, and a package tool that failed would look the same");
  CHECK(updates(report({"exception_event[]=PKGS-7392:1|Apt-check did not provide any result|\n", updated}))
            .starts_with("0 of 1 (1 unknown), export"));
  CHECK(updates(report({"package_audit_tool=zypper\nvulnerable_packages_found=0\n"}, "PKGS-7330|CORE-1000|"))
            .starts_with("1 of 1, export"));
  CHECK(updates(report({"warning[]=PKGS-7330|Found one or more vulnerable packages installed|-|-|\n"
                        "package_audit_tool=zypper\nvulnerable_packages_found=0\n"},
                       "PKGS-7330|CORE-1000|"))
            .starts_with("0 of 1 (1 unknown), export"));
  CHECK(updates(report({updated}, "CORE-1000|")).ends_with("note: the test PKGS-7392 did not run"));
}

TEST_CASE("a package that waits is told where the count says 0, and a restart that waits takes the good word back") {
  CHECK(updates(report({"vulnerable_package[]=linux|cve=CVE-2026-1|\n", updated})) ==
        "0 of 1 (1 unknown), export, where: vulnerable_packages_found=0, 1 package: linux|cve=CVE-2026-1|, note: "
        "security updates wait; since when, "
        "and "
        "how urgent they are, the report does not say");
  CHECK(updates(report({"warning[]=KRNL-5830|Reboot of system is most likely needed|-|-|\n", updated}))
            .ends_with("note: the computer waits for a restart (KRNL-5830): what was installed may not be in use"));
}

TEST_CASE("of a run that was cut short the bad news stays, and nothing good") {
  const auto whole = report({no_scanner, on, updated}, "FIRE-4512|" + std::string{executed});
  const auto cut = World{}.import("lynis", whole.substr(0, whole.find("finish=true")));
  CHECK(cut == R"(2026-11-21 lynis 3.0.8: 1 computer: vm
firewall.on_computers [vm] = 0 of 1 (1 unknown), export, where: rules of iptables (FIRE-4512), note: the run was cut short: its report does not end with `finish=true`
endpoint.protected [vm] = 0 of 1, export, where: malware_scanner_installed=0, note: Lynis found none of the scanners that it knows
patch.critical_in_time [vm] = 0 of 1 (1 unknown), export, where: vulnerable_packages_found=0, package_audit_tool: apt-check, note: the run was cut short: its report does not end with `finish=true`
)" + std::string{always});
  CHECK(firewall(head()) ==
        "0 of 1 (1 unknown), export, note: the run was cut short: its report does not end with `finish=true`");
  CHECK(protection(head() + std::string{no_scanner}).starts_with("0 of 1, export"));
}

TEST_CASE("a last line without its end is a value that may be cut, and is not read") {
  CHECK(protection(head() + "malware_scanner_installed=0") ==
        "0 of 1 (1 unknown), export, note: the run was cut short: its report does not end with `finish=true`");
  const auto whole = report({no_scanner, off, updated});
  CHECK(World{}.import("lynis", whole.substr(0, whole.size() - 1)) == World{}.import("lynis", whole));
}

TEST_CASE("a run that counts no test shows nothing good") {
  for (const auto* done : {"lynis_tests_done=0\n", "lynis_tests_done=\n", "lynis_tests_done=x\n", ""}) {
    auto bytes = report({updated});
    bytes.replace(bytes.find("lynis_tests_done=240\n"), 21, done);
    CHECK(updates(bytes) ==
          "0 of 1 (1 unknown), export, where: vulnerable_packages_found=0, package_audit_tool: apt-check, note: the "
          "report "
          "does not count a single test (`lynis_tests_done`)");
  }
}

TEST_CASE("a run without root says so, and so does one that was asked for a part of the tests") {
  CHECK(World{}.import("lynis", report({no_scanner, "firewall_software[]=iptables\n", on,
                                        "package_audit_tool=\nvulnerable_packages_found=0\n"},
                                       "MALW-3280|FIRE-4502|", "FIRE-4512|PKGS-7392|AUTH-9229|BOOT-5116|")) ==
        R"(2026-11-21 lynis 3.0.8: 1 computer: vm
firewall.on_computers [vm] = 0 of 1 (1 unknown), export, where: firewall_active=1, firewall_software: iptables, note: the system can filter, but its rules were not read: Lynis ran without the rights of root, which FIRE-4512 needs
endpoint.protected [vm] = 0 of 1, export, where: malware_scanner_installed=0, note: Lynis found none of the scanners that it knows
patch.critical_in_time [vm] = 0 of 1 (1 unknown), export, where: vulnerable_packages_found=0, note: Lynis ran without the rights of root, which PKGS-7392 needs
not seen: On vm, what root alone can see: Lynis ran without those rights.
)" + std::string{always});
  auto part = report({no_scanner, off}, "MALW-3280|MALW-3282|");
  part.replace(part.find("test_group=all"), 14, "test_group=malware");
  CHECK(World{}.import("lynis", part) == R"(2026-11-21 lynis 3.0.8: 1 computer: vm
firewall.on_computers [vm] = 0 of 1 (1 unknown), export, note: Lynis was asked for a part of its tests, and FIRE-4502 was not among them
endpoint.protected [vm] = 0 of 1, export, where: malware_scanner_installed=0, note: Lynis found none of the scanners that it knows
patch.critical_in_time [vm] = 0 of 1 (1 unknown), export, note: the report does not say `vulnerable_packages_found`
not seen: On vm, what lies outside of the tests that Lynis was asked for.
)" + std::string{always});
}

TEST_CASE("a system whose maker has stopped fixing it is one more in the list") {
  CHECK(
      said("software.unsupported",
           report({"warning[]=GEN-0010|This version 9 is marked end-of-life as of 2022-06-30|-|-|\n"})) ==
      "[{where: vm, what: Debian GNU/Linux 12 (bookworm)}], export, where: GEN-0010, note: by the list of Lynis, which "
      "does not know of support that is paid for");
  CHECK(said("software.unsupported",
             "# Lynis Report\nreport_datetime_start=2026-11-21 23:50:26\n"
             "warning[]=GEN-0010|This version is marked end-of-life|-|-|\n")
            .starts_with("[{where: a computer without a name, what: its operating system}], export"));
  CHECK(World{}.import("lynis", report({})).find("software.unsupported") == std::string::npos);
}

TEST_CASE("several reports are several computers, each with its own day") {
  auto other = report({no_scanner, off});
  other.replace(other.find("hostname=vm"), 11, "hostname=db");
  other.replace(other.find("2026-11-21"), 10, "2026-11-23");
  other.replace(other.find("lynis_version=3.0.8"), 19, "lynis_version=3.1.4");
  const auto text = World{}.import("lynis", {{"a", other}, {"b", report({no_scanner, off})}});
  CHECK(
      text.starts_with("2026-11-23 lynis 3.1.4, 3.0.8: 2 computers: db, vm\n"
                       "firewall.on_computers [db] = 0 of 1, export, where: firewall_active=0\n"));
  CHECK(text.find("firewall.on_computers [vm] = 0 of 1, export of 2026-11-21, where: firewall_active=0\n") !=
        std::string::npos);
  CHECK(World{}
            .import("lynis", {{"a", other}, {"b", report({no_scanner, off})}}, {.part = {"Servers", false}})
            .find("firewall.on_computers [Servers] = 0 of 2, export of 2026-11-21, where: db: firewall_active=0; vm: "
                  "firewall_active=0\n") != std::string::npos);
}

TEST_CASE("east of UTC a report may be of tomorrow by its own clock, and never of the day after") {
  auto early = report({off});
  early.replace(early.find("2026-11-21 23:50:26"), 19, "2026-11-27 06:50:26");
  CHECK(World{}.import("lynis", early).starts_with("2026-11-26 lynis 3.0.8: 1 computer: vm\n"));
  early.replace(early.find("2026-11-27"), 10, "2026-11-28");
  CHECK(World{}.import("lynis", early) ==
        R"(file:3:1: error: this file is of 2026-11-28, which is still to come [future-date]
   3 | report_datetime_start=2026-11-28 06:50:26
       ^
       hint: look at the clock of the machine that it comes from
)");
}

TEST_CASE("a computer without a name of its own is called by its id, and so are two of one name") {
  auto nameless = report({off});
  nameless.replace(nameless.find("hostname=vm"), 11, "hostname=");
  CHECK(World{}.import("lynis", nameless).starts_with("2026-11-21 lynis 3.0.8: 1 computer: computer c949a87e\n"));
  nameless.replace(nameless.find("hostid=c949a87e"), 15, "hostid_=");
  CHECK(
      World{}.import("lynis", nameless).starts_with("2026-11-21 lynis 3.0.8: 1 computer: a computer without a name\n"));
  auto twin = report({off});
  twin.replace(twin.find("hostid=c949a87e"), 15, "hostid=11112222");
  CHECK(World{}
            .import("lynis", {{"a", report({off})}, {"b", twin}})
            .starts_with("2026-11-21 lynis 3.0.8: 2 computers: vm (c949a87e), vm (11112222)\n"));
}

TEST_CASE("of two runs on one day the technician says which, and of two values under one key nobody can") {
  CHECK(World{}.import("lynis", {{"a.dat", report({off})}, {"b.dat", report({on})}}) ==
        R"(b.dat:3:1: error: two reports of `vm` of one day are here [too-many-files]
   3 | report_datetime_start=2026-11-21 23:50:26
       ^
       hint: import the newer one alone
)");
  CHECK(World{}.import("lynis", report({off, "firewall_active=1\n"})) ==
        R"(file:14:1: error: the key `firewall_active` is repeated with another value [repeated-key]
  14 | firewall_active=1
       ^
       hint: only one of the two can be meant: import the report of one run
)");
  CHECK(firewall(report({off, "firewall_active=0\n"})) == "0 of 1, export, where: firewall_active=0");
}

TEST_CASE("what is no report of Lynis is refused") {
  constexpr std::string_view no_report =
      R"(file: error: this is not a report of Lynis [unknown-format]
       hint: run `lynis audit system` as root, and import /var/log/lynis-report.dat (not its log)
)";
  CHECK(World{}.import("lynis", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("lynis", "2026-11-21 19:24:26 Starting Lynis 3.0.8 with PID 7\n") == no_report);
  CHECK(World{}.import("lynis", "{\"firewall_active\": 1}") == no_report);
  CHECK(World{}.import("lynis", "# Lynis Report\nlynis_version=3.0.8\n") ==
        R"(file: error: this file does not say on which day it was made [no-date]
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(World{}.import("lynis", head() + "x", {.looked = parse_date("2026-11-20")}) ==
        R"(file:3:1: error: --date 2026-11-20 is not the day of this file, 2026-11-21 [bad-date]
   3 | report_datetime_start=2026-11-21 23:50:26
       ^
       hint: leave --date out: the file says it itself
)");
}

TEST_CASE("a report that is cut at any byte says no more good than the whole one") {
  const auto whole = report({no_scanner, on, updated}, "FIRE-4512|" + std::string{executed});
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    INFO("cut at ", size);
    CHECK(World{}.import("lynis", whole.substr(0, size)).find("= 1 of 1") == std::string::npos);
  }
}

TEST_CASE("hostile words of a report are shown harmless and short") {
  auto bytes = report({"firewall_software[]=\x1B[2Jx\nfirewall_software[]=" + std::string(10'000, 'y') + "\n", on,
                       "exception_event[]=<script>:1|x|\n"});
  bytes.replace(bytes.find("hostname=vm"), 11, "hostname==1+1\x07<script>" + std::string(10'000, 'n'));
  const auto name = "=1+1\\u{7}<script>" + std::string(63, 'n') + "…";
  const auto text = World{}.import("lynis", bytes);
  CHECK(text.starts_with("2026-11-21 lynis 3.0.8: 1 computer: " + name + "\nfirewall.on_computers [" + name +
                         "] = 0 of 1 (1 unknown), export, where: firewall_active=1, firewall_software: \\u{1B}[2Jx, " +
                         std::string(60, 'y') + "…, note: "));
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find("each ended with a fault of its own (<script>).\n") != std::string::npos);
}
