#include "export/sarif_rule.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/plain_line.hpp"
#include "export/prose.hpp"

namespace candor {

namespace {

constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_description = 1024;

Json text_of(std::string_view text) { return object({{"text", text}}); }

/// What helps with any finding of a control, as labels and texts.
std::vector<std::pair<std::string_view, std::string>> help_of(const Control& control, const Profile& profile) {
  const auto& words = control.words;
  std::vector<std::pair<std::string_view, std::string>> rows{{"What it is", words.what},
                                                             {"What it can cost", words.cost},
                                                             {"What to do", words.act},
                                                             {"How to find out", words.find_out}};
  std::string clauses;
  for (const auto& clause : control.required_by) {
    const auto* baseline = profile.find_baseline(clause.baseline);
    if (!baseline || !baseline->seen) continue;
    clauses += fmt::format("{}{}{}{}", clauses.empty() ? "" : "; ", baseline->name, clause.clause.empty() ? "" : ", ",
                           clause.clause);
  }
  rows.emplace_back("Asked by", clauses);
  std::erase_if(rows, [](const auto& row) { return row.second.empty(); });
  if (rows.empty()) rows.emplace_back("What it is", control.title);
  return rows;
}

}  // namespace

std::string security_severity(const Control& control, const Profile& profile) {
  const int heaviest = std::max(1, std::ranges::max(profile.controls, {}, &Control::weight).weight);
  const int tenths =
      control.minimum ? 70 + 30 * control.weight / heaviest : std::max(1, 69 * control.weight / heaviest);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

Json rule_of(const Control& control, const Profile& profile) {
  const auto title = plain_line(control.title.empty() ? control.id : control.title);
  const auto what = plain_line(control.words.what);
  std::string text;
  std::string markdown;
  for (const auto& [label, about] : help_of(control, profile)) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", label, as_sentence(about));
    markdown += fmt::format("{}**{}:** {}", markdown.empty() ? "" : "\n\n", label, markdown_text(as_sentence(about)));
  }
  Json tags = Json::array({"security"});
  if (control.minimum) tags.push_back("minimum");
  for (const auto harm : control.harms) tags.push_back(candor::name(harm));
  const std::string_view level = control.minimum ? "error" : "warning";
  return object({{"id", control.id},
                 {"name", cut(title, longest_name)},
                 {"shortDescription", text_of(cut(as_sentence(title), longest_description))},
                 {"fullDescription", text_of(cut(as_sentence(what.empty() ? title : what), longest_description))},
                 {"help", object({{"text", text}, {"markdown", markdown}})},
                 {"defaultConfiguration", object({{"level", level}})},
                 {"properties", object({{"security-severity", security_severity(control, profile)},
                                        {"precision", "high"},
                                        {"problem.severity", level},
                                        {"tags", std::move(tags)},
                                        {"weight", control.weight}})}});
}

}  // namespace candor
