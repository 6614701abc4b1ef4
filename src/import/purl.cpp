#include "import/purl.hpp"

namespace candor {

std::optional<Purl> read_purl(std::string_view text) {
  constexpr std::string_view scheme = "pkg:";
  if (!text.starts_with(scheme)) return std::nullopt;
  text.remove_prefix(scheme.size());
  text = text.substr(0, text.find_first_of("?#"));
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Purl purl{.type = text.substr(0, slash), .name = text.substr(text.rfind('/') + 1), .version = {}};
  if (const auto at = purl.name.find('@'); at != std::string_view::npos) {
    purl.version = purl.name.substr(at + 1);
    purl.name = purl.name.substr(0, at);
  }
  if (purl.name.empty()) return std::nullopt;
  return purl;
}

}  // namespace candor
