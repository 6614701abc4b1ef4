#pragma once

#include <string>
#include <utility>
#include <vector>

#include "candor/model/report.hpp"

namespace candor {

/// What a format says beside its findings: verdict, score, counts, and the ledger's counts by kind where it has no room
/// for the ledger. The keys are the paths of the JSON: `score.proved`.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> summary(const Report& report);

/// The same in one line: `client.id=acme profile.id=minimum-standard …`
[[nodiscard]] std::string counts_line(const Report& report);

/// The same, the verdict in words before it where the report has the sentence.
[[nodiscard]] std::string summary_line(const Report& report);

/// The verdict in words; its name in a report without the sentence.
[[nodiscard]] std::string verdict_sentence(const Report& report);

}  // namespace candor
