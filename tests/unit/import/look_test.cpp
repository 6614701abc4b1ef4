#include "import/look.hpp"

#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

const auto friday = *parse_date("2026-11-20");

template <typename Say>
std::string looked(Say say) {
  return World{}.look([&](const ImportContext& context, Diagnostics&) {
    Look look{context, friday};
    say(look);
    return look.take();
  });
}

/// The day of a look, or the complaint.
std::string day(std::string_view stated, std::string_view newest, std::string_view said) {
  return World{}.look(
      [&](const ImportContext& context, Diagnostics& diagnostics) {
        Brought brought;
        const DayFound found{.stated = parse_date(stated), .newest = parse_date(newest)};
        if (const auto found_day = day_of_look(found, {0, 0, 0}, context, diagnostics)) brought.date = *found_day;
        return brought;
      },
      {.looked = parse_date(said)});
}

}  // namespace

TEST_CASE("the day of a look is what the file says of itself, else the newest in it, else what the user says") {
  CHECK(day("2026-11-20", "2026-11-19", "") == "2026-11-20\n");
  CHECK(day("2026-11-20", "2026-11-19", "2026-11-20") == "2026-11-20\n");
  CHECK(day("", "2026-11-19", "") == "2026-11-19\n");
  CHECK(day("", "2026-11-19", "2026-11-24") == "2026-11-24\n");
  CHECK(day("", "", "2026-11-24") == "2026-11-24\n");
}

TEST_CASE("where a later look is the stricter one, the day of the import counts unless a day is said") {
  const auto strict_day = [](DayFound found, std::string_view said, std::string_view as_of = "2026-11-22") {
    return World{}.look(
        [&](ImportContext context, Diagnostics& diagnostics) {
          context.as_of = *parse_date(as_of);
          found.is_stricter_later = true;
          Brought brought;
          if (const auto found_day = day_of_look(found, {0, 0, 0}, context, diagnostics)) brought.date = *found_day;
          return brought;
        },
        {.looked = parse_date(said)});
  };
  const auto newest = [](std::string_view day) { return DayFound{.stated = {}, .newest = parse_date(day)}; };
  CHECK(strict_day(newest("2026-09-19"), "") == "2026-11-22\n");
  CHECK(strict_day(newest(""), "") == "2026-11-22\n");
  CHECK(strict_day(newest("2026-09-19"), "2026-09-20") == "2026-09-20\n");
  CHECK(strict_day({.stated = parse_date("2026-09-20"), .newest = parse_date("2026-09-19")}, "") == "2026-09-20\n");
  CHECK(strict_day(newest("2026-11-24"), "") == "2026-11-24\n");  // no look is before what it saw
  CHECK(strict_day(newest("2026-09-20"), "2026-09-19").find("[bad-date]") != std::string::npos);
  CHECK(strict_day(newest("2026-11-27"), "") ==
        "file: error: this file is of 2026-11-27, which is still to come [future-date]\n"
        "       hint: look at the clock of the machine that it comes from\n");
}

TEST_CASE("a day that cannot be is told") {
  CHECK(day("", "", "") ==
        "file: error: this file does not say on which day it was made [no-date]\n"
        "       hint: say it with --date, as in --date 2026-11-12\n");
  CHECK(day("2026-11-20", "", "2026-11-21") ==
        "file: error: --date 2026-11-21 is not the day of this file, 2026-11-20 [bad-date]\n"
        "       hint: leave --date out: the file says it itself\n");
  CHECK(day("", "2026-11-20", "2026-11-19") ==
        "file: error: --date 2026-11-19 is before 2026-11-20, a day that stands in this file [bad-date]\n"
        "       hint: --date is the day on which the file was made\n");
  CHECK(day("2026-11-27", "", "") ==
        "file: error: this file is of 2026-11-27, which is still to come [future-date]\n"
        "       hint: look at the clock of the machine that it comes from\n");
  CHECK(day("", "2026-11-27", "2026-11-20").find("[future-date]") != std::string::npos);
  CHECK(day("", "", "2026-11-27") ==
        "file: error: --date 2026-11-27 is still to come [future-date]\n"
        "       hint: --date is the day on which the file was made\n");
}

