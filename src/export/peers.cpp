#include <string>

#include <fmt/format.h>

#include "candor/export/portfolio.hpp"
#include "export/object.hpp"

// What one client is held against where nobody may learn who the others are: described by
// profiles/schemas/peers.schema.json.
namespace candor {
namespace {

std::string in_line(const Json& json) {
  auto text = json_text(json, -1);
  text.pop_back();  // its line feed
  return text;
}

std::string line_of(const PeerGroup& group) {
  return in_line(object({{"sector", text_or_null(group.sector)},
                         {"clients", group.clients},
                         {"proved", group.proved},
                         {"claimed", group.claimed}}));
}

}  // namespace

std::string peers_text(const Peers& peers) {
  std::string groups;
  for (const auto& group : peers.groups) groups += fmt::format("{}\n  {}", groups.empty() ? "" : ",", line_of(group));
  return fmt::format(
      "{{\n \"format\": \"candor-peers/1\",\n \"profile\": {},\n \"as_of\": \"{}\",\n \"groups\": [{}]\n}}\n",
      in_line(object({{"id", peers.profile}, {"version", peers.version}})), to_iso(peers.as_of), groups);
}

}  // namespace candor
