// The words of a command line, one a line, run in a folder that holds one client.
#include "candor/text/source.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/program.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto words = fuzz::lines_of(fuzz::view(data, size));
  if (size > 4096 || !fuzz::is_contained(words)) return 0;
  fuzz::set_up({{"client/inventory.yaml", std::string{fuzz::a_client}}});
  fuzz::check_program(words);
  return 0;
}
