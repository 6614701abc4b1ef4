#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "candor/import/import.hpp"
#include "candor/model/catalog.hpp"
#include "candor/text/located.hpp"

/// A small file of the user's that says what the columns of a table mean: candor-inventory(5), "mapping a table".
namespace candor {

/// Index into `CsvMap::columns`.
using ColumnId = std::size_t;

/// What a map asks of one cell.
struct CellTest {
  enum class Asks { Is, IsNot, OlderThan, NewerThan };
  ColumnId column = 0;
  Asks asks = Asks::Is;
  std::vector<std::string> words;  ///< in lower case; of an age those that answer yes beside it
  std::int64_t days = 0;           ///< of an age; a day that many days ago is not older yet
};

/// All of them must hold.
using CellTests = std::vector<CellTest>;

/// What stands in a column, or a text that is the same for all rows.
struct CellOrText {
  std::optional<ColumnId> column;
  std::string text;
  Place place;
};

/// How rows become the statements of one fact. Which of the members mean anything hangs on the fact's type.
struct FactMap {
  FactId fact = 0;
  std::optional<CellOrText> part{};
  CellTests where{};  ///< which rows count for it
  CellTests shows{};  ///< `has` of a coverage, `rows` of all others
  CellTests without{};
  CellTests unknown{};
  std::optional<ColumnId> newest{};               ///< date and event
  std::vector<std::string> never{};               ///< words in that column, in lower case
  std::vector<std::optional<CellOrText>> each{};  ///< records: one a field of the fact
  Place place;
};

struct CsvMap {
  std::string program;
  std::string row = "row";       ///< what one row is, as in "computer"
  std::optional<ColumnId> name;  ///< rows of one name are about one thing
  std::optional<ColumnId> date;  ///< its newest day is the day of the look
  std::optional<DayOrder> dates;
  CellTests where;  ///< which rows count at all
  std::vector<FactMap> facts;
  std::vector<Located<std::string>> columns;  ///< the headings that it names, each once
};

/// Reads it as strictly as all files of ours; complains, and returns nothing with any fault.
[[nodiscard]] std::optional<CsvMap> read_csv_map(const ImportFile& file, const ImportContext& context,
                                                 Diagnostics& diagnostics);

}  // namespace candor
