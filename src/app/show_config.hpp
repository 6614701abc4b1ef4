#pragma once

#include "app/arguments.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"

namespace candor::app {

/// Prints every setting, what holds and where it was said, as a table. Returns the exit status.
[[nodiscard]] int show_config(const Settings& settings, const Arguments& arguments, const Session& session);

}  // namespace candor::app
