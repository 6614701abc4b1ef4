#pragma once

#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/report.hpp"

namespace candor::app {

/// Makes every result that was asked for, those for machines out of a report of their own, then writes them. Returns
/// done; not_written when one of them could not be made or written (the others are whole all the same, and named);
/// running out of memory on the way is a result that could not be made.
[[nodiscard]] int present(const Report& report, const Report& for_machines, const Settings& settings,
                          const Session& session);

/// As above for a report without an assessment behind it, which only formats for people can
/// show: an error of the command line where a flag asks for another, and the screen's where that
/// is only the usual setting.
[[nodiscard]] int present_words(const Report& report, const Settings& settings, Session& session);

}  // namespace candor::app
