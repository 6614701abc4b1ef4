#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/diagnostics.hpp"

namespace candor {

/// One field of a CSV file, its quotes undone, and where it begins.
struct CsvField {
  std::string text;
  Place place;
};

using CsvRow = std::vector<CsvField>;

inline constexpr std::size_t max_csv_columns = 16'384;    ///< no spreadsheet has more
inline constexpr std::size_t max_csv_fields = 4'000'000;  ///< each row counts as one more; 48 bytes each, and its text

/// Reads CSV as spreadsheets save it: a comma, a semicolon or a tab between the fields (the first line
/// tells which), quotes as in RFC 4180, CR LF or LF, a byte order mark or none. Blank lines are left
/// out. Never guesses an encoding: bytes that are not UTF-8 are a fault, as are characters that would
/// act on a reader, a quote that is not closed, a workbook in place of a table, and more fields than said
/// above. Nothing when there is no table to speak of.
[[nodiscard]] std::optional<std::vector<CsvRow>> read_csv(std::string_view bytes, std::uint32_t file,
                                                          Diagnostics& diagnostics);

}  // namespace candor
