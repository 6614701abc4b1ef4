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
    Exporter{"record", "the result with all it was made from, for `candor compare`", ".record.json", made<record_of>},
    Exporter{"csv", "the action plan as a table", ".csv", made<export_csv>},
    Exporter{"xlsx", "the action plan as a workbook", ".xlsx", export_xlsx, true},
    Exporter{"sarif", "for code scanning on GitHub and its like", ".sarif", made<export_sarif>},
    Exporter{"oscal", "OSCAL assessment results, for audits", ".oscal.json", made<export_oscal>},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

}  // namespace candor
