#include <algorithm>
#include <array>

#include "choice.hpp"
#include "day.hpp"
#include "sections.hpp"
#include "word.hpp"

// What is still to be found out, what does not apply and who acts.
namespace candor {
namespace {

using Because = OpenQuestion::Because;

constexpr std::array<std::string_view, 8> open_keys{"for", "part", "because", "ask", "asked", "who", "by", "note"};
constexpr std::array<std::string_view, 4> not_applicable_keys{"control", "because", "by", "date"};
constexpr std::array<std::string_view, 3> acts_keys{"control", "part", "who"};

constexpr std::array<Named<Because>, 5> reasons{{
    {"not_looked", Because::NotLooked},
    {"no_access", Because::NoAccess},
    {"no_answer", Because::NoAnswer},
    {"not_recorded", Because::NotRecorded},
    {"refused", Because::Refused},
}};

OpenQuestion read_question(const yaml::Node& node, const Reading& reading) {
  OpenQuestion question;
  question.place = node.place();
  if (!node.allow_only(open_keys)) return question;
  if (const auto subject = node.required("for"))
    for (const auto& item : subject->one_or_more())
      for (const auto fact : read_fact_or_area(item, reading.context))
        if (std::ranges::find(question.facts, fact) == question.facts.end()) question.facts.push_back(fact);
  question.part = read_part(node, question.facts, reading);
  if (const auto because = node.required("because"))
    question.because =
        read_named<Because>(*because, reasons, "a reason why it is not known").value_or(Because::NotLooked);
  question.ask = read_text(node, "ask", "whom to ask");
  question.asked = find_past_day(node, "asked", reading.context);
  question.who = read_party(node, "who", reading);
  question.by = find_day(node, "by");
  question.note = read_text(node, "note");
  return question;
}

std::optional<NotApplicable> read_exclusion(const yaml::Node& node, const Reading& reading) {
  if (!node.allow_only(not_applicable_keys)) return std::nullopt;
  const auto id = node.required("control");
  auto control = id ? read_control(*id, reading.context) : std::nullopt;
  NotApplicable exclusion{.control = control.value_or(Located<std::string>{}),
                          .because = require_text(node, "because", "the reason why it does not apply"),
                          .by = require_text(node, "by", "who says so"),
                          .date = require_past_day(node, "date", reading.context),
                          .place = node.place()};
  if (!control) return std::nullopt;
  return exclusion;
}

std::optional<Acts> read_actor(const yaml::Node& node, const Reading& reading) {
  if (!node.allow_only(acts_keys)) return std::nullopt;
  const auto id = node.required("control");
  auto control = id ? read_control(*id, reading.context) : std::nullopt;
  const auto controls = control ? std::vector{*control} : std::vector<Located<std::string>>{};
  Acts acts{.control = control.value_or(Located<std::string>{}),
            .part = read_part(node, controls, reading),
            .who = node.required("who") ? read_party(node, "who", reading) : std::string{},
            .place = node.place()};
  if (!control || acts.who.empty()) return std::nullopt;
  return acts;
}

}  // namespace

void read_open(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of open questions", reading.inventory.open.size()))
    reading.inventory.open.push_back(read_question(item, reading));
}

void read_not_applicable(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of controls that do not apply", 0))
    if (auto exclusion = read_exclusion(item, reading))
      reading.inventory.not_applicable.push_back(std::move(*exclusion));
}

void read_acts(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of controls and who acts", 0))
    if (auto acts = read_actor(item, reading)) reading.inventory.acts.push_back(std::move(*acts));
}

}  // namespace candor
