#include "change.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "answer.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

std::string_view label(Cause cause) {
  switch (cause) {
    case Cause::Program: return "How we count";
    case Cause::Time: return "Time passed";
    case Cause::Standard: return "The standard";
    case Cause::Evidence: return "Proof";
    case Cause::Client: return "Your firm";
    case Cause::Knowledge: return "What we know";
  }
  std::abort();  // a value that is no enumerator
}

/// What a cause did to a control where nothing that was said tells it.
std::string_view plain_reason(Cause cause) {
  switch (cause) {
    case Cause::Program: return "Our own program counts this in another way now.";
    case Cause::Time: return "A date passed.";
    case Cause::Standard: return "The standard asks for something else here now.";
    case Cause::Evidence: return "The proof is not the same.";
    case Cause::Client: return "Your firm is not the same: how many you are, or what applies to you.";
    case Cause::Knowledge: return "What we know of how many you are is not the same.";
  }
  std::abort();  // a value that is no enumerator
}

/// `3 more`, `2 fewer`, `the same`.
std::string moved(int points) {
  if (points == 0) return "the same";
  return fmt::format("{} {}", std::abs(points), points > 0 ? "more" : "fewer");
}

std::string_view standing(Verdict verdict) {
  switch (verdict) {
    case Verdict::Below: return "you were below the minimum standard";
    case Verdict::CannotTell: return "nobody could say if you met the minimum standard";
    case Verdict::Meets: return "you met the minimum standard";
  }
  std::abort();  // a value that is no enumerator
}

std::string said(const Assessment& assessment, std::size_t index) {
  const Statement& statement = assessment.statement(index);
  const std::string answer = say(assessment.catalog->facts[statement.fact], statement.value);
  return fmt::format("\"{}\"", of_part(statement.part, answer));
}

std::string told(const Assessment& assessment, std::size_t index) {
  const Statement& statement = assessment.statement(index);
  return fmt::format("{}: {}", capitalised(source_lead(*assessment.inventory, statement)), said(assessment, index));
}

/// What counts less than it did: of an event or a day its own date says how old it is.
std::string aged(const Comparison& comparison, const News& news) {
  const Statement& statement = comparison.old.statement(*news.before);
  const std::string answer = said(comparison.old, *news.before);
  const bool is_dated = std::holds_alternative<Event>(statement.value) || std::holds_alternative<Date>(statement.value);
  if (is_dated) return fmt::format("Too old to count now: {}", answer);
  return fmt::format("Too old to count in full: {} ({}).", answer, to_words(statement.date));
}

std::string changed(const Comparison& comparison, const News& news) {
  const Statement& was = comparison.old.statement(*news.before);
  const Statement& is = comparison.now.statement(*news.after);
  if (was.value == is.value) return run_on({"Said again.", told(comparison.now, *news.after)});
  return run_on({fmt::format("Before: {}", said(comparison.old, *news.before)),
                 fmt::format("Now: {}", said(comparison.now, *news.after))});
}

std::string sentence_of(const Comparison& comparison, const News& news) {
  switch (news.what) {
    case News::What::Aged: return aged(comparison, news);
    case News::What::Begun:
      return fmt::format("Counts from {} on: {}", to_words(comparison.old.statement(*news.before).date),
                         said(comparison.old, *news.before));
    case News::What::Contradicted:
      return run_on({told(comparison.old, *news.before),
                     otherwise(*comparison.now.inventory, comparison.now.statement(*news.after))});
    case News::What::Came:
      return run_on({news.cause == Cause::Knowledge ? "Not known before." : "New.", told(comparison.now, *news.after)});
    case News::What::Went:
      return run_on({news.cause == Cause::Knowledge ? "Said no more." : "Gone.", told(comparison.old, *news.before)});
    case News::What::Changed: return changed(comparison, news);
  }
  std::abort();  // a value that is no enumerator
}

bool has_moved(const Points& points) { return !(points == Points{}); }

bool is_reweighed(const ControlChange& change) {
  return change.before && change.after && change.before->weight != change.after->weight;
}

/// What the whole weighed before a cause, and after it.
std::pair<std::int64_t, std::int64_t> weights(const Comparison& comparison, Cause cause) {
  const auto at = static_cast<std::size_t>(cause);
  const auto before = at == 0 ? comparison.before.score.weight : comparison.steps[at - 1].weight;
  return {before, comparison.steps[at].weight};
}

/// Why a cause moved a control of which nothing new was said.
std::string reason_without_news(const Comparison& comparison, const ControlChange& change, Cause cause) {
  const auto [all_before, all_now] = weights(comparison, cause);
  if (cause == Cause::Standard && !change.before) return "The standard did not ask for this before.";
  if (cause == Cause::Standard && !change.after) return "The standard no longer asks for this.";
  if (change.judged[static_cast<std::size_t>(cause)]) return std::string{plain_reason(cause)};
  if (cause == Cause::Standard && change.before && change.after)
    return fmt::format("This weighs {} of {} now. It weighed {} of {} before.", change.after->weight, all_now,
                       change.before->weight, all_before);
  return fmt::format("All things together weigh {} now and weighed {} before.", all_now, all_before);
}

}  // namespace

