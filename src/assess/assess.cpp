#include "candor/assess/assess.hpp"

#include "actions.hpp"
#include "case.hpp"
#include "finding.hpp"
#include "ledger.hpp"
#include "paper.hpp"
#include "recovery.hpp"
#include "score.hpp"
#include "verdict.hpp"

namespace candor {

Assessment assess(const Catalog& catalog, const Profile& profile, const Inventory& inventory, Date as_of) {
  const Standing standing{catalog, inventory, as_of};
  const Case in{catalog, profile, inventory, as_of, standing};

  Assessment result;
  result.catalog = &catalog;
  result.profile = &profile;
  result.inventory = &inventory;
  result.as_of = as_of;
  for (std::size_t i = 0; i < profile.controls.size(); ++i) {
    const auto& finding = result.findings.emplace_back(judge_control(in, i));
    ++result.counts[static_cast<std::size_t>(finding.outcome)];
    result.gates_missed += finding.gate_missed ? 1 : 0;
    result.gates_unknown += finding.gate_unknown ? 1 : 0;
  }
  result.score = add_up(profile, result.findings);
  result.verdict = verdict_of(profile, result.findings);
  result.service = service_of(in, result.verdict, result.findings);
  share_points(profile, result.score, result.findings);
  result.contradicted = find_contradicted(in, result.score, result.findings);
  result.proofs_wanted = find_proofs_wanted(in, result.score, result.findings);
  result.stale_proofs = find_stale_proofs(in, result.findings);
  result.missing = points_missing(result.score, result.findings);
  result.doors = count_doors(profile, result.findings);
  result.actions = rank_actions(in, result.score, result.findings);
  result.ledger = write_ledger(in, result.score, result.findings);
  result.recovery = find_recovery(in, result.findings);
  return result;
}

}  // namespace candor
