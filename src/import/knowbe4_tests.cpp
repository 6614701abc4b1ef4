#include "import/knowbe4_tests.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "import/json.hpp"
#include "import/moment.hpp"

namespace candor::knowbe4 {

namespace {

void add_test(std::map<std::int64_t, Test>& tests, const yaml::Node& row, std::string_view day_key) {
  const auto id = find_number(row, "pst_id");
  if (!id) return;
  auto& test = tests[*id];
  test.id = *id;
  if (!test.day) test.day = day_of_time(find_text(row, day_key));
  test.is_closed = test.is_closed && find_text(row, "status") == "Closed";
  if (const auto people = find_number(row, "users_count")) test.people = people;
  if (const auto share = row.find("phish_prone_percentage"); share && share->is_scalar())
    test.share = kept(share->raw(), 20);
  if (find_number(row, "delivered_count")) test.counts = row;
}

std::int64_t people_of(const Test& test) {
  const auto number = [&](std::string_view key) { return find_number(*test.counts, key).value_or(0); };
  const auto people =
      test.counts ? std::max(number("scheduled_count"), number("delivered_count")) : test.people.value_or(0);
  return std::max<std::int64_t>(people, 0);
}

/// The newest that went to at least half as many people as any of the 12 months before the newest: a test among a few
/// does not hide what came out when all were tested.
std::size_t last_of(const std::vector<Test>& tests) {
  std::int64_t most = 0;
  for (const auto& test : tests)
    if (plus_months(*test.day, 12) >= *tests.back().day) most = std::max(most, people_of(test));
  auto last = tests.size() - 1;
  while (people_of(tests[last]) < most - most / 2) --last;
  return last;
}

/// How many were fooled, at least and at most: data is given away on a page that one clicked to, macros run in a file
/// that one opened, and nothing says whether one person clicked and another answered.
std::pair<std::int64_t, std::int64_t> fooled_in(const yaml::Node& counts) {
  const auto number = [&](std::string_view key) {
    return std::max<std::int64_t>(find_number(counts, key).value_or(0), 0);
  };
  const std::array ways{
      std::max({number("clicked_count"), number("data_entered_count"), number("vulnerable_plugin_count"),
                number("exploited_count")}),
      std::max(number("attachment_open_count"), number("macro_enabled_count")),
      number("replied_count"),
      number("qr_code_scanned_count"),
  };
  std::int64_t all = 0;
  for (const auto way : ways) all += std::min<std::int64_t>(way, 1'000'000'000);
  return {*std::ranges::max_element(ways), all};
}

void tell_not_fooled(Look& look, const Test& test) {
  constexpr std::string_view fact = "training.not_fooled";
  if (!test.counts)
    return look.say_unknown(fact, part,
                            fmt::format("a campaign gives a share{}, and not how many mails arrived: import the list "
                                        "of security tests too",
                                        test.share.empty() ? "" : " (" + test.share + ")"));
  const auto arrived = *find_number(*test.counts, "delivered_count");
  const auto people = people_of(test);
  const auto [least, most] = fooled_in(*test.counts);
  if (people <= 0) return look.say_unknown(fact, part, "the test went to nobody");
  if (least > arrived)
    return look.say_unknown(fact, part,
                            fmt::format("the numbers of the test contradict each other: {} clicked or the like, and {} "
                                        "arrived",
                                        least, counted(arrived, "mail")));
  Coverage count{.of = people};
  if (test.is_closed) count.has = arrived - std::min(most, arrived);
  count.unknown = people - least - count.has;
  auto& statement = look.say(fact, part, count, fmt::format("security test {}", test.id));
  if (!test.is_closed) {
    statement.note = "the test is not closed: who has not clicked still can";
    return;
  }
  if (people > arrived) statement.note = fmt::format("{} did not arrive", counted(people - arrived, "mail"));
  if (most > least)
    statement.note +=
        fmt::format("{}{} to {} were fooled: some may have clicked and answered", statement.note.empty() ? "" : "; ",
                    counted(least, "person", "people"), std::min(most, arrived));
}

}  // namespace

std::vector<Test> tests_of(const Lists& lists, Date latest) {
  std::map<std::int64_t, Test> all;
  for (const auto& row : lists.tests) add_test(all, row, "started_at");
  for (const auto& campaign : lists.campaigns)
    if (const auto inside = find_list(campaign, "psts"))
      for (const auto& row : inside->items()) add_test(all, row, "start_date");
  std::vector<Test> tests;
  for (const auto& [id, test] : all)
    if (test.day && *test.day <= latest) tests.push_back(test);
  std::ranges::stable_sort(tests, {}, [](const Test& test) { return *test.day; });
  return tests;
}

void tell_tests(Look& look, const std::vector<Test>& tests) {
  if (tests.empty()) {
    look.say_unknown("training.tested", part, "no test has begun");
    look.say_unknown("training.not_fooled", part, "no test has begun");
    return;
  }
  const auto last = last_of(tests);
  const auto& test = tests[last];
  look.say("training.tested", part, Event{.date = test.day, .worked = {}, .scope = {}, .took = {}},
           fmt::format("security test {}", test.id))
      .note = fmt::format("it was for {}", counted(people_of(test), "person", "people"));
  tell_not_fooled(look, test);
  if (const auto later = std::ssize(tests) - 1 - static_cast<std::ptrdiff_t>(last); later > 0)
    look.not_seen(fmt::format("What came of {} among fewer than half as many people.", counted(later, "later test")));
  look.not_seen("Who was not on the list of the test: only the people on it are counted.");
}

}  // namespace candor::knowbe4
