#include "export/numbers.hpp"

#include <cstddef>
#include <string>

namespace candor {

Json json_of(const Interval& interval) {
  return object({{"low", interval.low}, {"high", interval.high}, {"proved", interval.proved}});
}

Json json_of(const Score& score) {
  if (score.weight == 0) return nullptr;
  return object({{"proved", score.proved},
                 {"claimed", score.claimed},
                 {"at_best", score.at_best},
                 {"weight", score.weight},
                 {"sums", object({{"proved", score.proved_sum},
                                  {"claimed", score.claimed_sum},
                                  {"at_best", score.at_best_sum},
                                  {"out_of", score.weight * whole}})}});
}

Json contains_of(const Report& report) {
  return object({{"redacted", report.assessment->inventory->is_redacted}, {"words", report.contains}});
}

Json outcome_counts_of(const Assessment& assessment) {
  Json counts = Json::object();
  for (int i = 0; i < outcome_count; ++i)
    counts[std::string{name(static_cast<Outcome>(i))}] = assessment.counts[static_cast<std::size_t>(i)];
  return counts;
}

Json ledger_counts_of(const Assessment& assessment) {
  Json counts = Json::object();
  for (const auto& [what, count] : ledger_counts(assessment)) counts[std::string{what}] = count;
  return counts;
}

}  // namespace candor
