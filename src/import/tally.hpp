#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/csv_map.hpp"
#include "import/row_judge.hpp"

namespace candor {

/// For the client, worst first.
enum class Shown { Bad, NotKnown, Good };

/// What the rows of one name are about; without names, one row.
struct Thing {
  TableRow row;  ///< the one that decided
  Shown shown = Shown::Good;
  bool is_told = false;  ///< not known by the table's own word, not for want of one in the map
  std::optional<Date> newest{};
  bool is_never = false;
};

/// What the table shows of one fact, for one part.
struct Tally {
  std::string part;
  std::vector<Thing> things{};

  [[nodiscard]] std::vector<const Thing*> find(Shown shown) const;
};

/// One tally a part, in the order in which the table names them; where no row counts, one without things. Complains
/// (`too-large`) where a column holds so many parts that it cannot be the right one.
[[nodiscard]] std::vector<Tally> tally_parts(const FactMap& how, const Fact& fact, const CsvMap& map,
                                             const std::vector<TableRow>& rows, RowJudge& judge,
                                             Diagnostics& diagnostics);

}  // namespace candor
