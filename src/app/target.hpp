#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.hpp"
#include "app/format.hpp"
#include "app/session.hpp"
#include "app/settings_said.hpp"

namespace candor::app {

/// One result that was asked for: in which form, and where to.
struct Target {
  Format format;
  bool is_format_asked = false;     ///< by a flag: what cannot be shown so is refused
  std::optional<std::string> file;  ///< nothing: standard output

  [[nodiscard]] std::string name() const { return file ? *file : "-"; }
};

/// At least one, or a complaint, in the order of the command line. `said` is what the flags, the environment or
/// candor.yaml say of the format; without a flag the ending of a file's name beats the other two. The session has the
/// complaints.
[[nodiscard]] std::vector<Target> settle_targets(const Arguments& arguments, const std::vector<Setting>& said,
                                                 Session& session);

}  // namespace candor::app
