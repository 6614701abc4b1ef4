#pragma once

#include <string_view>

#include "import/importers.hpp"
#include "import/packages.hpp"

namespace candor {

/// How the files of one scanner are known and read.
struct ScanFormat {
  bool (*is_scan)(const yaml::Node& root);
  Scan (*read)(const yaml::Node& root);
  std::string_view otherwise;  ///< the complaint about all other files: "this is no report of Trivy"
  std::string_view hint;
};

/// Scans, each of one thing that was looked at, and beside them CISA's list of flaws that criminals use.
[[nodiscard]] Brought import_scans(Files files, const ImportContext& context, Diagnostics& diagnostics,
                                   const ScanFormat& format);

}  // namespace candor
