#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "choice.hpp"
#include "day.hpp"
#include "sections.hpp"
#include "value.hpp"
#include "word.hpp"

// Proof written by hand: what somebody saw, has a document of, or tried.
namespace candor {
namespace {

constexpr std::array<std::string_view, 10> proof_keys{"for", "part", "shows",  "kind",  "date",
                                                      "by",  "file", "sha256", "where", "note"};

constexpr std::array<Named<Kind>, 5> kinds{{
    {"told", Kind::Told},
    {"seen", Kind::Seen},
    {"document", Kind::Document},
    {"export", Kind::Export},
    {"test", Kind::Test},
}};

// What a hint offers: `told` proves nothing, and an `export` is imported.
constexpr std::array<std::string_view, 3> by_hand{"seen", "document", "test"};

/// One fact and the value that is shown for it.
struct Shown {
  FactId fact;
  yaml::Node value;
};

/// One fact that `for` lists and where.
using Wanted = std::pair<FactId, yaml::Node>;

class ProofReader {
 public:
  ProofReader(const yaml::Node& node, const Reading& reading)
      : node_(node), reading_(reading), context_(reading.context) {}

  void read() {
    if (!node_.allow_only(proof_keys)) return;
    const auto subject = node_.required("for");
    const auto shows = node_.required("shows");
    if (subject && shows) find_shown(*subject, *shows);
    auto statement = read_details();
    if (const auto kind = node_.required("kind")) statement.kind = read_kind(*kind, statement);
    for (const auto& shown : shown_) add(statement, shown);
  }

 private:
  [[nodiscard]] const Fact& fact_of(FactId fact) const { return context_.catalog.facts[fact]; }

  Statement read_details() const {
    Statement statement;
    statement.origin = Origin::Proof;
    statement.part = read_text(node_, "part", "the name of a part");
    statement.date = require_past_day(node_, "date", context_);
    statement.by = require_text(node_, "by", "who looked");
    statement.file = read_file_name(node_);
    statement.sha256 = read_sha256(node_);
    statement.where = read_text(node_, "where");
    statement.note = read_text(node_, "note");
    return statement;
  }

  /// A kind that a person can vouch for by hand.
  Kind read_kind(const yaml::Node& node, const Statement& statement) const {
    const auto kind = read_named<Kind>(node, kinds, "a kind of proof", by_hand).value_or(Kind::Seen);
    switch (kind) {
      case Kind::Told:
        node.error("proof-kind", "what was told is no proof",
                   "write it under `facts`; a proof is `seen`, a `document` or a `test`");
        break;
      case Kind::Export:
        node.error("proof-kind", "an `export` cannot be written by hand",
                   "an export is imported; by hand it is at most a `document`");
        break;
      case Kind::Test: check_test(node); break;
      case Kind::Document:
        if (statement.file.empty() && !node_.find("file"))
          node.error("proof-file", "a `document` needs its `file`",
                     "name it as in `file: evidence/restore.pdf`, or write `seen`");
        break;
      case Kind::Seen: break;
    }
    return kind;
  }

  void check_test(const yaml::Node& node) const {
    const auto other =
        std::ranges::find_if(shown_, [&](const Shown& shown) { return !fact_of(shown.fact).test_by_hand; });
    if (other == shown_.end()) return;
    node.error("proof-kind", fmt::format("`{}` cannot be tested by hand", fact_of(other->fact).address),
               "write `seen` or `document`; a `test` is a restore or a rehearsal");
  }

  void find_shown(const yaml::Node& subject, const yaml::Node& shows) {
    if (subject.is_sequence()) return find_addresses(subject, shows);
    if (const auto fact = context_.catalog.find(subject.raw()))
      shown_.push_back({*fact, shows});
    else if (context_.catalog.has_area(subject.raw()))
      find_names(subject.raw(), shows);
    else
      (void)read_fact_or_area(subject, context_);  // complains
  }

  /// `for: backup`, `shows: {restored: 2026-09-30}`.
  void find_names(std::string_view area, const yaml::Node& shows) {
    const auto members =
        shows.members(shows.is_mapping() ? std::string{} : fmt::format("what is shown for each fact of `{}`", area));
    if (shows.is_mapping() && members.empty()) shows.error("empty-value", "nothing is shown here");
    for (const auto& [key, value] : members)
      if (const auto fact = read_fact_name(key, area, context_)) shown_.push_back({*fact, value});
  }

  /// `for: [mfa.cloud_accounts, email.spf]`, `shows: {mfa.cloud_accounts: 38 of 42, email.spf: yes}`.
  void find_addresses(const yaml::Node& subject, const yaml::Node& shows) {
    std::vector<Wanted> wanted;
    for (const auto& item : subject.items()) {
      const auto facts = read_fact_or_area(item, context_);
      const bool is_area = !context_.catalog.find(item.raw());
      if (!is_area && std::ranges::find(wanted, facts.front(), &Wanted::first) == wanted.end())
        wanted.emplace_back(facts.front(), item);
      if (is_area && !facts.empty())
        item.error("unknown-fact", quoted(item.raw()) + " is an area, and a list names facts",
                   "write one entry for the area");
    }
    for (const auto& [key, value] : shows.members("what is shown for each fact")) {
      const auto fact = context_.catalog.find(key.raw());
      const auto match = std::ranges::find_if(wanted, [&](const auto& one) { return fact && one.first == *fact; });
      if (match != wanted.end()) {
        shown_.push_back({*fact, value});
      } else {
        key.error("unknown-fact", quoted(key.raw()) + " is not one of the facts that `for` lists",
                  hint_among_wanted(key.raw(), wanted));
      }
    }
    if (!shows.is_mapping()) return;
    for (const auto& [fact, item] : wanted)
      if (std::ranges::find(shown_, fact, &Shown::fact) == shown_.end() && !shows_near(item.raw(), shows))
        item.error("missing-key", quoted(item.raw()) + " has no value under `shows`",
                   "a proof entry proves only what it shows");
  }

  static std::string hint_among_wanted(std::string_view word, const std::vector<Wanted>& wanted) {
    std::vector<std::string_view> addresses;
    for (const auto& one : wanted) addresses.push_back(one.second.raw());
    return addresses.empty() ? std::string{} : hint_among(word, addresses);
  }

  /// True when the fact was written under `shows` but misspelt, which has its own complaint.
  static bool shows_near(std::string_view address, const yaml::Node& shows) {
    const std::array<std::string_view, 1> candidate{address};
    return std::ranges::any_of(
        shows.members(), [&](const yaml::Member& member) { return nearest(member.key.raw(), candidate).has_value(); });
  }

  void add(const Statement& base, const Shown& shown) const {
    auto value = parse_value(shown.value, fact_of(shown.fact), context_.latest);
    if (!value) return;
    reading_.name_parties(*value);
    reading_.add(base, shown.fact, std::move(*value), shown.value);
  }

  const yaml::Node& node_;
  const Reading& reading_;
  const ReadContext& context_;
  std::vector<Shown> shown_;
};

}  // namespace

void read_proof(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : node.items("a list of proofs")) ProofReader{item, reading}.read();
}

}  // namespace candor
