#include "candor/model/inventory.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {

std::optional<Money> Price::a_year() const {
  if (!running) return std::nullopt;
  switch (per) {
    case Per::None: return std::nullopt;
    case Per::Month: return Money{running->hundredths * 12};
    case Per::Year: return running;
  }
  std::abort();  // a value that is no enumerator
}

bool is_same_client(const Client& a, const Client& b) {
  const bool have_ids = !a.id.empty() && !b.id.empty();
  return have_ids ? a.id == b.id : a.name == b.name;
}

const Party* Inventory::find_party(std::string_view key) const {
  const auto found = std::ranges::find(parties, key, &Party::key);
  return found == parties.end() ? nullptr : &*found;
}

std::string_view Inventory::name_of(std::string_view key) const {
  const auto* party = find_party(key);
  return party ? std::string_view{party->name} : key;
}

std::optional<std::int64_t> Inventory::counted(const std::vector<std::string>& keys) const {
  if (keys.empty()) return std::nullopt;
  std::int64_t sum = 0;
  for (const auto& key : keys) {
    const auto found = counts.find(key);
    if (found == counts.end()) return std::nullopt;
    sum += found->second;
  }
  return sum;
}

std::string_view name(OpenQuestion::Because because) {
  using Because = OpenQuestion::Because;
  switch (because) {
    case Because::NotLooked: return "not_looked";
    case Because::NoAccess: return "no_access";
    case Because::NoAnswer: return "no_answer";
    case Because::NotRecorded: return "not_recorded";
    case Because::Refused: return "refused";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Decline::Cause cause) {
  using Cause = Decline::Cause;
  switch (cause) {
    case Cause::Price: return "price";
    case Cause::Awareness: return "awareness";
    case Cause::Both: return "both";
    case Cause::Supplier: return "supplier";
    case Cause::Other: return "other";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(PartyKind kind) {
  switch (kind) {
    case PartyKind::Provider: return "provider";
    case PartyKind::Client: return "client";
    case PartyKind::ThirdParty: return "third_party";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
