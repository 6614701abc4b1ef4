#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "evidence.hpp"
#include "notice.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// `8 x 0.904761 = 7.238088`
std::string product(int weight, Millionths part) {
  return fmt::format("{} x {} = {}", weight, share(part), share(std::int64_t{weight} * part));
}

Blocks lines(const Assessment& assessment) {
  Pairs rows;
  for (const auto& finding : assessment.findings) {
    const Control& control = assessment.control_of(finding);
    const Interval& interval = finding.interval;
    const auto sums = finding.outcome == Outcome::NotApplicable
                          ? fmt::format("weight {}, left out", control.weight)
                          : fmt::format("proved {}; claimed {}; at best {}", product(control.weight, interval.proved),
                                        product(control.weight, interval.low), product(control.weight, interval.high));
    rows.emplace_back(control.id, fmt::format("{}: {}", words(finding.outcome), sums));
  }
  return {
      Heading{2, "Line by line"},
      Paragraph{"Each control has a share between 0 and 1: proved, claimed (low) and at best (high), held as whole "
                "millionths rounded down. "
                "Its weight is the number of public baselines that ask for it. Weight times share is what it adds."},
      Rows{std::move(rows)}};
}

/// `35.2 of 80 is 44 of 100, shown as 44`
std::string sum_line(std::int64_t sum, std::int64_t weight, int shown) {
  // In millionths of a point, rounded down: enough to see which way it was rounded.
  const auto points = sum * 100 / weight;
  const std::string_view about = sum * 100 % weight == 0 ? "" : "about ";
  return fmt::format("{} of {} is {}{} of 100, shown as {}", share(sum), weight, about, share(points), shown);
}

Blocks sums(const Assessment& assessment) {
  const Score& score = assessment.score;
  Pairs rows{{"Weight", fmt::to_string(score.weight)},
             {"Proved", sum_line(score.proved_sum, score.weight, score.proved)},
             {"Claimed", sum_line(score.claimed_sum, score.weight, score.claimed)},
             {"At best", sum_line(score.at_best_sum, score.weight, score.at_best)}};
  Pairs bar{{"Proved", fmt::to_string(score.proved)},
            {"Only told", fmt::format("{} - {} = {}", score.claimed, score.proved, score.claimed - score.proved)},
            {"Not known", fmt::format("{} - {} = {}", score.at_best, score.claimed, score.at_best - score.claimed)},
            {"Missing", fmt::format("100 - {} = {}", score.at_best, 100 - score.at_best)}};
  return {Heading{2, "Sums"}, Paragraph{"Points are rounded half up, but 100 is shown only when it is exact."},
          Rows{std::move(rows)}, Heading{2, "The bar"}, Rows{std::move(bar)}};
}

/// What each party has to answer for, in weight, before it is shown in points.
std::vector<Share> shortfalls(const Assessment& assessment) {
  std::vector<Share> sums;
  for (const auto& row : assessment.missing)
    if (!row.party.empty()) sums.push_back({row.party, 0});
  for (const auto& finding : assessment.findings)
    for (const auto& one : finding.shares)
      if (const auto found = std::ranges::find(sums, one.party, &Share::party); found != sums.end())
        found->weight_millionths += one.weight_millionths;
  return sums;
}

Blocks missing(const Assessment& assessment) {
  const Score& score = assessment.score;
  if (assessment.missing.empty()) return {};
  const auto sums = shortfalls(assessment);
  std::int64_t all = 0;
  for (const auto& sum : sums) all += sum.weight_millionths;
  const auto known = 100 - score.at_best;
  Pairs rows;
  for (const auto& row : assessment.missing) {
    if (row.party.empty()) {
      rows.emplace_back("not known",
                        fmt::format("{} - {} = {}", score.at_best, score.claimed, counted(row.points, "point")));
      continue;
    }
    const auto weight = std::ranges::find(sums, row.party, &Share::party)->weight_millionths;
    // In millionths of a point, rounded down; a weight is far too small for the product to overflow.
    rows.emplace_back(name(*assessment.inventory, row.party),
                      fmt::format("{} x {} / {} = {}, shown as {}", known, share(weight), share(all),
                                  share(known * weight * whole / all), counted(row.points, "point")));
  }
  return {Heading{2, "Points missing, by who must act"},
          Paragraph{fmt::format("Of 100 points {} are not claimed. {} of them are known to be missing: they are shared "
                                "out by weight x (1 - at best), "
                                "in whole points by largest remainder. The rest is not known.",
                                100 - score.claimed, 100 - score.at_best)},
          Rows{std::move(rows)}};
}

