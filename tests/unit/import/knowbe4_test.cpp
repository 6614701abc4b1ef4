#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

std::string list(std::initializer_list<std::string> rows) {
  std::string text = "[";
  for (const auto& one : rows) text += (text.size() > 1 ? ",\n" : "") + one;
  return text + "]";
}

std::string user(int id, std::string_view status = "active", std::string_view more = {}) {
  const auto number = std::to_string(id);
  return R"({"id": )" + number + R"(, "email": "p)" + number + R"(@acme.example", "phish_prone_percentage": 14.235,
"joined_on": "2024-03-01T09:00:00.000Z", "last_sign_in": "2026-11-20T09:00:00.000Z", "archived_at": null, "status": ")" +
         std::string{status} + "\"" + std::string{more} + "}";
}

/// `finished` is a day, or empty.
std::string enrolment(int person, std::string_view status, std::string_view finished,
                      std::string_view campaign = "Spring", std::string_view given = "2026-05-04",
                      std::string_view type = "Store Purchase", std::string_view module = "Tricks by mail") {
  const auto day = [](std::string_view text) {
    return text.empty() ? std::string{"null"} : "\"" + std::string{text} + "T15:02:38.000Z\"";
  };
  return R"({"enrollment_id": 1425526, "content_type": ")" + std::string{type} + R"(", "module_name": ")" +
         std::string{module} + R"(", "user": {"id": )" + std::to_string(person) +
         R"(, "first_name": "Sarah", "last_name": "Thomas", "email": "x"}, "campaign_name": ")" +
         std::string{campaign} + R"(", "enrollment_date": )" + day(given) +
         R"(, "start_date": null, "completion_date": )" + day(finished) + R"(, "status": ")" + std::string{status} +
         R"(", "time_spent": 2340, "policy_acknowledged": false})";
}

std::string security_test(int id, std::string_view day, std::string_view counts, std::string_view status = "Closed") {
  return R"({"campaign_id": 3, "pst_id": )" + std::to_string(id) + R"(, "status": ")" + std::string{status} +
         R"(", "name": "Test", "phish_prone_percentage": 0.5, "started_at": ")" + std::string{day} +
         R"(T15:02:38.000Z", "landing-page": {"id": 1, "name": "L"}, )" + std::string{counts} + "}";
}

std::string campaign(std::string_view tests) {
  return R"({"campaign_id": 242333, "name": "C", "last_phish_prone_percentage": 0.3, "status": "Closed", "psts": [)" +
         std::string{tests} + "]}";
}

/// The lines of the statements.
std::string said(std::vector<test::Written> files) {
  const auto all = World{}.import("knowbe4", std::move(files));
  const auto begin = all.find('\n') + 1;
  return all.substr(begin, all.find("not seen: ") - begin);
}

}  // namespace

TEST_CASE("trained is who finished a module within 12 months, of all who are active") {
  const auto users = list({user(1), user(2), user(3), user(4), user(5, "archived"), user(6)});
  const auto enrolments = list({enrolment(1, "Passed", "2026-05-10"), enrolment(2, "Completed", "2025-11-20"),
                                enrolment(3, "Completed", "2025-11-19"), enrolment(4, "Past Due", ""),
                                enrolment(5, "Passed", "2026-05-10")});
  CHECK(World{}.import("knowbe4", {{"e", enrolments}, {"u", users}}) ==
        R"(2026-11-20 knowbe4: 5 active people, 5 enrolments
training.trained [KnowBe4] = 2 of 5, export, where: without: p3@acme.example, p4@acme.example, p6@acme.example
training.last [KnowBe4] = unknown, export, note: no round of training is shown that everybody who is active was in and somebody finished
not seen: Whether each module is about tricks by mail, phone and text; these were counted: Tricks by mail.
not seen: Training outside KnowBe4, and that of people who were taken out of a campaign since.
not seen: Who signs in and has no account in KnowBe4: only the people on its list are counted.
)");
}

TEST_CASE("a module that was begun, was given out, or is a policy to read is no training") {
  const auto enrolments = list({enrolment(1, "In Progress", ""), enrolment(2, "Not Started", ""),
                                enrolment(3, "Passed", "2026-05-10", "Policies", "2026-05-04", "Uploaded Policy")});
  CHECK(
      said({{"u", list({user(1), user(2), user(3)})}, {"e", enrolments}}) ==
      R"(training.trained [KnowBe4] = 0 of 3, export, where: without: p1@acme.example, p2@acme.example, p3@acme.example
training.last [KnowBe4] = unknown, export, note: no round of training is shown that everybody who is active was in and somebody finished
)");
}

