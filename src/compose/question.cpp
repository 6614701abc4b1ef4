#include "question.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

using Because = OpenQuestion::Because;

// The order of reasons in a report. `{}` is how many things.
constexpr std::array<std::pair<Because, std::string_view>, 5> reasons{{
    {Because::NotLooked, "{} not looked at yet"},
    {Because::NoAccess, "{} we could not get into"},
    {Because::NoAnswer, "{} without an answer"},
    {Because::NotRecorded, "{} without a record"},
    {Because::Refused, "{} refused"},
}};

/// One thing in three states of knowing: what is open, why, and who finds out.
struct Open {
  std::int64_t things = 0;
  std::array<std::int64_t, reasons.size()> because{};
  std::int64_t unasked = 0;
  std::vector<std::string> finders;
};

std::string finder(const Assessment& assessment, const OpenQuestion& question) {
  const Sides sides = sides_of(*assessment.inventory, {question.who});
  const std::string who = sides.people.empty() ? subject(sides) : joined(sides.people);
  if (!question.by) return fmt::format("{} with no date yet", who);
  const bool is_late = *question.by < assessment.as_of;
  return fmt::format("{} by {}{}", who, to_words(*question.by), is_late ? ", which is past" : "");
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
  if (question.who.empty()) {
    ++open.unasked;
    return;
  }
  const std::string who = finder(assessment, question);
  if (std::ranges::find(open.finders, who) == open.finders.end()) open.finders.push_back(who);
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

std::string who_asked(const Assessment& assessment, const OpenQuestion& question) {
  const std::string whom = question.ask.empty() ? "" : " " + name(*assessment.inventory, question.ask);
  const std::string when = question.asked ? " on " + to_words(*question.asked) : "";
  if (whom.empty() && when.empty()) return "We have no answer yet.";
  return fmt::format("We asked{}{} and have no answer yet.", whom, when);
}

}  // namespace

std::string open_questions(const Assessment& assessment, std::size_t people) {
  Open open = count_open(assessment);
  if (open.things == 0) return {};
  const std::string reason = why(open);
  std::vector<std::string> sentences{fmt::format("We could not fully check {} of the {}{}{}.", open.things,
                                                 counted(std::ssize(assessment.findings), "thing"),
                                                 reason.empty() ? "" : ": ", reason)};
  if (open.finders.size() > people) {
    open.finders.resize(people);
    open.finders.emplace_back("others later");
  }
  if (!open.finders.empty()) sentences.push_back(fmt::format("Who finds out: {}.", joined(open.finders)));
  if (open.unasked > 0)
    sentences.push_back(fmt::format("Nobody has the job of finding out {} yet.", number(open.unasked)));
  return run_on(sentences);
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
