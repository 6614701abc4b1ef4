#include "technician.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "blocks.hpp"
#include "condition.hpp"
#include "evidence.hpp"
#include "full_ledger.hpp"
#include "notice.hpp"
#include "parties.hpp"
#include "peers.hpp"
#include "scoring.hpp"
#include "since.hpp"
#include "standard.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using Pairs = std::vector<std::pair<std::string, std::string>>;

bool is_settled(const Check& check) { return check.interval.low == whole && check.interval.proved == whole; }

/// One control as a piece of work: what is asked, what stands, what to do, where to look.
class Card {
 public:
  Card(const Assessment& assessment, const Finding& finding)
      : assessment_(assessment), finding_(finding), control_(assessment.control_of(finding)) {}

  [[nodiscard]] FindingCard write() {
    FindingCard card;
    card.outcome = finding_.outcome;
    card.finding = finding_.control;
    card.status = status();
    card.headline =
        fmt::format("{}: {}", control_.id, control_.technical.empty() ? control_.title : control_.technical);
    for (const auto& check : finding_.checks) add_check(check);
    add("Counts", fmt::format("{} of weight {}", interval(finding_.interval), control_.weight));
    add_plans();
    if (!is_done()) add_ways();
    add("Asked by", clauses(*assessment_.profile, control_));
    card.rows = std::move(rows_);
    card.notes = notes();
    return card;
  }

 private:
  [[nodiscard]] bool is_done() const { return finding_.interval.low == whole && finding_.interval.proved == whole; }

  [[nodiscard]] std::string status() const {
    std::string text{words(finding_.outcome)};
    if (control_.minimum) text += ", minimum";
    if (finding_.outcome == Outcome::Met) text += is_done() ? ", proved" : ", not proved";
    return text;
  }

  void add(std::string label, std::string text) { rows_.emplace_back(std::move(label), std::move(text)); }
  void add(const std::string& label, const std::vector<std::string>& lines) {
    for (const auto& line : lines) add(label, line);
  }

  void add_check(const Check& check) {
    const Fact& fact = assessment_.catalog->facts[check.fact];
    add("Asks", fmt::format("{}: {} ({})", fact.address, asked(*check.condition, *assessment_.catalog), result(check)));
    add("Stands", standing(assessment_, check));
    add("Record", bad_records(assessment_, check));
  }

  void add_plans() {
    const Inventory& inventory = *assessment_.inventory;
    for (const auto i : finding_.agreed) add("Agreed", agreed_item(assessment_, inventory.agreed[i]));
    for (const auto i : finding_.offers) add("Offered", offer_item(assessment_, inventory.offered[i]));
    for (const auto i : finding_.open) add("Open", open_item(assessment_, inventory.open[i]));
    for (const auto& state : finding_.declines) add("Declined", decline_item(assessment_, state));
  }

  /// Who must act and by when, as the action that this control is part of has it.
  [[nodiscard]] std::string who_acts() const {
    const auto serves = [&](const Action& action) {
      return std::ranges::find(action.findings, finding_.control) != action.findings.end();
    };
    const auto action = std::ranges::find_if(assessment_.actions, serves);
    auto text = action == assessment_.actions.end() ? actor(control_) : name(*assessment_.inventory, action->who);
    if (action != assessment_.actions.end() && action->by)
      text += fmt::format(", by {}{}", to_iso(*action->by), action->is_overdue ? " (overdue)" : "");
    return fmt::format("{}, effort {}", text, name(control_.effort));
  }

  /// The command that adds a proof. A part is never written into it: names from a client's file
  /// have no place in a line that is pasted into a shell.
  [[nodiscard]] std::string prove(const Check& check) const {
    const bool has_parts = std::ranges::any_of(check.parts, [](const PartResult& part) { return !part.part.empty(); });
    return fmt::format("candor prove CLIENT {} FILE{}{}", assessment_.catalog->facts[check.fact].address,
                       has_parts ? " --part PART" : "", control_.proof.kind == Kind::Test ? " --kind test" : "");
  }

