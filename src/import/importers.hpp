#pragma once

#include "candor/import/import.hpp"

/// One function an importer, one file each. Each header comment there says which files it takes and what it cannot
/// tell.
namespace candor {

using Files = std::span<const ImportFile>;

/// The action plan (`score -f csv`) with the client's answers filled in.
[[nodiscard]] Brought import_answers(Files files, const ImportContext& context, Diagnostics& diagnostics);

[[nodiscard]] Brought import_entra(Files files, const ImportContext& context, Diagnostics& diagnostics);

[[nodiscard]] Brought import_logpresso(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_trivy(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_grype(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_cyclonedx(Files files, const ImportContext& context, Diagnostics& diagnostics);

}  // namespace candor
