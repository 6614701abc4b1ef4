#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/knowbe4_lists.hpp"
#include "import/look.hpp"

/// What KnowBe4 tells of tests with fake mails.
namespace candor::knowbe4 {

inline constexpr std::string_view part = "KnowBe4";

/// One test: from the list of tests, from a campaign, or from both.
struct Test {
  std::int64_t id = 0;
  std::optional<Date> day;
  bool is_closed = true;
  std::optional<std::int64_t> people;
  std::optional<yaml::Node> counts;  ///< only the list of tests has them
  std::string share;                 ///< as written
};

/// Those that have begun, the oldest first.
[[nodiscard]] std::vector<Test> tests_of(const Lists& lists, Date latest);

/// When people were last tested, and how many were not fooled.
void tell_tests(Look& look, const std::vector<Test>& tests);

}  // namespace candor::knowbe4
