#pragma once

#include <string>
#include <string_view>

#include "candor/model/inventory.hpp"
#include "candor/model/report.hpp"

namespace candor {

/// What a page may give away.
enum class Gives { Weaknesses, Numbers, Score };

/// What is in a page and who should see it, in one line: `This report names people and weak points at …`.
[[nodiscard]] std::string notice(std::string_view client, bool is_redacted, std::string_view page, Gives gives);

/// Puts that line at the foot of a report, and beside it for machines. It is none of the words of a page that has room
/// for so many only.
void add_notice(const Inventory& inventory, std::string_view page, Report& report, Gives gives = Gives::Weaknesses);

}  // namespace candor
