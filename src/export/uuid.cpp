#include "export/uuid.hpp"

#include "candor/text/sha256.hpp"

namespace candor {

std::string uuid_of(std::string_view name) {
  constexpr std::string_view variants = "89ab";  // the two highest bits are 10
  auto hex = sha256("urn:candor:oscal\n" + std::string{name}).substr(0, 32);
  hex[12] = '5';
  hex[16] = variants[static_cast<unsigned char>(hex[16]) % 4];
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) hex.insert(dash, "-");
  return hex;
}

}  // namespace candor
