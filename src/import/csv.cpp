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

/// Walks the text and knows the place of each character.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t file, Diagnostics& diagnostics)
      : text_(text), separator_(find_separator(text)), place_{file, 1, 1}, diagnostics_(diagnostics) {}

  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (!at_end()) {
      auto row = read_row();
      const bool is_blank = row.size() == 1 && row.front().text.empty();
      if (!is_blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char now() const { return text_[at_]; }
  [[nodiscard]] bool ends_row() const {
    return at_end() || now() == '\n' || (now() == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }

  /// Takes one character.
  void step(std::string& into) {
    const auto decoded = decode(text_, at_);
    if (decoded.character == U'\n') {
      ++place_.line;
      place_.column = 1;
    } else {
      const bool is_text = !is_hostile(decoded.character) || decoded.character == U'\t' || decoded.character == U'\r';
      if (!is_text)
        diagnostics_.error(place_, "control-character",
                           fmt::format("this file holds the invisible character U+{:04X}",
                                       static_cast<std::uint32_t>(decoded.character)),
                           "it could act on a terminal instead of being read: take it out");
      ++place_.column;
    }
    into.append(text_, at_, decoded.size);
    at_ += decoded.size;
  }

  void skip() {
    std::string ignored;
    step(ignored);
  }

  CsvRow read_row() {
    CsvRow row;
    for (;;) {
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
    while (!ends_row() && now() != separator_) step(field.text);
    return field;
  }

  /// Up to the closing quote. What follows it up to the separator is no CSV; it is told and kept.
  void read_quoted(CsvField& field) {
    const auto opened = place_;
    skip();
    for (;;) {
      if (at_end()) {
        diagnostics_.error(opened, "bad-csv", "this quote is not closed",
                           "a field that begins with `\"` ends with one");
        return;
      }
      if (now() != '"') {
        step(field.text);
        continue;
      }
      skip();
      if (at_end() || now() != '"') break;
      step(field.text);
    }
    if (!ends_row() && now() != separator_)
      diagnostics_.error(place_, "bad-csv", "the field goes on after its closing quote",
                         "a quote inside a field is written twice: `\"\"`");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
  Place place_;
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
