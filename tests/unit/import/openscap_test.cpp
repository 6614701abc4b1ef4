#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

constexpr std::string_view ssg = "xccdf_org.ssgproject.content_rule_";

std::string rule(std::string_view name, std::string_view word, std::string_view more = {}) {
  return "<rule-result idref='" + std::string{ssg} + std::string{name} + "' severity='medium'><result>" +
         std::string{word} + "</result>" + std::string{more} + "</rule-result>\n";
}

/// An update as `oscap` numbers those of Red Hat.
std::string update(std::string_view number, std::string_view severity, std::string_view word) {
  return "<rule-result idref=\"oval-com.redhat.rhsa-def-" + std::string{number} + "\" severity=\"" +
         std::string{severity} + "\"><result>" + std::string{word} + "</result></rule-result>\n";
}

std::string result(std::initializer_list<std::string> rules, std::string_view target = "fileserver01",
                   std::string_view end = "2026-11-20T23:30:00-02:00") {
  auto text =
      "<TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\" start-time=\"2026-11-20T23:00:00-02:00\" "
      "end-time=\"" +
      std::string{end} + "\" test-system=\"cpe:/a:redhat:openscap:1.3.7\">\n<target>" + std::string{target} +
      "</target>\n";
  for (const auto& one : rules) text += one;
  return text + "<score maximum=\"100\">100</score></TestResult>\n";
}

/// What is said of one fact, without its name: `0 of 1, export, where: …`.
std::string said(std::string_view fact, const std::string& bytes) {
  auto text = World{}.import("openscap", bytes);
  const auto begin = text.find(std::string{fact} + " [");
  if (begin == std::string::npos) return text;
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  return line.substr(line.find(" = ") + 3);
}

std::string firewall(std::initializer_list<std::string> rules) { return said("firewall.on_computers", result(rules)); }
std::string updates(std::initializer_list<std::string> rules) { return said("patch.critical_in_time", result(rules)); }

constexpr std::string_view always =
    R"(not seen: If virus protection is on and up to date: the rules look at what is installed.
not seen: How long records are kept, and if a thief could read a laptop: no rule shows that alone.
not seen: Updates of what did not come with the system.
)";

}  // namespace

TEST_CASE("rules that show a fact are counted for one computer, and no other, nor the score") {
  CHECK(World{}.import("openscap",
                       result({rule("service_firewalld_enabled", "pass"), rule("service_auditd_enabled", "fail"),
                               rule("package_mcafeetp_installed", "pass"), rule("encrypt_partitions", "pass"),
                               rule("dnf-automatic_apply_updates", "pass"),
                               rule("accounts_password_minlen_login_defs", "pass")})) ==
        R"(2026-11-21 openscap 1.3.7: 1 computer: fileserver01
firewall.on_computers [fileserver01] = 1 of 1, export, where: service_firewalld_enabled: pass
patch.critical_in_time [fileserver01] = 0 of 1 (1 unknown), export, note: no rule of the scan looks at it
)" + std::string{always});
}

TEST_CASE("where no rule was for the system, nothing failed and nothing is known") {
  CHECK(World{}.import("openscap", result({rule("service_firewalld_enabled", "notapplicable"),
                                           rule("dconf_gnome_disable_autorun", "notapplicable"),
                                           rule("service_ufw_enabled", "notselected"),
                                           rule("accounts_password_pam_minlen", "notapplicable")})) ==
        R"(2026-11-21 openscap 1.3.7: 1 computer: fileserver01
firewall.on_computers [fileserver01] = 0 of 1 (1 unknown), export, note: none of the 3 rules of the scan is for this system
patch.critical_in_time [fileserver01] = 0 of 1 (1 unknown), export, note: none of the 3 rules of the scan is for this system
macros.autorun_off [fileserver01] = 0 of 1 (1 unknown), export, note: none of the 3 rules of the scan is for this system
password.shortest [fileserver01] = unknown, export, note: none of the 3 rules of the scan is for this system
)" + std::string{always});
  CHECK(firewall({}) == "0 of 1 (1 unknown), export, note: the scan was asked for no rule");
  CHECK(firewall({rule("service_ufw_enabled", "notselected")}) ==
        "0 of 1 (1 unknown), export, note: the scan was asked for no rule");
}

