// What stands beside an inventory: proof and evidence, a provider's facts for its clients, its prices. The first byte
// says which.
#include "fuzz/flow.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  if (size == 0) return 0;
  const auto bytes = fuzz::view(data + 1, size - 1);
  fuzz::Input input{"proof.yaml", bytes};
  const auto tree = input.tree("evidence");
  if (!tree) return 0;
  auto client = fuzz::some_client(input.sources);
  if (data[0] == 'f')
    candor::read_provider_facts(*tree, fuzz::context(), client, input.diagnostics);
  else if (data[0] == 'p')
    candor::read_prices(*tree, fuzz::context(), client, input.diagnostics);
  else
    candor::read_evidence_file(*tree, fuzz::context(), client, input.diagnostics);
  if (!input.is_refused("evidence"))
    fuzz::judge_and_write(fuzz::standard().profile, client, input.sources, fuzz::chosen_by(bytes));
  return 0;
}
