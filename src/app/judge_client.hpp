#pragma once

#include <functional>
#include <string>

#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/assessment.hpp"

namespace candor::app {

/// Reads a client with what the provider's folder adds, judges it and hands the assessment on. The exit status
/// is what `show` returns, or that of a fault: then nothing is shown.
[[nodiscard]] int judge_client(const std::string& path, const Settings& settings, const Standard& standard,
                               Session& session, const std::function<int(const Assessment&)>& show);

}  // namespace candor::app
