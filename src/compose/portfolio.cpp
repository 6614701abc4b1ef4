#include "candor/compose/portfolio.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <ranges>
#include <utility>

#include <fmt/format.h>

#include "blocks.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t most_controls = 5;
constexpr std::size_t most_first = 10;      // clients at the top of a page
constexpr std::size_t most_on_screen = 25;  // clients in all
constexpr std::size_t most_running_out = 10;

std::string_view stands(Verdict verdict) {
  switch (verdict) {
    case Verdict::Below: return "below the minimum";
    case Verdict::CannotTell: return "nobody can say yet";
    case Verdict::Meets: return "meets the minimum";
  }
  std::abort();  // a value that is no enumerator
}

std::string clients(std::int64_t count) {
  return fmt::format("{} {}", number(count), choose(count, "client", "clients"));
}

/// `612 are below the minimum, for 300 nobody can say yet and 108 meet it`
std::string verdict_counts(const PortfolioSums& sums) {
  if (sums.clients == 1) {
    if (sums.of(Verdict::Below) == 1) return "it is below the minimum";
    return sums.of(Verdict::Meets) == 1 ? "it meets the minimum" : "nobody can say yet if it meets the minimum";
  }
  std::vector<std::string> parts;
  const auto below = sums.of(Verdict::Below);
  const auto unknown = sums.of(Verdict::CannotTell);
  const auto meets = sums.of(Verdict::Meets);
  if (below > 0) parts.push_back(fmt::format("{} {} below the minimum", number(below), choose(below, "is", "are")));
  if (unknown > 0) parts.push_back(fmt::format("for {} nobody can say yet", number(unknown)));
  if (meets > 0) parts.push_back(fmt::format("{} {} it", number(meets), choose(meets, "meets", "meet")));
  return joined(parts);
}

/// `Of 12 clients, 5 are below the minimum and 7 meet it`
std::string told(const PortfolioSums& sums) {
  if (sums.clients == 1) return fmt::format("{}: {}", clients(1), verdict_counts(sums));
  return fmt::format("Of {}, {}", clients(sums.clients), verdict_counts(sums));
}

std::string lead(const Portfolio& portfolio) {
  if (portfolio.all.clients == 0) return "There is no client here.";
  return told(portfolio.all) + ".";
}

std::int64_t average(std::int64_t sum, std::int64_t count) { return (2 * sum + count) / (2 * count); }

void add_average(const Portfolio& portfolio, Blocks& blocks) {
  const auto& all = portfolio.all;
  if (all.scored == 0) return;
  const auto proved = static_cast<int>(average(all.proved, all.scored));
  const auto claimed = static_cast<int>(average(all.claimed, all.scored));
  const auto at_best = static_cast<int>(average(all.at_best, all.scored));
  blocks.emplace_back(
      BandBar{.proved = proved,
              .claimed_only = claimed - proved,
              .not_known = at_best - claimed,
              .missing = 100 - at_best,
              .labels = {fmt::format("{} proved", proved), fmt::format("{} only told", claimed - proved),
                         fmt::format("{} not known", at_best - claimed), fmt::format("{} missing", 100 - at_best)},
              .sentence = fmt::format("On average proof was seen for {} of 100 points, and {} more were only told.",
                                      proved, claimed - proved)});
}

/// `3 more points`, `2 fewer points`, on average over those that can be compared.
std::string moved(std::int64_t sum, std::int64_t count, std::string_view what) {
  const auto tenths = count == 0 ? 0 : (sum * 10 + (sum < 0 ? -count : count) / 2) / count;
  if (tenths == 0) return {};
  return fmt::format("On average {}.{} {} of 100 points {}.", std::abs(tenths) / 10, std::abs(tenths) % 10,
                     tenths > 0 ? "more" : "fewer", what);
}

std::string named(std::string_view what, const std::vector<std::string>& names, std::int64_t count) {
  if (count == 0) return {};
  const auto more = count - std::ssize(names);
  auto shown = names;
  if (more > 0) shown.push_back(fmt::format("{} more", number(more)));
  return fmt::format("{}: {}.", what, joined(shown));
}

void add_news(const Portfolio& portfolio, Blocks& blocks) {
  if (!portfolio.news) return;
  const auto& news = *portfolio.news;
  Bullets bullets;
  for (auto& line :
       {named("Fell below the minimum", news.fell, news.fell_count),
        named("Meet the minimum now", news.rose, news.rose_count), moved(news.proved, news.compared, "are proved"),
        moved(news.claimed, news.compared, "are claimed"), named("New here", news.new_here, news.came),
        named(portfolio.not_understood == 0 ? "No longer here" : "No longer here, or not read today", news.gone,
              news.went)})
    if (!line.empty()) bullets.items.push_back(line);
  blocks.emplace_back(Heading{2, news.compared + news.came == 0 ? std::string{"Since last time"}
                                                                : fmt::format("Since {}", to_words(news.from))});
  if (bullets.items.empty())
    blocks.emplace_back(Paragraph{"Nothing moved."});
  else
    blocks.emplace_back(std::move(bullets));
}

