// Counts of other clients, as `--peers` names them: what they say of a client, for every audience, and as they are
// written again.
#include <optional>
#include <string>
#include <string_view>

#include "candor/assess/assess.hpp"
#include "candor/assess/peers.hpp"
#include "candor/compose/compose.hpp"
#include "candor/export/portfolio.hpp"
#include "candor/read/portfolio.hpp"
#include "candor/render/render.hpp"
#include "candor/text/json.hpp"
#include "candor/text/utf8.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"

namespace {

/// Nobody is left out or counted twice, however many there are.
void check(const candor::PeerPlace& place, std::int64_t clients) {
  candor::fuzz::require(place.behind >= 0 && place.ahead >= 0 && place.behind + place.ahead <= clients,
                        "those behind and ahead are clients of the group");
}

std::optional<candor::Peers> read(candor::fuzz::Input& input, std::string_view bytes) {
  const auto tree = candor::json::parse(bytes, {input.file, 1, 1}, input.diagnostics);
  return tree ? candor::read_peers(*tree, input.diagnostics) : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  if (candor::find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return 0;
  fuzz::Input input{"peers.json", bytes};
  const auto peers = read(input, bytes);
  if (input.is_refused("counts") || !peers) return 0;

  const auto written = candor::peers_text(*peers);
  fuzz::check_harmless(written, "counts");
  fuzz::Input again{"peers.json", written};
  const auto same = read(again, written);
  fuzz::require(same && candor::peers_text(*same) == written, "counts read back as they were written");

  candor::Sources sources;
  auto client = fuzz::some_client(sources);
  const auto chosen = fuzz::chosen_by(bytes);
  if (!peers->groups.empty()) client.client.sector = peers->groups[chosen % peers->groups.size()].sector;
  const auto assessment = candor::assess(fuzz::standard().catalog, fuzz::standard().profile, client, fuzz::today());
  const auto* group = candor::nearest_group(*peers, client.client.sector);
  if (group == nullptr) return 0;
  auto standing = candor::stand_among(*group, peers->as_of, assessment.score);
  standing.sector = client.client.sector;
  check(standing.proved, standing.clients);
  check(standing.claimed, standing.clients);
  for (const auto audience : {candor::Audience::Board, candor::Audience::Technician}) {
    const auto report = candor::compose(assessment, audience, {}, {}, standing);
    const auto& renderer = candor::renderers()[chosen % candor::renderers().size()];
    fuzz::check_harmless(renderer.render(report, {}), std::string{renderer.name});
  }
  return 0;
}
