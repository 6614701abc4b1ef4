#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "candor/import/import.hpp"

namespace candor {

/// More parts (sites, services, jobs) than this no client has: the file is read in the wrong way, or is no file of one.
inline constexpr std::size_t most_parts = 500;

/// On which day a tool looked. `stated` is what its files say of their own making, `newest` the newest day that stands
/// in them: the look was on that day or later, so it flatters nobody. Of a list of copies it would: the newest copy is
/// always fresh on its own day, and a backup that died would be proved. There a later look is the stricter one
/// (`is_stricter_later`), and the day of the import counts instead. What the user said (--date) must agree with
/// `stated` and `newest`. Complains (`bad-date`, `future-date`, `no-date`) at `place`; nothing then.
struct DayFound {
  std::optional<Date> stated;
  std::optional<Date> newest;
  bool is_stricter_later = false;  ///< not stated: the day of the import, no day in the file being later
};
[[nodiscard]] std::optional<Date> day_of_look(const DayFound& found, Place place, const ImportContext& context,
                                              Diagnostics& diagnostics);

/// One look of a tool at a client: collects what it shows. Texts come from the tool's file and are made harmless and
/// cut to a length; a fact that the catalog lacks is left out.
class Look {
 public:
  Look(const ImportContext& context, Date day);

  /// What the tool shows of a fact, for one part. `part` is the tool's own name for what it looked at. Kind Export,
  /// day of the look; the result may be given another kind and `where`, the rows or ids it rests on.
  Statement& say(std::string_view fact, std::string_view part, Value value, std::string_view where = {});

  /// Not known, and why: a sentence without its full stop, as in "the scan read no files".
  void say_unknown(std::string_view fact, std::string_view part, std::string_view because);

  /// One machine of those that a coverage counts: has it, has it not, or nobody can tell (then say why).
  void say_one(std::string_view fact, std::string_view machine, std::optional<bool> has, std::string_view where = {},
               std::string_view because = {});

  /// One record of a list, under the part, though it be unknown what else there is. A part with no record was looked at
  /// and none was found: `say_none`.
  void add_record(std::string_view fact, std::string_view part, Record record);
  void say_none(std::string_view fact, std::string_view part);
  /// A record of the fact with nothing written in it; fields are found by name.
  [[nodiscard]] Record blank_record(std::string_view fact) const;
  /// A text that says nothing leaves its field as it is; one that a record must have becomes "not named".
  void set(Record& record, std::string_view fact, std::string_view field, FieldValue value) const;

  /// What the tool cannot see or does not show: a sentence. The same one is kept once.
  void not_seen(std::string_view sentence);
  void set_version(std::string_view version);
  void set_scope(std::string_view scope);

  /// What is said from here on was seen on this day. The file is named by the newest.
  void set_day(Date day);
  [[nodiscard]] Date day() const { return day_; }
  [[nodiscard]] Brought take() { return std::move(brought_); }

 private:
  [[nodiscard]] Statement* find(FactId fact, std::string_view part);

  const ImportContext& context_;
  Date day_;
  Brought brought_;
  Statement left_out_;  ///< what a fact that the catalog lacks is said to
};

/// A text of a tool's file as we keep it: one line, harmless, at most so many bytes.
[[nodiscard]] std::string kept(std::string_view text, std::size_t most = 160);

/// `1 user`, `3 users`; `many` where it is not the word with an s.
[[nodiscard]] std::string counted(std::int64_t number, std::string_view noun, std::string_view many = {});

/// The first few of a list and how many more there are: `a, b, c and 9 more`.
[[nodiscard]] std::string first_few(const std::vector<std::string>& names, std::size_t most = 5);

}  // namespace candor
