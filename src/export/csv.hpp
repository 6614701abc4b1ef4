#pragma once

#include <string>
#include <vector>

namespace candor {

/// One line of a CSV file as RFC 4180 has it: commas, quotes where they are needed, CR LF.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace candor