std::string lapses(const ClientRow& row) {
  if (!row.next) return {};
  std::vector<std::string> what;
  if (row.declines_soon > 0) what.push_back(counted(row.declines_soon, "decline"));
  if (row.proofs_soon > 0) what.push_back(counted(row.proofs_soon, "proof"));
  const auto count = row.declines_soon + row.proofs_soon;
  return fmt::format("{} {} out{} on {}", joined(what), choose(count, "runs", "run"), count == 1 ? "" : ", the first",
                     to_words(*row.next));
}

/// For each row its place in another order.
template <typename Key>
void place(std::vector<ClientList::Row>& rows, std::size_t ClientList::Row::*place, const std::vector<Key>& keys) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return keys[i]; });
  for (std::size_t at = 0; at < order.size(); ++at) rows[order[at]].*place = at;
}

/// `below the minimum, 7 must-haves not in place`: what decides who comes first.
std::string stands(const ClientRow& row) {
  const auto others = gaps_of(row) - row.must_haves;
  std::vector<std::string> missing;
  if (row.must_haves > 0) missing.push_back(counted(row.must_haves, "must-have"));
  if (others > 0) missing.push_back(row.must_haves > 0 ? counted(others, "other") : counted(others, "thing"));
  return missing.empty() ? std::string{stands(row.verdict)}
                         : fmt::format("{}, {} not in place", stands(row.verdict), joined(missing));
}

/// The first of them, in the order in which they need a call.
ClientList list_of(const Portfolio& portfolio, std::size_t most_rows) {
  ClientList list{.columns = {"Client", "Where it stands", "Points of 100", "", ""}, .orders = {}, .rows = {}};
  std::map<std::string_view, int> bearers;
  for (const auto& row : portfolio.listed) ++bearers[row.name];
  std::vector<std::string_view> names;
  std::vector<std::pair<int, int>> points;
  for (const auto& row : portfolio.listed) {
    if (list.rows.size() == most_rows) break;
    ClientList::Row shown;
    shown.name = bearers[row.name] == 1 ? row.name : fmt::format("{} ({})", row.name, row.client);
    shown.verdict = stands(row);
    if (row.since) shown.since = fmt::format("at least since {}", to_words(*row.since));
    shown.points = row.is_scored ? fmt::format("{} proved, {} claimed", row.proved, row.claimed)
                                 : std::string{"nothing in the standard applies"};
    if (row.is_scored) shown.bar = {row.proved, row.claimed - row.proved, row.at_best - row.claimed, 100 - row.at_best};
    shown.next = lapses(row);
    if (!shown.since.empty()) list.columns[3] = "How long";
    if (!shown.next.empty()) list.columns[4] = "Runs out soon";
    list.rows.push_back(std::move(shown));
    names.push_back(row.name);
    points.emplace_back(row.proved, row.claimed);
  }
  place(list.rows, &ClientList::Row::by_name, names);
  place(list.rows, &ClientList::Row::by_points, points);
  return list;
}

void add_clients(std::string_view heading, ClientList list, const Portfolio& portfolio, bool tell_of_others,
                 Blocks& blocks) {
  const auto more = portfolio.all.clients - std::ssize(list.rows);
  blocks.emplace_back(Heading{2, std::string{heading}});
  blocks.emplace_back(std::move(list));
  if (more > 0 && tell_of_others)
    blocks.emplace_back(Paragraph{fmt::format("{} more {} counted above and not listed here.", number(more),
                                              choose(more, "client is", "clients are")),
                                  Paragraph::Tone::Small});
}

/// The first few; a page that has room lists all at its end.
void add_first_clients(const Portfolio& portfolio, ListRoom room, Blocks& blocks) {
  if (portfolio.listed.empty()) return;
  const bool is_all = room == ListRoom::Screen || portfolio.listed.size() <= most_on_screen;
  add_clients("Who needs a call first", list_of(portfolio, is_all ? most_on_screen : most_first), portfolio, is_all,
              blocks);
}

void add_all_clients(const Portfolio& portfolio, ListRoom room, Blocks& blocks) {
  if (room == ListRoom::Screen || portfolio.listed.size() <= most_on_screen) return;
  auto list = list_of(portfolio, portfolio.listed.size());
  list.orders = {"Who needs a call first", "By name", "The least proof first"};
  add_clients("Every client", std::move(list), portfolio, true, blocks);
}

