#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "render/escape.hpp"
#include "render/markdown.hpp"
#include "render/renderers.hpp"

// The summary of a job in GitHub Actions: the title, a table of what decides, page 1, and the gaps. GitHub throws away
// all of a summary that is longer than 1 MiB.
namespace candor {

namespace {

constexpr std::size_t longest = 1'000'000;  // the rest is for what other commands of the step write
constexpr std::size_t longest_table = 100'000;

using Blocks = std::span<const Block>;

/// Escapes are undone in a table before its cells are read: a `|` must not end one, in code neither.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : escape_markdown(text)) {
    if (c == '|' && !escaped.ends_with('\\')) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string spaced(std::string_view name) {
  std::string text{name};
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string outcomes(const Assessment& assessment) {
  std::string list;
  for (int i = 0; i < outcome_count; ++i)
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", assessment.counts[static_cast<std::size_t>(i)],
                        words(static_cast<Outcome>(i)));
  return list;
}

std::string ledger(const Assessment& assessment) {
  std::string list;
  for (const auto& [what, count] : ledger_counts(assessment))
    if (count > 0) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, spaced(what));
  return list;
}

/// What decides, as a label and a value each.
std::vector<std::pair<std::string, std::string>> rows_of(const Report& report, const Assessment& assessment) {
  const auto& score = assessment.score;
  std::vector<std::pair<std::string, std::string>> rows{{"Verdict", spaced(name(assessment.verdict))}};
  rows.emplace_back("Must-haves", fmt::format("{} missed, {} not known or not proved", assessment.gates_missed,
                                              assessment.gates_unknown));
  if (score.weight > 0)
    rows.emplace_back(
        "Score", fmt::format("{} proved, {} claimed, {} at best, of 100", score.proved, score.claimed, score.at_best));
  for (const auto& limit : report.limits)
    rows.emplace_back(limit.asked, fmt::format("{}: {}", limit.held ? "held" : "not held", limit.why));
  rows.emplace_back("Controls", outcomes(assessment));
  if (auto list = ledger(assessment); !list.empty()) rows.emplace_back("Ledger", std::move(list));
  return rows;
}

std::string table(const Report& report) {
  if (report.assessment == nullptr) return {};
  std::string text;
  for (const auto& [label, value] : rows_of(report, *report.assessment)) {
    auto row = fmt::format("| {} | {} |\n", cell(label), cell(value));
    if (text.size() + row.size() > longest_table) continue;
    if (text.empty()) row += "| --- | --- |\n";
    text += row;
  }
  return text;
}

/// Page 1: all of a report that has no other.
Blocks page_one(Blocks blocks) {
  const auto end =
      std::ranges::find_if(blocks, [](const Block& block) { return std::holds_alternative<PageEnd>(block); });
  return blocks.first(static_cast<std::size_t>(end - blocks.begin()));
}

/// The cards of the later pages with the heading that they stand under.
Blocks gaps(Blocks blocks) {
  const auto is_card = [](const Block& block) { return std::holds_alternative<FindingCard>(block); };
  const auto first = std::ranges::find_if(blocks, is_card);
  if (first == blocks.end()) return {};
  auto start = first;
  while (start != blocks.begin() && !std::holds_alternative<Heading>(*start)) --start;
  auto end = first;
  while (end != blocks.end() && is_card(*end)) ++end;
  return {start, end};
}

}  // namespace

std::string render_github_summary(const Report& report, const Canvas& /*canvas*/) {
  const Blocks blocks{report.blocks};
  const auto page = page_one(blocks);
  const std::size_t titles = !page.empty() && std::holds_alternative<Heading>(page.front()) ? 1 : 0;
  std::string out;
  auto left_out = add_markdown(page.first(titles), longest, out);
  if (const auto rows = table(report); !rows.empty()) out += (out.empty() ? "" : "\n") + rows;
  left_out += add_markdown(page.subspan(titles), longest, out);
  left_out += add_markdown(gaps(blocks.subspan(page.size())), longest, out);
  if (left_out > 0) out += fmt::format("\n*Left out: {}*\n", left_out);
  return out;
}

}  // namespace candor
