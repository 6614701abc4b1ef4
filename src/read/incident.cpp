#include <array>
#include <set>

#include "sections.hpp"
#include "word.hpp"

// The first hour of a bad day: who decides, whom to call, who insures it.
namespace candor {
namespace {

constexpr std::array<std::string_view, 4> incident_keys{"decides", "calls", "insurer", "kept"};

/// Keys of parties in the order written; `unknown` in place of them says that somebody asked.
std::vector<std::string> read_order(const yaml::Node& incident, std::string_view key, const Reading& reading) {
  std::vector<std::string> order;
  std::set<std::string, std::less<>> named;
  const auto list = incident.find(key);
  if (!list || says_unknown(*list)) return order;
  for (const auto& item : list->one_or_more()) {
    auto party = read_party(item, reading);
    if (party.empty()) continue;
    if (!named.insert(party).second)
      item.error("repeated-key", quoted(party) + " is already in this list", "remove one of the two");
    else
      order.push_back(std::move(party));
  }
  return order;
}

void read_insurer(const yaml::Node& node, const Reading& reading, Incident& incident) {
  if (says_unknown(node)) return;
  if (node.is_scalar() && (node.raw() == "none" || node.raw() == "nobody")) {
    incident.cover = Incident::Cover::None;
    return;
  }
  incident.insurer = read_party(node, reading);
  if (!incident.insurer.empty()) incident.cover = Incident::Cover::Insured;
}

}  // namespace

void read_incident(const yaml::Node& node, const Reading& reading) {
  if (!node.allow_only(incident_keys)) return;
  Incident& incident = reading.inventory.incident;
  incident.decides = read_order(node, "decides", reading);
  incident.calls = read_order(node, "calls", reading);
  if (const auto insurer = node.find("insurer")) read_insurer(*insurer, reading, incident);
  incident.kept = read_text(node, "kept", "where the printed card lies");
}

}  // namespace candor
