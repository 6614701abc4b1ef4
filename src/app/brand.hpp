#pragma once

#include "app/session.hpp"
#include "candor/render/render.hpp"
#include "candor/text/node.hpp"

namespace candor::app {

/// Logos travel inside the page, so they are small.
inline constexpr std::size_t max_logo_bytes = 64u << 10;

/// Reads `brand:` of candor.yaml: `name`, `logo` (a PNG, JPEG or SVG file in the folder of
/// candor.yaml or below it) and `accent` (`#1d3f5e`). The accent must have a contrast of at
/// least 7:1 on white paper: headings are set in it.
[[nodiscard]] Brand read_brand(const yaml::Node& node, Session& session);

}  // namespace candor::app
