#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"

/// Many clients at once. One client is told by a row that holds what a list of clients needs and no more, so that rows
/// can be kept, sent and put together again; a portfolio is what rows add up to.
namespace candor {

/// Who must act on what is missing, in the order of a row's five numbers.
enum class Actor { Provider, Client, Shared, ThirdParty, NotKnown };
inline constexpr std::size_t actor_count = 5;
[[nodiscard]] std::string_view name(Actor actor);  ///< `provider`, …, `not_known`

/// What runs out is told that many days ahead, the last included.
inline constexpr int soon_days = 30;

/// How one control came out, as a letter: `M` met and proved in full, `m` met, `p` partly, `x` missing, `u` not known,
/// `-` does not apply.
[[nodiscard]] char letter_of(const Finding& finding);

/// What came to light of one client on one day, against one standard.
struct ClientRow {
  std::string client;  ///< of the id, or of the name where there is none; see `row_key`
  std::string name;
  std::string provider;  ///< of the inventory's parties the first of that kind; may be empty
  std::string sector;    ///< may be empty
  std::string country;   ///< may be empty
  std::string profile;
  std::string version;
  Date as_of{};
  Verdict verdict = Verdict::CannotTell;
  std::optional<Date> since;  ///< the first day from which on every recorded result had that verdict
  bool is_scored = false;     ///< false where nothing applies: then the three are 0
  int proved = 0;             ///< of 100, as shown
  int claimed = 0;
  int at_best = 0;
  std::string outcomes;                 ///< a letter a control, in the profile's order
  std::array<int, actor_count> lost{};  ///< displayed points not claimed, by who must act; they add up to 100 - claimed
  int declines_soon = 0;                ///< declines that run out within `soon_days`
  int proofs_soon = 0;                  ///< proofs that will be too old within `soon_days`
  std::optional<Date> next;             ///< the first of these days
  int must_haves = 0;                   ///< controls of the minimum that are missing or partly in place; not in a line
  friend bool operator==(const ClientRow&, const ClientRow&) = default;
};

/// By what a row knows its client: the id, or where that is too long for a row its beginning and a digest of all of it.
[[nodiscard]] std::string row_key(std::string_view client);

/// A row is at most that long, written as JSON with its line feed; longer names are cut.
inline constexpr std::size_t max_row_bytes = 500;

/// Sums over some clients.
struct PortfolioSums {
  std::int64_t clients = 0;
  std::array<std::int64_t, 3> verdicts{};  ///< by Verdict
  std::int64_t scored = 0;
  std::int64_t proved = 0;  ///< sums of the shown points of those that are scored
  std::int64_t claimed = 0;
  std::int64_t at_best = 0;

  void add(const ClientRow& row);
  [[nodiscard]] std::int64_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// How one control stands over all clients.
struct ControlTally {
  std::int64_t missing = 0;  ///< missing or partly in place
  std::int64_t unknown = 0;
  std::int64_t applies = 0;
};

/// What went on since the rows that a portfolio is compared with.
struct PortfolioNews {
  Date from{};                        ///< the day of the older rows: the latest of them
  std::vector<std::string> new_here;  ///< names of clients that were not there, at most `most_named`
  std::vector<std::string> gone;      ///< that are not there now, by name, at most `most_named`
  std::vector<std::string> fell;      ///< clients that are below now and were not, at most `most_named`
  std::vector<std::string> rose;      ///< that meet now and did not
  std::int64_t fell_count = 0;
  std::int64_t rose_count = 0;
  std::int64_t came = 0;  ///< clients that were not there
  std::int64_t went = 0;  ///< that are not there now
  std::int64_t compared = 0;
  std::int64_t claimed = 0;  ///< points more, over those that are in both
  std::int64_t proved = 0;
};

/// By what clients are put together.
enum class GroupBy { None, Provider, Sector, Country };

/// All that is told of many clients. It does not grow with their number: those who need a call first are kept, the
/// others only counted.
struct Portfolio {
  static constexpr std::size_t most_listed = 2000;  ///< clients told by name
  static constexpr std::size_t most_named = 20;     ///< in a sentence or a short list
  static constexpr std::size_t most_groups = 200;

  Date as_of{};     ///< the latest of the rows
  Date earliest{};  ///< the earliest of them
  std::string profile;
  std::string version;
  PortfolioSums all;
  std::vector<ControlTally> controls;  ///< in the profile's order
  std::array<std::int64_t, actor_count> lost{};
  std::int64_t declines_soon = 0;
  std::int64_t proofs_soon = 0;
  std::vector<ClientRow> soon;    ///< with something that runs out, the soonest first, at most `most_named`
  std::vector<ClientRow> listed;  ///< who needs a call first; see `comes_first`
  GroupBy by = GroupBy::None;
  std::map<std::string, PortfolioSums> groups;  ///< at most `most_groups`
  PortfolioSums other_groups;                   ///< the rest of them together
  std::optional<PortfolioNews> news;
  std::int64_t not_understood = 0;          ///< clients that could not be assessed
  std::int64_t repeated = 0;                ///< rows of clients that had one already
  std::vector<std::string> repeated_names;  ///< at most `most_named`
};

/// Controls that are missing or partly in place.
[[nodiscard]] int gaps_of(const ClientRow& row);

/// Who needs a call before whom: the lower verdict, then more must-haves that are not in place, then more gaps, then
/// fewer points claimed, then by name.
[[nodiscard]] bool comes_first(const ClientRow& a, const ClientRow& b);

/// `provider`, `sector`, `country`; the row's own word for it.
[[nodiscard]] const std::string& group_of(const ClientRow& row, GroupBy by);

}  // namespace candor
