#pragma once

#include <optional>
#include <string>

#include "candor/export/export.hpp"

namespace candor {

/// The whole assessment, as profiles/schemas/assessment.schema.json describes it.
[[nodiscard]] std::string export_json(const Report& report, const Sources& files);

/// What changed between two assessments and why, as profiles/schemas/comparison.schema.json describes it.
[[nodiscard]] std::string export_comparison(const Report& report, const Sources& files);

/// The action plan for a spreadsheet that opens it as text: one row a gap, and blank columns for the client's answer.
[[nodiscard]] std::string export_csv(const Report& report, const Sources& files);

/// The same table as a workbook. Nothing when there is no room for the temporary file that it takes.
[[nodiscard]] std::optional<std::string> export_xlsx(const Report& report, const Sources& files);

/// SARIF 2.1.0 for GitHub's code scanning and other readers: a rule a control, a result a gap.
[[nodiscard]] std::string export_sarif(const Report& report, const Sources& files);

/// OSCAL assessment results 1.1.3, for programs that keep track of findings and risks.
[[nodiscard]] std::string export_oscal(const Report& report, const Sources& files);
/// The same document as JSON, in one line.
[[nodiscard]] std::string export_ndjson(const Report& report, const Sources& files);

/// The row of one client; see candor/export/portfolio.hpp.
[[nodiscard]] std::string export_row(const Report& report, const Sources& files);

/// JUnit XML: a test a control.
[[nodiscard]] std::string export_junit(const Report& report, const Sources& files);

/// GitLab's code quality report: an issue a gap, at its line.
[[nodiscard]] std::string export_gitlab(const Report& report, const Sources& files);

/// GitHub's annotations: a line a gap, for a step's output.
[[nodiscard]] std::string export_github(const Report& report, const Sources& files);

/// Gauges for Prometheus' textfile collector.
[[nodiscard]] std::string export_prometheus(const Report& report, const Sources& files);

/// All controls as a table: one row each, whatever the outcome.
[[nodiscard]] std::string export_findings(const Report& report, const Sources& files);

}  // namespace candor
