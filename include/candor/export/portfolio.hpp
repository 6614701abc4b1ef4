#pragma once

#include <string>
#include <string_view>

#include "candor/model/history.hpp"
#include "candor/model/peers.hpp"
#include "candor/model/portfolio.hpp"

namespace candor {

/// The row as one line of JSON with its line feed, at most `max_row_bytes`: names that are too long are cut, and end in
/// `…`.
[[nodiscard]] std::string row_text(const ClientRow& row);

/// Stands for a client that could not be read, among rows and in a pack, so that it is counted wherever they go.
[[nodiscard]] std::string unread_text(std::string_view from);

/// A client's files as one line of JSON with its line feed: what `pack` writes and `portfolio` reads. `digest` tells
/// whether they changed, and is empty where that cannot be told; `provider` is the provider's folder.
[[nodiscard]] std::string pack_text(std::string_view path, std::string_view digest, std::string_view provider,
                                    const Inputs& inputs);

/// The line above the rows of a table, and a row. As a spreadsheet wants them: what looks like a formula is marked.
[[nodiscard]] std::string row_headings();
[[nodiscard]] std::string row_line(const ClientRow& row);

/// Counts of many clients as a file of JSON, a group a line.
[[nodiscard]] std::string peers_text(const Peers& peers);

}  // namespace candor