std::string in_words(const Points& points) {
  const std::array<std::pair<int, std::string_view>, 3> all{
      {{points.proved, "with proof"}, {points.claimed, "with what was told"}, {points.at_best, "at best"}}};
  std::vector<std::string> parts;
  for (const auto& [number, of] : all) {
    if (number == 0) continue;
    const std::string_view points_of_100 = !parts.empty() ? "" : std::abs(number) == 1 ? "point " : "points ";
    parts.push_back(fmt::format("{} {}{} {}", std::abs(number), points_of_100, number > 0 ? "more" : "fewer", of));
  }
  return joined(parts);
}

std::string verdicts(const Comparison& comparison) {
  const Verdict before = comparison.before.verdict;
  const Verdict now = comparison.now.verdict;
  const bool is_same = before == now;
  const std::string then = fmt::format("On {} {}.", to_words(comparison.before.as_of), standing(before));
  switch (now) {
    case Verdict::Below: return is_same ? "You are still below the minimum standard." : then + " Now you are below it.";
    case Verdict::CannotTell:
      return is_same ? "Still nobody can say if you meet the minimum standard."
                     : then + (before == Verdict::Below
                                   ? " Now nothing that we know of is missing, but we do not know it all."
                                   : " Now nobody can say if you still do.");
    case Verdict::Meets: return is_same ? "You still meet the minimum standard." : then + " Now you meet it.";
  }
  std::abort();  // a value that is no enumerator
}

Rows numbers(const Comparison& comparison) {
  const Points before = points_of(comparison.before.score);
  const Points now = points_of(comparison.now.score);
  const auto row = [](int was, int is) {
    return was == is ? fmt::format("{}, as before", is)
                     : fmt::format("{} before, {} now ({})", was, is, moved(is - was));
  };
  return {{{"Points with proof, of 100", row(before.proved, now.proved)},
           {"Points with what was told too", row(before.claimed, now.claimed)},
           {"Points at best, if all we do not know is good", row(before.at_best, now.at_best)}}};
}

Blocks why(const Comparison& comparison, int level) {
  Rows rows;
  for (const Cause cause : all_causes)
    if (const auto& points = comparison.causes[static_cast<std::size_t>(cause)]; has_moved(points))
      rows.rows.emplace_back(label(cause), in_words(points) + ".");
  if (rows.rows.empty()) return {};
  const bool is_recounted = has_moved(comparison.causes[static_cast<std::size_t>(Cause::Program)]);
  const std::string order = fmt::format(
      "We look at the causes in this order: {}time, the standard, proof, your firm, what we know. Each counts on top "
      "of the ones before it. Together they make the whole difference.",
      is_recounted ? "how we count, " : "");
  return {Heading{level, "Why"}, std::move(rows), Paragraph{order, Paragraph::Tone::Small}};
}

bool is_moved(const ControlChange& change) {
  const bool is_judged = std::ranges::any_of(change.judged, [](bool judged) { return judged; });
  return !change.before || !change.after || is_judged || is_reweighed(change) || !change.news.empty();
}

bool is_other_outcome(const ControlChange& change) {
  return change.before && change.after && change.before->outcome != change.after->outcome;
}

std::string outcomes(const ControlChange& change) {
  const auto before = [](Outcome outcome) {
    return outcome == Outcome::NotApplicable ? std::string{"Did not apply"} : capitalised(words(outcome));
  };
  if (!change.before) return fmt::format("{} (new in the standard).", capitalised(words(change.after->outcome)));
  if (!change.after) return fmt::format("{} before (no longer in the standard).", before(change.before->outcome));
  if (change.before->outcome != change.after->outcome)
    return fmt::format("{} before, {} now.", before(change.before->outcome), words(change.after->outcome));
  return fmt::format("{}, as before.", capitalised(words(change.after->outcome)));
}

std::vector<std::string> reasons(const Comparison& comparison, const ControlChange& change) {
  std::vector<std::string> reasons;
  for (const Cause cause : all_causes) {
    std::vector<std::string> sentences;
    for (const News& news : change.news)
      if (news.cause == cause) sentences.push_back(sentence_of(comparison, news));
    const Points& points = change.points[static_cast<std::size_t>(cause)];
    const bool is_reweighed_here = cause == Cause::Standard && is_reweighed(change);
    if (sentences.empty() && !has_moved(points) && !is_reweighed_here) continue;
    if (sentences.empty()) sentences.push_back(reason_without_news(comparison, change, cause));
    const std::string of = has_moved(points) ? fmt::format(" ({})", in_words(points)) : "";
    reasons.push_back(fmt::format("{}{}: {}", label(cause), of, run_on(sentences)));
  }
  return reasons;
}

}  // namespace candor::wording
