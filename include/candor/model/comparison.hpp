#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/history.hpp"

namespace candor {

/// Why a number moved. Causes are told apart in this order: each is an assessment in which one thing more is as it is
/// now, held against the one before it.
enum class Cause {
  Program,   ///< this candor counts otherwise than the one that recorded the older result
  Time,      ///< what was said grew too old, or ran out
  Standard,  ///< the profile is another version, or another profile
  Evidence,  ///< proof or a tool's look came, went, or showed that a claim is not so
  Client,    ///< what was told of the client is no longer the same
  Knowledge  ///< what was told before is now known, known no more, or was said again
};
inline constexpr int cause_count = 6;
inline constexpr std::array all_causes{Cause::Program,  Cause::Time,   Cause::Standard,
                                       Cause::Evidence, Cause::Client, Cause::Knowledge};

/// Points of 100 as they are shown, or what they differ by.
struct Points {
  int proved = 0;
  int claimed = 0;
  int at_best = 0;
  friend bool operator==(const Points&, const Points&) = default;
};

/// One thing that was said, is said no more, or is said otherwise, and that a control rests on.
struct News {
  enum class What { Aged, Begun, Contradicted, Came, Went, Changed };
  What what{};
  Cause cause{};
  std::optional<std::size_t> before;  ///< index into the older inventory's statements
  std::optional<std::size_t> after;   ///< into the newer one's
};

/// What became of one control.
struct ControlChange {
  std::string control;
  std::string title;
  std::optional<ControlResult> before;       ///< nothing: the standard did not ask for it
  std::optional<ControlResult> after;        ///< nothing: it no longer does
  std::array<Points, cause_count> points{};  ///< over all controls they add up to the causes'
  std::array<bool, cause_count> judged{};    ///< it came out otherwise itself: not only its share of the whole moved
  std::vector<News> news;                    ///< in the order of the causes

  [[nodiscard]] Points total() const;
};

/// Two assessments of one client, and whose doing the difference is. It points into what both were made from.
struct Comparison {
  Result before;                             ///< as it was recorded, or as it is judged now
  Assessment old;                            ///< the older inputs on their day, judged by this program
  Assessment now;                            ///< the newer inputs on theirs
  std::array<Score, cause_count> steps{};    ///< the score after each cause
  std::array<Points, cause_count> causes{};  ///< they add up to the whole difference
  std::vector<ControlChange> controls;       ///< in the newer profile's order, then those it no longer has
  bool is_same_standard = true;              ///< the same profile in the same version
  std::deque<Inventory> between;             ///< the mixed inventories of the steps

  Comparison() = default;
  Comparison(const Comparison&) = delete;  ///< its assessments point into it
  Comparison& operator=(const Comparison&) = delete;
  Comparison(Comparison&&) = default;
  Comparison& operator=(Comparison&&) = default;
};

[[nodiscard]] Points points_of(const Score& score);

/// `program`, `time`, `standard`, `evidence`, `client`, `knowledge`.
[[nodiscard]] std::string_view name(Cause cause);
/// `aged`, `begun`, `contradicted`, `came`, `went`, `changed`.
[[nodiscard]] std::string_view name(News::What what);

}  // namespace candor
