#include "ledger.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "decline.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using What = LedgerEntry::What;
using List = LedgerEntry::List;
using Entries = std::vector<const LedgerEntry*>;

/// More than this many are counted only.
constexpr std::size_t named_limit = 3;

/// What an entry is about. One statement or item may bear on several controls; it is told once.
using Subject = std::tuple<std::optional<std::size_t>, std::optional<std::size_t>, std::optional<List>,
                           std::optional<std::size_t>, std::optional<std::size_t>>;
Subject subject_of(const LedgerEntry& entry) {
  if (entry.statement) return {entry.statement, entry.other, {}, {}, {}};
  if (entry.item) return {{}, {}, entry.list, entry.item, {}};
  return {{}, {}, {}, {}, entry.finding};
}

Entries entries_of(const Assessment& assessment, What what) {
  Entries entries;
  std::set<Subject> told;
  for (const LedgerEntry& entry : assessment.ledger)
    if (entry.what == what && told.insert(subject_of(entry)).second) entries.push_back(&entry);
  return entries;
}

/// Puts what is left out into words.
struct Writer {
  const Assessment& assessment;

  [[nodiscard]] std::string fact(const LedgerEntry& entry) const {
    const Statement& statement = assessment.statement(*entry.statement);
    const std::string& noun = assessment.catalog->facts[statement.fact].noun;
    return statement.part.empty() ? noun : fmt::format("{} ({})", noun, statement.part);
  }

  [[nodiscard]] std::string dated_fact(const LedgerEntry& entry) const {
    return fmt::format("{}, {}", fact(entry), to_words(assessment.statement(*entry.statement).date));
  }

  [[nodiscard]] std::string title(const LedgerEntry& entry) const {
    return phrase(assessment.profile->controls[*entry.finding].title);
  }

  [[nodiscard]] std::string offer(const LedgerEntry& entry) const {
    const Offer& offer = assessment.inventory->offered[*entry.item];
    return fmt::format("{} (since {})", offer.what.empty() ? title(entry) : phrase(offer.what), to_words(offer.date));
  }

  [[nodiscard]] std::string agreed(const LedgerEntry& entry) const {
    const Agreed& agreed = assessment.inventory->agreed[*entry.item];
    const std::string what = agreed.what.empty() ? title(entry) : phrase(agreed.what);
    return agreed.by ? fmt::format("{} (due {})", what, to_words(*agreed.by)) : what;
  }

  [[nodiscard]] std::string decline(const LedgerEntry& entry) const {
    const Decline& decline = assessment.inventory->declined[*entry.item];
    const std::string who =
        is_yours(*assessment.inventory, decline) ? "" : ", " + name(*assessment.inventory, decline.by);
    return fmt::format("{}{}, {}", decline.offered.empty() ? title(entry) : phrase(decline.offered), who,
                       to_words(decline.date));
  }

  /// What was planned or decided after the day of the report.
  [[nodiscard]] std::string plan(const LedgerEntry& entry) const {
    const Inventory& inventory = *assessment.inventory;
    switch (*entry.list) {
      case List::Offered: return "offered: " + offer(entry);
      case List::Agreed: return fmt::format("agreed: {}, {}", agreed(entry), to_words(*entry.date));
      case List::Declined: return "said no to: " + decline(entry);
      case List::NotApplicable:
        return fmt::format("said not to apply: {}, {}", title(entry),
                           to_words(inventory.not_applicable[*entry.item].date));
    }
    std::abort();  // a value that is no enumerator
  }

  /// What a control would do to the band if it counted and were missing.
  [[nodiscard]] std::string counted_out(const LedgerEntry& entry) const {
    if (!entry.as_if) return title(entry);
    const Score& score = *entry.as_if;
    return fmt::format("{} (with it: {} proved, {} with what we were told, {} at best)", title(entry), score.proved,
                       score.claimed, score.at_best);
  }

  using Namer = std::string (Writer::*)(const LedgerEntry&) const;

  /// `lead` says how many; the names follow where there are few, each a sentence of its own.
  [[nodiscard]] std::string line(const Entries& entries, std::string lead, Namer name) const {
    std::vector<std::string> sentences{lead + (entries.size() > named_limit ? "." : ":")};
    if (entries.size() <= named_limit)
      for (const LedgerEntry* entry : entries) sentences.push_back(sentence(std::invoke(name, *this, *entry)));
    return run_on(sentences);
  }

  /// How one and how many are led in.
  struct Lead {
    std::string_view one;
    std::string_view many;
  };

