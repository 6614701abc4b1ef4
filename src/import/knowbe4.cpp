#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/knowbe4_lists.hpp"
#include "import/knowbe4_tests.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// KnowBe4's reporting API, each answer kept as a JSON file: /v1/users with /v1/training/enrollments (who had training),
// and /v1/phishing/security_tests or /v1/phishing/campaigns (who was tested). Written from the public documentation of
// the API; the enrolments were seen nowhere else. A test is no training, and neither is a policy that somebody was
// given to read. Shares are not used: campaigns give them as 0 to 1, users as 0 to 100, and neither says of how many.
namespace candor {

namespace {

using knowbe4::Lists;
using knowbe4::part;
using Row = yaml::Node;
using People = std::map<std::int64_t, std::string>;  ///< who is active, by number

People people_in(const Lists& lists) {
  People people;
  for (const auto& row : lists.users) {
    if (find_text(row, "status") != "active") continue;
    const auto id = *find_number(row, "id");
    const auto email = find_text(row, "email");  // none where the account hides who its people are
    people[id] = email.empty() ? fmt::format("user {}", id) : kept(email, 80);
  }
  return people;
}

/// Something that somebody was told to learn. Filled from one row; a policy to read is none.
struct Enrolment {
  std::int64_t person = 0;
  std::string_view campaign;
  std::string_view module;
  std::optional<Date> given;
  bool is_finished = false;
  std::optional<Date> finished;
};

/// The enrolments of people who are active.
std::vector<Enrolment> enrolments_of(const People& people, const Lists& lists) {
  std::vector<Enrolment> enrolments;
  for (const auto& row : lists.enrolments) {
    const auto person = *find_number(*find_object(row, "user"), "id");
    if (!people.contains(person) || find_text(row, "content_type") == "Uploaded Policy") continue;
    const auto status = find_text(row, "status");
    enrolments.push_back({.person = person,
                          .campaign = find_text(row, "campaign_name"),
                          .module = find_text(row, "module_name"),
                          .given = day_of_time(find_text(row, "enrollment_date")),
                          .is_finished = status == "Passed" || status == "Completed",
                          .finished = day_of_time(find_text(row, "completion_date"))});
  }
  return enrolments;
}

void tell_trained(Look& look, const People& people, const std::vector<Enrolment>& enrolments) {
  std::set<std::int64_t> trained;
  std::set<std::int64_t> unclear;  ///< of what they did, status and day do not fit together
  std::set<std::string> modules;
  for (const auto& one : enrolments) {
    if (one.is_finished != one.finished.has_value()) unclear.insert(one.person);
    if (!one.is_finished || !one.finished || *one.finished > look.day() || plus_months(*one.finished, 12) < look.day())
      continue;
    trained.insert(one.person);
    modules.insert(one.module.empty() ? "one without a name" : kept(one.module, 60));
  }
  Coverage count{.has = std::ssize(trained), .of = std::ssize(people)};
  std::vector<std::string> without;
  for (const auto& [id, name] : people) {
    if (trained.contains(id)) continue;
    if (unclear.contains(id))
      ++count.unknown;
    else
      without.push_back(name);
  }
  auto& statement =
      look.say("training.trained", part, count, without.empty() ? "" : "without: " + first_few(without, 8));
  if (count.unknown > 0)
    statement.note =
        fmt::format("of {} status and day of a module do not fit together", counted(count.unknown, "person", "people"));
  if (!modules.empty())
    look.not_seen(fmt::format("Whether each module is about tricks by mail, phone and text; these were counted: {}.",
                              first_few({modules.begin(), modules.end()}, 6)));
}

/// One round of training: for each person the last day on which it was given out.
struct Round {
  std::map<std::int64_t, Date> given;
  std::set<std::int64_t> finished;
};

/// The newest round that all who are active now were in. Its day is the one since when everybody has been in it, so
/// that somebody who joins later does not make it newer.
void tell_last(Look& look, const People& people, const std::vector<Enrolment>& enrolments) {
  std::map<std::string_view, Round> rounds;
  for (const auto& one : enrolments) {
    if (one.campaign.empty() || !one.given || *one.given > look.day()) continue;
    auto& round = rounds[one.campaign];
    const auto given = round.given.try_emplace(one.person, *one.given).first;
    given->second = std::max(given->second, *one.given);
    if (one.is_finished) round.finished.insert(one.person);
  }
  std::optional<std::pair<Date, std::string_view>> last;
  for (const auto& [campaign, round] : rounds) {
    if (round.given.size() < people.size() || round.finished.empty()) continue;
    const auto first = std::ranges::min_element(round.given, {}, [](const auto& one) { return one.second; })->second;
    if (!last || first > last->first) last = {first, campaign};
  }
  if (!last)
    return look.say_unknown("training.last", part,
                            "no round of training is shown that everybody who is active was in and somebody finished");
  look.say("training.last", part, Event{.date = last->first, .worked = {}, .scope = {}, .took = {}},
           fmt::format("campaign \"{}\"", kept(last->second, 80)))
      .note = fmt::format("it went to {}, and {} finished it", counted(std::ssize(people), "person", "people"),
                          rounds[last->second].finished.size());
}

/// Why the lists do not tell who had training; empty when they do.
std::string gap_of(const Lists& lists, const People& people) {
  if (lists.users.empty()) return "how many people there are is not known: import the list of users too";
  if (lists.enrolments.empty()) return "a list of users does not say who had training: import the enrolments too";
  return people.empty() ? "nobody in the list of users is active" : "";
}

void tell_training(Look& look, const Lists& lists, const People& people) {
  if (const auto gap = gap_of(lists, people); !gap.empty()) {
    look.say_unknown("training.trained", part, gap);
    look.say_unknown("training.last", part, gap);
    return;
  }
  const auto enrolments = enrolments_of(people, lists);
  tell_trained(look, people, enrolments);
  tell_last(look, people, enrolments);
  look.not_seen("Training outside KnowBe4, and that of people who were taken out of a campaign since.");
  look.not_seen("Who signs in and has no account in KnowBe4: only the people on its list are counted.");
}

std::optional<Date> newest_day(const Lists& lists, const std::vector<knowbe4::Test>& tests) {
  std::optional<Date> newest = tests.empty() ? std::nullopt : tests.back().day;
  const auto look_at = [&](const std::vector<Row>& rows, std::initializer_list<std::string_view> keys) {
    for (const auto& row : rows)
      for (const auto key : keys) keep_newest(newest, day_of_time(find_text(row, key)));
  };
  look_at(lists.users, {"joined_on", "last_sign_in", "archived_at"});
  look_at(lists.enrolments, {"enrollment_date", "start_date", "completion_date"});
  return newest;
}

}  // namespace

Brought import_knowbe4(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  const auto lists = knowbe4::read_lists(files, diagnostics);
  if (diagnostics.has_errors()) return {};
  const Place place{files.front().file, 0, 0};
  const auto tests = knowbe4::tests_of(lists, context.latest);
  const auto day = day_of_look({.stated = {}, .newest = newest_day(lists, tests)}, place, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto people = people_in(lists);
  std::string scope;
  const auto add = [&](std::string text) { scope += (scope.empty() ? "" : ", ") + std::move(text); };
  if (!lists.users.empty()) add(counted(std::ssize(people), "active person", "active people"));
  if (!lists.enrolments.empty()) add(counted(std::ssize(lists.enrolments), "enrolment"));
  if (!tests.empty()) add(counted(std::ssize(tests), "test"));
  if (!lists.users.empty() || !lists.enrolments.empty())
    tell_training(look, lists, people);
  else
    look.not_seen("Who had training: a test is no training.");
  if (!lists.tests.empty() || !lists.campaigns.empty()) knowbe4::tell_tests(look, tests);
  look.set_scope(scope);
  return look.take();
}

}  // namespace candor
