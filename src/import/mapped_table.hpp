#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "candor/import/import.hpp"
#include "candor/text/located.hpp"
#include "import/csv.hpp"

namespace candor {

/// The rows of another program's table, whose columns are known by their headings: in any order, among others, and
/// perhaps below a title. Rows with nothing in them are none.
class MappedTable {
 public:
  /// `columns` are the headings that somebody asks for; a cell is asked for by its number among them. Complains where
  /// one was asked for and is not there (`missing-column`), about one that is there twice (`repeated-column`), and
  /// about whatever is no table.
  [[nodiscard]] static std::optional<MappedTable> read(const ImportFile& file,
                                                       std::span<const Located<std::string>> columns,
                                                       const Sources& sources, Diagnostics& diagnostics);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Without the blanks around it; empty where the row is too short.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  /// The end of the row where it is too short.
  [[nodiscard]] Place place(std::size_t row, std::size_t column) const;

 private:
  std::vector<CsvRow> rows_;
  std::vector<std::size_t> fields_;  ///< of each column
};

}  // namespace candor
