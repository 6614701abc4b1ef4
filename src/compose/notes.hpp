#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

namespace candor::wording {

/// How much the notes of a card tell. Contradictions, declines and ages are always told.
struct NoteLimit {
  bool with_questions = true;
  bool in_brief = false;
};

/// The notes of a gap, one or a few sentences each: contradictions, age, open questions, declines,
/// other plans, offers without an answer. `found` is what the card tells already; `action` may be null.
[[nodiscard]] std::vector<std::string> notes_of(const Assessment& assessment, const Finding& finding,
                                                const Action* action, const NoteLimit& limit, const std::string& found);

}  // namespace candor::wording