std::string gate_line(const Assessment& assessment, const Finding& finding) {
  const auto what = finding.gate_missed                         ? "missed"
                    : finding.interval.low < whole              ? "not known"
                    : finding.gate_unknown                      ? "in place, but without the proof it asks for"
                    : finding.outcome == Outcome::NotApplicable ? "does not apply"
                                                                : "in place";
  return fmt::format("{}: {} ({})", assessment.control_of(finding).id, what, interval(finding.interval));
}

Blocks verdict(const Assessment& assessment) {
  std::vector<std::string> items;
  for (const auto& finding : assessment.findings)
    if (assessment.control_of(finding).minimum) items.push_back(gate_line(assessment, finding));
  return {Heading{2, "Verdict"},
          Paragraph{"The minimum controls alone decide. Below: one is missed (at best under 1). Cannot tell: none is "
                    "missed, but one is not known or lacks its proof, or none applies. "
                    "Otherwise the standard is met."},
          Bullets{std::move(items)},
          Rows{{{"Verdict", fmt::format("{}: {} missed, {} not known or not proved", spaced(name(assessment.verdict)),
                                        assessment.gates_missed, assessment.gates_unknown)},
                {"Service", fmt::format("{} (grace for an agreed action on a missed minimum: {})",
                                        spaced(name(assessment.service)), to_text(assessment.profile->grace))}}}};
}

std::string gates_in(const Action& action) {
  std::vector<std::string> parts;
  if (action.gates_missed > 0) parts.push_back(fmt::format("{} minimum missed", action.gates_missed));
  if (action.gates_unknown > 0)
    parts.push_back(fmt::format("{} minimum not known or not proved", action.gates_unknown));
  return parts.empty() ? std::string{} : fmt::format(" ({})", joined(parts));
}

std::string action_line(const Assessment& assessment, const Action& action) {
  std::vector<std::string> ids;
  for (const auto index : action.findings) ids.push_back(assessment.profile->controls[index].id);
  auto text = fmt::format("{}{}: ({} points + {}) / effort {} = {}; {}", joined(ids), gates_in(action),
                          share(action.points_millionths), counted(action.doors, "door"), action.effort,
                          share(action.value), name(*assessment.inventory, action.who));
  if (action.by) text += fmt::format(", by {}{}", to_iso(*action.by), action.is_overdue ? ", overdue" : "");
  if (action.agreed) text += ", agreed";
  if (action.offer) text += ", offered";
  if (action.is_question) text += ", to find out";
  return text;
}

Blocks actions(const Assessment& assessment) {
  if (assessment.actions.empty()) return {};
  std::vector<std::string> items;
  for (const auto& action : assessment.actions) items.push_back(action_line(assessment, action));
  return {Heading{2, "Order of work"},
          Paragraph{"Missed minimum controls come first, then those not known or not proved, then the rest. Within "
                    "each the larger value comes first: "
                    "(points that can be won + 1 for each door it helps to close) / effort, where effort is 1 small, 2 "
                    "medium or 4 large. "
                    "Points that can be won are weight x (1 - claimed) of 100. What was agreed or offered together "
                    "counts together, at its largest effort. "
                    "This ranking is our judgement."},
          Bullets{std::move(items), true}};
}

Blocks doors(const Assessment& assessment) {
  Pairs rows;
  for (const auto& door : assessment.doors)
    if (door.applicable > 0)
      rows.emplace_back(spaced(name(door.harm)),
                        fmt::format("{} of {} closed, {} of them proved", door.closed, door.applicable, door.proved));
  if (rows.empty()) return {};
  return {Heading{2, "Doors"},
          Paragraph{"A door is a control that applies and names the harm. It is closed when the control is in place."},
          Rows{std::move(rows)}};
}

}  // namespace

Report explain_arithmetic(const Assessment& assessment) {
  Report report;
  report.title = "How the result of " + assessment.inventory->client.name + " is computed";
  report.assessment = &assessment;
  const Profile& profile = *assessment.profile;
  report.blocks = {
      Heading{1, report.title},
      Paragraph{fmt::format("Held against {} {} as of {}. Every number can be recomputed by hand from this page; "
                            "candor explain CLIENT CONTROL shows where one control's share comes from.",
                            profile.id, profile.version, to_iso(assessment.as_of))}};
  append(report.blocks, lines(assessment));
  if (assessment.score.weight > 0)
    append(report.blocks, sums(assessment));
  else
    report.blocks.emplace_back(Paragraph{"Nothing applies, so there is no score."});
  append(report.blocks, missing(assessment));
  append(report.blocks, verdict(assessment));
  append(report.blocks, actions(assessment));
  append(report.blocks, doors(assessment));
  add_notice(*assessment.inventory, "page", report);
  return report;
}

}  // namespace candor