/// The controls that most clients miss, the first of them as one project.
void add_gaps(const Portfolio& portfolio, const Profile& profile, Blocks& blocks) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < profile.controls.size(); ++i)
    if (portfolio.controls[i].missing > 0) order.push_back(i);
  if (order.empty()) return;
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return portfolio.controls[i].missing; });
  blocks.emplace_back(Heading{2, "What is missing most often"});
  Bullets bullets;
  bullets.numbered = true;
  for (const auto i : order) {
    if (bullets.items.size() == most_controls) break;
    const auto& tally = portfolio.controls[i];
    bullets.items.push_back(
        fmt::format("{}: missing or partly in place at {} of {}{}.", capitalised(profile.controls[i].title),
                    number(tally.missing), clients(tally.applies),
                    tally.unknown == 0 ? "" : fmt::format(", not known at {} more", number(tally.unknown))));
  }
  const auto first = order.front();
  blocks.emplace_back(std::move(bullets));
  blocks.emplace_back(
      Paragraph{fmt::format("One project would help most, at {}. {}", clients(portfolio.controls[first].missing),
                            sentence(profile.controls[first].words.act))});
}

void add_soon(const Portfolio& portfolio, Blocks& blocks) {
  if (portfolio.soon.empty()) return;
  blocks.emplace_back(Heading{2, fmt::format("What runs out in the next {} days", soon_days)});
  blocks.emplace_back(Paragraph{fmt::format("{} and {}, over all clients.", counted(portfolio.declines_soon, "decline"),
                                            counted(portfolio.proofs_soon, "proof"))});
  Bullets bullets;
  for (const auto& row : portfolio.soon | std::views::take(most_running_out))
    bullets.items.push_back(fmt::format("{}: {}.", row.name, lapses(row)));
  blocks.emplace_back(std::move(bullets));
}

void add_actors(const Portfolio& portfolio, Blocks& blocks) {
  const auto all = std::accumulate(portfolio.lost.begin(), portfolio.lost.end(), std::int64_t{0});
  if (all == 0) return;
  constexpr std::array<std::string_view, actor_count> who{"We ourselves", "The client", "Both together", "Another firm",
                                                          "Not known yet"};
  Rows rows;
  for (std::size_t i = 0; i < actor_count; ++i)
    if (portfolio.lost[i] > 0)
      rows.rows.emplace_back(who[i], fmt::format("{} of every 100 points that are still to be won",
                                                 average(100 * portfolio.lost[i], all)));
  blocks.emplace_back(Heading{2, "Who must act"});
  blocks.emplace_back(std::move(rows));
}

std::string_view kind_of(GroupBy by) {
  switch (by) {
    case GroupBy::None: return {};
    case GroupBy::Provider: return "provider";
    case GroupBy::Sector: return "sector";
    case GroupBy::Country: return "country";
  }
  std::abort();  // a value that is no enumerator
}

void add_groups(const Portfolio& portfolio, Blocks& blocks) {
  if (portfolio.groups.empty()) return;
  Rows rows;
  for (const auto& [group, sums] : portfolio.groups)
    rows.rows.emplace_back(
        group.empty() ? fmt::format("No {} said", kind_of(portfolio.by)) : group,
        fmt::format("{}.{}", told(sums),
                    sums.scored == 0
                        ? ""
                        : fmt::format(" On average {} of 100 points are proved and {} claimed.",
                                      average(sums.proved, sums.scored), average(sums.claimed, sums.scored))));
  if (portfolio.other_groups.clients > 0) rows.rows.emplace_back("All others", told(portfolio.other_groups) + ".");
  blocks.emplace_back(Heading{2, fmt::format("By {}", kind_of(portfolio.by))});
  blocks.emplace_back(std::move(rows));
}

}  // namespace

Report compose_portfolio(const Portfolio& portfolio, const Profile& profile, ListRoom room) {
  Report report;
  report.title = portfolio.all.clients == 0 ? "All clients" : fmt::format("All clients, {}", to_words(portfolio.as_of));
  auto& blocks = report.blocks;
  blocks.emplace_back(Heading{1, report.title});
  blocks.emplace_back(Paragraph{lead(portfolio), Paragraph::Tone::Lead});
  if (portfolio.not_understood > 0)
    blocks.emplace_back(Paragraph{fmt::format("{} could not be read and {} not counted here.",
                                              capitalised(clients(portfolio.not_understood)),
                                              choose(portfolio.not_understood, "is", "are"))});
  if (portfolio.repeated > 0)
    blocks.emplace_back(Paragraph{named("Counted more than once, because they came more than once",
                                        portfolio.repeated_names, portfolio.repeated)});
  if (portfolio.earliest != portfolio.as_of)
    blocks.emplace_back(Paragraph{
        fmt::format("The results are from {} to {}.", to_words(portfolio.earliest), to_words(portfolio.as_of))});
  add_average(portfolio, blocks);
  add_news(portfolio, blocks);
  add_first_clients(portfolio, room, blocks);
  add_gaps(portfolio, profile, blocks);
  add_soon(portfolio, blocks);
  add_actors(portfolio, blocks);
  add_groups(portfolio, blocks);
  add_all_clients(portfolio, room, blocks);
  blocks.emplace_back(
      Paragraph{fmt::format("Held against {}, version {}.", profile.title, profile.version), Paragraph::Tone::Small});
  report.contains = "This page names clients and how weak they are. Keep it inside your own firm.";
  blocks.emplace_back(Paragraph{report.contains, Paragraph::Tone::Small});
  return report;
}

}  // namespace candor
