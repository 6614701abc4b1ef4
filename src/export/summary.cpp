#include "export/summary.hpp"

#include <variant>

#include <fmt/format.h>

#include "candor/model/plan.hpp"

namespace candor {

std::vector<std::pair<std::string, std::string>> summary(const Report& report) {
  const auto& assessment = *report.assessment;
  const auto& score = assessment.score;
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto add = [&pairs](std::string key, auto value) {
    pairs.emplace_back(std::move(key), fmt::format("{}", value));
  };
  add("client.id", client_key(assessment.inventory->client));
  add("profile.id", assessment.profile->id);
  add("profile.version", assessment.profile->version);
  add("as_of", to_iso(assessment.as_of));
  add("verdict", name(assessment.verdict));
  add("service", name(assessment.service));
  add("gates.missed", assessment.gates_missed);
  add("gates.unknown", assessment.gates_unknown);
  if (score.weight > 0) {
    add("score.proved", score.proved);
    add("score.claimed", score.claimed);
    add("score.at_best", score.at_best);
  }
  for (int i = 0; i < outcome_count; ++i)
    add(fmt::format("counts.{}", name(static_cast<Outcome>(i))), assessment.counts[static_cast<std::size_t>(i)]);
  for (const auto& [what, count] : ledger_counts(assessment))
    if (count > 0) add(fmt::format("ledger.{}", what), count);
  return pairs;
}

std::string counts_line(const Report& report) {
  std::string line;
  for (const auto& [key, value] : summary(report)) line += fmt::format("{}{}={}", line.empty() ? "" : " ", key, value);
  return line;
}

std::string summary_line(const Report& report) {
  return fmt::format("{} {}", verdict_sentence(report), counts_line(report));
}

std::string verdict_sentence(const Report& report) {
  for (const auto& block : report.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph && paragraph->tone == Paragraph::Tone::Lead) return paragraph->text;
  }
  return std::string{name(report.assessment->verdict)};
}

}  // namespace candor
