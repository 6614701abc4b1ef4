#include "import/one_day.hpp"

#include <fmt/format.h>

namespace candor {

std::optional<Date> day_of_files(const std::vector<FileDay>& files, const ImportContext& context,
                                 Diagnostics& diagnostics) {
  std::optional<Date> all;
  for (const auto& file : files) {
    const auto day = day_of_look(file.found, file.place, context, diagnostics);
    if (!day) return std::nullopt;
    if (all && *all != *day) {
      diagnostics.error(
          file.place, "bad-date",
          fmt::format("this file is of {}, and one that is imported with it of {}", to_iso(*day), to_iso(*all)),
          "import files of different days one after another");
      return std::nullopt;
    }
    all = day;
  }
  return all;
}

}  // namespace candor
