#pragma once

#include <string>

#include "candor/model/assessment.hpp"

/// What must hold of every assessment and of every output, whatever the input was. A law that does not hold ends the
/// process with its name on standard error, as a fuzzer expects.
namespace candor::fuzz {

[[noreturn]] void fail(const std::string& law);
void require(bool holds, const char* law);

/// What one assessment alone must keep: one finding a control, in order, counts that add up, bands in order, a verdict
/// that rests on the gates.
void check_assessment(const Assessment& assessment);

/// What must hold between assessments of one inventory: a plan moves nothing, `unknown` wins nothing, time raises
/// nothing, and the same inputs give the same. `chosen` picks the statement that is tried.
void check_neighbours(const Assessment& assessment, unsigned chosen);

/// Text for people or machines: valid UTF-8 without a character that acts on its reader. In colour the program's own
/// sequences (ESC [ digits m) are allowed, and a byte order mark where a spreadsheet needs it: at the very beginning.
void check_harmless(const std::string& text, const std::string& where, bool is_colored = false);

}  // namespace candor::fuzz
