#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "candor/model/report.hpp"

namespace candor {

/// A number in hundredths: a price, or points.
struct Amount {
  std::int64_t hundredths = 0;
};

/// One cell of a spreadsheet. Nothing at all is a cell for the client to fill in, or one that has no value.
using Cell = std::variant<std::monostate, std::string, Amount, Date>;

/// One column of the action plan.
struct PlanColumn {
  enum class Holds { Text, Amount, Count, Day };
  std::string_view heading;
  int width = 10;  ///< in characters
  Holds holds = Holds::Text;
  Cell (*cell)(const PlanRow& row, const Report& report) = nullptr;  ///< null: for the client
};

/// All columns in the order in which they are written.
[[nodiscard]] const std::vector<PlanColumn>& plan_columns();

/// A text made safe for a spreadsheet: nothing in it acts on a reader, it is one line, and where it
/// could be taken for a formula a `'` stands before it.
[[nodiscard]] std::string safe_cell(std::string_view text);

}  // namespace candor
