#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/history.hpp"
#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"

/// Names of people, firms, places and files become stand-ins, and words of one's own are left out, before anything is
/// judged or written: so no format can let one out. Numbers, dates, kinds and outcomes stay.
namespace candor {

/// What stands where somebody wrote words of their own: nobody can know whom they name.
inline constexpr std::string_view words_left_out = "(words left out)";

/// `Person 1`, `Firm 2`, `Host 3`: numbered as they come, the same for the same name for as long as this lives, and
/// never the same for two names.
class StandIns {
 public:
  /// `public_names` stay as they are where they name a tool, an item or a standard: anybody may know them.
  explicit StandIns(std::set<std::string, std::less<>> public_names) : public_names_(std::move(public_names)) {}

  [[nodiscard]] std::string of(std::string_view name, std::string_view kind);
  /// The same for what names somebody: a text of the standard that names them too can be swept.
  [[nodiscard]] std::string of_somebody(std::string_view name, std::string_view kind);
  /// Texts that are judged by as they are written.
  void keep(std::string_view text) { kept_.emplace(text); }
  [[nodiscard]] bool keeps(std::string_view text) const { return kept_.contains(text); }

  /// A text with every name of somebody in it replaced, however its words are joined and whatever their case:
  /// `northgate-it` for `Northgate IT` too. A name that is one word of at most 3 letters must be written alike.
  [[nodiscard]] std::string swept(std::string text) const;

 private:
  struct Sought {
    std::string written;
    std::string stand_in;
  };

  std::set<std::string, std::less<>> public_names_;
  std::set<std::string, std::less<>> kept_;
  std::map<std::string, std::string, std::less<>> known_;
  std::map<std::string, int, std::less<>> counts_;  ///< by kind
  /// What `swept` looks for, by its folded words with a blank between.
  std::map<std::string, Sought, std::less<>> sought_;
  /// In words, by the first word.
  std::map<std::string, std::set<std::size_t, std::greater<>>, std::less<>> lengths_;
};

/// An inventory, what it is judged against, and whose it is: `Client` or `Provider`.
struct Named {
  Inventory* inventory = nullptr;
  const Catalog* catalog = nullptr;
  const Profile* profile = nullptr;
  std::string_view whose = "Client";
  bool is_built_in = false;  ///< the profile: its words name nobody
};

/// Of a client, its past and its provider, whatever one output may tell of: no words of the standard stand in any of
/// them before the names of all are known. Judged against the same profile each comes out as before.
void redact(const std::vector<Named>& all, StandIns& stand_ins);

/// Of a result that was recorded.
void redact(Result& result, StandIns& stand_ins);

/// Of a standard of one's own: its words stay, but for the names that are known by then.
void redact(Profile& profile, StandIns& stand_ins);

}  // namespace candor
