#include "fuzz/laws.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <unistd.h>

#include "candor/assess/assess.hpp"
#include "candor/text/utf8.hpp"

namespace candor::fuzz {

namespace {

constexpr std::int64_t all_of_it = 1'000'000;

/// True where nothing that the inventory says is dated after the assessment: only then a later day brings nothing new.
bool is_known_by(const Inventory& inventory, Date as_of) {
  return std::ranges::none_of(inventory.statements, [&](const Statement& statement) {
    const auto* event = std::get_if<Event>(&statement.value);
    const auto* date = std::get_if<Date>(&statement.value);
    return statement.date > as_of || (event != nullptr && event->date && *event->date > as_of) ||
           (date != nullptr && *date > as_of);
  });
}

void check_plans_move_nothing(const Assessment& before) {
  auto inventory = *before.inventory;
  for (const auto& control : before.profile->controls) {
    Decline decline;
    decline.controls = {{control.id, {}}};
    decline.date = before.as_of;
    decline.until = plus_months(before.as_of, longest_decline_months);
    inventory.declined.push_back(decline);
    Offer offer;
    offer.controls = decline.controls;
    offer.date = before.as_of;
    inventory.offered.push_back(offer);
    Agreed agreed;
    agreed.controls = decline.controls;
    agreed.date = before.as_of;
    agreed.by = before.as_of;
    inventory.agreed.push_back(agreed);
  }
  const auto after = assess(*before.catalog, *before.profile, inventory, before.as_of);
  require(after.score == before.score, "a decline, an offer or an agreed action moves the score");
  require(after.verdict == before.verdict, "a decline, an offer or an agreed action moves the verdict");
  require(after.counts == before.counts, "a decline, an offer or an agreed action moves an outcome");
}

void check_unknown_wins_nothing(const Assessment& before, unsigned chosen) {
  const auto& statements = before.inventory->statements;
  if (statements.empty()) return;
  const auto& one = statements[chosen % statements.size()];
  const auto is_about_the_same = [&](const Statement& other) {
    return other.fact == one.fact && other.part == one.part;
  };
  if (std::ranges::count_if(statements, is_about_the_same) != 1) return;
  auto silent = *before.inventory;
  silent.statements[static_cast<std::size_t>(&one - statements.data())].value = Unknown{};
  const auto after = assess(*before.catalog, *before.profile, silent, before.as_of);
  // Across different weights the shares are compared, not the sums.
  const auto is_no_more = [](std::int64_t sum, std::int64_t weight, std::int64_t old_sum, std::int64_t old_weight) {
    return sum * old_weight <= old_sum * weight;  // a weight counts clauses: far from 64 bits
  };
  if (before.score.weight == 0 || after.score.weight == 0) return;
  require(is_no_more(after.score.claimed_sum, after.score.weight, before.score.claimed_sum, before.score.weight),
          "saying unknown raises what is claimed");
  require(is_no_more(after.score.proved_sum, after.score.weight, before.score.proved_sum, before.score.weight),
          "saying unknown raises what is proved");
}

void check_time_raises_nothing(const Assessment& before) {
  if (!is_known_by(*before.inventory, before.as_of)) return;
  auto inventory = *before.inventory;
  inventory.not_applicable.clear();  // a lapse brings a control back: the weight is another then
  auto last = assess(*before.catalog, *before.profile, inventory, before.as_of);
  for (const int days : {1, 29, 120, 400}) {
    auto later = assess(*before.catalog, *before.profile, inventory, plus_days(before.as_of, days));
    require(later.score.proved_sum <= last.score.proved_sum, "a later date raises what is proved");
    require(later.score.claimed_sum <= last.score.claimed_sum, "a later date raises what is claimed");
    last = std::move(later);
  }
}

}  // namespace

void fail(const std::string& law) {
  const auto line = "candor: broken law: " + law + "\n";
  (void)!::write(STDERR_FILENO, line.data(), line.size());
  std::abort();
}

void require(bool holds, const char* law) {
  if (!holds) fail(law);
}

void check_assessment(const Assessment& assessment) {
  const auto& controls = assessment.profile->controls;
  require(assessment.findings.size() == controls.size(), "one finding a control");
  int sum = 0;
  for (const auto count : assessment.counts) sum += count;
  require(static_cast<std::size_t>(sum) == controls.size(), "the outcomes add up to the number of controls");
  bool is_missed = false;
  bool is_unproved = false;
  bool has_gate = false;
  for (std::size_t i = 0; i < assessment.findings.size(); ++i) {
    const auto& finding = assessment.findings[i];
    const auto& [low, high, proved] = std::tie(finding.interval.low, finding.interval.high, finding.interval.proved);
    require(finding.control == i, "findings stand in the profile's order");
    require(0 <= proved && proved <= low && low <= high && high <= all_of_it, "proved <= low <= high");
    if (!controls[i].minimum || finding.outcome == Outcome::NotApplicable) continue;
    has_gate = true;
    is_missed = is_missed || high < all_of_it;
    is_unproved = is_unproved || low < all_of_it;
  }
  require(assessment.score.proved <= assessment.score.claimed && assessment.score.claimed <= assessment.score.at_best,
          "proved <= claimed <= at best");
  require(is_missed == (assessment.verdict == Verdict::Below), "below exactly where a gate is missed");
  require(assessment.verdict != Verdict::Meets || (has_gate && !is_unproved), "nobody meets with a gate unknown");
}

void check_neighbours(const Assessment& assessment, unsigned chosen) {
  const auto again = assess(*assessment.catalog, *assessment.profile, *assessment.inventory, assessment.as_of);
  require(again.score == assessment.score && again.counts == assessment.counts && again.verdict == assessment.verdict,
          "the same inputs give the same assessment");
  check_plans_move_nothing(assessment);
  check_unknown_wins_nothing(assessment, chosen);
  check_time_raises_nothing(assessment);
}

void check_harmless(const std::string& text, const std::string& where, bool is_colored) {
  if (find_invalid_utf8(text)) fail(where + " holds invalid UTF-8");
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  for (std::size_t at = text.starts_with(mark) ? mark.size() : 0; at < text.size();) {
    if (is_colored && text.compare(at, 2, "\x1b[") == 0) {
      at = text.find_first_not_of("0123456789;", at + 2);
      if (at == std::string::npos || text[at] != 'm') fail(where + " holds a sequence that is not ours");
    }
    const auto start = at;
    const auto character = next_character(text, at);
    if (is_hostile(character) && character != U'\n' && character != U'\r')
      fail(where + " lets a hostile character out at byte " + std::to_string(start));
  }
}

}  // namespace candor::fuzz
