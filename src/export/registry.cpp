#include <array>

#include "candor/export/export.hpp"
#include "export/exporters.hpp"

namespace candor {

namespace {

/// A format that can always be written.
template <std::string (*write)(const Report&, const Sources&)>
std::optional<std::string> made(const Report& report, const Sources& files) {
  return write(report, files);
}

// One row a format. The order here is the order in --help and the manual.
constexpr std::array table{
    Exporter{"json", "for scripts", ".json", made<export_json>, false, true},
    Exporter{"ndjson", "the same in one line, for logs and pipes", ".ndjson", made<export_ndjson>, false, false, true},
    Exporter{"row", "what a list of clients needs, in one short line", ".row.ndjson", made<export_row>, false, false,
             true},
    Exporter{"record", "the result with all it was made from, for `candor compare`", ".record.json", made<record_of>},
    Exporter{"csv", "the action plan as a table", ".csv", made<export_csv>, false, false, true},
    Exporter{"xlsx", "the action plan as a workbook", ".xlsx", export_xlsx, true},
    Exporter{"findings", "every control as a table", ".findings.csv", made<export_findings>},
    Exporter{"junit", "test results for Jenkins, GitLab and their like", ".xml", made<export_junit>},
    Exporter{"gitlab", "GitLab's code quality report", ".gitlab.json", made<export_gitlab>},
    Exporter{"github", "annotations for a step of GitHub Actions", ".annotations", made<export_github>},
    Exporter{"sarif", "for code scanning on GitHub and its like", ".sarif", made<export_sarif>},
    Exporter{"oscal", "OSCAL assessment results, for audits", ".oscal.json", made<export_oscal>},
    Exporter{"prometheus", "gauges for the textfile collector", ".prom", made<export_prometheus>},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

}  // namespace candor
