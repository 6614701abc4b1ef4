#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/csv_map.hpp"
#include "import/field_value.hpp"
#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/mapped_table.hpp"
#include "import/row_judge.hpp"
#include "import/tally.hpp"
#include "import/words.hpp"

// A table of any program, saved as CSV, and a map (--map) that says what its columns mean: candor-inventory(5),
// "mapping a table". It cannot tell what has no row, nor whether a word means what the map says. A cell for which the
// map has no word, a row that nobody can place and a table without rows are not known.
namespace candor {

namespace {

constexpr std::size_t most_records = 2000;

class Teller {
 public:
  Teller(const CsvMap& map, const std::vector<TableRow>& rows, const ImportContext& context, RowJudge& judge,
         Look& look, Diagnostics& diagnostics)
      : map_(map), rows_(rows), context_(context), judge_(judge), look_(look), diagnostics_(diagnostics) {}

  void tell(const FactMap& how) {
    const auto& fact = context_.catalog.facts[how.fact];
    for (const auto& tally : tally_parts(how, fact, map_, rows_, judge_, diagnostics_)) {
      if (!said_.emplace(how.fact, lower_case(tally.part)).second)
        diagnostics_.error(how.place, "repeated-part",
                           fmt::format("`{}` is mapped twice for {}", fact.address, in_backticks(tally.part)),
                           "give each map a `part` of its own");
      else if (tally.things.empty())
        look_.say_unknown(fact.address, tally.part,
                          rows_.empty()
                              ? std::string{"the table holds no rows"}
                              : fmt::format("the map lets none of {} count", counted(std::ssize(rows_), "row")));
      else if (fact.type == Type::Coverage)
        say_coverage(fact, tally);
      else if (fact.type == Type::Number)
        say_number(fact, tally);
      else if (fact.type == Type::Records)
        say_records(how, fact, tally);
      else
        say_newest(fact, tally);
    }
    judge_.tell_unread();
  }

 private:
  /// How the row is called, or where it stands.
  [[nodiscard]] std::string label(const TableRow& row) const {
    if (map_.name && !row.cell(*map_.name).empty()) return kept(row.cell(*map_.name), 60);
    const auto place = row.place(0);
    const auto line = fmt::format("line {}", place.line);
    return rows_.front().table == rows_.back().table
               ? line
               : fmt::format("{} of {}", line, context_.sources.at(place.file).name);
  }

  [[nodiscard]] std::string labels(const std::vector<const Thing*>& things) const {
    std::vector<std::string> names;
    names.reserve(things.size());
    for (const auto* thing : things) names.push_back(label(thing->row));
    return first_few(names, 8);
  }

  [[nodiscard]] std::string why_not_known(const std::vector<const Thing*>& things) const {
    const auto told = std::ranges::count_if(things, &Thing::is_told);
    const auto unread = std::ssize(things) - told;
    std::string why;
    if (told > 0) why = "the table does not know about " + counted(told, map_.row);
    if (unread > 0)
      why += (why.empty() ? "" : "; ") + std::string{"the map has no word for what it shows of "} +
             counted(unread, map_.row);
    return why;
  }

  void say_coverage(const Fact& fact, const Tally& tally) {
    const auto without = tally.find(Shown::Bad);
    const auto unknown = tally.find(Shown::NotKnown);
    const auto all = std::ssize(tally.things);
    const Coverage count{
        .has = all - std::ssize(without) - std::ssize(unknown), .of = all, .unknown = std::ssize(unknown)};
    look_.say(fact.address, tally.part, count, without.empty() ? "" : "without: " + labels(without)).note =
        why_not_known(unknown);
  }

  void say_number(const Fact& fact, const Tally& tally) {
    const auto found = tally.find(Shown::Bad);
    const auto unknown = tally.find(Shown::NotKnown);
    if (found.empty() && !unknown.empty()) return look_.say_unknown(fact.address, tally.part, why_not_known(unknown));
    look_.say(fact.address, tally.part, std::ssize(found), labels(found)).note =
        unknown.empty() ? "" : "at least that many: " + why_not_known(unknown);
  }

  void say_records(const FactMap& how, const Fact& fact, const Tally& tally) {
    const auto found = tally.find(Shown::Bad);
    const auto unknown = tally.find(Shown::NotKnown);
    if (found.empty() && !unknown.empty()) return look_.say_unknown(fact.address, tally.part, why_not_known(unknown));
    if (found.size() > most_records)
      return diagnostics_.error(how.place, "too-large", fmt::format("more than {} rows are to be listed", most_records),
                                "say under `rows` which of them");
    Records records;
    for (const auto* thing : found) {
      auto record = record_of(how, fact, thing->row);
      if (std::ranges::find(records.items, record) == records.items.end()) records.items.push_back(std::move(record));
    }
    look_.say(fact.address, tally.part, std::move(records)).note =
        unknown.empty() ? "" : "at least that many: " + why_not_known(unknown);
  }

