#pragma once

#include <vector>

#include "import/look.hpp"

namespace candor {

/// What one of several files says of its day, and where.
struct FileDay {
  DayFound found;
  Place place;
};

/// The day of files that are imported together: each by `day_of_look`, and all of one day. Complains (`bad-date`) at
/// the first that is of another; nothing then, and where there are none.
[[nodiscard]] std::optional<Date> day_of_files(const std::vector<FileDay>& files, const ImportContext& context,
                                               Diagnostics& diagnostics);

}  // namespace candor
