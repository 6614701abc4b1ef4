#include "candor/assess/portfolio.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "candor/model/plan.hpp"
#include "count.hpp"
#include "expiry.hpp"

namespace candor {
namespace {

Actor actor_of(const std::string& party) {
  if (party.empty()) return Actor::NotKnown;
  if (party == "provider") return Actor::Provider;
  if (party == "client") return Actor::Client;
  if (party == "shared") return Actor::Shared;
  return Actor::ThirdParty;
}

void add_soon(const Assessment& assessment, const Standing& standing, ClientRow& row) {
  std::set<std::size_t> declines;  // a "no" to three controls is one "no", and one look may prove three
  std::set<std::pair<bool, std::size_t>> proofs;
  for (const auto& lapse : find_expiring(assessment, standing, plus_days(assessment.as_of, soon_days))) {
    const bool is_decline = lapse.list == LedgerEntry::List::Declined;
    const bool is_proof = !lapse.list;
    if (is_decline) declines.insert(*lapse.item);
    if (is_proof) proofs.emplace(lapse.statement.has_value(), lapse.statement.value_or(lapse.finding));
    if ((is_decline || is_proof) && lapse.date && (!row.next || *lapse.date < *row.next)) row.next = lapse.date;
  }
  row.declines_soon = static_cast<int>(declines.size());
  row.proofs_soon = static_cast<int>(proofs.size());
}

/// Keeps the first of them in order; `limit` bounds how many there ever are.
template <typename Less>
void keep_first(std::vector<ClientRow>& rows, const ClientRow& row, std::size_t limit, Less is_before) {
  if (rows.size() == limit && !is_before(row, rows.front())) return;
  // A heap whose top is the last in order: that one makes room.
  if (rows.size() == limit) {
    std::ranges::pop_heap(rows, is_before);
    rows.back() = row;
  } else {
    rows.push_back(row);
  }
  std::ranges::push_heap(rows, is_before);
}

bool runs_out_before(const ClientRow& a, const ClientRow& b) {
  return std::tie(*a.next, a.name, a.client) < std::tie(*b.next, b.name, b.client);
}

void name(std::vector<std::string>& names, const ClientRow& row) {
  if (names.size() < Portfolio::most_named) names.push_back(row.name);
}

ClientRow make_row(const Assessment& assessment, const Standing& standing) {
  const auto& inventory = *assessment.inventory;
  ClientRow row;
  row.client = row_key(client_key(inventory.client));
  row.name = inventory.client.name;
  const auto provider = std::ranges::find(inventory.parties, PartyKind::Provider, &Party::kind);
  if (provider != inventory.parties.end()) row.provider = provider->name;
  row.sector = inventory.client.sector;
  row.country = inventory.client.country;
  row.profile = assessment.profile->id;
  row.version = assessment.profile->version;
  row.as_of = assessment.as_of;
  row.verdict = assessment.verdict;
  row.is_scored = assessment.score.weight > 0;
  row.proved = assessment.score.proved;
  row.claimed = assessment.score.claimed;
  row.at_best = assessment.score.at_best;
  row.outcomes.reserve(assessment.findings.size());
  for (const auto& finding : assessment.findings) row.outcomes += letter_of(finding);
  for (const auto& missing : assessment.missing)
    row.lost[static_cast<std::size_t>(actor_of(missing.party))] += missing.points;
  add_soon(assessment, standing, row);
  return row;
}

}  // namespace

ClientRow row_of(const Assessment& assessment) {
  return make_row(assessment, {*assessment.catalog, *assessment.inventory, assessment.as_of});
}

ClientRow judge_row(const Catalog& catalog, const Profile& profile, const Inventory& inventory, Date as_of) {
  const Standing standing{catalog, inventory, as_of};
  return make_row(count({catalog, profile, inventory, as_of, standing}), standing);
}

Verdict verdict_of(const ClientRow& row, const Profile& profile) {
  bool any_gate = false;
  bool any_unknown = false;
  for (std::size_t i = 0; i < profile.controls.size(); ++i) {
    const char letter = row.outcomes[i];
    if (!profile.controls[i].minimum || letter == '-') continue;
    any_gate = true;
    if (letter == 'x' || letter == 'p') return Verdict::Below;
    any_unknown = any_unknown || letter != 'M';
  }
  return any_gate && !any_unknown ? Verdict::Meets : Verdict::CannotTell;
}

/// Of a client that has several the newest counts.
void EarlierRows::add(const ClientRow& row) {
  if (const auto* known = find(row.client); known != nullptr && known->as_of > row.as_of) return;
  rows_[row.client] = {row.verdict, row.since, row.as_of, row.is_scored, row.proved, row.claimed, row.name, false};
  day_ = std::max(day_, row.as_of);
}

EarlierRow* EarlierRows::find(const std::string& client) {
  const auto found = rows_.find(client);
  return found == rows_.end() ? nullptr : &found->second;
}

std::int64_t EarlierRows::unseen() const {
  return std::ranges::count_if(rows_, [](const auto& row) { return !row.second.is_seen; });
}

std::vector<std::string> EarlierRows::unseen_names(std::size_t most) const {
  std::vector<std::string> names;
  for (const auto& [client, row] : rows_)
    if (!row.is_seen) names.push_back(row.name);
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size()));
  std::ranges::partial_sort(names, end);
  names.erase(end, names.end());
  return names;
}

