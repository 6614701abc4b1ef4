#include <string>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/small_world.hpp"

namespace candor {
namespace {

/// `~` stands for the labels that all series have.
std::string with_labels(std::string text) {
  const std::string labels = R"x(client="café-\\u{202E}-x",profile="test-standard")x";
  for (auto at = text.find('~'); at != std::string::npos; at = text.find('~', at)) text.replace(at, 1, labels);
  return text;
}

TEST_CASE("every family has its help and type, and no label ends early") {
  const test::SmallWorld world;
  CHECK(export_prometheus(world.report, world.files) ==
        with_labels(
            "# HELP candor_verdict The verdict of the standard: 1 for the one that holds.\n"
            "# TYPE candor_verdict gauge\n"
            R"x(candor_verdict{~,verdict="below"} 1)x"
            "\n"
            R"x(candor_verdict{~,verdict="cannot_tell"} 0)x"
            "\n"
            R"x(candor_verdict{~,verdict="meets"} 0)x"
            "\n"
            "# HELP candor_points Points of 100: proved, claimed, and at best.\n"
            "# TYPE candor_points gauge\n"
            R"x(candor_points{~,number="proved"} 25)x"
            "\n"
            R"x(candor_points{~,number="claimed"} 63)x"
            "\n"
            R"x(candor_points{~,number="at_best"} 88)x"
            "\n"
            "# HELP candor_controls How many controls came out so.\n"
            "# TYPE candor_controls gauge\n"
            R"x(candor_controls{~,outcome="met"} 2)x"
            "\n"
            R"x(candor_controls{~,outcome="partly"} 1)x"
            "\n"
            R"x(candor_controls{~,outcome="not_met"} 0)x"
            "\n"
            R"x(candor_controls{~,outcome="unknown"} 1)x"
            "\n"
            R"x(candor_controls{~,outcome="not_applicable"} 1)x"
            "\n"
            "# HELP candor_gates The must-haves that apply: all, missed, and not known or not proved.\n"
            "# TYPE candor_gates gauge\n"
            R"x(candor_gates{~,state="all"} 2)x"
            "\n"
            R"x(candor_gates{~,state="missed"} 1)x"
            "\n"
            R"x(candor_gates{~,state="unknown"} 1)x"
            "\n"
            "# HELP candor_control_ratio How much of a control holds, from 0 to 1; none where it does not apply.\n"
            "# TYPE candor_control_ratio gauge\n"
            R"x(candor_control_ratio{~,control="mfa.cloud",bound="proved"} 0.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="mfa.cloud",bound="low"} 0.500000)x"
            "\n"
            R"x(candor_control_ratio{~,control="mfa.cloud",bound="high"} 0.500000)x"
            "\n"
            R"x(candor_control_ratio{~,control="backup.tested",bound="proved"} 0.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="backup.tested",bound="low"} 1.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="backup.tested",bound="high"} 1.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="vuln.log4j",bound="proved"} 0.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="vuln.log4j",bound="low"} 0.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="vuln.log4j",bound="high"} 1.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="firewall.on",bound="proved"} 1.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="firewall.on",bound="low"} 1.000000)x"
            "\n"
            R"x(candor_control_ratio{~,control="firewall.on",bound="high"} 1.000000)x"
            "\n"
            "# HELP candor_ledger_entries What was left out, overridden, aged, contradicted or declined.\n"
            "# TYPE candor_ledger_entries gauge\n"
            R"x(candor_ledger_entries{~,what="overridden"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="aged"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="future"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="contradicted"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="declined"} 2)x"
            "\n"
            R"x(candor_ledger_entries{~,what="decline_lapsed"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="decline_moot"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="not_applicable"} 1)x"
            "\n"
            R"x(candor_ledger_entries{~,what="refused"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="lapsed"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="extra_part"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="no_answer"} 0)x"
            "\n"
            R"x(candor_ledger_entries{~,what="overdue"} 0)x"
            "\n"
            "# HELP candor_limit_held Whether a limit that this run was asked for held.\n"
            "# TYPE candor_limit_held gauge\n"
            R"x(candor_limit_held{~,limit="--min-proved 40"} 0)x"
            "\n"
            R"x(candor_limit_held{~,limit="--max-unknown 3"} 1)x"
            "\n"
            "# HELP candor_assessment_timestamp_seconds The day it was judged, as its first second in UTC.\n"
            "# TYPE candor_assessment_timestamp_seconds gauge\n"
            R"x(candor_assessment_timestamp_seconds{~} 1795219200)x"
            "\n"));
}

TEST_CASE("a limit that is asked for twice is one series, and without a score there are no points") {
  test::SmallWorld world;
  world.report.limits.push_back(world.report.limits.front());
  world.assessment.score = {};
  const auto text = export_prometheus(world.report, world.files);
  const auto first = text.find("limit=\"--min-proved 40\"");
  CHECK(first != std::string::npos);
  CHECK(text.find("limit=\"--min-proved 40\"", first + 1) == std::string::npos);
  CHECK(text.find("candor_points") == std::string::npos);
}

}  // namespace
}  // namespace candor
