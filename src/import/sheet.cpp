#include "import/sheet.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "candor/text/suggest.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

/// The text behind the mark against formulas.
std::string_view without_mark(std::string_view text) {
  const bool is_marked = text.starts_with('\'') && looks_like_formula(text);
  return is_marked ? text.substr(1) : text;
}

/// A line break inside a cell is a blank in what we keep.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_break = c == '\n' || c == '\r' || c == '\t';
    if (is_break && line.ends_with(' ')) continue;
    line += is_break ? ' ' : c;
  }
  return line;
}

}  // namespace

Sheet::Sheet(std::vector<CsvRow> rows, std::span<const std::string_view> wanted, Diagnostics& diagnostics)
    : rows_(std::move(rows)) {
  if (rows_.empty()) return;
  find_columns(wanted, diagnostics);
  const auto width = rows_.front().size();
  for (const auto& row : rows_) {
    const auto extra = std::find_if(row.begin() + static_cast<std::ptrdiff_t>(std::min(width, row.size())), row.end(),
                                    [](const CsvField& field) { return !trimmed(field.text).empty(); });
    if (has_headings_ && extra != row.end())
      diagnostics.error(extra->place, "bad-csv", "this line has more fields than there are headings",
                        "a field with a comma or a semicolon in it stands in quotes");
  }
}

void Sheet::find_columns(std::span<const std::string_view> wanted, Diagnostics& diagnostics) {
  const auto& first = rows_.front();
  std::vector<std::string> headings;
  for (const auto& field : first) headings.push_back(lower_case(trimmed(field.text)));
  for (const auto column : wanted) {
    const auto name = lower_case(column);
    const auto found = std::ranges::find(headings, name);
    if (found == headings.end()) continue;
    columns_.emplace_back(column, static_cast<std::size_t>(found - headings.begin()));
    const auto again = std::find(found + 1, headings.end(), name);
    if (again != headings.end())
      diagnostics.error(first[static_cast<std::size_t>(again - headings.begin())].place, "repeated-column",
                        fmt::format("the column `{}` is there twice", column), "take one of them out");
  }
  has_headings_ = columns_.size() * 2 > wanted.size();
  const auto& corner = first.front().place;
  if (!has_headings_) {
    diagnostics.error(corner, "missing-column", "the first line does not name the columns",
                      fmt::format("it must be as it was written, from `{}` to `{}`", wanted.front(), wanted.back()));
    return;
  }
  for (const auto column : wanted) {
    if (find(column)) continue;
    const std::string_view name = column;
    std::vector<std::string> strangers;
    for (const auto& field : first)
      if (std::ranges::none_of(wanted, [&](auto w) { return lower_case(w) == lower_case(trimmed(field.text)); }))
        strangers.emplace_back(trimmed(field.text));
    const auto near = std::ranges::find_if(strangers, [&](const std::string& stranger) {
      return !stranger.empty() && nearest(stranger, {&name, 1}).has_value();
    });
    diagnostics.error(corner, "missing-column", fmt::format("the column `{}` is missing", column),
                      near == strangers.end() ? std::string{"a column that is not needed may stay blank, but must stay"}
                                              : fmt::format("is it {}?", in_backticks(*near)));
  }
}

std::optional<std::size_t> Sheet::find(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column, [](const auto& known) { return known.first; });
  if (found == columns_.end()) return std::nullopt;
  return found->second;
}

CsvField Sheet::cell(std::size_t row, std::string_view column) const {
  const auto& fields = rows_[row + 1];
  const auto number = find(column);
  if (!number || *number >= fields.size()) return {.text = {}, .place = fields.back().place};
  const auto& field = fields[*number];
  return {.text = one_line(without_mark(trimmed(field.text))), .place = field.place};
}

}  // namespace candor