TEST_CASE("a module that was finished on no day, or has a day and was not finished, leaves its person unknown") {
  const auto enrolments = list({enrolment(1, "Passed", ""), enrolment(2, "Past Due", "2026-05-10"),
                                enrolment(3, "Passed", ""), enrolment(3, "Passed", "2026-05-10")});
  CHECK(
      said({{"u", list({user(1), user(2), user(3), user(4)})}, {"e", enrolments}}) ==
      R"(training.trained [KnowBe4] = 1 of 4 (2 unknown), export, where: without: p4@acme.example, note: of 2 people status and day of a module do not fit together
training.last [KnowBe4] = unknown, export, note: no round of training is shown that everybody who is active was in and somebody finished
)");
}

TEST_CASE("enrolments without the list of users, users without enrolments and archived users alone show no training") {
  const auto nothing = [](std::string_view why) {
    return "training.trained [KnowBe4] = unknown, export, note: " + std::string{why} +
           "\ntraining.last [KnowBe4] = unknown, export, note: " + std::string{why} + "\n";
  };
  const auto enrolments = list({enrolment(1, "Passed", "2026-05-10")});
  CHECK(World{}.import("knowbe4", enrolments) ==
        "2026-05-10 knowbe4: 1 enrolment\n" +
            nothing("how many people there are is not known: import the list of users too"));
  CHECK(World{}.import("knowbe4", {{"u", list({user(1)})}, {"e", "[]"}}) ==
        "2026-11-20 knowbe4: 1 active person\n" +
            nothing("a list of users does not say who had training: import the enrolments too"));
  CHECK(World{}.import("knowbe4", {{"u", list({user(1, "archived")})}, {"e", enrolments}}) ==
        "2026-11-20 knowbe4: 0 active people, 1 enrolment\n" + nothing("nobody in the list of users is active"));
}

TEST_CASE("the last training for all is the newest round that everybody was in, since the day when all were") {
  const auto users = list({user(1), user(2), user(5, "archived")});
  const auto spring = {enrolment(1, "Passed", "2026-05-10"), enrolment(2, "Past Due", "", "Spring", "2026-05-06")};
  CHECK(said({{"u", users}, {"e", list(spring)}}) ==
        R"(training.trained [KnowBe4] = 1 of 2, export, where: without: p2@acme.example
training.last [KnowBe4] = 2026-05-04, export, where: campaign "Spring", note: it went to 2 people, and 1 finished it
)");
  // One more person is taken in later, and a few are sent back to learn: neither is a round for all.
  const auto later = list({enrolment(1, "Passed", "2026-05-10"), enrolment(2, "Passed", "2026-05-12"),
                           enrolment(1, "Passed", "2026-09-02", "Spring", "2026-09-01"),
                           enrolment(2, "Passed", "2026-10-02", "Who clicked", "2026-10-01")});
  CHECK(said({{"u", users}, {"e", later}}) ==
        R"(training.trained [KnowBe4] = 2 of 2, export
training.last [KnowBe4] = 2026-05-04, export, where: campaign "Spring", note: it went to 2 people, and 2 finished it
)");
  // A round that nobody has finished yet was given out, and did not take place yet.
  const auto autumn = list({enrolment(1, "Passed", "2026-05-10"), enrolment(2, "Passed", "2026-05-12"),
                            enrolment(1, "Not Started", "", "Autumn", "2026-11-02"),
                            enrolment(2, "Not Started", "", "Autumn", "2026-11-02")});
  CHECK(said({{"u", users}, {"e", autumn}}).find("training.last [KnowBe4] = 2026-05-04, export") != std::string::npos);
}

