#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/session.hpp"
#include "candor/read/read.hpp"

namespace candor::app {

/// The control that the command line names; refuses what is none, with the nearest as a hint.
[[nodiscard]] std::optional<std::size_t> find_control(const ReadContext& context, const std::string& id,
                                                      Session& session);

}  // namespace candor::app
