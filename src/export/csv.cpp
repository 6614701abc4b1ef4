#include "export/csv.hpp"

#include <type_traits>

#include <fmt/format.h>

#include "export/exporters.hpp"

namespace candor {

namespace {

// Without it Excel takes the file for the computer's old 8-bit code page, and every `£` and `é` is wrong.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A number of ours stays one: digits, and a dot where there are hundredths.
std::string written(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>) {
          return value;
        } else if constexpr (std::is_same_v<Value, Amount>) {
          const auto rest = value.hundredths % 100;
          return rest == 0 ? fmt::format("{}", value.hundredths / 100)
                           : fmt::format("{}.{:02}", value.hundredths / 100, rest);
        } else if constexpr (std::is_same_v<Value, Date>) {
          return to_iso(value);
        } else {
          return {};
        }
      },
      cell);
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view field = fields[i];
    if (i > 0) line += ',';
    const bool has_edge = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!has_edge && field.find_first_of(",;\"'\r\n\t") == std::string_view::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) line += c == '"' ? std::string{"\"\""} : std::string{c};
    line += '"';
  }
  return line + "\r\n";
}

std::string csv_text(const std::vector<std::string_view>& headings, const std::vector<std::vector<Cell>>& rows) {
  std::string text{byte_order_mark};
  std::vector<std::string> fields{headings.begin(), headings.end()};
  text += csv_line(fields);
  for (const auto& cells : rows) {
    fields.clear();
    for (const auto& cell : cells) fields.push_back(written(cell));
    text += csv_line(fields);
  }
  return text;
}

std::string export_csv(const Report& report, const Sources& /*files*/) {
  std::vector<std::string_view> headings;
  for (const auto& column : plan_columns()) headings.push_back(column.heading);
  std::vector<std::vector<Cell>> rows;
  for (const auto& row : report.plan) {
    auto& cells = rows.emplace_back();
    for (const auto& column : plan_columns()) cells.push_back(column.cell ? column.cell(row, report) : Cell{});
  }
  return csv_text(headings, rows);
}

}  // namespace candor
