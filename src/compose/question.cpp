#include "question.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

using Because = OpenQuestion::Because;

// The order of reasons in a report. `{}` is how many things.
constexpr std::array<std::pair<Because, std::string_view>, 5> reasons{{
    {Because::NotLooked, "{} not looked at"},
    {Because::NoAccess, "{} out of reach"},
    {Because::NoAnswer, "{} without an answer"},
    {Because::NotRecorded, "{} not on record"},
    {Because::Refused, "{} refused"},
}};

/// Somebody who finds out, and the last day of what is still to come from him.
struct Finder {
  std::string who;
  std::optional<Date> by;
};

/// The things that are not fully known: how many, why, and who finds out.
struct Open {
  std::int64_t things = 0;
  std::array<std::int64_t, reasons.size()> because{};
  std::int64_t unasked = 0;
  std::vector<Finder> finders;
};

void add_finder(const Assessment& assessment, const OpenQuestion& question, Open& open) {
  const Sides sides = sides_of(*assessment.inventory, {question.who});
  const std::string who = sides.people.empty() ? subject(sides) : joined(sides.people);
  const auto known = std::ranges::find(open.finders, who, &Finder::who);
  if (known == open.finders.end())
    open.finders.push_back({who, question.by});
  else
    known->by = std::max(known->by, question.by);
}

void count(const Assessment& assessment, const Finding& finding, Open& open) {
  ++open.things;
  if (finding.open.empty()) {
    ++open.unasked;
    return;
  }
  const OpenQuestion& question = assessment.inventory->open[finding.open.front()];
  const auto reason = std::ranges::find(reasons, question.because, [](const auto& row) { return row.first; });
  ++open.because[static_cast<std::size_t>(reason - reasons.begin())];
  if (question.who.empty())
    ++open.unasked;
  else
    add_finder(assessment, question, open);
}

Open count_open(const Assessment& assessment) {
  Open open;
  for (const Finding& finding : assessment.findings) {
    const bool is_judged = finding.outcome != Outcome::NotApplicable && finding.outcome != Outcome::Met;
    if (finding.outcome == Outcome::Unknown || (is_judged && !finding.open.empty())) count(assessment, finding, open);
  }
  return open;
}

std::string why(const Open& open) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < reasons.size(); ++at)
    if (open.because[at] > 0) parts.push_back(fmt::format(fmt::runtime(reasons[at].second), open.because[at]));
  return joined(parts);
}

/// `To find out: we and P. Dunn by 27 November 2026.` Those with the same day share it.
std::string who_finds_out(const Assessment& assessment, const Open& open) {
  std::vector<std::string> days;
  for (auto first = open.finders.begin(); first != open.finders.end(); ++first) {
    const auto same_day = [&](const Finder& other) { return other.by == first->by; };
    if (std::any_of(open.finders.begin(), first, same_day)) continue;
    std::vector<std::string> names;
    for (const Finder& finder : open.finders)
      if (same_day(finder)) names.push_back(finder.who);
    const bool is_late = first->by && *first->by < assessment.as_of;
    const std::string when =
        first->by ? fmt::format("{}by {}", is_late ? "(late) " : "", to_words_in_year_of(assessment.as_of, *first->by))
                  : "with no date yet";
    days.push_back(fmt::format("{} {}", joined(names), when));
  }
  return days.empty() ? std::string{} : fmt::format("To find out: {}.", fmt::join(days, ", "));
}

std::string who_asked(const Assessment& assessment, const OpenQuestion& question) {
  const std::string whom = question.ask.empty() ? "" : " " + name(*assessment.inventory, question.ask);
  const std::string when = question.asked ? " on " + to_words(*question.asked) : "";
  if (whom.empty() && when.empty()) return "We have no answer yet.";
  return fmt::format("We asked{}{} and have no answer yet.", whom, when);
}

}  // namespace

std::string open_questions(const Assessment& assessment) {
  const Open open = count_open(assessment);
  if (open.things == 0) return {};
  const std::string reason = why(open);
  const std::string all = counted(std::ssize(assessment.findings), "thing");
  const std::string_view nobody = open.unasked == open.things ? "Finding out has no date yet." : "";
  return run_on({fmt::format("{} of {}{}{}.", open.things, all, reason.empty() ? "" : ": ", reason),
                 who_finds_out(assessment, open),
                 nobody.empty() && open.unasked > 0
                     ? fmt::format("For {} of them, finding out has no date yet.", open.unasked)
                     : std::string{nobody}});
}

std::string why_open(const Assessment& assessment, const OpenQuestion& question) {
  switch (question.because) {
    case Because::NotLooked: return "Nobody has looked yet.";
    case Because::NoAccess: return "We could not get in to look.";
    case Because::NoAnswer: return who_asked(assessment, question);
    case Because::NotRecorded: return "Nobody keeps a record of this.";
    case Because::Refused:
      return question.ask.empty() ? "We may not look at this."
                                  : fmt::format("{} did not let us look.", name(*assessment.inventory, question.ask));
  }
  std::abort();  // a value that is no enumerator
}

std::string open_question(const Assessment& assessment, const OpenQuestion& question) {
  std::vector<std::string> sentences{why_open(assessment, question)};
  if (!question.who.empty()) {
    const bool is_late = question.by && *question.by < assessment.as_of;
    const std::string when = !question.by ? ", with no date yet"
                             : is_late    ? fmt::format(". That was due by {}", to_words(*question.by))
                                          : fmt::format(" by {}", to_words(*question.by));
    sentences.push_back(fmt::format("{} will find out{}.",
                                    capitalised(subject(sides_of(*assessment.inventory, {question.who}))), when));
  }
  return run_on(sentences);
}

}  // namespace candor::wording