TEST_CASE("a service that runs is no firewall that filters: what a pass leaves open is not known") {
  CHECK(firewall({rule("service_ufw_enabled", "pass")}) ==
        "0 of 1 (1 unknown), export, where: service_ufw_enabled: pass, note: service_ufw_enabled passes while ufw "
        "itself is "
        "switched off");
  CHECK(firewall({rule("service_ufw_enabled", "pass"), rule("check_ufw_active", "pass")}) ==
        "1 of 1, export, where: service_ufw_enabled: pass, check_ufw_active: pass");
  CHECK(firewall({rule("service_nftables_enabled", "pass")})
            .ends_with("note: service_nftables_enabled passes without a "
                       "single rule"));
  CHECK(firewall({rule("service_iptables_enabled", "pass")}).starts_with("0 of 1 (1 unknown)"));
}

TEST_CASE("a firewall that fails its rule is off, unless another one is on or may be") {
  CHECK(firewall({rule("service_firewalld_enabled", "fail")}) ==
        "0 of 1, export, where: service_firewalld_enabled: fail");
  CHECK(firewall({rule("service_firewalld_enabled", "fail"), rule("service_nftables_enabled", "error")}) ==
        "0 of 1, export, where: service_firewalld_enabled: fail");
  CHECK(firewall({rule("service_firewalld_enabled", "fail"), rule("check_ufw_active", "pass")}) ==
        "1 of 1, export, where: service_firewalld_enabled: fail, check_ufw_active: pass");
  CHECK(firewall({rule("service_firewalld_enabled", "fail"), rule("service_nftables_enabled", "pass")})
            .starts_with(
                "0 of 1 (1 unknown), export, where: service_firewalld_enabled: fail, service_nftables_enabled: pass"));
  CHECK(firewall({rule("service_ufw_enabled", "fail"), rule("check_ufw_active", "pass")}) ==
        "0 of 1 (1 unknown), export, where: service_ufw_enabled: fail, check_ufw_active: pass, note: the rules on ufw "
        "contradict each other");
}

TEST_CASE("words that decide nothing make nothing good or bad") {
  for (const auto* word : {"error", "unknown", "notchecked", "notapplicable", "informational", "passed"})
    CHECK(firewall({rule("service_firewalld_enabled", word), rule("other", "pass")}) ==
          "0 of 1 (1 unknown), export, note: the scan did not decide it (service_firewalld_enabled: " +
              std::string{word} + ")");
  CHECK(World{}
            .import("openscap", result({rule("service_firewalld_enabled", "error"), rule("a", "notchecked"),
                                        rule("b", "unknown"), rule("c", "error")}))
            .find("not seen: What the scan could not check (fileserver01: service_firewalld_enabled, a, b and 1 "
                  "more).\n") != std::string::npos);
}

TEST_CASE("what the scan itself put right was not so before, and what a person made of a result is none") {
  CHECK(firewall({rule("service_firewalld_enabled", "fixed")}) ==
        "1 of 1, export, where: service_firewalld_enabled: fixed, note: it was not so until this scan changed it");
  const auto overruled =
      result({rule("service_firewalld_enabled", "pass",
                   "<override time=\"2026-11-20T10:00:00\" authority=\"boss\"><old-result>fail</old-result>"
                   "<new-result>pass</new-result><remark>fine</remark></override>")});
  CHECK(said("firewall.on_computers", overruled) == "0 of 1, export, where: service_firewalld_enabled: fail");
  CHECK(World{}
            .import("openscap", overruled)
            .find("not seen: What a person made of a result: what the scan found counts here "
                  "(fileserver01: service_firewalld_enabled).\n") != std::string::npos);
}

TEST_CASE("an urgent update that is missing since a year gone by is late; of this year nobody can tell") {
  CHECK(updates({update("20250675", "high", "fail"), update("20261111", "high", "fail"),
                 update("20260001", "low", "pass")}) ==
        "0 of 1, export, where: missing: RHSA-2025:0675 (high), note: by the year in its number the notice is older "
        "than 14 "
        "days");
  CHECK(updates({update("20261111", "high", "fail"), update("20200001", "medium", "fail")}) ==
        "0 of 1 (1 unknown), export, where: missing: RHSA-2026:1111 (high), RHSA-2020:0001 (medium), note: updates are "
        "missing; whether an urgent one of them is older than 14 days the result does not show");
  CHECK(updates({update("20250675", "", "fail")})
            .starts_with("0 of 1, export, where: missing: RHSA-2025:0675 (unknown)"));
  CHECK(said("patch.critical_in_time", result({update("20250675", "high", "fail")}, "vm", "2026-01-14T10:00:00Z"))
            .starts_with("0 of 1 (1 unknown)"));
  CHECK(said("patch.critical_in_time", result({update("20250675", "high", "fail")}, "vm", "2026-01-15T10:00:00Z"))
            .starts_with("0 of 1, export"));
}

