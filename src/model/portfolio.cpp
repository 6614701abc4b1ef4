#include "candor/model/portfolio.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "candor/text/sha256.hpp"

namespace candor {

std::string_view name(Actor actor) {
  switch (actor) {
    case Actor::Provider: return "provider";
    case Actor::Client: return "client";
    case Actor::Shared: return "shared";
    case Actor::ThirdParty: return "third_party";
    case Actor::NotKnown: return "not_known";
  }
  std::abort();  // a value that is no enumerator
}

char letter_of(const Finding& finding) {
  switch (finding.outcome) {
    case Outcome::Met: return finding.interval.proved == whole ? 'M' : 'm';
    case Outcome::Partly: return 'p';
    case Outcome::NotMet: return 'x';
    case Outcome::Unknown: return 'u';
    case Outcome::NotApplicable: return '-';
  }
  std::abort();  // a value that is no enumerator
}

void PortfolioSums::add(const ClientRow& row) {
  ++clients;
  ++verdicts[static_cast<std::size_t>(row.verdict)];
  if (!row.is_scored) return;
  ++scored;
  proved += row.proved;
  claimed += row.claimed;
  at_best += row.at_best;
}

std::string row_key(std::string_view client) {
  constexpr std::size_t longest = 40;
  constexpr std::size_t kept = 24;
  constexpr std::size_t digits = 12;
  const auto is_simple = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '['; };
  // A row has room for so many bytes of it, and an escape takes more of them than one may see.
  if (client.size() <= longest && std::ranges::all_of(client, is_simple)) return std::string{client};
  std::string key;
  for (const char c : client)
    if (key.size() < kept && is_simple(c)) key += c;
  return key + "~" + sha256(client).substr(0, digits);
}

int gaps_of(const ClientRow& row) {
  return static_cast<int>(
      std::ranges::count_if(row.outcomes, [](char letter) { return letter == 'x' || letter == 'p'; }));
}

bool comes_first(const ClientRow& a, const ClientRow& b) {
  const auto key = [](const ClientRow& row) {
    return std::tuple{row.verdict,
                      -row.must_haves,
                      -gaps_of(row),
                      row.claimed,
                      std::string_view{row.name},
                      std::string_view{row.client}};
  };
  return key(a) < key(b);
}

const std::string& group_of(const ClientRow& row, GroupBy by) {
  static const std::string none;
  switch (by) {
    case GroupBy::None: return none;
    case GroupBy::Provider: return row.provider;
    case GroupBy::Sector: return row.sector;
    case GroupBy::Country: return row.country;
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
