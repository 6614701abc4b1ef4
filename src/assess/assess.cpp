#include "candor/assess/assess.hpp"

#include "actions.hpp"
#include "case.hpp"
#include "count.hpp"
#include "finding.hpp"
#include "ledger.hpp"
#include "paper.hpp"
#include "recovery.hpp"
#include "score.hpp"
#include "verdict.hpp"

namespace candor {

namespace {

/// All that can be counted. `judge`: how much is told of each control beside.
template <typename Judge>
Assessment count(const Case& in, const Judge& judge) {
  Assessment result;
  result.catalog = &in.catalog;
  result.profile = &in.profile;
  result.inventory = &in.inventory;
  result.as_of = in.as_of;
  result.findings.reserve(in.profile.controls.size());
  for (std::size_t i = 0; i < in.profile.controls.size(); ++i) {
    const auto& finding = result.findings.emplace_back(judge(in, i));
    ++result.counts[static_cast<std::size_t>(finding.outcome)];
    result.gates_missed += finding.gate_missed ? 1 : 0;
    result.gates_unknown += finding.gate_unknown ? 1 : 0;
  }
  result.score = add_up(in.profile, result.findings);
  result.verdict = verdict_of(in.profile, result.findings);
  result.missing = points_missing(result.score, result.findings);
  return result;
}

}  // namespace

Assessment count(const Case& in) { return count(in, count_control); }

Assessment assess(const Catalog& catalog, const Profile& profile, const Inventory& inventory, Date as_of) {
  const Standing standing{catalog, inventory, as_of};
  const Case in{catalog, profile, inventory, as_of, standing};

  auto result = count(in, judge_control);
  result.service = service_of(in, result.verdict, result.findings);
  share_points(profile, result.score, result.findings);
  result.contradicted = find_contradicted(in, result.score, result.findings);
  result.proofs_wanted = find_proofs_wanted(in, result.score, result.findings);
  result.stale_proofs = find_stale_proofs(in, result.findings);
  result.doors = count_doors(profile, result.findings);
  result.actions = rank_actions(in, result.score, result.findings);
  result.ledger = write_ledger(in, result.score, result.findings);
  result.recovery = find_recovery(in, result.findings);
  return result;
}

}  // namespace candor
