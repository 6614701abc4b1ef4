#include "candor/export/portfolio.hpp"
#include "export/inputs.hpp"

namespace candor {

std::string pack_text(std::string_view path, std::string_view digest, std::string_view provider, const Inputs& inputs) {
  return json_text(object({{"candor_pack", 1},
                           {"path", path},
                           {"digest", digest},
                           {"provider", provider},
                           {"inputs", json_of(inputs)}}),
                   -1);
}

}  // namespace candor
