#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "candor/text/diagnostics.hpp"
#include "candor/text/node.hpp"
#include "candor/text/source.hpp"

/// JSON as a tree whose values know their place. For files that programs write, which are large: reading YAML takes
/// some thirty times as long.
namespace candor::json {

inline constexpr int max_depth = 128;
inline constexpr std::size_t max_entries = 6'000'000;  ///< keys and values; it holds a GiB off for 64 MiB

/// One value that is all of a text, which begins at that place of its file. Complains (`bad-json`, `repeated-key`,
/// `too-deep`, `too-large`); nothing when there is no value to speak of. Needs valid UTF-8 without NUL.
[[nodiscard]] std::optional<yaml::Tree> parse(std::string_view text, Place start, Diagnostics& diagnostics);

/// The place of a byte of such a text.
[[nodiscard]] Place place_of(std::string_view text, Place start, std::size_t byte);

}  // namespace candor::json