TEST_CASE("tests alone say who was tested and not who was trained") {
  CHECK(World{}.import("knowbe4",
                       list({security_test(16142, "2026-10-01", R"("scheduled_count": 42, "delivered_count": 40,
"opened_count": 24, "clicked_count": 6, "replied_count": 0, "attachment_open_count": 0, "data_entered_count": 2)")})) ==
        R"(2026-10-01 knowbe4: 1 test
training.tested [KnowBe4] = 2026-10-01, export, where: security test 16142, note: it was for 42 people
training.not_fooled [KnowBe4] = 34 of 42 (2 unknown), export, where: security test 16142, note: 2 mails did not arrive
not seen: Who had training: a test is no training.
not seen: Who was not on the list of the test: only the people on it are counted.
)");
}

TEST_CASE("a test that is not closed leaves those who have not clicked unknown") {
  CHECK(said({{"t", security_test(7, "2026-10-01",
                                  R"("scheduled_count": 42, "delivered_count": 40, "clicked_count": 6)", "Open")}}) ==
        R"(training.tested [KnowBe4] = 2026-10-01, export, where: security test 7, note: it was for 42 people
training.not_fooled [KnowBe4] = 0 of 42 (36 unknown), export, where: security test 7, note: the test is not closed: who has not clicked still can
)");
  // The campaign says that it is still open.
  const auto closed = security_test(7, "2026-10-01", R"("delivered_count": 40, "clicked_count": 6)");
  const auto open = campaign(R"({"pst_id": 7, "status": "Open", "start_date": "2026-10-02T00:00:00Z"})");
  CHECK(said({{"t", list({closed})}, {"c", list({open})}}) ==
        R"(training.tested [KnowBe4] = 2026-10-01, export, where: security test 7, note: it was for 40 people
training.not_fooled [KnowBe4] = 0 of 40 (34 unknown), export, where: security test 7, note: the test is not closed: who has not clicked still can
)");
}

TEST_CASE("who clicked and who answered may be the same people, and numbers that cannot be are unknown") {
  const auto told = [](std::string_view counts) {
    const auto all = said({{"t", security_test(7, "2026-10-01", counts)}});
    return all.substr(all.find('\n') + 1);
  };
  CHECK(
      told(R"("scheduled_count": 42, "delivered_count": 41, "clicked_count": 6, "attachment_open_count": 3,
"macro_enabled_count": 2, "replied_count": 1)") ==
      R"(training.not_fooled [KnowBe4] = 31 of 42 (5 unknown), export, where: security test 7, note: 1 mail did not arrive; 6 people to 10 were fooled: some may have clicked and answered
)");
  CHECK(
      told(R"("scheduled_count": 42, "delivered_count": 4, "clicked_count": 20)") ==
      R"(training.not_fooled [KnowBe4] = unknown, export, note: the numbers of the test contradict each other: 20 clicked or the like, and 4 mails arrived
)");
  CHECK(told(R"("scheduled_count": 0, "delivered_count": 0, "clicked_count": 0)") ==
        "training.not_fooled [KnowBe4] = unknown, export, note: the test went to nobody\n");
  CHECK(told(R"("scheduled_count": -3, "delivered_count": -5, "clicked_count": -1)") ==
        "training.not_fooled [KnowBe4] = unknown, export, note: the test went to nobody\n");
}

TEST_CASE("a share without the number of mails is no count, whichever way it is written") {
  CHECK(
      said({{"c", list({campaign(R"({"pst_id": 1, "status": "Closed", "start_date": "2026-10-01T00:00:00Z",
"users_count": 123, "phish_prone_percentage": 0.3})")})},
            {"u", list({user(1)})}}) ==
      R"(training.trained [KnowBe4] = unknown, export, note: a list of users does not say who had training: import the enrolments too
training.last [KnowBe4] = unknown, export, note: a list of users does not say who had training: import the enrolments too
training.tested [KnowBe4] = 2026-10-01, export, where: security test 1, note: it was for 123 people
training.not_fooled [KnowBe4] = unknown, export, note: a campaign gives a share (0.3), and not how many mails arrived: import the list of security tests too
)");
}

TEST_CASE("a later test among a few does not hide what came out when all were tested, and one to come is none") {
  const auto tests = list({security_test(3, "2026-12-24", R"("scheduled_count": 42, "delivered_count": 0,
"clicked_count": 0)",
                                         "Scheduled"),
                           security_test(2, "2026-10-20", R"("scheduled_count": 2, "delivered_count": 2,
"clicked_count": 0)"),
                           security_test(1, "2026-10-01", R"("scheduled_count": 42, "delivered_count": 42,
"clicked_count": 20)"),
                           security_test(0, "2025-10-01", R"("scheduled_count": 900, "delivered_count": 900,
"clicked_count": 0)")});
  CHECK(World{}.import("knowbe4", tests) == R"(2026-10-20 knowbe4: 3 tests
training.tested [KnowBe4] = 2026-10-01, export, where: security test 1, note: it was for 42 people
training.not_fooled [KnowBe4] = 22 of 42, export, where: security test 1
not seen: Who had training: a test is no training.
not seen: What came of 1 later test among fewer than half as many people.
not seen: Who was not on the list of the test: only the people on it are counted.
)");
  CHECK(World{}.import("knowbe4", list({security_test(3, "2026-12-24", R"("clicked_count": 0)", "Scheduled")}),
                       {.looked = parse_date("2026-11-20")}) == R"(2026-11-20 knowbe4
training.tested [KnowBe4] = unknown, export, note: no test has begun
training.not_fooled [KnowBe4] = unknown, export, note: no test has begun
not seen: Who had training: a test is no training.
)");
}

TEST_CASE("a full page may not be the last, and what is missing could be the bad part") {
  std::string full = "[" + user(1);
  for (int i = 2; i <= 100; ++i) full += "," + user(i);
  full += "]";
  const auto refused = World{}.import("knowbe4", full);
  CHECK(
      refused.starts_with("file:1:1: error: this list is not finished: a page of 100 rows is full, and what follows "
                          "is not here [unfinished-export]\n"));
  CHECK(
      refused.ends_with("hint: get page after page until one is not full, an empty one too, and import them "
                        "together\n"));
  CHECK(said({{"1", full}, {"2", list({user(101)})}, {"e", list({enrolment(101, "Passed", "2026-05-10")})}})
            .starts_with("training.trained [KnowBe4] = 1 of 101, export"));
  CHECK(said({{"1", full}, {"2", "[]"}, {"e", list({enrolment(100, "Passed", "2026-05-10")})}})
            .starts_with("training.trained [KnowBe4] = 1 of 100, export"));
}

TEST_CASE("an answer that names its next page is not finished") {
  const auto page = [](std::string_view next) {
    return R"({"data": [)" + enrolment(1, "Passed", "2026-05-10") +
           R"(], "pagination": {"perPage": 500, "nextCursor": )" + std::string{next} + "}}";
  };
  CHECK(World{}.import("knowbe4", {{"e", page(R"("500")")}}).find("[unfinished-export]") != std::string::npos);
  CHECK(said({{"e1", page(R"("500")")}, {"e2", page("null")}, {"u", list({user(1)})}})
            .starts_with("training.trained [KnowBe4] = 1 of 1, export"));
}

TEST_CASE("what is no such list is refused, and so are rows that do not say whose they are") {
  CHECK(
      World{}.import("knowbe4", R"({"recipient_id": 3077742, "pst_id": 14240, "clicked_at": null})") ==
      R"(file:1:1: error: this is not a list of users, enrolments, security tests or phishing campaigns from KnowBe4 [unknown-format]
   1 | {"recipient_id": 3077742, "pst_id": 14240, "clicked_at": null}
       ^
       hint: get /v1/users and /v1/training/enrollments as JSON, and /v1/phishing/security_tests for tests
)");
  // A campaign of training is none of phishing.
  CHECK(World{}
            .import("knowbe4", R"([{"campaign_id": 4261, "name": "Annual", "completion_percentage": 0}])")
            .find("[unknown-format]") != std::string::npos);
  CHECK(World{}.import("knowbe4", R"([{"id": 1, "archived_at": null}, 7])") ==
        R"(file:1:2: error: this user has no `id` or no `status` [unknown-format]
   1 | [{"id": 1, "archived_at": null}, 7]
        ^
       hint: export the list of users as it is
file:1:34: error: this user has no `id` or no `status` [unknown-format]
   1 | [{"id": 1, "archived_at": null}, 7]
                                        ^
       hint: export the list of users as it is
)");
  CHECK(World{}.import("knowbe4", R"([{"enrollment_id": 1, "user": null}])") ==
        R"(file:1:2: error: this enrolment does not say whose it is [unknown-format]
   1 | [{"enrollment_id": 1, "user": null}]
        ^
       hint: export the enrolments as they are
)");
  CHECK(World{}.import("knowbe4", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("knowbe4", "[]", {.looked = parse_date("2026-11-20")}) ==
        R"(file: error: nothing is on this list: it shows nobody [unknown-format]
       hint: get /v1/users and /v1/training/enrollments as JSON, and /v1/phishing/security_tests for tests
)");
  const auto cut = list({user(1)});
  CHECK(World{}.import("knowbe4", cut.substr(0, cut.size() - 2)).find("[bad-json]") != std::string::npos);
}

TEST_CASE("names act on nobody, and people whose names are hidden have their number") {
  const std::string name = R"(\u001b[31m<script>=1+1)" + std::string(10'000, 'x');
  const auto users = list(
      {R"({"id": 1, "email": ")" + name + R"(", "archived_at": null, "status": "active"})",
       R"({"id": 2, "email": null, "archived_at": null, "status": "active", "joined_on": "2026-11-20"})", user(3)});
  const auto enrolments = list({enrolment(3, "Passed", "2026-05-10", name, "2026-05-04", "Store Purchase", name)});
  CHECK(World{}.import("knowbe4", {{"u", users}, {"e", enrolments}}) ==
        R"(2026-11-20 knowbe4: 3 active people, 1 enrolment
training.trained [KnowBe4] = 1 of 3, export, where: without: \u{1B}[31m<script>=1+1)" +
            std::string(58, 'x') + R"(…, user 2
training.last [KnowBe4] = unknown, export, note: no round of training is shown that everybody who is active was in and somebody finished
not seen: Whether each module is about tricks by mail, phone and text; these were counted: \u{1B}[31m<script>=1+1)" +
            std::string(38, 'x') + R"(….
not seen: Training outside KnowBe4, and that of people who were taken out of a campaign since.
not seen: Who signs in and has no account in KnowBe4: only the people on its list are counted.
)");
}
