// An inventory as a user wrote it: read, judged, composed and written in every format.
#include "fuzz/flow.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  fuzz::Input input{"inventory.yaml", bytes};
  const auto tree = input.tree("an inventory");
  if (!tree) return 0;
  const auto inventory = candor::read_inventory(*tree, fuzz::context(), input.diagnostics);
  if (!input.is_refused("an inventory"))
    fuzz::judge_and_write(fuzz::standard().profile, inventory, input.sources, fuzz::chosen_by(bytes));
  return 0;
}
