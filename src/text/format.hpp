#pragma once

#include <span>
#include <string_view>

#include "candor/text/node.hpp"

namespace candor {

/// The format that files of ours carry under `candor:`.
inline constexpr int file_format = 1;

/// Opens a file of ours: a mapping of the given keys, `candor` one of them, which carries our
/// format. Complains about unknown keys. False when nothing more can be read from it: it is
/// no mapping, or of a newer format, whose keys nobody here can judge (`newer-format`).
[[nodiscard]] bool check_format(const yaml::Node& root, std::span<const std::string_view> keys);

}  // namespace candor