PortfolioSummary::PortfolioSummary(const Profile& profile, GroupBy by, EarlierRows* earlier) : earlier_(earlier) {
  portfolio_.profile = profile.id;
  portfolio_.version = profile.version;
  portfolio_.controls.resize(profile.controls.size());
  portfolio_.by = by;
  for (std::size_t i = 0; i < profile.controls.size(); ++i)
    if (profile.controls[i].minimum) minimum_.push_back(i);
  if (earlier != nullptr) portfolio_.news.emplace().from = earlier->day();
}

void PortfolioSummary::add(ClientRow& row) {
  row.must_haves = static_cast<int>(
      std::ranges::count_if(minimum_, [&](std::size_t i) { return row.outcomes[i] == 'x' || row.outcomes[i] == 'p'; }));
  compare(row);
  portfolio_.earliest = portfolio_.all.clients == 0 ? row.as_of : std::min(portfolio_.earliest, row.as_of);
  portfolio_.as_of = std::max(portfolio_.as_of, row.as_of);
  if (!clients_.insert(std::hash<std::string>{}(row.client)).second) {
    ++portfolio_.repeated;
    name(portfolio_.repeated_names, row);
  }
  portfolio_.all.add(row);
  for (std::size_t i = 0; i < row.outcomes.size(); ++i) {
    auto& control = portfolio_.controls[i];
    const char letter = row.outcomes[i];
    if (letter != '-') ++control.applies;
    if (letter == 'x' || letter == 'p') ++control.missing;
    if (letter == 'u') ++control.unknown;
  }
  for (std::size_t i = 0; i < actor_count; ++i) portfolio_.lost[i] += row.lost[i];
  portfolio_.declines_soon += row.declines_soon;
  portfolio_.proofs_soon += row.proofs_soon;
  if (portfolio_.by != GroupBy::None) {
    const auto& group = group_of(row, portfolio_.by);
    const bool is_kept = portfolio_.groups.contains(group) || portfolio_.groups.size() < Portfolio::most_groups;
    (is_kept ? portfolio_.groups[group] : portfolio_.other_groups).add(row);
  }
  keep_first(portfolio_.listed, row, Portfolio::most_listed, comes_first);
  if (row.next) keep_first(portfolio_.soon, row, Portfolio::most_named, runs_out_before);
}

void PortfolioSummary::compare(ClientRow& row) {
  if (earlier_ == nullptr) return;
  auto& news = *portfolio_.news;
  auto* before = earlier_->find(row.client);
  if (before == nullptr) {
    ++news.came;
    name(news.new_here, row);
    return;
  }
  before->is_seen = true;
  if (before->as_of > row.as_of) return;  // that one is the older of the two
  if (!row.since) row.since = before->verdict == row.verdict ? before->since.value_or(before->as_of) : row.as_of;
  ++news.compared;
  if (row.is_scored && before->is_scored) {
    news.claimed += row.claimed - before->claimed;
    news.proved += row.proved - before->proved;
  }
  if (row.verdict == Verdict::Below && before->verdict != Verdict::Below) {
    ++news.fell_count;
    name(news.fell, row);
  }
  if (row.verdict == Verdict::Meets && before->verdict != Verdict::Meets) {
    ++news.rose_count;
    name(news.rose, row);
  }
}

Portfolio PortfolioSummary::take() {
  std::ranges::sort(portfolio_.listed, comes_first);
  std::ranges::sort(portfolio_.soon, runs_out_before);
  if (earlier_ != nullptr) {
    portfolio_.news->went = earlier_->unseen();
    portfolio_.news->gone = earlier_->unseen_names(Portfolio::most_named);
  }
  return std::move(portfolio_);
}

}  // namespace candor
