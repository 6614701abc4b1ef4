#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/catalog.hpp"
#include "candor/model/inventory.hpp"
#include "candor/model/statement.hpp"
#include "candor/model/value.hpp"

namespace candor {

/// One condition of a floor: a test of a fact, of a record's field, or a group of
/// conditions. The vocabulary is closed; candor-profile(5) describes each word.
struct Condition {
  enum class Test {
    All,         ///< group: every child holds (smallest low and high)
    Any,         ///< group: one child holds (largest low and high)
    Is,          ///< equals `wanted[0]` (yes/no, choice, number, text)
    OneOf,       ///< equals one of `wanted` (choice, text)
    AtLeast,     ///< number, duration, ordered choice, version >= `wanted[0]`
    AtMost,      ///< number, duration, ordered choice <= `wanted[0]`
    Everyone,    ///< `all: yes`, coverage: its ratio
    Within,      ///< event or date at most `span` before the assessment's date
    SeenWithin,  ///< date at most `span` before the day of the statement that says it
    NotPassed,   ///< date (or record's due date) on or after the assessment's date
    Given,       ///< text: somebody is named
    Every,       ///< records: each item meets the children; none found meets it
    Fixed,       ///< version: `fixed` on its own line, see `fixed`
  };
  Test test = Test::All;
  FactId fact = 0;          ///< for tests of a fact
  std::uint16_t field = 0;  ///< for tests inside `every`: index into the fact's fields
  bool in_record = false;
  std::vector<Value> wanted;
  Duration span;                       ///< Within, SeenWithin
  std::optional<std::uint16_t> scope;  ///< Within, event: at least this scope
  std::vector<Version> fixed;          ///< Fixed: highest first. A version is fixed when it is at least the
                                       ///< highest, or at least the entry of its own line (same first two numbers)
  std::vector<Condition> children;
  Place place;
};

/// How strong and how fresh a statement must be for the word "proved".
struct ProofRule {
  Kind kind = Kind::Seen;
  Duration within{12, Duration::Unit::Months, false};
};

/// One clause of a public baseline. It adds 1 to the weight when `weighs`.
struct Clause {
  std::string baseline;  ///< key of `Profile::baselines`
  std::string clause;
  bool weighs = true;  ///< false: context only (insurers' questions, addressable clauses)
  std::string note;
};

struct Baseline {
  std::string key;
  std::string name;
  std::string year;
  bool seen = false;  ///< we read the source itself; otherwise never printed to clients
};

/// What an owner fears. The order is the order of the doors in a report.
enum class Harm { WorkStops, DataPublished, FalsePayment, WayIntoCustomers, CoverLost };
inline constexpr int harm_count = 5;

enum class Effort { Small, Medium, Large };

/// The words of one control, all written for an owner. Placeholders and measured limits:
/// candor-profile(5).
struct Words {
  std::string what;      ///< what it is, in one or two short sentences
  std::string partly;    ///< headline when partly in place
  std::string missing;   ///< headline when missing
  std::string unknown;   ///< headline when not known
  std::string met;       ///< one line when in place
  std::string cost;      ///< what the gap can cost this business
  std::string act;       ///< what to do about a gap: one sentence that starts with a verb
  std::string find_out;  ///< what to do when it is not known: one sentence that starts with a verb
  std::string takes;     ///< how long it usually takes, as "half a day"; "our judgement"
  std::string stretch;   ///< one sentence about going beyond the minimum; may be empty
};

struct Control {
  std::string id;                  ///< `mfa.cloud`
  std::string title;               ///< the owner's name for it, the same in every format
  std::string technical;           ///< the technician's name for it
  bool minimum = false;            ///< a gate
  bool always = false;             ///< `not_applicable` is refused
  std::vector<Condition> floor;    ///< all must hold; never empty
  std::vector<Condition> stretch;  ///< beyond the minimum; may be empty, never scored
  Duration fresh{12, Duration::Unit::Months, false};
  ProofRule proof;
  std::vector<Clause> required_by;
  int weight = 1;  ///< clauses that weigh; 1 and `ours` where there is none
  bool ours = false;
  std::vector<Harm> harms;
  PartyKind acts = PartyKind::Provider;
  bool acts_shared = false;
  Effort effort = Effort::Medium;
  Words words;
  std::string origin;  ///< id of the profile that wrote it (differs under `extends`)
  Place place;
};

/// A word of the field that an owner will meet elsewhere, explained.
struct Term {
  std::string word;
  std::string meaning;
  std::vector<std::string> also;  ///< other spellings that `explain` finds
};

/// A standard: controls, each a floor over facts, with weight, proof rule and words.
struct Profile {
  std::string id;
  std::string version;
  std::string title;
  std::string about;
  std::string extends;
  Duration grace{90, Duration::Unit::Days, false};  ///< how far after it was agreed an action on a gate may end
  std::vector<Baseline> baselines;
  std::vector<Control> controls;
  std::map<Harm, std::string> harms;  ///< each harm in an owner's words
  std::vector<Term> terms;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view control) const;
  [[nodiscard]] const Baseline* find_baseline(std::string_view key) const;
  [[nodiscard]] int total_weight() const;
};

/// Every fact that some conditions test, groups included, each once in the order written.
[[nodiscard]] std::vector<FactId> facts_of(const std::vector<Condition>& conditions);

[[nodiscard]] std::string_view name(Harm harm);      ///< `work_stops`, …
[[nodiscard]] std::string_view name(Effort effort);  ///< `small`, `medium`, `large`
[[nodiscard]] std::string_view name(Condition::Test test);

}  // namespace candor