  [[nodiscard]] std::string line_if_any(const Entries& entries, Lead lead, Namer name) const {
    return entries.empty() ? std::string{} : line(entries, counted(std::ssize(entries), lead.one, lead.many), name);
  }

  /// Somebody else's no is not the owner's, and is told apart.
  [[nodiscard]] std::string tell_declines(const Entries& entries, Lead yours, Lead of_others) const {
    Entries by_you;
    Entries by_others;
    for (const LedgerEntry* entry : entries) {
      const Decline& decline = assessment.inventory->declined[*entry->item];
      (is_yours(*assessment.inventory, decline) ? by_you : by_others).push_back(entry);
    }
    return run_on({line_if_any(by_you, yours, &Writer::decline), line_if_any(by_others, of_others, &Writer::decline)});
  }

  [[nodiscard]] std::string tell_future(const Entries& entries) const {
    Entries answers;
    Entries plans;
    for (const LedgerEntry* entry : entries) (entry->statement ? answers : plans).push_back(entry);
    return run_on({line_if_any(answers,
                               {"answer is from after the day of this report, so we left it out",
                                "answers are from after the day of this report, so we left them out"},
                               &Writer::dated_fact),
                   line_if_any(plans,
                               {"offer or decision is from after the day of this report, so we left it out",
                                "offers or decisions are from after the day of this report, so we left them out"},
                               &Writer::plan)});
  }

  [[nodiscard]] std::string tell(What what, const Entries& entries) const {
    const auto count = std::ssize(entries);
    const auto things = [&](std::string_view one, std::string_view many) { return counted(count, one, many); };
    switch (what) {
      case What::Overridden:
        return line(entries,
                    things("answer gave way to one that is as new and better proved",
                           "answers gave way to others that are as new and better proved"),
                    &Writer::fact);
      case What::Aged:
        return line(entries, things("good answer is too old to count", "good answers are too old to count"),
                    &Writer::dated_fact);
      case What::Future: return tell_future(entries);
      case What::Contradicted:
        return line(entries,
                    things("answer did not agree with another, so we count the worse of the two",
                           "answers did not agree with others, so we count the worse of the two"),
                    &Writer::fact);
      case What::Declined:
        return tell_declines(
            entries, {"time you said no; this changes no points", "times you said no; this changes no points"},
            {"time somebody else said no; this changes no points", "times others said no; this changes no points"});
      case What::DeclineLapsed:
        return tell_declines(entries,
                             {"of the times you said no has run out, so please decide again",
                              "of the times you said no have run out, so please decide again"},
                             {"of the times others said no has run out, so it is time to ask again",
                              "of the times others said no have run out, so it is time to ask again"});
      case What::DeclineMoot:
        return tell_declines(
            entries,
            {"thing you said no to is in place all the same", "things you said no to are in place all the same"},
            {"thing others said no to is in place all the same", "things others said no to are in place all the same"});
      case What::NotApplicable:
        return line(entries,
                    things("thing does not apply, so it is not in the score",
                           "things do not apply, so they are not in the score"),
                    &Writer::counted_out);
      case What::Refused:
        return line(entries,
                    things("thing was said not to apply, but it does, so we count it",
                           "things were said not to apply, but they do, so we count them"),
                    &Writer::title);
      case What::Lapsed:
        return line(entries,
                    things("thing was said not to apply over a year ago, so we ask again",
                           "things were said not to apply over a year ago, so we ask again"),
                    &Writer::title);
      case What::ExtraPart:
        return line(entries,
                    things("answer is about a part that is not on your list",
                           "answers are about parts that are not on your list"),
                    &Writer::fact);
      case What::NoAnswer:
        return line(entries, things("offer has no answer from you yet", "offers have no answer from you yet"),
                    &Writer::offer);
      case What::Overdue: return line(entries, things("agreed job is late", "agreed jobs are late"), &Writer::agreed);
    }
    std::abort();  // a value that is no enumerator
  }
};

}  // namespace

Blocks compose_ledger(const Assessment& assessment) {
  const Heading heading{2, "What we left out or changed, and why"};
  std::vector<std::string> items;
  for (int at = 0; at <= static_cast<int>(What::Overdue); ++at) {
    const auto what = static_cast<What>(at);
    const Entries entries = entries_of(assessment, what);
    if (!entries.empty()) items.push_back(Writer{assessment}.tell(what, entries));
  }
  if (items.empty()) return {heading, Paragraph{"We left nothing out and changed nothing."}};
  return {heading, Bullets{std::move(items)}};
}

}  // namespace candor
