#pragma once

#include <string>

#include "candor/import/import.hpp"
#include "import/sheet.hpp"

namespace candor {

/// What the client said to one row of the action plan.
struct Answer {
  enum class Said { Nothing, Offered, Agreed, Declined };  ///< Offered: a price was said, and no answer given
  Said said = Said::Nothing;
  std::string id;
  Place place;
  std::vector<Located<std::string>> controls;
  std::string part;
  std::string what;
  std::string who;  ///< a party's key; empty where the row names a side or several
  std::optional<Date> by;
  std::string takes;
  Price price;
  bool has_own_price = false;  ///< one was said
  std::string priced_with;     ///< the row whose price covers this one
  Decline::Cause cause = Decline::Cause::Other;
  Date date{};
  bool has_date = false;  ///< a day was written; else it is that of the import
  std::string by_whom;
  std::optional<Date> until;
  std::string note;
};

/// Reads one row; complains about everything in it that is not understood.
[[nodiscard]] Answer read_answer(const Sheet& sheet, std::size_t row, const ImportContext& context,
                                 Diagnostics& diagnostics);

/// The price that stands in a row, answered or not; complains about what is no amount.
[[nodiscard]] Price read_row_price(const Sheet& sheet, std::size_t row, const ImportContext& context,
                                   Diagnostics& diagnostics);

}  // namespace candor
