// Clients made from the bytes by a generator that knows the catalog. What it writes must be understood, but for
// contradictions that only a person would see (a date before another, a control twice); then the laws are held.
#include <cstdio>
#include <cstdlib>

#include "fuzz/flow.hpp"
#include "fuzz/generator.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  const auto& standard = fuzz::standard();
  fuzz::Dice dice{bytes};
  const auto text = fuzz::generate_inventory(dice, standard.catalog, standard.profile, fuzz::today());
  fuzz::Input input{"inventory.yaml", text};
  static const bool is_shown = std::getenv("CANDOR_FUZZ_SHOW") != nullptr;  // for who looks at a finding
  if (is_shown) std::fputs(text.c_str(), stderr);
  const auto tree = input.tree("a generated inventory");
  if (!tree) return 0;
  const auto inventory = candor::read_inventory(*tree, fuzz::context(), input.diagnostics);
  if (is_shown) std::fputs(input.diagnostics.to_text().c_str(), stderr);
  if (!input.is_refused("a generated inventory"))
    fuzz::judge_and_write(standard.profile, inventory, input.sources, fuzz::chosen_by(bytes));
  return 0;
}
