#include "shares.hpp"

#include <algorithm>

#include "largest_remainder.hpp"

namespace candor {
namespace {

std::string party_of(const Case& in, const std::string& who) {
  const auto* party = in.inventory.find_party(who);
  if (party == nullptr) return who;
  switch (party->kind) {
    case PartyKind::Provider:
    case PartyKind::Client: return std::string{name(party->kind)};
    case PartyKind::ThirdParty: return party->key;
  }
  return who;
}

/// The checks that set the ceiling; of an `any:` group, whose children do not set it alone,
/// all that fall short.
std::vector<const Check*> deciding(const Finding& finding) {
  std::vector<const Check*> found;
  for (const auto& check : finding.checks)
    if (check.interval.high == finding.interval.high) found.push_back(&check);
  if (!found.empty()) return found;
  for (const auto& check : finding.checks)
    if (check.interval.high < whole) found.push_back(&check);
  return found;
}

void add(std::vector<Share>& shares, std::string party, std::int64_t amount) {
  const auto found = std::ranges::find(shares, party, &Share::party);
  if (found != shares.end())
    found->weight_millionths += amount;
  else
    shares.push_back({std::move(party), amount});
}

}  // namespace

std::string who_acts(const Case& in, const Control& control, std::string_view part) {
  const Acts* general = nullptr;
  for (const auto& entry : in.inventory.acts) {
    if (entry.control.value != control.id) continue;
    if (!part.empty() && entry.part == part) return party_of(in, entry.who);
    if (entry.part.empty()) general = &entry;
  }
  if (general != nullptr) return party_of(in, general->who);
  return control.acts_shared ? "shared" : std::string{name(control.acts)};
}

std::vector<Share> share_out(const Case& in, const Control& control, const Finding& finding) {
  const auto shortfall = static_cast<std::int64_t>(control.weight) * (whole - finding.interval.high);
  if (shortfall == 0) return {};

  std::vector<Share> heads;
  for (const auto* check : deciding(finding)) {
    for (const auto& part : check->parts) {
      if (part.interval.high == whole) continue;
      const auto missing =
          part.counted ? std::max<std::int64_t>(part.counted->of - part.counted->has - part.counted->unknown, 1) : 1;
      add(heads, who_acts(in, control, part.part), missing);
    }
  }
  if (heads.empty()) return {{who_acts(in, control, {}), shortfall}};

  std::vector<std::int64_t> weights;
  for (const auto& share : heads) weights.push_back(share.weight_millionths);
  const auto amounts = share_by_largest_remainder(shortfall, weights);
  for (std::size_t i = 0; i < heads.size(); ++i) heads[i].weight_millionths = amounts[i];
  std::erase_if(heads, [](const Share& share) { return share.weight_millionths == 0; });
  return heads;
}

}  // namespace candor