TEST_CASE("one machine has it, has it not, or nobody can tell") {
  CHECK(looked([](Look& look) {
          look.say_one("firewall.on_computers", "a", true, "row 1");
          look.say_one("firewall.on_computers", "b", false, "row 2");
          look.say_one("firewall.on_computers", "c", std::nullopt, "row 3", "it did not answer");
        }) == R"(2026-11-20
firewall.on_computers [a] = 1 of 1, export, where: row 1
firewall.on_computers [b] = 0 of 1, export, where: row 2
firewall.on_computers [c] = 0 of 1 (1 unknown), export, where: row 3, note: it did not answer
)");
}

TEST_CASE("a fact that the catalog lacks is left out") {
  CHECK(looked([](Look& look) {
          look.say("no.such_fact", "a", true).note = "x";
          look.say_unknown("no.such_fact", "a", "x");
          look.add_record("no.such_fact", "a", look.blank_record("no.such_fact"));
          look.say_none("no.such_fact", "a");
        }) == "2026-11-20\n");
}

TEST_CASE("records of a part come together, the same one once, and none is said where none was found") {
  CHECK(looked([](Look& look) {
          auto record = look.blank_record("kev.open");
          look.set(record, "kev.open", "where", Text{"host-1\x1B[31m"});
          look.set(record, "kev.open", "no such field", Text{"x"});
          look.add_record("kev.open", "a", record);
          look.add_record("kev.open", "a", record);
          look.set(record, "kev.open", "where", Text{"host-2"});
          look.add_record("kev.open", "a", record);
          look.say_none("kev.open", "a");
          look.say_none("kev.open", "b");
        }) == R"(2026-11-20
kev.open [a] = [{where: host-1\u{1B}[31m}, {where: host-2}], export
kev.open [b] = none, export
)");
}

TEST_CASE("what was found is kept where it is not known what else there is; that none was found is not said there") {
  CHECK(looked([](Look& look) {
          look.say_unknown("kev.open", "a", "the scan was cut short");
          look.say_unknown("kev.open", "b", "the scan was cut short");
          auto record = look.blank_record("kev.open");
          look.set(record, "kev.open", "where", Text{"host-1"});
          look.add_record("kev.open", "a", record);
          look.say_none("kev.open", "b");
        }) == R"(2026-11-20
kev.open [a] = [{where: host-1}], export, note: the scan was cut short
kev.open [b] = unknown, export, note: the scan was cut short
)");
}

TEST_CASE("texts of a file are made harmless and cut to a length") {
  CHECK(kept("  two \r\n\t lines \xC2\xA0") == "two lines");
  CHECK(kept("a\x1B[2Jb\xE2\x80\xAEx<script>=1+1\n") == "a\\u{1B}[2Jb\\u{202E}x<script>=1+1");
  CHECK(kept("caf\xE9") == "caf\\xE9");
  CHECK(kept("") == "");
  CHECK(kept(std::string(10'000, 'x')) == std::string(160, 'x') + "…");
  CHECK(kept("\xC3\xA9\xC3\xA9\xC3\xA9", 3) == "\xC3\xA9…");
  CHECK(kept("\xC3\xA9\xC3\xA9\xC3\xA9", 6) == "\xC3\xA9\xC3\xA9\xC3\xA9");
  CHECK(looked([](Look& look) {
          look.say_unknown("firewall.on_computers", "a\nb\x07", "because\n\x1B[0m");
          look.set_version("3.0\x1B");
          look.set_scope("a\nb");
          look.not_seen("Not\n\x1B seen.");
          look.not_seen("Not \x1B seen.");
        }) == R"(2026-11-20 3.0\u{1B}: a b
firewall.on_computers [a b\u{7}] = unknown, export, note: because \u{1B}[0m
not seen: Not \u{1B} seen.
)");
}

TEST_CASE("numbers and lists in words") {
  CHECK(counted(0, "user") == "0 users");
  CHECK(counted(1, "user") == "1 user");
  CHECK(counted(2, "entry", "entries") == "2 entries");
  CHECK(counted(1, "entry", "entries") == "1 entry");
  CHECK(first_few({}) == "");
  CHECK(first_few({"a", "b"}) == "a, b");
  CHECK(first_few({"a", "b", "c"}, 2) == "a, b and 1 more");
}