TEST_CASE("no update is missing only where all could be checked, by a list that does not end long ago") {
  CHECK(updates({update("20261111", "high", "pass"), update("20261112", "low", "fail"),
                 update("20261113", "high", "fixed"), update("20261114", "high", "notapplicable")}) ==
        "1 of 1, export, where: 2 updates installed or not needed, 1 by this scan itself, 1 rated low missing, note: "
        "by the "
        "list of updates that the scan was given");
  CHECK(updates({update("20251111", "high", "pass")}) ==
        "0 of 1 (1 unknown), export, where: 1 update installed or not needed, note: the list of updates ends in 2025, "
        "and "
        "what came later is not known");
  CHECK(updates({update("20261111", "high", "pass"), update("20261112", "high", "error")}) ==
        "0 of 1 (1 unknown), export, note: 1 update could not be checked (RHSA-2026:1112)");
  CHECK(updates({update("20261111", "high", "notapplicable"), rule("other", "pass")}) ==
        "0 of 1 (1 unknown), export, note: the scan did not decide it (RHSA-2026:1111: notapplicable)");
}

TEST_CASE("the rule on all updates is about one each time it stands there, and its severity is its own") {
  const auto of = [](std::string_view number) {
    return "<check><check-content-ref name='oval:org.almalinux.alsa:def:" + std::string{number} +
           "' href='a'/></check>";
  };
  CHECK(
      updates({rule("security_patches_up_to_date", "pass", of("20261111")),
               rule("security_patches_up_to_date", "fail", of("20201112"))}) ==
      "0 of 1 (1 unknown), export, where: missing: ALSA-2020:1112, note: updates are missing; whether an urgent one of "
      "them is older than 14 days the result does not show");
  CHECK(
      updates({rule("security_patches_up_to_date", "pass")}) ==
      "1 of 1, export, where: 1 update installed or not needed, note: by the list of updates that the scan was given");
  CHECK(updates({rule("security_patches_up_to_date", "notchecked"), rule("other", "pass")}) ==
        "0 of 1 (1 unknown), export, note: 1 update could not be checked (security_patches_up_to_date)");
}

TEST_CASE("how long a password must be stands beside the rule that asks for it") {
  constexpr std::string_view length =
      "<set-value idref=\"xccdf_org.ssgproject.content_value_var_password_pam_minlen\">15</set-value>";
  const auto password = [](std::initializer_list<std::string> rules) {
    return said("password.shortest", result(rules));
  };
  CHECK(password({std::string{length}, rule("accounts_password_pam_minlen", "pass")}) ==
        "15, export, where: accounts_password_pam_minlen: pass, note: the rule asks for this length or more");
  CHECK(password({std::string{length}, rule("accounts_password_pam_minlen", "fail")}) ==
        "unknown, export, note: shorter than 15, and the result does not show how short");
  CHECK(password({rule("accounts_password_pam_minlen", "pass")}) ==
        "unknown, export, note: the result does not show the length");
  CHECK(World{}.import("openscap", result({std::string{length}})).find("password.shortest") == std::string::npos);
}

TEST_CASE("nothing starts from a memory stick where GNOME was told so, and its rule fails too where it asks") {
  CHECK(said("macros.autorun_off", result({rule("dconf_gnome_disable_autorun", "pass")})) ==
        "1 of 1, export, where: dconf_gnome_disable_autorun: pass");
  CHECK(said("macros.autorun_off", result({rule("dconf_gnome_disable_autorun", "fail")})) ==
        "0 of 1 (1 unknown), export, where: dconf_gnome_disable_autorun: fail, note: dconf_gnome_disable_autorun fails "
        "too "
        "where GNOME asks before it starts something");
}

TEST_CASE("results are read alone, in a benchmark and in an asset report, with a prefix and without") {
  const auto pass = rule("service_firewalld_enabled", "pass");
  const auto alone = World{}.import("openscap", result({pass}));
  CHECK(World{}.import("openscap", "<Benchmark xmlns='http://checklists.nist.gov/xccdf/1.1'><Rule id='x'/>" +
                                       result({pass}) + "</Benchmark>") == alone);
  CHECK(
      World{}.import("openscap",
                     "<arf:asset-report-collection xmlns:arf='http://scap.nist.gov/schema/asset-reporting-format/1.1'>"
                     "<arf:report-requests/><arf:reports><arf:report id='a'><arf:content>" +
                         result({pass}) +
                         "</arf:content></arf:report><arf:report id='oval'><arf:content><oval_results/>"
                         "</arf:content></arf:report></arf:reports></arf:asset-report-collection>") == alone);
  CHECK(World{}.import("openscap", R"(<cdf:TestResult xmlns:cdf="http://checklists.nist.gov/xccdf/1.1"
    end-time="2026-11-21T10:00:00" test-system="cpe:/a:redhat:openscap:1.3.7"><cdf:target>fileserver01</cdf:target>
    <cdf:rule-result idref="service_firewalld_enabled"><cdf:result>pass</cdf:result></cdf:rule-result></cdf:TestResult>)") ==
        alone);
}

