#include "finding.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answer.hpp"
#include "blocks.hpp"
#include "found.hpp"
#include "money.hpp"
#include "notes.hpp"
#include "parties.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t word_limit = 130;

/// How much of what the control is.
enum class What { All, FirstSentence, Nothing };

/// How much of what the control is.
enum class About { All, FirstSentence, Nothing };

/// From the fullest telling to the shortest.
struct Detail {
  FoundLimit found;
  bool with_figure = false;
  NoteLimit notes = {};
  About about = About::All;
};
constexpr NoteLimit brief{.with_questions = true, .in_brief = true};
constexpr std::array details{
    Detail{.found = {6, true}, .with_figure = true},
    Detail{.found = {6, true}},
    Detail{.found = {6, false}},
    Detail{.found = {6, false}, .notes = brief},
    Detail{.found = {4, false}, .notes = brief},
    Detail{.found = {4, false}, .notes = brief, .about = About::FirstSentence},
    Detail{.found = {3, false}, .notes = brief, .about = About::FirstSentence},
    Detail{.found = {2, false}, .notes = brief, .about = About::FirstSentence},
    Detail{.found = {2, false}, .notes = brief, .about = About::Nothing},
    Detail{.found = {1, false}, .notes = {.with_questions = false, .in_brief = true}, .about = About::Nothing},
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
  return fmt::format("{}{}", words(outcome), control.minimum ? ", must-have" : "");
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

std::vector<std::pair<std::string, std::string>> rows_of(const Assessment& assessment, const Step& step) {
  const Sides sides = sides_of(*assessment.inventory, step.who);
  return {{"What to do", of_part(step.part, step.what)},
          {"Who", duty(sides, step.is_question ? "find out" : "do this")},
          {"Time", timing(step)},
          {"Cost", costing(assessment, step)}};
}

std::string about(const Control& control, About limit) {
  if (limit == About::Nothing) return {};
  const std::string all = sentence(control.words.what);
  return limit == About::All ? all
                             : all.substr(0, all.find(". ") == std::string::npos ? all.size() : all.find(". ") + 1);
}

FindingCard card_of(const Assessment& assessment, const Finding& finding, const Detail& detail) {
  const Control& control = assessment.control_of(finding);
  const Action* action = action_of(assessment, finding);
  FindingCard card{.outcome = finding.outcome,
                   .status = status_of(control, finding.outcome),
                   .headline = headline_of(control, finding.outcome),
                   .paragraphs = {},
                   .rows = {},
                   .notes = {}};
  Found told = found(assessment, finding, detail.found);
  const std::string figure = detail.with_figure ? day_of_downtime(assessment, control) : std::string{};
  for (std::string& text :
       std::vector{about(control, detail.about), told.text, run_on({sentence(control.words.cost), figure})})
    if (!text.empty()) card.paragraphs.push_back(std::move(text));
  card.notes = notes_of(assessment, finding, action, detail.notes, told.text);
  card.crowds = std::move(told.crowds);
  card.finding = finding.control;
  if (action) card.rows = rows_of(assessment, step_for(assessment, *action, finding));
  return card;
}

}  // namespace

std::string headline_of(const Control& control, Outcome outcome) {
  const Words& say = control.words;
  const std::string& text = outcome == Outcome::Partly   ? say.partly
                            : outcome == Outcome::NotMet ? say.missing
                                                         : say.unknown;
  return sentence(text.empty() ? control.title : text);
}

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
