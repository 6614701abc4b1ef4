#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "choice.hpp"
#include "day.hpp"
#include "sections.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 6> client_keys{"id", "name", "sector", "country", "currency", "since"};
constexpr std::array<std::string_view, 7> party_keys{"kind", "name", "role", "does", "phone", "email", "reference"};
constexpr std::array<std::string_view, 4> assessed_keys{"date", "by", "party", "told_by"};

constexpr std::array<Named<PartyKind>, 3> kinds{{
    {"provider", PartyKind::Provider},
    {"client", PartyKind::Client},
    {"third_party", PartyKind::ThirdParty},
}};

// These stand for nobody in particular wherever a party is named.
constexpr std::array<std::string_view, 4> taken{"shared", "unknown", "nobody", "none"};

/// `provider` and `client` name a side in reports, so only a party of that side may be called so.
bool can_be_key(std::string_view key, PartyKind kind) {
  if (std::ranges::find(taken, key) != taken.end()) return false;
  const auto side = std::ranges::find(kinds, key, &Named<PartyKind>::name);
  return side == kinds.end() || side->value == kind;
}

/// A name stands in a report wherever its key stands in the file.
std::string read_name(const yaml::Node& mapping) {
  auto name = require_text(mapping, "name");
  if (name.size() <= longest_name) return name;
  mapping.find("name")->error(
      "too-long", fmt::format("this name is {} bytes long, and at most {} are read", name.size(), longest_name));
  return {};
}

Party read_party_of(const yaml::Member& member) {
  Party party;
  party.key = member.key.raw();
  party.place = member.key.place();
  const auto& node = member.value;
  if (!node.allow_only(party_keys)) return party;
  const auto kind = node.required("kind");
  const auto known = kind ? read_named<PartyKind>(*kind, kinds, "a kind of party") : std::nullopt;
  party.kind = known.value_or(PartyKind::ThirdParty);
  party.name = read_name(node);
  party.role = read_text(node, "role");
  party.does = read_text(node, "does");
  party.phone = read_text(node, "phone");
  party.email = read_text(node, "email");
  party.reference = read_text(node, "reference", "the number they ask for");
  if (known && !can_be_key(party.key, party.kind))
    member.key.error("bad-value", quoted(party.key) + " cannot be the key of this party",
                     "choose a short name such as `soft`");
  return party;
}

}  // namespace

void read_client(const yaml::Node& node, Inventory& inventory) {
  if (!node.allow_only(client_keys)) return;
  auto& client = inventory.client;
  client.id = read_text(node, "id");
  client.name = read_name(node);
  client.sector = read_text(node, "sector");
  client.country = read_text(node, "country");
  client.currency = read_text(node, "currency");
  client.since = find_day(node, "since");
  if (!client.currency.empty() && !ascii::is_code(client.currency, 3))
    node.find("currency")
        ->error("bad-value", quoted(client.currency) + " is not a currency code",
                "write its three capitals, as in `EUR`");
}

void read_parties(const yaml::Node& node, Inventory& inventory) {
  for (const auto& member : node.members("parties by key")) {
    if (inventory.parties.size() == most_entries)
      return member.key.error("too-many", fmt::format("more than {} parties are listed here", most_entries));
    inventory.parties.push_back(read_party_of(member));
  }
}

void read_assessed(const yaml::Node& node, const Reading& reading) {
  if (!node.allow_only(assessed_keys)) return;
  auto& inventory = reading.inventory;
  inventory.assessed = require_past_day(node, "date", reading.context);
  inventory.assessed_by = require_text(node, "by", "the name of whoever assessed");
  inventory.assessed_party = read_party(node, "party", reading);
  inventory.told_by = read_text(node, "told_by");
}

}  // namespace candor
