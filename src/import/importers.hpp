#pragma once

#include "candor/import/import.hpp"

namespace candor {

/// The action plan (`score -f csv`) with the client's answers filled in.
[[nodiscard]] Brought import_answers(std::string_view bytes, const ImportContext& context, Diagnostics& diagnostics);

}  // namespace candor
