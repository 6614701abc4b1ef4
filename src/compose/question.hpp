#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// Questions that are still out: why, who finds out, by when.
namespace candor::wording {

/// On page 1, for all of them: how many, why, and who finds out by when. Empty when all is known.
[[nodiscard]] std::string open_questions(const Assessment& assessment);

/// On a card, why one is open: `We asked X-ray supplier on 9 November 2026 and have no answer yet.`
[[nodiscard]] std::string why_open(const Assessment& assessment, const OpenQuestion& question);

/// The same, and who will find out by when.
[[nodiscard]] std::string open_question(const Assessment& assessment, const OpenQuestion& question);

}  // namespace candor::wording