  /// How to find out and how to prove it, for each fact that is not settled yet.
  void add_ways() {
    add("Acts", who_acts());
    std::vector<FactId> told;
    for (const auto& check : finding_.checks) {
      if (is_settled(check) || std::ranges::find(told, check.fact) != told.end()) continue;
      told.push_back(check.fact);
      if (check.interval.low < whole) add("Look", assessment_.catalog->facts[check.fact].look);
      // By hand nothing becomes an export: that is imported.
      if (control_.proof.kind != Kind::Export) add("Prove", prove(check));
    }
    add("Proof", proof_rule(control_.proof));
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    std::vector<std::string> lines;
    for (const auto& one : finding_.contradictions) lines.push_back("Contradicted: " + contradiction(assessment_, one));
    for (const auto index : finding_.aged)
      lines.push_back(fmt::format("Aged, older than {}: {}", to_text(control_.fresh), statement(assessment_, index)));
    return lines;
  }

  const Assessment& assessment_;
  const Finding& finding_;
  const Control& control_;
  Pairs rows_;
};

Rows summary(const Assessment& assessment, const std::optional<PeerStanding>& peers) {
  const Inventory& inventory = *assessment.inventory;
  const Profile& profile = *assessment.profile;
  const Score& score = assessment.score;
  Pairs rows{
      {"Standard", fmt::format("{} {} ({})", profile.id, profile.version, profile.title)},
      {"Assessed", fmt::format("{} by {}", to_iso(inventory.assessed), name(inventory, inventory.assessed_by))},
      {"As of", to_iso(assessment.as_of)},
      {"Verdict", fmt::format("{}; minimum controls missed {}, not known or not proved {}",
                              spaced(name(assessment.verdict)), assessment.gates_missed, assessment.gates_unknown)},
      {"Service", spaced(name(assessment.service))}};
  if (score.weight > 0)
    rows.emplace_back("Score", fmt::format("{} proved, {} claimed, {} at best, of 100 (weight {})", score.proved,
                                           score.claimed, score.at_best, score.weight));
  if (peers) rows.emplace_back("Others", peer_counts(*peers));
  std::string counts;
  for (int i = 0; i < outcome_count; ++i)
    counts += fmt::format("{}{} {}", i == 0 ? "" : ", ", words(static_cast<Outcome>(i)),
                          assessment.counts[static_cast<std::size_t>(i)]);
  rows.emplace_back("Controls", counts);
  return {rows};
}

/// The controls in the order of the ranked actions, each once.
std::vector<std::size_t> in_order_of_work(const Assessment& assessment) {
  std::vector<std::size_t> order;
  for (const auto& action : assessment.actions)
    for (const auto index : action.findings)
      if (std::ranges::find(order, index) == order.end()) order.push_back(index);
  return order;
}

void add_section(const Assessment& assessment, std::string title, const std::vector<std::size_t>& findings,
                 Blocks& blocks) {
  if (findings.empty()) return;
  blocks.emplace_back(Heading{2, fmt::format("{} ({})", title, findings.size())});
  for (const auto index : findings) blocks.emplace_back(Card(assessment, assessment.findings[index]).write());
}

template <typename Predicate>
std::vector<std::size_t> keep(const std::vector<std::size_t>& all, Predicate predicate) {
  std::vector<std::size_t> kept;
  std::ranges::copy_if(all, std::back_inserter(kept), predicate);
  return kept;
}

Blocks work(const Assessment& assessment) {
  Blocks blocks;
  const auto order = in_order_of_work(assessment);
  const auto& findings = assessment.findings;
  const auto is_missed = [&](std::size_t i) { return findings[i].gate_missed; };
  const auto is_unknown_gate = [&](std::size_t i) { return findings[i].gate_unknown && !findings[i].gate_missed; };
  add_section(assessment, "Minimum missed", keep(order, is_missed), blocks);
  add_section(assessment, "Minimum not known or not proved", keep(order, is_unknown_gate), blocks);
  add_section(assessment, "All other work",
              keep(order, [&](std::size_t i) { return !is_missed(i) && !is_unknown_gate(i); }), blocks);
  std::vector<std::size_t> met;
  for (const auto& finding : findings)
    if (finding.outcome == Outcome::Met && std::ranges::find(order, finding.control) == order.end())
      met.push_back(finding.control);
  add_section(assessment, "In place", met, blocks);
  return blocks;
}

