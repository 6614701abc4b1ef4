#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "import/csv_map.hpp"
#include "import/mapped_table.hpp"

namespace candor {

/// One row of one table.
struct TableRow {
  const MappedTable* table = nullptr;
  std::size_t row = 0;

  [[nodiscard]] std::string_view cell(ColumnId column) const { return table->cell(row, column); }
  [[nodiscard]] Place place(ColumnId column) const { return table->place(row, column); }
};

/// What a row answers to what a map asks. A cell that a map has no word for is never taken for the good answer.
class RowJudge {
 public:
  enum class Answer { No, NotKnown, Yes };

  RowJudge(const CsvMap& map, std::optional<DayOrder> order, Diagnostics& diagnostics)
      : map_(map), order_(order), diagnostics_(diagnostics) {}

  /// Ages are counted back from it.
  void set_day_of_look(Date day) { day_ = day; }
  [[nodiscard]] Date day_of_look() const { return day_; }

  /// The day in a cell. Complains (`bad-date`), once a column, about a day whose order nobody said and about one that
  /// does not exist in the order that was said.
  [[nodiscard]] std::optional<Date> day_in(const TableRow& row, ColumnId column);

  /// No where one test fails, whatever the others say. `by` is the column that kept it from a yes.
  struct Asked {
    Answer answer = Answer::Yes;
    std::optional<ColumnId> by;
  };
  /// `no_is_known`: a cell that is none of the words under `is` says no. Otherwise it is a word that nobody has
  /// explained.
  [[nodiscard]] Asked ask(const CellTests& tests, const TableRow& row, bool no_is_known);

  /// A row counts as not known because of this cell.
  void note_unread(const TableRow& row, ColumnId column);
  /// Warns (`unmapped-word`) about the cells noted since, once a column, with how many there are.
  void tell_unread();

  [[nodiscard]] std::optional<DayOrder> order() const { return order_; }

 private:
  [[nodiscard]] Answer ask(const CellTest& test, const TableRow& row, bool no_is_known);

  struct Unread {
    std::string text;
    Place place;
    std::int64_t rows = 0;
  };

  const CsvMap& map_;
  std::optional<DayOrder> order_;
  Diagnostics& diagnostics_;
  Date day_{};
  std::set<ColumnId> told_;
  std::map<ColumnId, Unread> unread_;
};

/// True where a cell is one of the words, whatever its capitals.
[[nodiscard]] bool is_one_of(std::string_view cell, const std::vector<std::string>& words);

}  // namespace candor
