#pragma once

#include <optional>

#include "candor/model/peers.hpp"
#include "candor/model/portfolio.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// Reads a row that `portfolio -f row` wrote. Complains and returns nothing when it is none, or of a newer format.
[[nodiscard]] std::optional<ClientRow> read_row(const yaml::Tree& tree, Diagnostics& diagnostics);

/// The client that a line says could not be read. Complains when it does not say which.
[[nodiscard]] std::string read_unread(const yaml::Tree& tree, Diagnostics& diagnostics);

/// Reads what `portfolio --anonymous` wrote, as strictly. Complains and returns nothing when it is none, of a newer
/// format, or does not hold together.
[[nodiscard]] std::optional<Peers> read_peers(const yaml::Tree& tree, Diagnostics& diagnostics);

}  // namespace candor
