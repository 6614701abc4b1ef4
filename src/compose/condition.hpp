#pragma once

#include <string>
#include <vector>

#include "candor/model/catalog.hpp"
#include "candor/model/profile.hpp"

/// Conditions in words, for technicians. Every place that tells a floor tells it with these.
namespace candor::wording {

/// What is asked of the fact, without its name: `at least 6 months`, `all of them`,
/// `within 12 months, at least whole_system`, `every item: internet is no`.
[[nodiscard]] std::string asked(const Condition& condition, const Catalog& catalog);

/// The same after the fact's address or the field's name; a group as `one of: (a) …; (b) …`.
[[nodiscard]] std::string condition(const Condition& condition, const Catalog& catalog);

/// One line a condition.
[[nodiscard]] std::vector<std::string> conditions(const std::vector<Condition>& conditions, const Catalog& catalog);

}  // namespace candor::wording
