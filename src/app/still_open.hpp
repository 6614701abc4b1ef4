#pragma once

#include <string>

#include "candor/model/assessment.hpp"

namespace candor::app {

/// What is still to be done before the audit is complete, line by line: the questions that are out, the proofs that are
/// too old for their control, and the gates that rest on facts which nobody has answered or put down as a question.
/// Empty when nothing is.
[[nodiscard]] std::string still_open(const Assessment& assessment);

}  // namespace candor::app
