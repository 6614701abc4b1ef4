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
    Exporter{"json", "for scripts", made<export_json>},
    Exporter{"ndjson", "the same in one line, for logs and pipes", made<export_ndjson>},
    Exporter{"csv", "the action plan as a table", made<export_csv>},
    Exporter{"xlsx", "the action plan as a workbook", export_xlsx, true},
    Exporter{"findings", "every control as a table", made<export_findings>},
    Exporter{"junit", "test results for Jenkins, GitLab and their like", made<export_junit>},
    Exporter{"gitlab", "GitLab's code quality report", made<export_gitlab>},
    Exporter{"github", "annotations for a step of GitHub Actions", made<export_github>},
    Exporter{"prometheus", "gauges for the textfile collector", made<export_prometheus>},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

}  // namespace candor
