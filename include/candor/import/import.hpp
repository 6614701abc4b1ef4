#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"
#include "candor/text/diagnostics.hpp"

/// Importers turn a file of another program into what a file of the client's `evidence/` says. They
/// never touch the file system and never guess: what they do not understand is a fault with its place.
namespace candor {

/// Which comes first in `12/11/2026`.
enum class DayOrder { DayFirst, MonthFirst };

/// What an importer must know besides the bytes.
struct ImportContext {
  const Catalog& catalog;
  const Profile& profile;
  const Inventory& inventory;     ///< the client that it is for, evidence included
  std::uint32_t file = 0;         ///< the imported file, for places in complaints
  Date as_of{};                   ///< the day of what carries no day of its own
  Date latest{};                  ///< a day after it is a fault
  std::optional<DayOrder> dates;  ///< as the user said it; nothing: an order is never guessed
};

/// What is to be written into the evidence folder. The next kinds of importers add what they bring
/// (statements) here; `app/evidence_text` is the one place that writes it out.
struct Brought {
  Date date{};  ///< the day that the file is named by
  std::vector<Offer> offered;
  std::vector<Agreed> agreed;
  std::vector<Decline> declined;
};

struct Importer {
  std::string_view name;     ///< `answers`: the word on the command line, and the beginning of the file's name
  std::string_view purpose;  ///< for --help
  std::size_t limit;         ///< bytes; larger files are refused unread
  Brought (*read)(std::string_view bytes, const ImportContext& context, Diagnostics& diagnostics);
};

/// All importers, in the order of --help and the manual.
[[nodiscard]] std::span<const Importer> importers();

}  // namespace candor