Blocks counted_out(const Assessment& assessment) {
  std::vector<std::string> items;
  for (const auto& finding : assessment.findings) {
    if (finding.outcome != Outcome::NotApplicable || !finding.not_applicable) continue;
    const NotApplicable& item = assessment.inventory->not_applicable[*finding.not_applicable];
    items.push_back(fmt::format("{}: {}, said by {} on {}", assessment.control_of(finding).id, phrase(item.because),
                                name(*assessment.inventory, item.by), to_iso(item.date)));
  }
  if (items.empty()) return {};
  auto title = fmt::format("Does not apply ({})", items.size());
  return {Heading{2, std::move(title)}, Bullets{std::move(items)}};
}

/// Claims that a proof would turn into proved points, the cheapest first.
Blocks proofs_to_collect(const Assessment& assessment) {
  constexpr std::size_t most = 10;
  std::vector<std::string> items;
  for (const auto& wanted : assessment.proofs_wanted) {
    const auto& control = assessment.control_of(assessment.findings[wanted.finding]);
    std::vector<std::string> facts;
    for (const auto fact : wanted.facts) facts.push_back(assessment.catalog->facts[fact].address);
    items.push_back(fmt::format("{}: {}, `{}` or stronger within {}: {}", control.id, counted(wanted.points, "point"),
                                name(wanted.kind), to_text(control.proof.within), joined(facts)));
  }
  if (items.empty()) return {};
  const auto left = items.size() > most ? items.size() - most : 0;
  items.resize(items.size() - left);
  if (left > 0) items.push_back(fmt::format("{} more", left));
  const auto gap = assessment.score.claimed - assessment.score.proved;
  return {Heading{2, "Proofs to collect next, the cheapest first"},
          Paragraph{fmt::format("{} claimed and not proved.", counted(gap, "point is", "points are"))},
          Bullets{std::move(items), true}};
}

/// What tools looked at, and what they could not see.
Blocks looks_of_tools(const Assessment& assessment) {
  const auto& runs = assessment.inventory->tool_runs;
  if (runs.empty()) return {};
  Blocks blocks{Heading{2, fmt::format("What tools looked at ({})", runs.size())}};
  for (const auto& run : runs) {
    Pairs rows{{"Day", to_iso(run.date)}};
    if (!run.scope.empty()) rows.emplace_back("Looked at", run.scope);
    rows.emplace_back("Files", joined(run.files));
    for (auto i = run.first; i < run.end; ++i)
      rows.emplace_back("Found", fmt::format("{}: {}", assessment.catalog->facts[assessment.statement(i).fact].address,
                                             statement(assessment, i)));
    for (const auto& sentence : run.not_seen) rows.emplace_back("Not seen", sentence);
    blocks.emplace_back(Heading{3, run.version.empty() ? run.program : run.program + " " + run.version});
    blocks.emplace_back(Rows{std::move(rows)});
  }
  return blocks;
}

Blocks points_missing(const Assessment& assessment) {
  if (assessment.missing.empty()) return {};
  Pairs rows;
  for (const auto& row : assessment.missing)
    rows.emplace_back(row.party.empty() ? std::string{"not known"} : name(*assessment.inventory, row.party),
                      counted(row.points, "point"));
  return {Heading{2, "Points missing, by who must act"}, Rows{std::move(rows)}};
}

}  // namespace

Report compose_technician(const Assessment& assessment, const Since& since, const std::optional<PeerStanding>& peers) {
  Report report;
  report.title = "Work list: " + assessment.inventory->client.name;
  report.assessment = &assessment;
  report.blocks = {Heading{1, report.title}, summary(assessment, peers)};
  if (assessment.score.weight > 0) report.blocks.push_back(compose_score(assessment));
  append(report.blocks, compose_since(assessment, since));
  append(report.blocks, proofs_to_collect(assessment));
  append(report.blocks, work(assessment));
  append(report.blocks, counted_out(assessment));
  append(report.blocks, looks_of_tools(assessment));
  append(report.blocks, compose_full_ledger(assessment));
  append(report.blocks, points_missing(assessment));
  add_notice(*assessment.inventory, "list", report);
  return report;
}

}  // namespace candor
