#include "import/mapped_table.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "candor/text/suggest.hpp"
#include "import/look.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

using Columns = std::span<const Located<std::string>>;

std::vector<std::string> words_of(const CsvRow& row) {
  std::vector<std::string> words;
  for (const auto& field : row) words.push_back(lower_case(trimmed(field.text)));
  return words;
}

/// Among the first rows the one that holds most of the headings: consoles like to put a title above.
std::size_t find_headings(const std::vector<CsvRow>& rows, Columns columns) {
  constexpr std::size_t most_titles = 20;
  std::size_t best = 0;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < std::min(rows.size(), most_titles); ++i) {
    const auto words = words_of(rows[i]);
    const auto found = std::ranges::count_if(columns, [&](const Located<std::string>& column) {
      return std::ranges::find(words, lower_case(column.value)) != words.end();
    });
    if (found > most) best = i;
    most = std::max(most, found);
  }
  return best;
}

/// What somebody may have meant by a heading that is not there.
std::string hint_for_heading(const std::string& heading, const CsvRow& headings) {
  constexpr std::size_t most_candidates = 100;  // among more, the nearest name is a guess, and slow to find
  std::vector<std::string> names;
  for (const auto& field : headings)
    if (!trimmed(field.text).empty() && names.size() < most_candidates) names.push_back(kept(field.text, 40));
  const std::vector<std::string_view> views{names.begin(), names.end()};
  auto hint = did_you_mean(heading, views);
  return hint.empty() ? fmt::format("its headings are: {}", first_few(names, 12)) : hint;
}

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row, [](const CsvField& field) { return trimmed(field.text).empty(); });
}

}  // namespace

std::optional<MappedTable> MappedTable::read(const ImportFile& file, Columns columns, const Sources& sources,
                                             Diagnostics& diagnostics) {
  auto rows = read_csv(file.bytes, file.file, diagnostics);
  if (!rows || rows->empty()) return std::nullopt;
  MappedTable table;
  const auto top = find_headings(*rows, columns);
  const auto headings = std::move((*rows)[top]);
  const auto words = words_of(headings);
  bool is_whole = true;
  for (const auto& column : columns) {
    const auto name = lower_case(column.value);
    const auto found = std::ranges::find(words, name);
    table.fields_.push_back(static_cast<std::size_t>(found - words.begin()));
    if (found == words.end()) {
      diagnostics.error(
          column.place, "missing-column",
          fmt::format("{} has no column {}", in_backticks(sources.at(file.file).name), in_backticks(column.value)),
          hint_for_heading(column.value, headings));
      is_whole = false;
    } else if (const auto again = std::find(found + 1, words.end(), name); again != words.end()) {
      diagnostics.error(headings[static_cast<std::size_t>(again - words.begin())].place, "repeated-column",
                        fmt::format("the column {} is there twice", in_backticks(column.value)),
                        "take one of them out");
    }
  }
  if (!is_whole) return std::nullopt;
  for (auto i = top + 1; i < rows->size(); ++i) {
    auto& row = (*rows)[i];
    if (is_blank(row)) continue;
    const auto extra = std::find_if(row.begin() + static_cast<std::ptrdiff_t>(std::min(headings.size(), row.size())),
                                    row.end(), [](const CsvField& field) { return !trimmed(field.text).empty(); });
    if (extra != row.end())
      diagnostics.error(extra->place, "bad-csv", "this line has more fields than there are headings",
                        "a field with a separator in it stands in quotes");
    table.rows_.push_back(std::move(row));
  }
  return table;
}

std::string_view MappedTable::cell(std::size_t row, std::size_t column) const {
  const auto& fields = rows_[row];
  const auto field = fields_[column];
  return field < fields.size() ? trimmed(fields[field].text) : std::string_view{};
}

Place MappedTable::place(std::size_t row, std::size_t column) const {
  const auto& fields = rows_[row];
  return fields[std::min(fields_[column], fields.size() - 1)].place;
}

}  // namespace candor