TEST_CASE("several results are several computers, and those of one computer and day come together") {
  const auto first = result({rule("service_firewalld_enabled", "fail")}, "vm");
  const auto second = result({rule("check_ufw_active", "pass")}, "vm");
  const auto other = result({rule("service_firewalld_enabled", "pass")}, "db", "2026-11-19T10:00:00Z");
  CHECK(World{}.import("openscap", {{"a.xml", first}, {"b.xml", other}, {"c.xml", second}}) ==
        R"(2026-11-21 openscap 1.3.7: 2 computers: db, vm
firewall.on_computers [db] = 1 of 1, export of 2026-11-19, where: service_firewalld_enabled: pass
patch.critical_in_time [db] = 0 of 1 (1 unknown), export of 2026-11-19, note: no rule of the scan looks at it
firewall.on_computers [vm] = 1 of 1, export, where: service_firewalld_enabled: fail, check_ufw_active: pass
patch.critical_in_time [vm] = 0 of 1 (1 unknown), export, note: no rule of the scan looks at it
)" + std::string{always});
}

TEST_CASE("results of computers without a name do not come together: they may be of two") {
  const auto one = result({rule("service_firewalld_enabled", "fail")}, "localhost.localdomain");
  const auto other = result({rule("check_ufw_active", "pass")}, "localhost.localdomain");
  CHECK(World{}.import("openscap", one).starts_with("2026-11-21 openscap 1.3.7: 1 computer: localhost.localdomain\n"));
  const auto complaint = World{}.import("openscap", {{"a.xml", one}, {"b.xml", other}});
  CHECK(
      complaint.starts_with("b.xml:1:1: error: two results of `localhost.localdomain` are here, and they may be of two "
                            "computers [too-many-files]\n"));
  CHECK(complaint.ends_with("       hint: import them one after another, each with its --part\n"));
}

TEST_CASE("what holds no result is refused") {
  constexpr std::string_view hint =
      "       hint: scan with `oscap xccdf eval --results FILE` or `--results-arf FILE`, and import that file\n";
  CHECK(World{}.import("openscap", "<Benchmark xmlns=\"http://checklists.nist.gov/xccdf/1.2\"><Rule/></Benchmark>") ==
        R"(file:1:1: error: this holds no result of an XCCDF scan [unknown-format]
   1 | <Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2"><Rule/></Benchmark>
       ^
)" + std::string{hint});
  CHECK(World{}.import("openscap", "<TestResult><target>x</target></TestResult>").ends_with(hint));
  CHECK(World{}.import("openscap", "<nmaprun/>").ends_with(hint));
  CHECK(World{}.import("openscap", "") == "file: error: there is nothing in this file [empty-file]\n");
  const auto whole = result({rule("service_firewalld_enabled", "pass")});
  CHECK(World{}.import("openscap", whole.substr(0, whole.size() - 4)) ==
        R"(file:4:35: error: this is no whole XML document: it is cut short or broken here [bad-xml]
   4 | <score maximum="100">100</score></TestResu
                                         ^
       hint: export the file again; do not edit it by hand
)");
  CHECK(World{}
            .import("openscap", result({}, "vm", "soon"))
            .starts_with("file:1:1: error: this file does not say on which day it was made [no-date]\n"));
}

TEST_CASE("hostile words of a result are shown harmless and short") {
  const auto text = World{}.import(
      "openscap", result({rule("service_firewalld_enabled", "&lt;script&gt;=1+1" + std::string(10'000, 'w')),
                          update("2025" + std::string(10'000, '9'), "high", "fail")},
                         "=1+1\xE2\x80\xAE\n&lt;script&gt;" + std::string(10'000, 'n')));
  CHECK(text.starts_with("2026-11-21 openscap 1.3.7: 1 computer: =1+1\\u{202E} <script>" + std::string(59, 'n') +
                         "…\nfirewall.on_computers [=1+1\\u{202E} <script>"));
  CHECK(text.find("(service_firewalld_enabled: <script>=1+1wwwwwwww…)") != std::string::npos);
  CHECK(text.find("missing: RHSA-2025:" + std::string(30, '9') + "… (high)") != std::string::npos);
}
