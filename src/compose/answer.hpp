#pragma once

#include <string>

#include "candor/model/assessment.hpp"

/// What was said about a fact, told to an owner in the catalog's own sentences.
namespace candor::wording {

/// `38 of 42 accounts have a second check.` Where the catalog has no sentence for a value,
/// the fact's noun and the value as written stand in for it.
[[nodiscard]] std::string say(const Fact& fact, const Value& value);

/// One record: `Phone system still runs a part with a serious flaw.`
[[nodiscard]] std::string say(const Fact& fact, const Record& record);

/// The same after the name of a part: `Server: Nobody has tried to bring it back.`
[[nodiscard]] std::string of_part(std::string_view part, std::string sentence);

/// Where it comes from, as a sentence of its own: `N. Shah told us on 12 November 2026.`
[[nodiscard]] std::string source(const Inventory& inventory, const Statement& statement);

/// The same as a remark: `seen by D. Keane, 6 November 2026`, `report from Microsoft Entra, 12 November 2026`.
[[nodiscard]] std::string source_in_short(const Inventory& inventory, const Statement& statement);

/// That it says something else: `J. Marsh saw otherwise on 12 November 2026.`
[[nodiscard]] std::string otherwise(const Inventory& inventory, const Statement& statement);

/// The same to stand before a sentence: `On 12 November 2026 N. Shah told us`.
[[nodiscard]] std::string source_lead(const Inventory& inventory, const Statement& statement);

}  // namespace candor::wording
