#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Numbers, plurals and lists as they stand in a sentence. Every sentence of a report that
/// counts something goes through these, so that "1 things" is written nowhere.
namespace candor::wording {

/// `9,400`
[[nodiscard]] std::string number(std::int64_t value);

/// `1 gap`, `3 gaps`. Give the plural where it is more than an added s.
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many = {});

/// `one` for 1, `many` for all else: verbs that follow a number.
[[nodiscard]] std::string_view choose(std::int64_t count, std::string_view one, std::string_view many);

/// `a`, `a and b`, `a, b and c`. Empty items are left out.
[[nodiscard]] std::string joined(const std::vector<std::string>& items);

/// Sentences one after the other; empty ones are left out.
[[nodiscard]] std::string run_on(const std::vector<std::string>& sentences);

/// First letter as a capital, unless the word has capitals of its own (`iPhone`).
[[nodiscard]] std::string capitalised(std::string_view text);

/// Capitalised and closed with a full stop, unless it is closed already. Empty stays empty.
[[nodiscard]] std::string sentence(std::string_view text);

/// The text without blanks around it and without its full stop, to stand inside a sentence.
[[nodiscard]] std::string phrase(std::string_view text);

/// `whole system` for `whole_system`.
[[nodiscard]] std::string spaced(std::string_view name);

/// Words as readability formulas count them: runs of letters; numbers are none.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace candor::wording
