#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "candor/read/read.hpp"

namespace candor {

inline constexpr std::size_t most_statements = 100'000;          ///< of a client, with all of its evidence
inline constexpr std::size_t most_statement_bytes = 16u << 20u;  ///< what all of them say, written out
inline constexpr std::size_t most_entries = 10'000;              ///< of each list of plans, and of the parties
inline constexpr std::size_t longest_name = 1'000;               ///< bytes of a client's or a party's name

/// How much statements are.
struct Amount {
  std::size_t count = 0;  ///< a record counts as one more
  std::size_t bytes = 0;  ///< of all texts

  Amount& operator+=(const Amount& more) {
    count += more.count;
    bytes += more.bytes;
    return *this;
  }
};

/// What the readers of an inventory's sections share: what they must know, the inventory
/// they fill, and its parties by key. Made when the parties have been read.
class Reading {
 public:
  Reading(const ReadContext& reading_context, Inventory& read_so_far);

  const ReadContext& context;
  Inventory& inventory;

  /// Nothing when no party has that key.
  [[nodiscard]] const Party* find_party(std::string_view key) const;

  /// The parts that the inventory tells a fact for; asked for only when all facts have been read.
  [[nodiscard]] const std::set<std::string, std::less<>>& parts_of(FactId fact) const;

  /// Takes one statement in: who says it and when from `base`, the place from `node`. No more are than one client can
  /// have, in number and in what they say: a name that stands over a list is written out for each of its parts.
  /// Complains once (`too-many`), and takes no more.
  void add(const Statement& base, FactId fact, Value value, const yaml::Node& node) const;

  /// The items of a list that may have most_entries, together with those that are there. Complains (`too-many`).
  [[nodiscard]] std::vector<yaml::Node> entries(const yaml::Node& list, std::string_view what, std::size_t there) const;

  /// A party's key becomes the party's name; every other text stays.
  void name_parties(Value& value) const;

 private:
  void name_party(Text& text) const;

  std::unordered_map<std::string_view, std::size_t> by_key_;
  mutable std::vector<std::set<std::string, std::less<>>> parts_;  ///< by fact; made when first asked for
  mutable Amount said_;                                            ///< by all statements
  mutable bool is_full_ = false;
};

/// The key of a party; complains (`unknown-party`) about everything else. Empty when not written.
[[nodiscard]] std::string read_party(const yaml::Node& mapping, std::string_view key, const Reading& reading);

/// The same of one value: an item of a list.
[[nodiscard]] std::string read_party(const yaml::Node& node, const Reading& reading);

/// The day under a key when it is written.
[[nodiscard]] std::optional<Date> find_day(const yaml::Node& mapping, std::string_view key);
[[nodiscard]] std::optional<Date> find_past_day(const yaml::Node& mapping, std::string_view key,
                                                const ReadContext& context);

/// The day under a key that must be written; a day that is no day is complained about and left out.
[[nodiscard]] Date require_past_day(const yaml::Node& mapping, std::string_view key, const ReadContext& context);
[[nodiscard]] std::string require_text(const yaml::Node& mapping, std::string_view key,
                                       std::string_view what = "a text");

/// A file named in an entry: inside the client's folder; complains (`proof-file`).
[[nodiscard]] std::string read_file_name(const yaml::Node& mapping);
/// 64 hex digits; complains (`proof-file`).
[[nodiscard]] std::string read_sha256(const yaml::Node& mapping);

/// A fact of an area, by what is written under the area; complains (`unknown-fact`) at the key.
[[nodiscard]] std::optional<FactId> read_fact_name(const yaml::Node& key, std::string_view area,
                                                   const ReadContext& context);

/// The facts that an address (`mfa.cloud_accounts`) or an area (`mfa`) names; complains (`unknown-fact`).
[[nodiscard]] std::vector<FactId> read_fact_or_area(const yaml::Node& node, const ReadContext& context);

/// An area of facts; complains (`unknown-fact`) at the key.
[[nodiscard]] bool check_area(const yaml::Node& key, const ReadContext& context);

/// A control of the profile; complains (`unknown-control`).
[[nodiscard]] std::optional<Located<std::string>> read_control(const yaml::Node& node, const ReadContext& context);

/// What stands under `control:` or `controls:`; one of them is required.
[[nodiscard]] std::vector<Located<std::string>> read_controls(const yaml::Node& mapping, const ReadContext& context);

/// `part:` of a plan or a question about some facts; complains (`unknown-part`) where these are told in
/// parts and none of them is called so. Empty when not written.
[[nodiscard]] std::string read_part(const yaml::Node& mapping, const std::vector<FactId>& facts,
                                    const Reading& reading);
/// The same of a plan about some controls of the profile.
[[nodiscard]] std::string read_part(const yaml::Node& mapping, const std::vector<Located<std::string>>& controls,
                                    const Reading& reading);

/// Complains about every event and day that is later than the statement which tells it, from the
/// statement at `first` on: nobody can tell today what happened tomorrow.
void refuse_news_from_later(const Reading& reading, std::size_t first, Diagnostics& diagnostics);

}  // namespace candor