  Record record_of(const FactMap& how, const Fact& fact, const TableRow& row) {
    auto record = look_.blank_record(fact.address);
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
      const auto& field = fact.fields[i];
      if (!how.each[i]) continue;
      const auto& [column, text, place] = *how.each[i];
      if (column && field.type == Type::Date) (void)judge_.day_in(row, *column);  // complains where it is no day
      auto value = field_value(field, column ? row.cell(*column) : std::string_view{text}, judge_.order());
      if (value || field.required) look_.set(record, fact.address, field.name, value.value_or(Text{}));
    }
    return record;
  }

  /// A part is as good as the one of its things that was longest ago.
  void say_newest(const Fact& fact, const Tally& tally) {
    const auto all = std::ssize(tally.things);
    const Thing* oldest = nullptr;
    std::vector<const Thing*> without;
    std::vector<const Thing*> never;
    for (const auto& thing : tally.things) {
      if (thing.newest && (oldest == nullptr || *thing.newest < *oldest->newest)) oldest = &thing;
      if (!thing.newest) (thing.is_never && thing.shown == Shown::Good ? never : without).push_back(&thing);
    }
    const bool can_say_never = fact.type == Type::Event || fact.say.contains("never");
    if (!never.empty() && can_say_never) {
      look_.say(fact.address, tally.part, Event{}, labels(never));
    } else if (!never.empty() || !without.empty()) {
      without.insert(without.end(), never.begin(), never.end());
      auto why = map_.name ? fmt::format("{} of {} without a day", without.size(), counted(all, map_.row))
                           : std::string{"no row shows a day that the map lets count"};
      if (oldest != nullptr) why += fmt::format("; of the others the oldest is {}", to_iso(*oldest->newest));
      auto& statement = look_.say(fact.address, tally.part, Unknown{}, map_.name ? "without: " + labels(without) : "");
      statement.note = why;
    } else if (fact.type == Type::Event) {
      look_.say(fact.address, tally.part, Event{.date = oldest->newest, .worked = {}, .scope = {}, .took = {}},
                label(oldest->row));
    } else {
      look_.say(fact.address, tally.part, *oldest->newest, label(oldest->row));
    }
  }

  const CsvMap& map_;
  const std::vector<TableRow>& rows_;
  const ImportContext& context_;
  RowJudge& judge_;
  Look& look_;
  Diagnostics& diagnostics_;
  std::set<std::pair<FactId, std::string>> said_;
};

std::vector<MappedTable> read_tables(Files files, const CsvMap& map, const ImportContext& context,
                                     Diagnostics& diagnostics) {
  std::vector<MappedTable> tables;
  for (const auto& file : files)
    if (auto table = MappedTable::read(file, map.columns, context.sources, diagnostics))
      tables.push_back(std::move(*table));
  return tables;
}

/// The newest day that the map lets speak for the look or for something done. A day still to come is a wrong clock, and
/// counts only where there is no other.
std::optional<Date> newest_day(const CsvMap& map, const std::vector<TableRow>& rows, Date latest, RowJudge& judge) {
  std::set<ColumnId> columns;
  if (map.date) columns.insert(*map.date);
  for (const auto& fact : map.facts)
    if (fact.newest) columns.insert(*fact.newest);
  std::optional<Date> newest;
  std::optional<Date> future;
  for (const auto column : columns)
    for (const auto& row : rows)
      if (const auto day = judge.day_in(row, column)) {
        auto& into = *day > latest ? future : newest;
        if (!into || *day > *into) into = day;
      }
  return newest ? newest : future;
}

}  // namespace

Brought import_csv(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  const auto map = read_csv_map(*context.map, context, diagnostics);
  if (!map) return {};
  const auto tables = read_tables(files, *map, context, diagnostics);
  if (diagnostics.has_errors()) return {};
  std::vector<TableRow> rows;
  for (const auto& table : tables)
    for (std::size_t i = 0; i < table.size(); ++i) rows.push_back({&table, i});

  RowJudge judge{*map, context.dates ? context.dates : map->dates, diagnostics};
  auto newest = newest_day(*map, rows, context.latest, judge);
  if (diagnostics.has_errors()) return {};
  if (!map->date && !context.looked) newest = {};
  const auto day = day_of_look({.stated = {}, .newest = newest}, {files.front().file, 0, 0}, context, diagnostics);
  if (!day) return {};

  judge.set_day_of_look(*day);
  Look look{context, *day};
  Teller teller{*map, rows, context, judge, look, diagnostics};
  for (const auto& fact : map->facts) teller.tell(fact);
  const auto left_out = std::ranges::count_if(
      rows, [&](const TableRow& row) { return judge.ask(map->where, row, true).answer == RowJudge::Answer::No; });
  look.set_scope(left_out == 0
                     ? counted(std::ssize(rows), "row")
                     : fmt::format("{}, {} of them left out by the map", counted(std::ssize(rows), "row"), left_out));
  look.not_seen("What has no row in the table: it is not counted.");
  if (!map->name)
    look.not_seen(fmt::format("Whether two rows are about one {}: the map names no column that tells.", map->row));
  auto brought = look.take();
  brought.program = map->program;
  return brought;
}

}  // namespace candor
