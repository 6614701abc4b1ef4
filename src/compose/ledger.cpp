#include "ledger.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using What = LedgerEntry::What;
using Entries = std::vector<const LedgerEntry*>;

/// More than this many are counted only.
constexpr std::size_t named_limit = 3;

/// One statement or item may bear on several controls; it is told once.
bool is_same(const LedgerEntry& a, const LedgerEntry& b) {
  if (a.statement || b.statement) return a.statement == b.statement && a.other == b.other;
  if (a.item || b.item) return a.item == b.item;
  return a.finding == b.finding;
}

Entries entries_of(const Assessment& assessment, What what) {
  Entries entries;
  for (const LedgerEntry& entry : assessment.ledger) {
    const auto same = [&](const LedgerEntry* other) { return is_same(*other, entry); };
    if (entry.what == what && std::ranges::none_of(entries, same)) entries.push_back(&entry);
  }
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
    return fmt::format("{}, {}", decline.offered.empty() ? title(entry) : phrase(decline.offered),
                       to_words(decline.date));
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
      case What::Future:
        return line(entries,
                    things("answer is from after the day of this report, so we left it out",
                           "answers are from after the day of this report, so we left them out"),
                    &Writer::dated_fact);
      case What::Contradicted:
        return line(entries,
                    things("answer did not agree with another, so we count the worse of the two",
                           "answers did not agree with others, so we count the worse of the two"),
                    &Writer::fact);
      case What::Declined:
        return line(entries,
                    things("time you said no; this changes no points", "times you said no; this changes no points"),
                    &Writer::decline);
      case What::DeclineLapsed:
        return line(entries,
                    things("of the times you said no has run out, so please decide again",
                           "of the times you said no have run out, so please decide again"),
                    &Writer::decline);
      case What::DeclineMoot:
        return line(
            entries,
            things("thing you said no to is in place all the same", "things you said no to are in place all the same"),
            &Writer::decline);
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
