#include "import/row_judge.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "import/day.hpp"
#include "import/look.hpp"
#include "import/words.hpp"

namespace candor {

std::optional<Date> RowJudge::day_in(const TableRow& row, ColumnId column) {
  const auto cell = row.cell(column);
  const auto found = find_day_in(cell, order_);
  if ((found.needs_order || !found.exists) && told_.insert(column).second) {
    if (found.needs_order)
      diagnostics_.error(row.place(column), "bad-date",
                         fmt::format("{} does not say which is the day and which the month", in_backticks(cell)),
                         "say it in the map, `dates: day-first` or `dates: month-first`, or with --dates");
    else
      diagnostics_.error(row.place(column), "bad-date", fmt::format("{} is not a day that exists", in_backticks(cell)),
                         "is the order of day and month another one?");
  }
  return found.day;
}

RowJudge::Answer RowJudge::ask(const CellTest& test, const TableRow& row, bool no_is_known) {
  const bool is_listed = is_one_of(row.cell(test.column), test.words);
  switch (test.asks) {
    case CellTest::Asks::Is: return is_listed ? Answer::Yes : no_is_known ? Answer::No : Answer::NotKnown;
    case CellTest::Asks::IsNot: return is_listed ? Answer::No : Answer::Yes;
    case CellTest::Asks::OlderThan:
    case CellTest::Asks::NewerThan: break;
  }
  if (is_listed) return Answer::Yes;
  const auto day = day_in(row, test.column);
  // A day that is still to come is a clock that is wrong; the next day is another time zone.
  if (!day || days_between(day_, *day) > 1) return Answer::NotKnown;
  const bool is_older = days_between(*day, day_) > test.days;
  return is_older == (test.asks == CellTest::Asks::OlderThan) ? Answer::Yes : Answer::No;
}

RowJudge::Asked RowJudge::ask(const CellTests& tests, const TableRow& row, bool no_is_known) {
  Asked asked;
  for (const auto& test : tests) {
    const auto answer = ask(test, row, no_is_known);
    if (answer < asked.answer) asked = {answer, test.column};
  }
  return asked;
}

void RowJudge::note_unread(const TableRow& row, ColumnId column) {
  auto& unread = unread_[column];
  if (unread.rows++ > 0) return;
  unread.text = row.cell(column);
  unread.place = row.place(column);
}

void RowJudge::tell_unread() {
  for (const auto& [column, unread] : unread_) {
    if (told_.contains(column)) continue;  // its days are at fault, and no words are missing
    diagnostics_.warning(unread.place, "unmapped-word",
                         fmt::format("the map does not say what {} under {} means",
                                     unread.text.empty() ? "an empty cell" : in_backticks(unread.text),
                                     in_backticks(map_.columns[column].value)),
                         fmt::format("{} not known because of this column; name its words in the map",
                                     counted(unread.rows, map_.row + " is", map_.row + "s are")));
  }
  unread_.clear();
}

bool is_one_of(std::string_view cell, const std::vector<std::string>& words) {
  return std::ranges::any_of(words,
                             [&](const std::string& word) { return std::ranges::equal(cell, word, {}, ascii::lower); });
}

}  // namespace candor
