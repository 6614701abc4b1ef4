#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/plan_table.hpp"

namespace candor {

/// One line of a CSV file as RFC 4180 has it: commas, quotes where they are needed, CR LF.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

/// A whole file, as Excel opens it too: it begins with a byte order mark.
[[nodiscard]] std::string csv_text(const std::vector<std::string_view>& headings,
                                   const std::vector<std::vector<Cell>>& rows);

}  // namespace candor
