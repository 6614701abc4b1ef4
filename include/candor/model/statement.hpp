#pragma once

#include <string>
#include <string_view>

#include "candor/model/catalog.hpp"
#include "candor/model/value.hpp"
#include "candor/text/date.hpp"
#include "candor/text/source.hpp"

namespace candor {

/// What a statement rests on, weakest first. The order is its strength.
enum class Kind { Told, Seen, Document, Export, Test };

/// Which file said it. Only the client's inventory says what a whole consists of.
enum class Origin { Inventory, Proof, Evidence, Provider };

/// One value for one fact and part: what was said or seen, of which kind, when, by whom,
/// written where. It never says whether that is good enough.
struct Statement {
  FactId fact = 0;
  std::string part;  ///< empty: the whole
  Value value;
  Kind kind = Kind::Told;
  Origin origin = Origin::Inventory;
  Date date{};          ///< the day it held: assessed, seen or exported
  std::string by;       ///< who looked or wrote it down; of evidence the program
  std::string told_by;  ///< a party's key or a name; empty when not told by another
  std::string run_by;   ///< the party that runs this part; may be empty
  std::string file;     ///< the document, relative to the client's folder; may be empty
  std::string sha256;   ///< of that document, or of the file that was imported; may be empty
  std::string where;    ///< what was looked at, in words; of evidence the rows or ids; may be empty
  std::string note;     ///< of evidence that knows nothing: why
  Place place;
};

/// What the client's inventory itself tells: no proof, no evidence, nothing from the provider's folder.
[[nodiscard]] inline bool is_told(const Statement& statement) { return statement.origin == Origin::Inventory; }

/// `told`, `seen`, `document`, `export`, `test`.
[[nodiscard]] std::string_view name(Kind kind);

}  // namespace candor
