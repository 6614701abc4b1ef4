#include "import/tally.hpp"

#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "import/look.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

using Answer = RowJudge::Answer;

/// The worst row counts; of days the newest.
void merge(Thing& thing, const Thing& more) {
  if (more.shown < thing.shown) {
    thing.shown = more.shown;
    thing.is_told = more.is_told;
    thing.row = more.row;
  }
  if (more.newest && (!thing.newest || *more.newest > *thing.newest)) {
    thing.newest = more.newest;
    thing.row = more.row;
  }
  thing.is_never = thing.is_never || more.is_never;
}

class Counting {
 public:
  Counting(const FactMap& how, const Fact& fact, const CsvMap& map, RowJudge& judge)
      : how_(how), fact_(fact), map_(map), judge_(judge) {}

  /// False when there are more parts than any client has.
  bool add(const TableRow& row) {
    const auto all = judge_.ask(map_.where, row, true);
    const auto these = judge_.ask(how_.where, row, true);
    const auto& counts = these.answer < all.answer ? these : all;
    if (counts.answer == Answer::No) return true;
    const auto number = tally_of(row);
    if (number >= most_parts) return false;
    auto& tally = tallies_[number];
    const auto thing = counts.answer == Answer::Yes ? thing_of(row) : not_known(row, counts);
    if (const auto name = name_of(row)) {
      const auto [found, is_new] = by_name_.emplace(fmt::format("{}/{}", number, *name), tally.things.size());
      if (!is_new) {
        merge(tally.things[found->second], thing);
        return true;
      }
    }
    tally.things.push_back(thing);
    return true;
  }

  std::vector<Tally> take() {
    if (tallies_.empty()) tallies_.push_back({.part = part_without_rows()});
    return std::move(tallies_);
  }

 private:
  [[nodiscard]] std::string part_without_rows() const {
    return how_.part && !how_.part->column ? kept(how_.part->text) : map_.program;
  }

  [[nodiscard]] std::string part_of(const TableRow& row) const {
    if (!how_.part || !how_.part->column) return part_without_rows();
    auto part = kept(row.cell(*how_.part->column));
    return part.empty() ? kept(map_.columns[*how_.part->column].value + " not said") : part;
  }

  std::size_t tally_of(const TableRow& row) {
    auto part = part_of(row);
    const auto [found, is_new] = by_part_.emplace(lower_case(part), tallies_.size());
    if (is_new) tallies_.push_back({.part = std::move(part)});
    return found->second;
  }

  /// Rows of one name are about one thing. Of days all rows of a part are, where nothing names them.
  [[nodiscard]] std::optional<std::string> name_of(const TableRow& row) const {
    if (fact_.type == Type::Records) return std::nullopt;
    if (!map_.name)
      return fact_.type == Type::Date || fact_.type == Type::Event ? std::optional{std::string{}} : std::nullopt;
    auto name = lower_case(row.cell(*map_.name));
    return name.empty() ? std::nullopt : std::optional{std::move(name)};
  }

  Thing not_known(const TableRow& row, const RowJudge::Asked& because) {
    if (because.by) judge_.note_unread(row, *because.by);
    return {.row = row, .shown = Shown::NotKnown};
  }

  [[nodiscard]] bool holds(const CellTests& tests, const TableRow& row) {
    return !tests.empty() && judge_.ask(tests, row, true).answer == Answer::Yes;
  }

  Thing thing_of(const TableRow& row) {
    if (how_.newest) return dated(row);
    const Thing bad{.row = row, .shown = Shown::Bad};
    const Thing good{.row = row, .shown = Shown::Good};
    const Thing told{.row = row, .shown = Shown::NotKnown, .is_told = true};
    if (fact_.type == Type::Coverage) {
      if (holds(how_.without, row)) return bad;
      if (holds(how_.unknown, row)) return told;
      const auto has = judge_.ask(how_.shows, row, how_.without.empty());
      if (has.answer == Answer::NotKnown) return not_known(row, has);
      return has.answer == Answer::Yes ? good : bad;
    }
    // What is counted or listed here is bad news: a row is none of it only where something says so.
    const auto found = judge_.ask(how_.shows, row, false);
    if (found.answer == Answer::Yes) return bad;
    if (holds(how_.unknown, row)) return told;
    if (found.answer == Answer::No || holds(how_.without, row)) return good;
    return not_known(row, found);
  }

  Thing dated(const TableRow& row) {
    Thing thing{.row = row};
    const auto shows = judge_.ask(how_.shows, row, true);
    if (shows.answer == Answer::NotKnown) return not_known(row, shows);
    if (shows.answer == Answer::No) return thing;
    thing.is_never = is_one_of(row.cell(*how_.newest), how_.never);
    if (thing.is_never) return thing;
    const auto day = judge_.day_in(row, *how_.newest);
    if (!day || *day > judge_.day_of_look()) return not_known(row, {Answer::NotKnown, how_.newest});
    thing.newest = day;
    return thing;
  }

  const FactMap& how_;
  const Fact& fact_;
  const CsvMap& map_;
  RowJudge& judge_;
  std::vector<Tally> tallies_;
  std::unordered_map<std::string, std::size_t> by_part_;
  std::unordered_map<std::string, std::size_t> by_name_;  ///< under the number of their part
};

}  // namespace

std::vector<const Thing*> Tally::find(Shown shown) const {
  std::vector<const Thing*> found;
  for (const auto& thing : things)
    if (thing.shown == shown) found.push_back(&thing);
  return found;
}

std::vector<Tally> tally_parts(const FactMap& how, const Fact& fact, const CsvMap& map,
                               const std::vector<TableRow>& rows, RowJudge& judge, Diagnostics& diagnostics) {
  Counting counting{how, fact, map, judge};
  for (const auto& row : rows) {
    if (counting.add(row)) continue;
    diagnostics.error(how.part->place, "too-large", fmt::format("this column holds more than {} parts", most_parts),
                      "a part is a site, a service or a job: is it the right column?");
    return {};
  }
  return counting.take();
}

}  // namespace candor
