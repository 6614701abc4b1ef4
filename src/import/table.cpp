#include "import/table.hpp"

#include <algorithm>
#include <utility>

#include "import/words.hpp"

namespace candor {

namespace {

/// `email address` of `Email Address [Required]`.
std::string name_of(std::string_view heading) { return lower_case(trimmed(heading.substr(0, heading.find('[')))); }

}  // namespace

Table::Table(std::vector<CsvRow> rows, Diagnostics& diagnostics) : rows_(std::move(rows)) {
  if (rows_.empty()) return;
  const auto width = rows_.front().size();
  for (const auto& row : rows_)
    if (row.size() > width && !trimmed(row.back().text).empty())
      diagnostics.error(row[width].place, "bad-csv", "this line has more fields than there are headings",
                        "a field with a comma or a semicolon in it stands in quotes");
}

Table::Column Table::find(std::initializer_list<std::string_view> names, Diagnostics& diagnostics) const {
  Column found;
  if (rows_.empty()) return found;
  const auto& headings = rows_.front();
  for (std::size_t column = 0; column < headings.size(); ++column) {
    if (std::ranges::find(names, name_of(headings[column].text)) == names.end()) continue;
    if (found)
      diagnostics.error(headings[column].place, "repeated-column",
                        "the column " + in_backticks(headings[column].text) + " is there twice",
                        "take one of them out");
    else
      found = column;
  }
  return found;
}

const CsvField* Table::cell(std::size_t row, Column column) const {
  const auto& fields = rows_[row + 1];
  return column && *column < fields.size() ? &fields[*column] : nullptr;
}

}  // namespace candor
