#pragma once

#include <optional>
#include <string_view>

namespace candor {

/// A package URL as scanners and lists of parts write it: `pkg:maven/org.acme/pump@1.2?type=jar`.
struct Purl {
  std::string_view type;     ///< `maven`
  std::string_view name;     ///< `pump`, without its group
  std::string_view version;  ///< `1.2`; may be empty
};

/// Nothing where it is no package URL. Points into the text; percent signs stay as they are.
[[nodiscard]] std::optional<Purl> read_purl(std::string_view text);

}  // namespace candor
