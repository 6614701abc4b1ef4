#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "candor/model/inventory.hpp"

/// The action plan: a table that goes out with one row a gap, is filled in by the client, and is
/// read back. What both ways must agree on stands here.
namespace candor {

/// One gap as a row. Its words are composed; prices and days stay values, so that a spreadsheet can count with them.
struct PlanRow {
  std::string id;           ///< see `plan_id`
  std::size_t finding = 0;  ///< index into the assessment's findings
  std::string part;         ///< the part that the step is for; empty for all of it
  std::string status;       ///< the outcome in words
  std::string headline;
  std::string what;   ///< what to do, a sentence
  std::string who;    ///< as a reader sees it: `You (N. Shah)`
  std::string party;  ///< the same for a program: a party's key, `provider`, `client` or `shared`
  std::optional<Date> by;
  std::string takes;
  Price price;
  std::string priced_with;  ///< the row whose price covers this one; its own is blank, so that a sum counts it once
  int points = 0;           ///< displayed points that could be won; over all rows they add up to 100 - claimed
  std::string doors;        ///< what can happen, in the owner's words
  std::string so_far;       ///< what was offered, agreed or declined already; empty when nothing was
};

/// What a program knows a client by: its id, else its name, in small letters and without blanks.
[[nodiscard]] std::string client_key(const Client& client);

/// The id of a row, the same every week, without blanks: `quayside-dental:mfa.cloud` and, for one
/// part, `quayside-dental:patch.critical:imaging-pc`. A client without an id goes by its name.
[[nodiscard]] std::string plan_id(const Client& client, std::string_view control, std::string_view part);

/// The headings of the table, each once. A reader knows a column by its heading, not by its place.
namespace plan_column {
inline constexpr std::string_view id = "Id";
inline constexpr std::string_view control = "Control";
inline constexpr std::string_view minimum = "Minimum";
inline constexpr std::string_view status = "Status";
inline constexpr std::string_view headline = "What we found";
inline constexpr std::string_view what = "What to do";
inline constexpr std::string_view part = "Part";
inline constexpr std::string_view who = "Who";
inline constexpr std::string_view party = "Party";
inline constexpr std::string_view by = "By when";
inline constexpr std::string_view takes = "Takes";
inline constexpr std::string_view once = "Cost once";
inline constexpr std::string_view running = "Cost running";
inline constexpr std::string_view per = "Per";
inline constexpr std::string_view currency = "Currency";
inline constexpr std::string_view priced_with = "Priced with";
inline constexpr std::string_view points = "Points";
inline constexpr std::string_view doors = "What can happen";
inline constexpr std::string_view so_far = "So far";
// Blank, for the client's answer:
inline constexpr std::string_view answer = "Answer";
inline constexpr std::string_view cause = "Cause";
inline constexpr std::string_view price_said = "Price said";
inline constexpr std::string_view date = "Date";
inline constexpr std::string_view by_whom = "By whom";
inline constexpr std::string_view until = "Until";
inline constexpr std::string_view note = "Note";
}  // namespace plan_column

/// What a client can answer, and why it can be no.
inline constexpr std::array<std::string_view, 2> plan_answers{"agreed", "declined"};
inline constexpr std::array<std::string_view, 5> plan_causes{"price", "awareness", "both", "supplier", "other"};

/// True for a text that a spreadsheet may take for a formula, and for one that was marked so (a `'` before it).
[[nodiscard]] bool looks_like_formula(std::string_view text);

}  // namespace candor
