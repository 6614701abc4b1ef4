#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// What to do first, and the one decision that page 1 asks for.
namespace candor::wording {

/// Whose word on how long a job takes is told: the profile's estimates go before what was promised.
enum class Takes { All, Promised, None };

/// `Bring the server back once. We, by 4 December 2026 (1 day). £450 once. Risk: your work stops.`
[[nodiscard]] std::vector<std::string> first_actions(const Assessment& assessment, std::size_t count, Takes takes);

/// To start on those of the first actions that nobody has agreed to yet, else that their dates stand.
[[nodiscard]] std::string decision(const Assessment& assessment, std::size_t count);

}  // namespace candor::wording
