#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/history.hpp"

namespace candor {

/// What a run may be asked to fail on, in the order of --help.
enum class FailOn {
  Contradiction,  ///< what was told turned out not to be so
  UnprovenGate,   ///< a gate that applies is not proved in full
  LapsedDecline,  ///< a "no" has run out, and the control is not met all the same
  Overdue,        ///< an agreed action is past its day
  Unowned,        ///< nobody is named for a gap
};
inline constexpr std::array all_fail_on{FailOn::Contradiction, FailOn::UnprovenGate, FailOn::LapsedDecline,
                                        FailOn::Overdue, FailOn::Unowned};

/// An earlier result that a run must not be worse than.
struct EarlierResult {
  std::string asked;             ///< as on the command line: `last`, or the name of a file
  std::optional<Result> result;  ///< nothing: `last`, and nothing was recorded yet
};

/// The thresholds that a run was asked for on top of the standard.
struct AskedLimits {
  std::optional<int> min_proved = {};   ///< displayed points of 100
  std::optional<int> min_claimed = {};  ///< displayed points of 100
  std::optional<EarlierResult> no_worse_than = {};
  std::optional<int> expires_within = {};  ///< days after the assessment's date, the last included
  std::vector<FailOn> fail_on = {};        ///< in any order
};

/// One thing that broke a limit: a control, and where there is one, the statement, the plan and the day.
struct LimitBreak {
  std::size_t finding = 0;
  std::optional<std::size_t> statement;   ///< a proof that will be too old
  std::optional<LedgerEntry::List> list;  ///< set wherever `item` is
  std::optional<std::size_t> item;        ///< an agreed action, a decline or a not_applicable entry
  std::optional<Date> date;               ///< of a proof the first day without it, else the last day that counts
  friend bool operator==(const LimitBreak&, const LimitBreak&) = default;
};

/// One limit that was asked for, and what was found. Nothing but the assessment decides it.
struct LimitResult {
  enum class What { MinProved, MinClaimed, NoWorseThan, ExpiresWithin, FailOn };
  What what = What::MinProved;
  int asked = 0;     ///< points or days; of FailOn unused
  FailOn fail_on{};  ///< of FailOn
  bool held = false;
  std::optional<EarlierResult> earlier{};   ///< of NoWorseThan
  std::optional<Verdict> verdict_before{};  ///< of NoWorseThan: it was better
  std::optional<int> proved_before{};       ///< of NoWorseThan: more points were shown as proved
  std::vector<LimitBreak> breaks{};  ///< no worse than: what was proved in full and is not any more; expires within:
                                     ///< soonest first; else in the profile's order
};

/// `contradiction`, `unproven-gate`, `lapsed-decline`, `overdue`, `unowned`.
[[nodiscard]] std::string_view name(FailOn word);

/// How a run came out for whoever started it.
enum class Passing {
  Met,          ///< the standard is met and every limit held
  Accepted,     ///< it is not, the verdict is one that --accept names, every limit held and nothing agreed is late
  NotMet,       ///< the standard is not met, and the verdict is none that --accept names
  LimitBroken,  ///< the verdict would do, but a limit is broken
  Late,         ///< the verdict is accepted and every limit held, but an agreed date has passed
};

}  // namespace candor
