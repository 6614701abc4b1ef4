#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "import/look.hpp"
#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

const auto monday = *parse_date("2026-11-16");
const auto friday = *parse_date("2026-11-20");

/// What a look says, placed: a line each statement.
template <typename Say>
std::string placed(const PartSaid& said, Say say) {
  return World{}.look([&](const ImportContext& context, Diagnostics&) {
    Look look{context, friday};
    say(look);
    auto brought = look.take();
    place(brought, said);
    return brought;
  });
}

}  // namespace

TEST_CASE("counts of one fact that come to one part are added up, each with what it rests on") {
  const auto say = [](Look& look) {
    look.say_one("firewall.on_computers", "ann-pc", true, "row 1");
    look.say_one("firewall.on_computers", "bob-pc", false);
    look.say_one("firewall.on_computers", "eve-pc", std::nullopt, {}, "it did not answer");
    look.say("endpoint.protected", "console", Coverage{.has = 3, .of = 4});
  };
  CHECK(placed({"Office", false}, say) == R"(2026-11-20
firewall.on_computers [Office] = 1 of 3 (1 unknown), export, where: ann-pc: row 1; bob-pc: all of it; eve-pc: all of it, note: eve-pc: it did not answer
endpoint.protected [Office] = 3 of 4, export, where: console: all of it
)");
  CHECK(placed({"", true}, say).starts_with("2026-11-20\nfirewall.on_computers = 1 of 3 (1 unknown), export, where: "));
}

TEST_CASE("without a word of the user each statement keeps the tool's own part") {
  CHECK(placed({}, [](Look& look) {
          look.say_one("firewall.on_computers", "ann-pc", true);
          look.say_one("firewall.on_computers", "bob-pc", false);
        }) == R"(2026-11-20
firewall.on_computers [ann-pc] = 1 of 1, export
firewall.on_computers [bob-pc] = 0 of 1, export
)");
}

TEST_CASE("what is no count stands beside the other, so that the worse one counts") {
  CHECK(placed({"Office", false}, [](Look& look) {
          look.say("password.shortest", "ann-pc", std::int64_t{15});
          look.say("password.shortest", "bob-pc", std::int64_t{8});
          look.say("endpoint.protected", "a", Coverage{.said = Coverage::Said::All});
          look.say("endpoint.protected", "b", Coverage{.has = 1, .of = 2});
        }) == R"(2026-11-20
password.shortest [Office] = 15, export, where: ann-pc: all of it
password.shortest [Office] = 8, export, where: bob-pc: all of it
endpoint.protected [Office] = all, export, where: a: all of it
endpoint.protected [Office] = 1 of 2, export, where: b: all of it
)");
}

TEST_CASE("a part of which nothing is known keeps its name: the others' value does not stand for it") {
  const auto say = [](Look& look) {
    look.say("password.shortest", "ann-pc", std::int64_t{15});
    look.say_unknown("password.shortest", "bob-pc", "it did not answer");
    look.say_none("kev.open", "ann-pc");
    look.say_unknown("kev.open", "bob-pc", "it did not answer");
    look.say_unknown("endpoint.protected", "ann-pc", "no answer");
    look.say_unknown("endpoint.protected", "bob-pc", "no answer");
    look.say("backup.restored", "ann-pc", Event{monday, true, {}, {}});
    look.say_unknown("backup.restored", "bob-pc", "no answer");
  };
  CHECK(placed({"Office", false}, say) == R"(2026-11-20
password.shortest [Office] = 15, export, where: ann-pc: all of it
password.shortest [bob-pc] = unknown, export, note: it did not answer
kev.open [Office] = none, export, where: ann-pc: all of it
kev.open [bob-pc] = unknown, export, note: it did not answer
endpoint.protected [Office] = unknown, export, where: ann-pc: all of it, note: ann-pc: no answer
endpoint.protected [Office] = unknown, export, where: bob-pc: all of it, note: bob-pc: no answer
backup.restored [Office] = {date: 2026-11-16, worked: yes}, export, where: ann-pc: all of it
backup.restored [bob-pc] = unknown, export, note: no answer
)");
  CHECK(placed({"", true}, say).find("\npassword.shortest [bob-pc] = unknown, export, note: it did not answer\n") !=
        std::string::npos);
}

