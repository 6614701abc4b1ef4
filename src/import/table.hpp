#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "import/csv.hpp"

namespace candor {

/// A CSV file of a program whose columns change over the years: its first line names them, each is looked up by its
/// name, and none is demanded.
class Table {
 public:
  /// Complains (`bad-csv`) about a line that has more fields than there are headings.
  Table(std::vector<CsvRow> rows, Diagnostics& diagnostics);

  using Column = std::optional<std::size_t>;

  /// The column of one of these names, written in lower case and without what stands behind them in brackets, as in
  /// `Status [READ ONLY]`. Complains (`repeated-column`) when several have one.
  [[nodiscard]] Column find(std::initializer_list<std::string_view> names, Diagnostics& diagnostics) const;

  [[nodiscard]] std::size_t size() const { return rows_.empty() ? 0 : rows_.size() - 1; }

  /// Nothing when the column is not there, or when the row ends before it: a file that was cut off does so.
  [[nodiscard]] const CsvField* cell(std::size_t row, Column column) const;

  /// Where a row ends, and a heading stands.
  [[nodiscard]] Place end_of(std::size_t row) const { return rows_[row + 1].back().place; }
  [[nodiscard]] const CsvField& heading(std::size_t column) const { return rows_.front()[column]; }

 private:
  std::vector<CsvRow> rows_;
};

}  // namespace candor
