#pragma once

#include "candor/import/import.hpp"

/// One function an importer, one file each. Each header comment there says which files it takes and what it cannot
/// tell.
namespace candor {

using Files = std::span<const ImportFile>;

/// The action plan (`score -f csv`) with the client's answers filled in.
[[nodiscard]] Brought import_answers(Files files, const ImportContext& context, Diagnostics& diagnostics);

[[nodiscard]] Brought import_clamscan(Files files, const ImportContext& context, Diagnostics& diagnostics);
/// Any program's table, read by a map of the user's.
[[nodiscard]] Brought import_csv(Files files, const ImportContext& context, Diagnostics& diagnostics);

[[nodiscard]] Brought import_entra(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_google(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_maester(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_scubagear(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_gophish(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_knowbe4(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_nmap(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_borg(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_restic(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_veeam(Files files, const ImportContext& context, Diagnostics& diagnostics);

/// `lynis audit system`
[[nodiscard]] Brought import_lynis(Files files, const ImportContext& context, Diagnostics& diagnostics);

/// `oscap xccdf eval`
[[nodiscard]] Brought import_openscap(Files files, const ImportContext& context, Diagnostics& diagnostics);

[[nodiscard]] Brought import_logpresso(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_trivy(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_grype(Files files, const ImportContext& context, Diagnostics& diagnostics);
[[nodiscard]] Brought import_cyclonedx(Files files, const ImportContext& context, Diagnostics& diagnostics);

}  // namespace candor
