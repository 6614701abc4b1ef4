#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "import/csv.hpp"

namespace candor {

/// A CSV file whose first line names its columns. Columns are known by their headings, in any order;
/// those that nobody asks for are left alone.
class Sheet {
 public:
  /// Complains (`missing-column`) about every wanted column that is not there, and (`repeated-column`)
  /// about one that is there twice.
  Sheet(std::vector<CsvRow> rows, std::span<const std::string_view> wanted, Diagnostics& diagnostics);

  /// True when the first line was the headings: only then the rows mean anything.
  [[nodiscard]] bool has_headings() const { return has_headings_; }

  [[nodiscard]] std::size_t size() const { return rows_.empty() ? 0 : rows_.size() - 1; }

  /// A cell without the blanks around it and without the `'` that keeps a spreadsheet from taking it for
  /// a formula. Empty, at the end of its row, when the row is shorter or the column is not there.
  [[nodiscard]] CsvField cell(std::size_t row, std::string_view column) const;

 private:
  [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const;
  void find_columns(std::span<const std::string_view> wanted, Diagnostics& diagnostics);

  std::vector<CsvRow> rows_;
  std::vector<std::pair<std::string_view, std::size_t>> columns_;
  bool has_headings_ = false;
};

}  // namespace candor
