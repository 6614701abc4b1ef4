#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "candor/model/report.hpp"

namespace candor {

/// A format for machines. It reads the assessment and the report's sentences, and
/// recomputes nothing. `files` names the sources that places point into.
struct Exporter {
  std::string_view name;
  std::string_view purpose;
  std::string_view ending;  ///< of a file that holds it: `.json`
  std::optional<std::string> (*write)(const Report& report, const Sources& files);  ///< nothing: it cannot be made here
  bool is_binary = false;                                                           ///< not for a terminal
  bool compares = false;     ///< shows what changed too, of a report with a comparison
  bool is_for_many = false;  ///< shows many clients too, a line each: `write` is for one
};

/// The format `record`: the result with all that it was made from. The report must have its inputs.
[[nodiscard]] std::string record_of(const Report& report, const Sources& files);

/// All formats for machines, in the order of --help and the manual.
[[nodiscard]] std::span<const Exporter> exporters();

}  // namespace candor
