#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"
#include "candor/model/recovery.hpp"

namespace candor {

/// A share between 0 and 1 in whole millionths, rounded down.
using Millionths = std::int32_t;
inline constexpr Millionths whole = 1'000'000;

/// How much of something holds: at least `low`, at most `high`, and `proved` of it by
/// statements as strong and fresh as the control asks. 0 <= proved <= low <= high <= whole.
struct Interval {
  Millionths low = 0;
  Millionths high = whole;
  Millionths proved = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// How one control came out. Not knowing is an outcome of its own: folding it
/// into Met would be a paper shield, and leaving it out of the sum would reward
/// not answering.
enum class Outcome { Met, Partly, NotMet, Unknown, NotApplicable };
inline constexpr int outcome_count = 5;

/// What one part (or the whole, when `part` is empty) contributes to a check.
struct PartResult {
  std::string part;
  Interval interval;
  std::optional<Coverage> counted;      ///< coverage with a size: the worst standing count
  std::vector<std::size_t> statements;  ///< those that stand, as indexes into the assessment's statements
  bool named_only = false;              ///< the part was named without any value
};

/// One condition of a floor on one fact, with what it rests on. Groups are flattened:
/// a finding lists its leaves in the order written.
struct Check {
  FactId fact = 0;
  const Condition* condition = nullptr;  ///< in the profile, which must outlive the assessment
  Interval interval;
  std::optional<Coverage> counted;           ///< coverage: all parts added up
  std::vector<PartResult> parts;             ///< in the order first named; empty when nobody said anything
  std::vector<std::size_t> short_records;    ///< records that fall short, indexes into `records`
  std::vector<std::size_t> unclear_records;  ///< records that do not say enough
  std::vector<Record> records;               ///< all that stand, united
  bool rest_unknown = false;                 ///< parts were seen, but nobody said they are all there is
};

/// What was told is better than what stands.
struct Contradiction {
  FactId fact = 0;
  std::string part;
  std::size_t told = 0;    ///< index into the assessment's statements
  std::size_t stands = 0;  ///< the statement it is held against
};

/// A decline as it bears on one control. The three flags are independent.
struct DeclineState {
  std::size_t decline = 0;  ///< index into `Inventory::declined`
  bool is_signed = false;
  bool is_lapsed = false;  ///< its last day is before the assessment's date
  bool is_moot = false;    ///< the control is met all the same
};

/// Who must act on a known shortfall and how much of the control's weight it is.
struct Share {
  std::string party;  ///< `provider`, `client`, `shared`, or the key of a named third party
  std::int64_t weight_millionths = 0;
};

/// One control, one outcome, one reason. Says nothing addressed to a client.
struct Finding {
  std::size_t control = 0;  ///< index into the profile's controls, equal to its own position
  Outcome outcome = Outcome::Unknown;
  Interval interval;  ///< as judged; for NotApplicable 0..whole and unused
  std::vector<Check> checks;
  std::optional<Interval> stretch;  ///< absent when the control has none
  std::vector<Contradiction> contradictions;
  std::vector<Contradiction> better;  ///< what stands is better than what was told, and replaced it
  std::vector<std::size_t> aged;      ///< statements too old to count as good
  std::vector<DeclineState> declines;
  std::vector<std::size_t> offers;            ///< into `Inventory::offered`
  std::vector<std::size_t> agreed;            ///< into `Inventory::agreed`
  std::vector<std::size_t> open;              ///< into `Inventory::open`
  std::vector<Share> shares;                  ///< the known shortfall by who must act
  std::optional<std::size_t> not_applicable;  ///< into `Inventory::not_applicable`
  int points = 0;                             ///< displayed points not yet claimed: they add up to 100 - claimed
  bool gate_missed = false;                   ///< a gate with high < 1
  bool gate_unknown = false;                  ///< a gate, not missed, with low < 1 or without its proof
};

/// A band over the weight of all applicable controls. The exact sums are kept beside the
/// whole numbers that are shown (half up, 100 only when exact).
struct Score {
  std::int64_t weight = 0;      ///< W; 0 when nothing applies
  std::int64_t proved_sum = 0;  ///< in weight millionths
  std::int64_t claimed_sum = 0;
  std::int64_t at_best_sum = 0;
  int proved = 0;  ///< of 100, as shown
  int claimed = 0;
  int at_best = 0;
  friend bool operator==(const Score&, const Score&) = default;
};

/// Whole points of 100, half up; 100 only when exact, so that a gap never rounds away. `sum` in weight millionths.
[[nodiscard]] int shown_points(std::int64_t sum, std::int64_t weight);

enum class Verdict { Below, CannotTell, Meets };
enum class Service { TakeOn, WithConditions, DoNotTakeOn };

/// A row of "points missing": displayed points that add up to 100 - claimed.
struct MissingRow {
  std::string party;  ///< as in Share; empty for what is not known
  int points = 0;
};

/// The controls that name one harm.
struct Door {
  Harm harm{};
  int applicable = 0;
  int closed = 0;  ///< met
  int proved = 0;  ///< met and proved in full
};

/// Something to do, once for all the controls it serves: an agreed action, an offer, or
/// the profile's own advice for one control. In the order in which they should be done:
/// missed gates, then unknown gates, then the rest; within each by `value`.
struct Action {
  std::vector<std::size_t> findings;  ///< controls served, in profile order
  std::optional<std::size_t> agreed;
  std::optional<std::size_t> offer;
  bool is_question = false;  ///< nothing to mend yet, only to find out
  int gates_missed = 0;
  int gates_unknown = 0;
  std::int64_t points_millionths = 0;  ///< weight that could be won (not yet claimed)
  int doors = 0;                       ///< harms whose controls it serves, counted once
  int effort = 1;                      ///< 1 small, 2 medium, 4 large: the largest of its controls
  std::int64_t value = 0;              ///< (points + one point a door) / effort, in millionths
  std::string who;                     ///< party key or `provider`, `client`, `shared`
  std::optional<Date> by;
  bool is_overdue = false;
};

/// What was told and turned out not to be so, in all: what the controls with a contradiction would claim by what the
/// inventory tells alone, less what they do claim.
struct Contradicted {
  int controls = 0;      ///< with at least one contradiction
  std::int64_t sum = 0;  ///< in weight millionths
  int points = 0;        ///< of 100, half up
};

/// A claim that a proof would turn into a proved one. In the order of points won for the cost of the kind of proof
/// (looking costs 1, a document or an export 2, a test 4), ties in the profile's order.
struct ProofWanted {
  std::size_t finding = 0;
  int points = 0;             ///< displayed points that would move; over all they add up to claimed - proved
  Kind kind = Kind::Seen;     ///< the weakest that proves
  std::vector<FactId> facts;  ///< which facts are claimed and not proved
};

/// A proof strong enough for a control and too old for it.
struct StaleProof {
  std::size_t statement = 0;
  std::size_t finding = 0;
  Date until{};  ///< the last day on which it proved something
};

/// Everything left out, overridden, aged, contradicted or declined. Nothing switches it off.
struct LedgerEntry {
  enum class What {
    Overridden,  ///< a statement replaced by one as strong and as new
    Aged,        ///< too old to count as good
    Future,      ///< dated after the assessment: ignored
    Contradicted,
    Declined,
    DeclineLapsed,
    DeclineMoot,
    NotApplicable,  ///< counted out
    Refused,        ///< said not to apply, but it does
    Lapsed,         ///< said not to apply more than 12 months ago
    ExtraPart,      ///< evidence about a part that the inventory does not list
    NoAnswer,       ///< an offer nobody has answered
    Overdue,        ///< an agreed action past its day
  };
  /// Which list of the inventory `item` is an index into.
  enum class List { Offered, Agreed, Declined, NotApplicable };
  What what{};
  std::optional<std::size_t> finding;  ///< index of the control it bears on
  std::optional<std::size_t> statement;
  std::optional<std::size_t> other;  ///< the statement it was held against
  std::optional<List> list;          ///< set wherever `item` is
  std::optional<std::size_t> item;   ///< decline, offer, agreed or not_applicable entry
  std::optional<Date> date;          ///< the day it aged, lapsed or falls due; of what is in the future its own
  std::optional<Score> as_if;        ///< NotApplicable: the band if it applied and were missing
};

/// All findings of one client against one profile on one date. It points into the
/// profile, the catalog and the inventory it was made from.
struct Assessment {
  const Catalog* catalog = nullptr;
  const Profile* profile = nullptr;
  const Inventory* inventory = nullptr;
  Date as_of{};
  std::vector<Finding> findings;  ///< exactly one a control, in the profile's order
  std::array<int, outcome_count> counts{};
  Score score;
  Verdict verdict = Verdict::CannotTell;
  Service service = Service::DoNotTakeOn;
  int gates_missed = 0;
  int gates_unknown = 0;
  Contradicted contradicted;
  std::vector<ProofWanted> proofs_wanted;
  std::vector<StaleProof> stale_proofs;  ///< in the profile's order
  std::vector<MissingRow> missing;
  std::array<Door, harm_count> doors{};
  std::vector<Action> actions;
  std::vector<LedgerEntry> ledger;
  std::optional<Recovery> recovery;  ///< nothing when no control asks if the data comes back

  [[nodiscard]] const Control& control_of(const Finding& finding) const { return profile->controls[finding.control]; }
  [[nodiscard]] const Statement& statement(std::size_t index) const { return inventory->statements[index]; }
};

/// What the owner reads. The same word in every format: "in place", "partly in place",
/// "missing", "not known", "does not apply".
[[nodiscard]] std::string_view words(Outcome outcome);
/// `met`, `partly`, `not_met`, `unknown`, `not_applicable`.
[[nodiscard]] std::string_view name(Outcome outcome);
[[nodiscard]] std::string_view name(Verdict verdict);  ///< `below`, `cannot_tell`, `meets`
[[nodiscard]] std::string_view name(Service service);  ///< `take_on_or_keep`, `with_conditions`, `do_not_take_on`
[[nodiscard]] std::string_view name(LedgerEntry::What what);
/// How many lines of each kind the ledger has, those of which there is none too.
[[nodiscard]] std::vector<std::pair<std::string_view, int>> ledger_counts(const Assessment& assessment);
[[nodiscard]] std::string_view name(LedgerEntry::List list);  ///< as the inventory calls it: `offered`, …

}  // namespace candor
