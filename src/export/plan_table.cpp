#include "export/plan_table.hpp"

#include <optional>

#include "export/plain_line.hpp"

namespace candor {

namespace {

using Holds = PlanColumn::Holds;
namespace column = plan_column;

Cell text(std::string_view text) {
  if (text.empty()) return {};
  return safe_cell(text);
}

Cell money(const std::optional<Money>& money) {
  if (!money) return {};
  return Amount{money->hundredths};
}

Cell once(const PlanRow& row, const Report& /*report*/) {
  return row.price.included ? Cell{Amount{0}} : money(row.price.once);
}

Cell per(const PlanRow& row, const Report& /*report*/) {
  switch (row.price.per) {
    case Price::Per::None: return {};
    case Price::Per::Month: return text("month");
    case Price::Per::Year: return text("year");
  }
  return {};
}

Cell currency(const PlanRow& row, const Report& report) {
  const bool has_amount = row.price.included || row.price.once || row.price.running;
  return has_amount ? text(report.assessment->inventory->client.currency) : Cell{};
}

const Control& control_of(const PlanRow& row, const Report& report) {
  return report.assessment->control_of(report.assessment->findings[row.finding]);
}

Cell by(const PlanRow& row, const Report& /*report*/) { return row.by ? Cell{*row.by} : Cell{}; }

/// A member of the row as text.
template <std::string PlanRow::*member>
Cell of(const PlanRow& row, const Report& /*report*/) {
  return text(row.*member);
}

}  // namespace

std::string safe_cell(std::string_view text) {
  auto safe = plain_line(text);
  return looks_like_formula(safe) ? "'" + safe : safe;
}

const std::vector<PlanColumn>& plan_columns() {
  static const std::vector<PlanColumn> columns{
      {column::id, 26, Holds::Text, of<&PlanRow::id>},
      {column::control, 18, Holds::Text,
       [](const PlanRow& row, const Report& report) { return text(control_of(row, report).id); }},
      {column::minimum, 9, Holds::Text,
       [](const PlanRow& row, const Report& report) { return text(control_of(row, report).minimum ? "yes" : "no"); }},
      {column::status, 12, Holds::Text, of<&PlanRow::status>},
      {column::headline, 36, Holds::Text, of<&PlanRow::headline>},
      {column::what, 40, Holds::Text, of<&PlanRow::what>},
      {column::part, 16, Holds::Text, of<&PlanRow::part>},
      {column::who, 18, Holds::Text, of<&PlanRow::who>},
      {column::party, 10, Holds::Text, of<&PlanRow::party>},
      {column::by, 11, Holds::Day, by},
      {column::takes, 14, Holds::Text, of<&PlanRow::takes>},
      {column::once, 10, Holds::Amount, once},
      {column::running, 11, Holds::Amount,
       [](const PlanRow& row, const Report& /*report*/) { return money(row.price.running); }},
      {column::per, 7, Holds::Text, per},
      {column::currency, 9, Holds::Text, currency},
      {column::priced_with, 26, Holds::Text, of<&PlanRow::priced_with>},
      {column::points, 7, Holds::Count,
       [](const PlanRow& row, const Report& /*report*/) { return Cell{Amount{std::int64_t{row.points} * 100}}; }},
      {column::doors, 30, Holds::Text, of<&PlanRow::doors>},
      {column::so_far, 30, Holds::Text, of<&PlanRow::so_far>},
      {column::answer, 10},
      {column::cause, 11},
      {column::price_said, 16},
      {column::date, 11, Holds::Day},
      {column::by_whom, 16},
      {column::until, 11, Holds::Day},
      {column::note, 30},
  };
  return columns;
}

}  // namespace candor
