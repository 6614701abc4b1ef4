#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "candor/export/portfolio.hpp"
#include "candor/text/utf8.hpp"
#include "export/csv.hpp"
#include "export/exporters.hpp"
#include "export/object.hpp"

namespace candor {
namespace {

// What the fixed part of a row leaves for its names, as written with their escapes.
constexpr std::size_t most_of_name = 44;
constexpr std::size_t most_of_word = 18;
// What they may take where the row has room.
constexpr std::size_t most_of_long_name = 100;
constexpr std::size_t most_of_long_word = 60;
constexpr std::size_t most_of_profile = 24;
constexpr std::size_t most_of_country = 8;

/// A string of JSON that is at most so long, quotes counted out.
std::string written(std::string_view text, std::size_t most) {
  auto json = json_text(Json(text), -1);
  json.pop_back();  // its line feed
  if (json.size() <= most + 2) return json;
  std::string shown;
  std::string_view rest = text;
  for (std::size_t at = 0; at < rest.size();) {
    const auto character = decode(rest, at);
    auto one = json_text(Json(rest.substr(at, character.size)), -1);
    const auto piece = std::string_view{one}.substr(1, one.size() - 3);
    if (shown.size() + piece.size() + std::string_view{"…"}.size() > most) break;
    shown += piece;
    at += character.size;
  }
  return "\"" + shown + "…\"";
}

std::string word_or_null(std::string_view text, std::size_t most) {
  return text.empty() ? "null" : written(text, most);
}

std::string day_or_null(const std::optional<Date>& date) {
  return date ? fmt::format("\"{}\"", to_iso(*date)) : "null";
}

/// With so much room for names and for words.
std::string row_with(const ClientRow& row, std::size_t of_name, std::size_t of_word) {
  const auto points = row.is_scored ? fmt::format("[{},{},{}]", row.proved, row.claimed, row.at_best) : "null";
  return fmt::format(
      "{{\"candor_row\":1,\"client\":{},\"name\":{},\"provider\":{},\"sector\":{},\"country\":{},\"profile\":{},"
      "\"version\":{},\"as_of\":\"{}\",\"verdict\":\"{}\",\"since\":{},\"points\":{},\"controls\":\"{}\",\"lost\":[{},{"
      "},{},{},{}],"
      "\"soon\":[{},{}],\"next\":{}}}\n",
      written(row.client, most_of_name), written(row.name, of_name), word_or_null(row.provider, of_word),
      word_or_null(row.sector, of_word), word_or_null(row.country, most_of_country),
      written(row.profile, most_of_profile), written(row.version, most_of_word), to_iso(row.as_of), name(row.verdict),
      day_or_null(row.since), points, row.outcomes, row.lost[0], row.lost[1], row.lost[2], row.lost[3], row.lost[4],
      row.declines_soon, row.proofs_soon, day_or_null(row.next));
}

}  // namespace

std::string row_text(const ClientRow& row) {
  auto text = row_with(row, most_of_long_name, most_of_long_word);
  return text.size() <= max_row_bytes ? text : row_with(row, most_of_name, most_of_word);
}

std::string unread_text(std::string_view from) {
  constexpr std::size_t most_of_path = 400;
  return fmt::format("{{\"candor_unread\":{}}}\n", written(from, most_of_path));
}

std::string export_row(const Report& report, const Sources& /*files*/) { return row_text(*report.row); }

std::string row_headings() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  return std::string{byte_order_mark} + csv_line({"client",
                                                  "name",
                                                  "provider",
                                                  "sector",
                                                  "country",
                                                  "as_of",
                                                  "verdict",
                                                  "since",
                                                  "proved",
                                                  "claimed",
                                                  "at_best",
                                                  "missing",
                                                  "not_known",
                                                  "points_provider",
                                                  "points_client",
                                                  "points_shared",
                                                  "points_third_party",
                                                  "points_not_known",
                                                  "declines_soon",
                                                  "proofs_soon",
                                                  "next"});
}

std::string row_line(const ClientRow& row) {
  const auto points = [&](int number) { return row.is_scored ? fmt::format("{}", number) : std::string{}; };
  const auto count = [&](std::string_view letters) {
    return fmt::format("{}", std::ranges::count_if(row.outcomes, [&](char letter) {
                         return letters.find(letter) != std::string_view::npos;
                       }));
  };
  const auto day = [](const std::optional<Date>& date) { return date ? to_iso(*date) : std::string{}; };
  std::vector<std::string> fields{safe_cell(row.client), safe_cell(row.name), safe_cell(row.provider),
                                  safe_cell(row.sector), safe_cell(row.country)};
  for (auto& field : {to_iso(row.as_of), std::string{name(row.verdict)}, day(row.since), points(row.proved),
                      points(row.claimed), points(row.at_best), count("xp"), count("u")})
    fields.push_back(field);
  for (const int lost : row.lost) fields.push_back(fmt::format("{}", lost));
  fields.push_back(fmt::format("{}", row.declines_soon));
  fields.push_back(fmt::format("{}", row.proofs_soon));
  fields.push_back(day(row.next));
  return csv_line(fields);
}

}  // namespace candor
