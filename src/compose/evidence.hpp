#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// Statements, intervals and plans as a technician writes them down: addresses, ISO dates, no
/// roundings. Owners read the sentences of answer.hpp instead.
namespace candor::wording {

/// A share without its needless zeros: `0`, `0.904761`, `1`. The exact number of millionths.
[[nodiscard]] std::string share(std::int64_t millionths);

/// `0.904761 to 1, proved 0`
[[nodiscard]] std::string interval(const Interval& interval);

/// `Microsoft 365: 38 of 42, told by M. Byrne on 2026-11-12`
[[nodiscard]] std::string statement(const Assessment& assessment, std::size_t index);

/// What stands on one condition: its count or interval in words, `38 of 42 good, 0 not known`.
[[nodiscard]] std::string result(const Check& check);

/// Every statement that stands on a condition, one a line; parts that were only named too.
[[nodiscard]] std::vector<std::string> standing(const Assessment& assessment, const Check& check);

/// The records that fall short or do not say enough, one a line.
[[nodiscard]] std::vector<std::string> bad_records(const Assessment& assessment, const Check& check);

/// `told 38 of 42 …, against 30 of 42 …`
[[nodiscard]] std::string contradiction(const Assessment& assessment, const Contradiction& contradiction);

[[nodiscard]] std::string open_item(const Inventory& inventory, const Catalog& catalog, const OpenQuestion& question);
[[nodiscard]] std::string open_item(const Assessment& assessment, const OpenQuestion& question);
[[nodiscard]] std::string agreed_item(const Assessment& assessment, const Agreed& agreed);
[[nodiscard]] std::string offer_item(const Assessment& assessment, const Offer& offer);
[[nodiscard]] std::string decline_item(const Assessment& assessment, const DeclineState& state);

}  // namespace candor::wording
