#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/report.hpp"

namespace candor::app {

/// Turns a report into the chosen format and writes it. Returns done or not_written; running
/// out of memory on the way is a result that could not be written.
[[nodiscard]] int present(const Report& report, const Settings& settings, const std::optional<std::string>& output,
                          const Session& session);

/// As above for a report without an assessment behind it, which only formats for people can
/// show: an error of the command line where a flag asks for another, and the screen's where that
/// is only the usual setting.
[[nodiscard]] int present_words(const Report& report, const Settings& settings,
                                const std::optional<std::string>& output, Session& session);

}  // namespace candor::app