TEST_CASE("one machine that came back does not stand for one of which nobody knows it") {
  const auto say = [](Look& look) {
    look.say_unknown("backup.restored", "bob-pc", "no restore of it");
    look.set_day(monday);
    look.say("backup.restored", "ann-pc", Event{monday, true, {}, {}});
    look.say_unknown("backup.restored", "ann-pc", "nobody looked at what came back");
  };
  CHECK(placed({"", true}, say) == R"(2026-11-20
backup.restored [bob-pc] = unknown, export, note: no restore of it
backup.restored = {date: 2026-11-16, worked: yes}, export of 2026-11-16, where: ann-pc: all of it
backup.restored = unknown, export of 2026-11-16, where: ann-pc: all of it, note: ann-pc: nobody looked at what came back
)");
}

TEST_CASE("a count that somebody tried himself is not added to one of an export") {
  CHECK(placed({"", true}, [](Look& look) {
          look.say_one("firewall.on_computers", "ann-pc", true);
          look.say("firewall.on_computers", "bob-pc", Coverage{.has = 1, .of = 1}).kind = Kind::Test;
        }) == R"(2026-11-20
firewall.on_computers = 1 of 1, export, where: ann-pc: all of it
firewall.on_computers = 1 of 1, test, where: bob-pc: all of it
)");
}

TEST_CASE("of parts that become one the newest does not talk away what was seen of the others before") {
  const auto say = [](Look& look) {
    look.set_day(monday);
    look.say_one("firewall.on_computers", "ann-pc", false);
    look.say("password.shortest", "ann-pc", std::int64_t{8});
    look.set_day(friday);
    look.say_one("firewall.on_computers", "bob-pc", true);
    look.say("password.shortest", "bob-pc", std::int64_t{15});
    look.say("endpoint.protected", "bob-pc", Coverage{.has = 1, .of = 1});
  };
  CHECK(placed({"Office", false}, say) == R"(2026-11-20
firewall.on_computers [Office] = 1 of 2, export of 2026-11-16, where: ann-pc: all of it; bob-pc: all of it
password.shortest [Office] = 8, export of 2026-11-16, where: ann-pc: all of it
password.shortest [Office] = 15, export of 2026-11-16, where: bob-pc: all of it
endpoint.protected [Office] = 1 of 1, export, where: bob-pc: all of it
)");
  CHECK(placed({}, say) == R"(2026-11-20
firewall.on_computers [ann-pc] = 0 of 1, export of 2026-11-16
password.shortest [ann-pc] = 8, export of 2026-11-16
firewall.on_computers [bob-pc] = 1 of 1, export
password.shortest [bob-pc] = 15, export
endpoint.protected [bob-pc] = 1 of 1, export
)");
}

TEST_CASE("what one part was on several days keeps its days, and so do events") {
  CHECK(placed({"Office", false}, [](Look& look) {
          look.set_day(monday);
          look.say("password.shortest", "ann-pc", std::int64_t{8});
          look.say("backup.restored", "one", Event{monday, true, {}, {}});
          look.set_day(friday);
          look.say("password.shortest", "ann-pc", std::int64_t{15});
          look.say("backup.restored", "two", Event{friday, false, {}, {}});
        }) == R"(2026-11-20
password.shortest [Office] = 8, export of 2026-11-16, where: ann-pc: all of it
backup.restored [Office] = {date: 2026-11-16, worked: yes}, export of 2026-11-16, where: one: all of it
password.shortest [Office] = 15, export, where: ann-pc: all of it
backup.restored [Office] = {date: 2026-11-20, worked: no}, export, where: two: all of it
)");
}
