#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "candor/text/date.hpp"
#include "candor/text/source.hpp"

namespace candor {

/// Nobody knows. Not the same as nobody having said: it is an answer.
struct Unknown {
  friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// `38 of 42`, `30 of 42 (11 unknown)`, `all`, `none`, and `not all` where something is short and nobody
/// counted how much. For `Counted`: 0 <= has, 0 <= unknown, has + unknown <= of, of >= 1.
struct Coverage {
  enum class Said { Counted, All, None, NotAll };
  Said said = Said::Counted;
  std::int64_t has = 0;
  std::int64_t of = 0;
  std::int64_t unknown = 0;
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// An amount of time as written. Compared by days with a month as 30 and a year as 12
/// months, so `180 days` and `6 months` are equal. `never` is longer than all others.
struct Duration {
  enum class Unit { Minutes, Hours, Days, Weeks, Months, Years };
  std::int64_t amount = 0;
  Unit unit = Unit::Days;
  bool never = false;

  /// Minutes; the largest value for `never`.
  [[nodiscard]] std::int64_t minutes() const;
  friend std::strong_ordering operator<=>(const Duration& a, const Duration& b) { return a.minutes() <=> b.minutes(); }
  friend bool operator==(const Duration& a, const Duration& b) { return a.minutes() == b.minutes(); }
};

/// Something that was done on a day, or `never`. What was not said is unknown. A fact that takes a day takes
/// `never` as an event without one, where its catalog has words for that: no good copy exists.
struct Event {
  std::optional<Date> date;  ///< nothing: never
  std::optional<bool> worked;
  std::optional<std::uint16_t> scope;  ///< index into the fact's `scopes`
  std::optional<Duration> took;
  friend bool operator==(const Event&, const Event&) = default;
};

/// Index into the fact's (or field's) `choices`.
struct Choice {
  std::uint16_t index = 0;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A name or a short text; `nobody` and `none` are kept as an empty text.
struct Text {
  std::string text;
  friend bool operator==(const Text&, const Text&) = default;
};

/// `2.17.1`, `2.0-beta9`: numbers, then perhaps a pre-release tag. A missing number
/// counts as 0; alpha, beta, rc and the like sort before the release; other tails are ignored.
struct Version {
  std::vector<std::int64_t> numbers;
  std::string pre_release;  ///< empty for a release
  std::string written;
  [[nodiscard]] static std::optional<Version> parse(std::string_view text);
  [[nodiscard]] std::int64_t number(std::size_t place) const { return place < numbers.size() ? numbers[place] : 0; }
  friend std::weak_ordering operator<=>(const Version& a, const Version& b);
  friend bool operator==(const Version& a, const Version& b) { return (a <=> b) == 0; }
};

using FieldValue = std::variant<Unknown, bool, Date, std::int64_t, Choice, Text, Version>;

/// One item of `found:`; one value a field of the fact, in the fact's order. A field that
/// was not written is `Unknown`.
struct Record {
  std::vector<FieldValue> fields;
  Place place;
  friend bool operator==(const Record& a, const Record& b) { return a.fields == b.fields; }
};

struct Records {
  std::vector<Record> items;  ///< empty: somebody looked and found none
  friend bool operator==(const Records&, const Records&) = default;
};

using Value =
    std::variant<Unknown, Coverage, bool, Date, Event, Duration, std::int64_t, Choice, Text, Version, Records>;

[[nodiscard]] inline bool is_unknown(const Value& value) { return std::holds_alternative<Unknown>(value); }

struct Fact;

/// The value as one would write it in an inventory: `38 of 42`, `2026-09-30`, `6 months`.
[[nodiscard]] std::string to_text(const Value& value, const Fact& fact);
[[nodiscard]] std::string to_text(const Duration& duration);

}  // namespace candor
