#include "import/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array separators{',', ';', '\t'};
constexpr const char* how_to_save = "save the table as `CSV UTF-8` (Excel), or as CSV in the character set UTF-8";

/// The separator that stands most often in the first line, outside quotes; a comma when none does.
char find_separator(std::string_view text) {
  std::array<int, separators.size()> counts{};
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n') break;
    const auto found = std::ranges::find(separators, c);
    if (found != separators.end()) ++counts[static_cast<std::size_t>(found - separators.begin())];
  }
  return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// Which bytes mean no more than themselves, so that a run of them is taken at once.
using Plain = std::array<bool, 256>;

Plain plain_but(char other) {
  Plain plain{};
  for (unsigned char c = ' '; c <= '~'; ++c) plain[c] = true;
  plain['\t'] = true;
  plain[static_cast<unsigned char>(other)] = false;
  return plain;
}

/// Walks the text and knows the place of each field.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t file, Diagnostics& diagnostics)
      : text_(text),
        separator_(find_separator(text)),
        outside_(plain_but(separator_)),
        inside_(plain_but('"')),
        place_{file, 1, 1},
        diagnostics_(diagnostics) {}

  std::optional<std::vector<CsvRow>> read() {
    std::vector<CsvRow> rows;
    const auto lines = static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 1;
    rows.reserve(std::min(lines, max_csv_fields / 2));  // growing would hold them twice for a moment
    while (!at_end()) {
      auto row = read_row(rows.empty() ? 0 : rows.back().size());
      if (is_too_large_) return std::nullopt;
      const bool is_blank = row.size() == 1 && row.front().text.empty();
      if (is_blank) continue;
      kept_ += row.size() + 1;
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char now() const { return text_[at_]; }
  [[nodiscard]] bool ends_row() const {
    return at_end() || now() == '\n' || (now() == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }
  [[nodiscard]] bool ends_field() const { return ends_row() || now() == separator_; }

  /// Goes past one character.
  void skip() {
    const auto decoded = decode(text_, at_);
    at_ += decoded.size;
    if (decoded.character == U'\n') {
      ++place_.line;
      place_.column = 1;
      return;
    }
    const bool is_text = !is_hostile(decoded.character) || decoded.character == U'\t' || decoded.character == U'\r';
    if (!is_text) complain_about(decoded.character);
    ++place_.column;
  }

  void complain_about(char32_t hostile) {
    if (diagnostics_.is_full()) return diagnostics_.error(place_, "control-character", {});  // no more than counted
    diagnostics_.error(
        place_, "control-character",
        fmt::format("this file holds the invisible character U+{:04X}", static_cast<std::uint32_t>(hostile)),
        "it could act on a terminal instead of being read: take it out");
  }

  /// Takes one character.
  void take(std::string& into) {
    const auto begin = at_;
    skip();
    into.append(text_, begin, at_ - begin);
  }

  /// Takes all plain characters up to the next that is not; each is one byte and one column.
  void take_run(std::string& into, const Plain& plain) {
    const auto begin = at_;
    while (!at_end() && plain[static_cast<unsigned char>(now())]) ++at_;
    into.append(text_, begin, at_ - begin);
    place_.column += static_cast<std::uint32_t>(at_ - begin);
  }

  CsvRow refuse(Place place, std::string message, std::string hint) {
    diagnostics_.error(place, "too-large", std::move(message), std::move(hint));
    is_too_large_ = true;
    return {};
  }

  CsvRow read_row(std::size_t expected) {
    CsvRow row;
    row.reserve(expected);
    for (;;) {
      if (row.size() >= max_csv_columns)
        return refuse(place_, fmt::format("this line holds more than {} fields", max_csv_columns),
                      "no spreadsheet has so many columns: is this a table?");
      if (kept_ + row.size() >= max_csv_fields)
        return refuse({place_.file, 0, 0}, fmt::format("this table holds more than {} fields", max_csv_fields),
                      "leave out the columns that nobody asks for");
      row.push_back(read_field());
      if (at_end() || now() != separator_) break;
      skip();
    }
    while (!at_end() && now() == '\r') skip();
    if (!at_end()) skip();
    return row;
  }

  CsvField read_field() {
    CsvField field{.text = {}, .place = place_};
    if (!at_end() && now() == '"') read_quoted(field);
    for (take_run(field.text, outside_); !ends_field(); take_run(field.text, outside_)) take(field.text);
    return field;
  }

  /// Up to the closing quote. What follows it up to the separator is no CSV; it is told and kept.
  void read_quoted(CsvField& field) {
    const auto opened = place_;
    skip();
    for (;;) {
      take_run(field.text, inside_);
      if (at_end()) {
        diagnostics_.error(opened, "bad-csv", "this quote is not closed",
                           "a field that begins with `\"` ends with one");
        return;
      }
      if (now() != '"') {
        take(field.text);
        continue;
      }
      skip();
      if (at_end() || now() != '"') break;
      take(field.text);
    }
    if (!ends_field())
      diagnostics_.error(place_, "bad-csv", "the field goes on after its closing quote",
                         "a quote inside a field is written twice: `\"\"`");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
  Plain outside_;  ///< quotes
  Plain inside_;
  Place place_;
  std::size_t kept_ = 0;  ///< fields, and one more a row
  bool is_too_large_ = false;
  Diagnostics& diagnostics_;
};

/// The place of a byte.
Place place_of(std::string_view text, std::size_t byte, std::uint32_t file) {
  Place place{file, 1, 1};
  for (std::size_t at = 0; at < byte;) {
    if (text[at] == '\n') {
      ++place.line;
      place.column = 0;
    }
    at += decode(text, at).size;
    ++place.column;
  }
  return place;
}

}  // namespace

std::optional<std::vector<CsvRow>> read_csv(std::string_view bytes, std::uint32_t file, Diagnostics& diagnostics) {
  const auto refuse = [&](Place place, std::string_view code, std::string_view message, std::string_view hint) {
    diagnostics.error(place, code, std::string{message}, std::string{hint});
    return std::nullopt;
  };
  const Place all{file, 0, 0};
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
    return refuse(all, "bad-csv", "this is a workbook, not a CSV file", how_to_save);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refuse(all, "invalid-utf8", "this file is UTF-16, not UTF-8", how_to_save);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return refuse(all, "empty-file", "there is nothing in this file", "");
  if (const auto invalid = find_invalid_utf8(bytes))
    return refuse(place_of(bytes, *invalid, file), "invalid-utf8", "this file is not UTF-8", how_to_save);
  return Reader{bytes, file, diagnostics}.read();
}

}  // namespace candor
