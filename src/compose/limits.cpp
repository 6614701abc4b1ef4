#include <cstdlib>
#include <set>
#include <span>

#include <fmt/format.h>

#include "candor/compose/compose.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using List = LedgerEntry::List;
using What = LimitResult::What;

/// Puts one limit into words.
struct Writer {
  const Assessment& assessment;
  const LimitResult& result;

  [[nodiscard]] std::string title(const LimitBreak& found) const {
    return fmt::format("\"{}\"", phrase(assessment.profile->controls[found.finding].title));
  }

  /// Each control once, in the order found.
  [[nodiscard]] std::string titles() const {
    std::vector<std::string> names;
    std::set<std::size_t> named;
    for (const auto& found : result.breaks)
      if (named.insert(found.finding).second) names.push_back(title(found));
    return joined(names);
  }

  [[nodiscard]] std::string dated_titles() const {
    std::vector<std::string> names;
    for (const auto& found : result.breaks)
      names.push_back(fmt::format("{} ({})", title(found), to_words(*found.date)));
    return joined(names);
  }

  [[nodiscard]] std::string points(int shown, std::string_view are) const {
    if (assessment.score.weight == 0) return "nothing here counts, so there are no points";
    const auto found = fmt::format("{} of 100 points {} {}", shown, choose(shown, "is", "are"), are);
    return result.held ? found
                       : fmt::format("{}, and {} {} asked for", found, result.asked, choose(result.asked, "is", "are"));
  }

  /// The parts whose proof runs out together; nothing where it is all of it.
  [[nodiscard]] std::string parts(std::span<const LimitBreak> together) const {
    std::vector<std::string> names;
    for (const auto& found : together) {
      if (!found.statement || assessment.statement(*found.statement).part.empty()) return {};
      names.push_back(assessment.statement(*found.statement).part);
    }
    return fmt::format(" ({})", joined(names));
  }

  /// What runs out of one control on one day.
  [[nodiscard]] std::string runs_out(std::span<const LimitBreak> together) const {
    const auto& found = together.front();
    const auto date = to_words(*found.date);
    if (!found.list) return fmt::format("the proof for {}{} is too old from {}", title(found), parts(together), date);
    switch (*found.list) {
      case List::Agreed: return fmt::format("the work agreed for {} is due on {}", title(found), date);
      case List::Declined: return fmt::format("the no to {} counts until {}", title(found), date);
      case List::NotApplicable: return fmt::format("{} counts as not needed here until {}", title(found), date);
      case List::Offered: break;  // an offer runs out on no day
    }
    std::abort();
  }

  [[nodiscard]] std::string expiry() const {
    if (result.held) return fmt::format("nothing runs out by {}", to_words(plus_days(assessment.as_of, result.asked)));
    std::vector<std::string> items;
    const std::span all{result.breaks};
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
      const auto is_with_first = [&](const LimitBreak& found) {
        return found.finding == all[from].finding && found.list == all[from].list && found.date == all[from].date;
      };
      while (to < all.size() && is_with_first(all[to])) ++to;
      items.push_back(runs_out(all.subspan(from, to - from)));
    }
    return joined(items);
  }

  [[nodiscard]] std::string unproven_gates() const {
    int gates = 0;
    for (const auto& finding : assessment.findings)
      gates += assessment.control_of(finding).minimum && finding.outcome != Outcome::NotApplicable ? 1 : 0;
    if (result.held) return "every must-have is proved in full";
    const auto count = std::ssize(result.breaks);
    return fmt::format("{} of {} must-haves {} not proved in full: {}", count, gates, choose(count, "is", "are"),
                       titles());
  }

  [[nodiscard]] std::string fail_on() const {
    const auto either = [&](std::string_view all_well, std::string_view lead, const std::string& names) {
      return result.held ? std::string{all_well} : fmt::format("{} {}", lead, names);
    };
    switch (result.fail_on) {
      case FailOn::Contradiction:
        return either("nothing that was told turned out to be wrong", "what was told turned out to be wrong for",
                      titles());
      case FailOn::UnprovenGate: return unproven_gates();
      case FailOn::LapsedDecline: return either("no recorded no has run out", "the no has run out for", dated_titles());
      case FailOn::Overdue: return either("no agreed work is late", "the agreed work is late for", dated_titles());
      case FailOn::Unowned: return either("somebody is named for every gap", "nobody is named for", titles());
    }
    std::abort();  // a value that is no enumerator
  }

  [[nodiscard]] std::string worse() const {
    const auto& before = result.earlier->result;
    if (!before) return "nothing was recorded before";
    const auto day = to_words(before->as_of);
    if (result.held) return fmt::format("verdict, proved points and proved controls are no worse than on {}", day);
    std::vector<std::string> items;
    if (result.verdict_before)
      items.push_back(*result.verdict_before == Verdict::Meets
                          ? fmt::format("the standard was met on {}", day)
                          : fmt::format("on {} nothing was known to be missing", day));
    if (result.proved_before)
      items.push_back(fmt::format("{} of 100 points were proved on {}, {} {} now", *result.proved_before, day,
                                  assessment.score.proved, choose(assessment.score.proved, "is", "are")));
    if (!result.breaks.empty()) items.push_back(fmt::format("no longer proved in full: {}", titles()));
    return fmt::format("{}", fmt::join(items, "; "));
  }

  [[nodiscard]] LimitLine line() const {
    const auto& score = assessment.score;
    const auto asked = [&](std::string_view option) { return fmt::format("{} {}", option, result.asked); };
    switch (result.what) {
      case What::MinProved: return {asked("--min-proved"), result.held, points(score.proved, "proved")};
      case What::MinClaimed: return {asked("--min-claimed"), result.held, points(score.claimed, "claimed")};
      case What::NoWorseThan: return {fmt::format("--no-worse-than {}", result.earlier->asked), result.held, worse()};
      case What::ExpiresWithin: return {asked("--expires-within"), result.held, expiry()};
      case What::FailOn: return {fmt::format("--fail-on {}", candor::name(result.fail_on)), result.held, fail_on()};
    }
    std::abort();  // a value that is no enumerator
  }
};

}  // namespace

std::vector<LimitLine> compose_limits(const Assessment& assessment, const std::vector<LimitResult>& results) {
  std::vector<LimitLine> lines;
  for (const auto& result : results) lines.push_back(Writer{assessment, result}.line());
  return lines;
}

}  // namespace candor
