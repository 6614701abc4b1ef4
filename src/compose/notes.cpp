#include "notes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answer.hpp"
#include "decline.hpp"
#include "money.hpp"
#include "question.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

std::string contradiction_note(const Assessment& assessment, const Contradiction& contradiction,
                               const std::string& found) {
  const Fact& fact = assessment.catalog->facts[contradiction.fact];
  const Statement& told = assessment.statement(contradiction.told);
  const Statement& stands = assessment.statement(contradiction.stands);
  const auto quoted = [&](const Statement& statement) {
    const std::string answer = of_part(statement.part, say(fact, statement.value));
    return fmt::format("{}: \"{}\"", capitalised(source_lead(*assessment.inventory, statement)), answer);
  };
  const bool is_told_above = found.find(say(fact, stands.value)) != std::string::npos;
  if (is_told_above) return run_on({quoted(told), otherwise(*assessment.inventory, stands)});
  return run_on({"Two answers do not agree.", quoted(told), quoted(stands), "We count the worse one."});
}

/// A look that found more than was told: the truth in both directions.
std::string better_note(const Assessment& assessment, const Contradiction& better) {
  const Fact& fact = assessment.catalog->facts[better.fact];
  const Statement& told = assessment.statement(better.told);
  const Statement& stands = assessment.statement(better.stands);
  const auto quoted = [&](const Statement& statement) {
    return fmt::format("{}: \"{}\"", capitalised(source_lead(*assessment.inventory, statement)),
                       of_part(statement.part, say(fact, statement.value)));
  };
  return run_on({"We found more than we were told.", quoted(told), quoted(stands), "We count what we found."});
}

std::vector<std::string> age_notes(const Assessment& assessment, const Finding& finding) {
  std::vector<Date> dates;
  for (const std::size_t index : finding.aged) dates.push_back(assessment.statement(index).date);
  std::ranges::sort(dates);
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  std::vector<std::string> days;
  for (const Date date : dates) days.push_back(to_words(date));
  if (days.empty()) return {};
  return {fmt::format("This was true on {}. That is too long ago to count.", joined(days))};
}

/// The offers for this gap that nobody has answered.
std::vector<std::size_t> unanswered(const Assessment& assessment, const Finding& finding) {
  std::vector<std::size_t> offers;
  for (const LedgerEntry& entry : assessment.ledger)
    if (entry.what == LedgerEntry::What::NoAnswer && entry.finding == finding.control && entry.item)
      offers.push_back(*entry.item);
  return offers;
}

/// Plans for the same gap beside the one in the rows.
template <typename Plan>
void add_more_plans(const Assessment& assessment, std::string_view verb, const std::vector<Plan>& plans,
                    const std::vector<std::size_t>& indexes, std::optional<std::size_t> told,
                    std::vector<std::string>& notes) {
  for (const std::size_t index : indexes) {
    if (index == told) continue;
    const Plan& plan = plans[index];
    const std::string part = plan.part.empty() ? "" : plan.part + ": ";
    const std::string by = plan.by ? ", by " + to_words(*plan.by) : "";
    notes.push_back(fmt::format("Also {}: {}{}{} ({}).", verb, part, phrase(plan.what), by,
                                price(plan.price, assessment.inventory->client.currency)));
  }
}

/// The rows of a card whose step is the first question say already who finds out and when.
void add_questions(const Assessment& assessment, const Finding& finding, const Action* action,
                   std::vector<std::string>& notes) {
  for (const std::size_t index : finding.open) {
    const OpenQuestion& question = assessment.inventory->open[index];
    const bool is_in_rows = action && action->is_question && index == finding.open.front();
    notes.push_back(is_in_rows ? why_open(assessment, question) : open_question(assessment, question));
  }
}

}  // namespace

std::vector<std::string> notes_of(const Assessment& assessment, const Finding& finding, const Action* action,
                                  const NoteLimit& limit, const std::string& found) {
  std::vector<std::string> notes;
  for (const Contradiction& each : finding.contradictions)
    notes.push_back(contradiction_note(assessment, each, limit.in_brief ? found : std::string{}));
  for (const Contradiction& each : finding.better) notes.push_back(better_note(assessment, each));
  for (auto& note : age_notes(assessment, finding)) notes.push_back(std::move(note));
  if (limit.with_questions) add_questions(assessment, finding, action, notes);
  for (const DeclineState& state : finding.declines) notes.push_back(declined(assessment, state, limit.in_brief));
  const auto agreed = action ? action->agreed : std::nullopt;
  const auto offer = action ? action->offer : std::nullopt;
  add_more_plans(assessment, "agreed", assessment.inventory->agreed, finding.agreed, agreed, notes);
  // What was agreed for one part leaves an offer for another part open.
  const auto waiting = unanswered(assessment, finding);
  add_more_plans(assessment, "on offer", assessment.inventory->offered, agreed ? waiting : finding.offers, offer,
                 notes);
  for (const std::size_t index : waiting)
    notes.push_back(
        fmt::format("You have not answered our offer of {} yet.", to_words(assessment.inventory->offered[index].date)));
  return notes;
}

}  // namespace candor::wording
