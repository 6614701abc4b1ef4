#include <string>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/small_world.hpp"

namespace candor {
namespace {

TEST_CASE(
    "each control is a test, and so are the verdict and each limit; nothing of a client's file ends a line or a text") {
  test::SmallWorld world;
  world.report.contains = "It names people.";
  CHECK(
      export_junit(world.report, world.files) ==
      R"x(<?xml version="1.0" encoding="UTF-8"?>)x"
      "\n"
      "<testsuites>\n"
      R"x(  <testsuite name="minimum" package="café-\u{202E}-x.test-standard" id="0" tests="3" failures="2" errors="1" skipped="0" time="0" timestamp="2026-11-21T00:00:00" hostname="localhost">)x"
      "\n"
      "    <properties>\n"
      R"x(      <property name="client.id" value="café-\u{202E}-x" />)x"
      "\n"
      R"x(      <property name="profile.id" value="test-standard" />)x"
      "\n"
      R"x(      <property name="profile.version" value="2026.1" />)x"
      "\n"
      R"x(      <property name="as_of" value="2026-11-21" />)x"
      "\n"
      R"x(      <property name="verdict" value="below" />)x"
      "\n"
      R"x(      <property name="service" value="do_not_take_on" />)x"
      "\n"
      R"x(      <property name="gates.missed" value="1" />)x"
      "\n"
      R"x(      <property name="gates.unknown" value="1" />)x"
      "\n"
      R"x(      <property name="score.proved" value="25" />)x"
      "\n"
      R"x(      <property name="score.claimed" value="63" />)x"
      "\n"
      R"x(      <property name="score.at_best" value="88" />)x"
      "\n"
      R"x(      <property name="counts.met" value="2" />)x"
      "\n"
      R"x(      <property name="counts.partly" value="1" />)x"
      "\n"
      R"x(      <property name="counts.not_met" value="0" />)x"
      "\n"
      R"x(      <property name="counts.unknown" value="1" />)x"
      "\n"
      R"x(      <property name="counts.not_applicable" value="1" />)x"
      "\n"
      R"x(      <property name="ledger.declined" value="2" />)x"
      "\n"
      R"x(      <property name="ledger.not_applicable" value="1" />)x"
      "\n"
      R"x(      <property name="contains" value="It names people." />)x"
      "\n"
      "    </properties>\n"
      R"x(    <testcase name="verdict" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <failure message="Today you are below: 1 of 2." type="below" />)x"
      "\n"
      "    </testcase>\n"
      R"x(    <testcase name="A second check (mfa.cloud)" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <failure message="a\u{1B}[2J\u{202E}b]]>&quot;&lt;&amp;'\ [ [ATTACHMENT|x]] %0A ::set-output name=v,w::=1|@me" type="partly">What to do: =Turn it on, now.)x"
      "\n"
      R"x(Who: You (a\u{1B}[2J\u{202E}b]]&gt;"&lt;&amp;'\ [ [ATTACHMENT|x]] %0A ::set-output name=v,w::=1|@me))x"
      "\n"
      "By when: 2026-12-01\n"
      "So far: M. Byrne said no, signed.\n"
      "Place: clients/a:b,c%/inventory.yaml:40</failure>\n"
      "    </testcase>\n"
      R"x(    <testcase name="Backups that work (backup.tested)" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <error message="in place, not proved" type="not_proved">Proof wanted: seen, 12 months)x"
      "\n"
      "Place: clients/a:b,c%/inventory.yaml:1</error>\n"
      "    </testcase>\n"
      "    <system-out />\n"
      "    <system-err />\n"
      "  </testsuite>\n"
      R"x(  <testsuite name="other" package="café-\u{202E}-x.test-standard" id="1" tests="3" failures="0" errors="1" skipped="1" time="0" timestamp="2026-11-21T00:00:00" hostname="localhost">)x"
      "\n"
      "    <properties />\n"
      R"x(    <testcase name="No old Log4j (vuln.log4j)" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <error message="We do not know if old programs are left." type="unknown">What to do: Look.)x"
      "\n"
      "Who: We\n"
      "Place: clients/a:b,c%/inventory.yaml:1</error>\n"
      "    </testcase>\n"
      R"x(    <testcase name="No macros (macros.autorun)" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <skipped message="does not apply: a\u{1B}[2J\u{202E}b]]>&quot;&lt;&amp;'\ [ [ATTACHMENT|x]] %0A ::set-output name=v,w::=1|@me" />)x"
      "\n"
      "    </testcase>\n"
      R"x(    <testcase name="A firewall (firewall.on)" classname="café-\u{202E}-x.test-standard" time="0" />)x"
      "\n"
      "    <system-out />\n"
      "    <system-err />\n"
      "  </testsuite>\n"
      R"x(  <testsuite name="limits" package="café-\u{202E}-x.test-standard" id="2" tests="2" failures="1" errors="0" skipped="0" time="0" timestamp="2026-11-21T00:00:00" hostname="localhost">)x"
      "\n"
      "    <properties />\n"
      R"x(    <testcase name="--min-proved 40" classname="café-\u{202E}-x.test-standard" time="0">)x"
      "\n"
      R"x(      <failure message="Proved are 25, fewer than 40." type="limit" />)x"
      "\n"
      "    </testcase>\n"
      R"x(    <testcase name="--max-unknown 3" classname="café-\u{202E}-x.test-standard" time="0" />)x"
      "\n"
      "    <system-out />\n"
      "    <system-err />\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

TEST_CASE("a declined control is a failure, and one that is not known an error, never skipped") {
  test::SmallWorld world;
  for (auto& finding : world.assessment.findings) finding.declines = {DeclineState{}};
  const auto text = export_junit(world.report, world.files);
  CHECK(text.find("type=\"partly\"") != std::string::npos);
  CHECK(text.find("<error message=\"We do not know if old programs are left.\" type=\"unknown\">") !=
        std::string::npos);
}

TEST_CASE("where no must-have applies the tests do not pass all the same") {
  test::SmallWorld world;
  for (auto& finding : world.assessment.findings) {
    finding.outcome = Outcome::NotApplicable;
    finding.gate_missed = finding.gate_unknown = false;
  }
  world.assessment.verdict = Verdict::CannotTell;
  world.report.blocks.clear();
  CHECK(export_junit(world.report, world.files).find("<error message=\"cannot_tell\" type=\"cannot_tell\" />") !=
        std::string::npos);
}

}  // namespace
}  // namespace candor
