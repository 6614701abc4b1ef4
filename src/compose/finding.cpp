#include "finding.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answer.hpp"
#include "blocks.hpp"
#include "decline.hpp"
#include "found.hpp"
#include "money.hpp"
#include "parties.hpp"
#include "question.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t word_limit = 130;

/// From the fullest telling to the shortest.
struct Detail {
  FoundLimit found;
  bool with_figure = false;
  bool with_questions = true;
  bool in_brief = false;  ///< notes
  bool with_what = true;  ///< what the control is
};
constexpr std::array details{
    Detail{.found = {6, true}, .with_figure = true},
    Detail{.found = {6, true}},
    Detail{.found = {6, false}},
    Detail{.found = {6, false}, .in_brief = true},
    Detail{.found = {4, false}, .in_brief = true},
    Detail{.found = {3, false}, .in_brief = true},
    Detail{.found = {3, false}, .with_questions = false, .in_brief = true},
    Detail{.found = {2, false}, .with_questions = false, .in_brief = true},
    Detail{.found = {3, false}, .with_questions = false, .in_brief = true, .with_what = false},
    Detail{.found = {1, false}, .with_questions = false, .in_brief = true, .with_what = false},
};

bool is_gap(Outcome outcome) {
  return outcome == Outcome::NotMet || outcome == Outcome::Partly || outcome == Outcome::Unknown;
}

const Action* action_of(const Assessment& assessment, const Finding& finding) {
  const auto serves = [&](const Action& action) {
    return std::ranges::find(action.findings, finding.control) != action.findings.end();
  };
  const auto found = std::ranges::find_if(assessment.actions, serves);
  return found == assessment.actions.end() ? nullptr : &*found;
}

std::string status_of(const Control& control, Outcome outcome) {
  return fmt::format("{}{}", words(outcome), control.minimum ? ", minimum" : "");
}

std::string headline_of(const Control& control, Outcome outcome) {
  const Words& say = control.words;
  const std::string& text = outcome == Outcome::Partly   ? say.partly
                            : outcome == Outcome::NotMet ? say.missing
                                                         : say.unknown;
  return sentence(text.empty() ? control.title : text);
}

/// The owner's own figure for a day without systems, where this gap can stop work.
std::string day_of_downtime(const Assessment& assessment, const Control& control) {
  const Inventory& inventory = *assessment.inventory;
  const auto figure = std::ranges::find(inventory.figures, "day_of_downtime", &Figure::key);
  const bool stops_work = std::ranges::find(control.harms, Harm::WorkStops) != control.harms.end();
  if (!stops_work || figure == inventory.figures.end() || !figure->value) return {};
  const std::string cost = amount({*figure->value}, inventory.client.currency);
  return figure->told_by.empty()
             ? fmt::format("By your own figure a day without systems costs {}.", cost)
             : fmt::format("{} puts a day without systems at {}.", name(inventory, figure->told_by), cost);
}

std::string contradiction_note(const Assessment& assessment, const Contradiction& contradiction, bool in_brief) {
  const Fact& fact = assessment.catalog->facts[contradiction.fact];
  const auto told = [&](std::size_t index, std::string_view part) {
    const Statement& statement = assessment.statement(index);
    const std::string answer = of_part(part, say(fact, statement.value));
    return fmt::format("{}: \"{}\"", capitalised(source_lead(*assessment.inventory, statement)), answer);
  };
  const auto part = [&](std::size_t index) { return in_brief ? std::string{} : assessment.statement(index).part; };
  return run_on({in_brief ? "" : "Two answers do not agree.", told(contradiction.told, part(contradiction.told)),
                 told(contradiction.stands, part(contradiction.stands)), in_brief ? "" : "We count the worse one."});
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

std::vector<std::string> unanswered_notes(const Assessment& assessment, const Finding& finding) {
  std::vector<std::string> notes;
  for (const LedgerEntry& entry : assessment.ledger)
    if (entry.what == LedgerEntry::What::NoAnswer && entry.finding == finding.control && entry.item)
      notes.push_back(
          fmt::format("No answer from you since {}.", to_words(assessment.inventory->offered[*entry.item].date)));
  return notes;
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

std::vector<std::string> notes_of(const Assessment& assessment, const Finding& finding, const Action* action,
                                  const Detail& detail) {
  std::vector<std::string> notes;
  for (const Contradiction& each : finding.contradictions)
    notes.push_back(contradiction_note(assessment, each, detail.in_brief));
  for (auto& note : age_notes(assessment, finding)) notes.push_back(std::move(note));
  if (detail.with_questions) add_questions(assessment, finding, action, notes);
  for (const DeclineState& state : finding.declines) notes.push_back(declined(assessment, state, detail.in_brief));
  const auto agreed = action ? action->agreed : std::nullopt;
  const auto offer = action ? action->offer : std::nullopt;
  add_more_plans(assessment, "agreed", assessment.inventory->agreed, finding.agreed, agreed, notes);
  if (!agreed) add_more_plans(assessment, "on offer", assessment.inventory->offered, finding.offers, offer, notes);
  for (auto& note : unanswered_notes(assessment, finding)) notes.push_back(std::move(note));
  return notes;
}

std::vector<std::pair<std::string, std::string>> rows_of(const Assessment& assessment, const Step& step) {
  const Sides sides = sides_of(*assessment.inventory, step.who);
  return {{"What to do", of_part(step.part, step.what)},
          {"Who", duty(sides, step.is_question ? "find out" : "do this")},
          {"Time", timing(step)},
          {"Cost", costing(assessment, step)}};
}

FindingCard card_of(const Assessment& assessment, const Finding& finding, const Detail& detail) {
  const Control& control = assessment.control_of(finding);
  const Action* action = action_of(assessment, finding);
  FindingCard card{.outcome = finding.outcome,
                   .status = status_of(control, finding.outcome),
                   .headline = headline_of(control, finding.outcome),
                   .paragraphs = {},
                   .rows = {},
                   .notes = notes_of(assessment, finding, action, detail)};
  const std::string figure = detail.with_figure ? day_of_downtime(assessment, control) : std::string{};
  for (std::string& text :
       std::vector{detail.with_what ? sentence(control.words.what) : std::string{},
                   found(assessment, finding, detail.found), run_on({sentence(control.words.cost), figure})})
    if (!text.empty()) card.paragraphs.push_back(std::move(text));
  if (action) card.rows = rows_of(assessment, step_for(assessment, *action, finding));
  return card;
}

}  // namespace

FindingCard compose_finding(const Assessment& assessment, const Finding& finding) {
  FindingCard card;
  for (const Detail& detail : details) {
    card = card_of(assessment, finding, detail);
    if (count_words(text_of(card)) <= word_limit) break;
  }
  return card;
}

std::vector<const Finding*> gaps_in_order(const Assessment& assessment) {
  std::vector<const Finding*> gaps;
  const auto add = [&](const Finding& finding) {
    if (is_gap(finding.outcome) && std::ranges::find(gaps, &finding) == gaps.end()) gaps.push_back(&finding);
  };
  for (const Action& action : assessment.actions)
    for (const std::size_t index : action.findings) add(assessment.findings[index]);
  for (const Finding& finding : assessment.findings) add(finding);
  return gaps;
}

}  // namespace candor
