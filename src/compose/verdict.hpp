#pragma once

#include <string>

#include "candor/model/assessment.hpp"

/// The verdict in one sentence, and what follows for service, in the provider's voice.
namespace candor::wording {

/// Whose result it is: the client's own, or the provider's in the mirror.
enum class Whose { Yours, Ours };

[[nodiscard]] std::string verdict(const Assessment& assessment, Whose whose);
[[nodiscard]] std::string service(const Assessment& assessment);

}  // namespace candor::wording
