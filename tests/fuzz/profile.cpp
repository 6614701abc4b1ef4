// A standard as a provider wrote it, alone or upon the built-in one, held against a client.
#include "candor/compose/compose.hpp"
#include "candor/render/render.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  fuzz::Input input{"profile.yaml", bytes};
  const auto tree = input.tree("a profile");
  if (!tree) return 0;
  const auto& standard = fuzz::standard();
  const auto* base = candor::extends_of(*tree).empty() ? nullptr : &standard.profile;
  const auto profile = candor::read_profile(*tree, standard.catalog, base, input.diagnostics);
  if (input.is_refused("a profile")) return 0;
  for (const auto& renderer : candor::renderers())
    fuzz::check_harmless(renderer.render(candor::describe_profile(profile, standard.catalog), {}), "profile show");
  candor::Sources sources;
  fuzz::judge_and_write(profile, fuzz::some_client(sources), input.sources, fuzz::chosen_by(bytes));
  return 0;
}
