#pragma once

#include "blocks.hpp"

namespace candor {

/// The profile's terms that `text` uses, explained; nothing when it uses none.
[[nodiscard]] Blocks compose_glossary(const Profile& profile, std::string_view text);

}  // namespace candor
