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
#include "candor/text/source.hpp"

/// Importers turn a file of another program into what a file of the client's `evidence/` says. They
/// never touch the file system and never guess: what they do not understand is a fault with its place.
namespace candor {

/// Which comes first in `12/11/2026`.
enum class DayOrder { DayFirst, MonthFirst };

/// One file of those that are imported together.
struct ImportFile {
  std::uint32_t file = 0;  ///< for places in complaints
  std::string_view bytes;
};

/// What an importer must know besides the bytes.
struct ImportContext {
  const Sources& sources;
  const Catalog& catalog;
  const Profile& profile;
  const Inventory& inventory;       ///< the client that it is for, evidence included
  Date as_of{};                     ///< the day of what carries no day of its own
  Date latest{};                    ///< a day after it is a fault
  std::optional<DayOrder> dates;    ///< as the user said it; nothing: an order is never guessed
  std::optional<Date> looked{};     ///< the day on which the tool looked, as the user said it
  std::optional<ImportFile> map{};  ///< what the columns of a table of no known program mean
};

/// What is to be written into the evidence folder; `app/evidence_text` is the one place that writes it out. Importers
/// of tools bring statements: each with its part, its kind (Export or Test), the day of the look, `where` (the rows or
/// ids it rests on) and, where something is not known, the reason as its `note`.
struct Brought {
  Date date{};  ///< the day that the file is named by: of tools the day of the look
  std::vector<Offer> offered;
  std::vector<Agreed> agreed;
  std::vector<Decline> declined;
  std::vector<Statement> statements;
  std::string program;                ///< as people call it, where the importer cannot know it; else empty
  std::string version;                ///< the tool's own; empty when its file does not say
  std::string scope;                  ///< what the tool looked at, in words; empty when its file does not say
  std::vector<std::string> not_seen;  ///< what the tool could not see or does not show, a sentence each
};

struct Importer {
  std::string_view name;     ///< `restic`: the word on the command line, and the beginning of the file's name
  std::string_view program;  ///< what people call it, as in "Microsoft Entra"; empty where it is no tool
  std::string_view purpose;  ///< for --help
  std::size_t limit;         ///< bytes; larger files are refused unread
  bool takes_map;            ///< needs `ImportContext::map`
  Brought (*read)(std::span<const ImportFile> files, const ImportContext& context, Diagnostics& diagnostics);
};

/// All importers, in the order of --help and the manual.
[[nodiscard]] std::span<const Importer> importers();

/// Which part of the client a tool looked at, as the user said it. Nothing said: each statement keeps the tool's own
/// name for what it looked at.
struct PartSaid {
  std::string part;       ///< may be empty
  bool is_whole = false;  ///< all there is: no part at all
};

/// Gives all statements that part. Counts of one fact that so come to one part are added up; of all else each stands.
/// Several parts that become one are known as they were on the oldest of their days; one of which a fact is not known
/// keeps its own name there, for under the other's the value of those that are known would stand for it too.
void place(Brought& brought, const PartSaid& said);

}  // namespace candor
