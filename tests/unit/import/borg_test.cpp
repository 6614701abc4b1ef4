#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

std::string archive(std::string_view name, std::string_view time, std::string_view host = {}) {
  std::string text = R"({"archive": ")" + std::string{name} + R"(", "id": "id of )" + std::string{name} +
                     R"(", "name": ")" + std::string{name} + R"(", "start": ")" + std::string{time} + R"(.000000")";
  if (!host.empty()) text += R"(, "hostname": ")" + std::string{host} + '"';
  return text + R"(, "time": ")" + std::string{time} + R"(.000000"})";
}

std::string repository(std::string_view mode = "repokey-blake2", std::string_view id = "9fa8") {
  return R"("encryption": {"mode": ")" + std::string{mode} + R"("},
    "repository": {"id": ")" +
         std::string{id} + R"(", "last_modified": "2026-11-21T19:26:55.000000", "location": "/srv/borg"})";
}

/// What `borg list --json` and `borg info --json` print.
std::string list(std::initializer_list<std::string> archives, std::string_view mode = "repokey-blake2",
                 std::string_view id = "9fa8") {
  std::string text = "{\n    \"archives\": [";
  for (const auto& one : archives) text += (text.ends_with('[') ? "\n        " : ",\n        ") + one;
  return text + "\n    ],\n    " + repository(mode, id) + "\n}\n";
}

/// What `borg create --json` prints.
std::string created(std::string_view name, std::string_view time) {
  return "{\n    \"archive\": " + archive(name, time) + ",\n    " + repository() + "\n}\n";
}

/// One line of what borg prints with --log-json, on 21 November 2026.
std::string line(std::string_view level, std::string_view name, std::string_view message) {
  return R"({"type": "log_message", "time": 1795289253.9461224, "message": ")" + std::string{message} +
         R"(", "levelname": ")" + std::string{level} + R"(", "name": ")" + std::string{name} + "\"}\n";
}

const std::string denied = line("WARNING", "borg.archiver", "locked: open: [Errno 13] Permission denied: 'locked'");

const std::string repository_check =
    line("INFO", "borg.repository", "Starting repository check") +
    line("INFO", "borg.repository", "finished segment check at segment 5") +
    line("INFO", "borg.repository", "Finished full repository check, no problems found.");
const std::string archive_check = line("INFO", "borg.archive", "Starting archive consistency check...") +
                                  line("INFO", "borg.archive", "Analyzing archive a1 (1/1)");
const std::string archives_well =
    line("INFO", "borg.archive", "Archive consistency check complete, no problems found.");
const std::string data_check =
    line("INFO", "borg.archive", "Starting cryptographic data integrity verification...") +
    line("INFO", "borg.archive",
         "Finished cryptographic data integrity verification, verified 7 chunks with 0 integrity errors.");

const std::string progress =
    R"({"message": "  0.0% Extracting: src/f1", "current": 1, "total": 3, "info": ["src/f1"], "operation": 1, "msgid": "extract", "type": "progress_percent", "finished": false, "time": 1795289253.8}
{"operation": 1, "msgid": "extract", "type": "progress_percent", "finished": true, "time": 1795289253.9}
)";
const std::string well = line("INFO", "borg.output.show-rc", "terminating with success status, rc 0");

const std::string two = list({archive("fs-19", "2026-11-19T19:26:53"), archive("fs-20", "2026-11-20T19:26:55")});

std::string facts_of(std::vector<test::Written> files, const test::Said& said = {}) {
  auto text = World{}.import("borg", std::move(files), said);
  return text.substr(0, text.find("not seen: "));
}

}  // namespace

TEST_CASE("borg: a list without machines is one backup set, and says so") {
  CHECK(World{}.import("borg", two) == R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = 2026-11-20, export, where: archive fs-20
not seen: Of which machine each copy is: the list does not say, so the newest of any of them counts.
not seen: Whether the runs could read all files: one that could not leaves a copy that looks the same.
not seen: Whether this is all the data there is, and what was left out of the copies on purpose.
not seen: Whether the stored data is whole and can be read: no check of the repository was imported.
)");
}

TEST_CASE("borg: a list on one line is the same list") {
  std::string line_of_it;
  for (const char c : two)
    if (c != '\n') line_of_it += c;
  CHECK(World{}.import("borg", line_of_it) == World{}.import("borg", two));
}

TEST_CASE("borg: with machines in the list, each has a last good copy of its own") {
  CHECK(facts_of({{"list",
                   list({archive("fs-19", "2026-11-19T19:26:53", "fs"), archive("fs-20", "2026-11-20T19:26:53", "fs"),
                         archive("nb-12", "2026-11-12T19:26:53", "nb")})}}) ==
        R"(2026-11-26 borg: 3 archives in /srv/borg
backup.last_good [fs] = 2026-11-20, export, where: archive fs-20
backup.last_good [nb] = 2026-11-12, export, where: archive nb-12
)");
}

TEST_CASE("borg: an archive of which nobody says the machine is no copy of another machine") {
  const auto text =
      World{}.import("borg", {{"list", two}, {"info", list({archive("fs-19", "2026-11-19T19:26:53", "fs")})}});
  CHECK(text.substr(0, text.find("not seen: Whether")) == R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [fs] = 2026-11-19, export, where: archive fs-19
not seen: Of which machine 1 archive is: nothing here says it.
)");
}

TEST_CASE("borg: a repository without archives holds no good copy") {
  CHECK(World{}.import("borg", list({})) == R"(2026-11-26 borg: 0 archives in /srv/borg
backup.last_good [/srv/borg] = never, export, note: the list holds no copy
not seen: Whether the list was narrowed to something that has no copy: it reads the same.
not seen: Whether the stored data is whole and can be read: no check of the repository was imported.
)");
}

TEST_CASE("borg: copies that anyone can read are told of") {
  const auto told = [](std::string_view mode) {
    return World{}.import("borg", list({archive("a", "2026-11-20T19:26:55")}, mode)).find("they are not encrypted") !=
           std::string::npos;
  };
  CHECK(told("none"));
  CHECK(told("authenticated-blake2"));
  CHECK_FALSE(told("repokey-blake2"));
}

TEST_CASE("borg: a run that could not read files leaves no good copy; the one before counts") {
  const auto newer = R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = 2026-11-19, export, where: archive fs-19, note: a newer one is no good copy: archive fs-20 of 2026-11-20 left out what could not be read
)";
  CHECK(facts_of({{"list", two}, {"json", created("fs-20", "2026-11-20T19:26:55")}, {"log", denied}}) == newer);
  CHECK(facts_of({{"both", denied + created("fs-20", "2026-11-20T19:26:55")}, {"list", two}}) == newer);
  SUBCASE("named by what --info prints") {
    CHECK(facts_of({{"list", two},
                    {"log", line("INFO", "borg.archiver", R"(Creating archive at \"/srv/borg::fs-20\")") + denied}}) ==
          newer);
  }
  SUBCASE("named by what --stats prints at its end") {
    CHECK(facts_of({{"list", two},
                    {"log", denied + line("INFO", "borg.output.stats", "Archive name: fs-20") +
                                line("WARNING", "borg.output.show-rc", "terminating with warning status, rc 1")}}) ==
          newer);
  }
  SUBCASE("as --list marks the file") {
    CHECK(facts_of({{"list", two},
                    {"json", created("fs-20", "2026-11-20T19:26:55")},
                    {"log", R"({"type": "file_status", "status": "E", "path": "locked"})"}}) == newer);
  }
}

TEST_CASE("borg: a backup that died is not fresh because its list was exported late") {
  const auto run = created("fs-20", "2026-09-20T19:26:55");
  CHECK(facts_of({{"list", list({archive("fs-20", "2026-09-20T19:26:55")})}}) ==
        R"(2026-11-26 borg: 1 archive in /srv/borg
backup.last_good [/srv/borg] = 2026-09-20, export, where: archive fs-20
)");
  CHECK(facts_of({{"json", run}}).starts_with("2026-11-26 "));  // which copies came later it does not say either
  CHECK(facts_of({{"json", run}}, {.looked = parse_date("2026-11-22")}).starts_with("2026-11-22 "));
}

TEST_CASE("borg: a run that was broken off leaves no good copy, and that is known") {
  CHECK(facts_of({{"list", list({archive("fs-20.checkpoint", "2026-11-20T19:26:55")})}}) ==
        R"(2026-11-26 borg: 1 archive in /srv/borg
backup.last_good [/srv/borg] = never, export, note: archive fs-20.checkpoint of 2026-11-20 left out what could not be read
)");
}

TEST_CASE("borg: warnings that nobody can lay at the door of one archive leave all of them in doubt") {
  CHECK(facts_of({{"list", two}, {"log", denied}}) == R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = unknown, export, note: a run could not read everything, and its log does not say which copy it made
)");
}

TEST_CASE("borg: in a log of a night the warning of a copy is not lost beside the check and the clearing up") {
  CHECK(facts_of({{"list", two},
                  {"log", line("INFO", "borg.archiver", R"(Creating archive at \"/srv/borg::fs-20\")") + denied +
                              line("INFO", "borg.output.list", "Keeping archive (rule: daily #1): fs-20") +
                              repository_check + archive_check + archives_well}}) ==
        R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = 2026-11-19, export, where: archive fs-19, note: a newer one is no good copy: archive fs-20 of 2026-11-20 left out what could not be read
)");
}

TEST_CASE("borg: a repository that failed its check holds no good copy") {
  const auto never = R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = never, export, note: the repository failed its own check of 2026-11-21
)";
  const auto start = line("INFO", "borg.repository", "Starting repository check");
  const auto damaged =
      line("ERROR", "borg.repository", "Data integrity error: Segment entry checksum mismatch [segment 2, offset 8]") +
      line("ERROR", "borg.repository", "Finished full repository check, errors found.");
  CHECK(facts_of({{"list", two}, {"check", start + damaged}}) == never);
  CHECK(facts_of({{"list", two},
                  {"check", repository_check + archive_check +
                                line("ERROR", "borg.archive",
                                     "Archive consistency check complete, problems found.")}}) == never);
  CHECK(facts_of({{"list", two}, {"check", damaged}}) == R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = never, export, note: data in the repository was found damaged on 2026-11-21
)");
  CHECK(facts_of({{"check", start + damaged}}) == R"(2026-11-21 borg: Borg repository
backup.last_good [Borg repository] = never, export, note: the repository failed its own check of 2026-11-21
)");
}

TEST_CASE("borg: a repaired repository finds no problems, and still has files of zeros in it") {
  CHECK(facts_of(
            {{"list", two},
             {"check",
              repository_check + archive_check +
                  line("INFO", "borg.archive",
                       "a1: src/f1: Previously missing file chunk is still missing (Byte 0-20000, Chunk 703c). It has "
                       "an all-zero replacement chunk already.") +
                  archives_well}}) == R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = never, export, note: data in the repository was found damaged on 2026-11-21
)");
}

TEST_CASE("borg: a check says no day of a copy, and not what it did not read") {
  const auto seen = [](const std::string& check) {
    const auto text = World{}.import("borg", {{"list", two}, {"check", check}});
    const auto begin = text.find("not seen: Whether the stored data");
    return begin == std::string::npos ? std::string{"all of it was read\n"} : text.substr(begin);
  };
  CHECK(seen(repository_check + archive_check + data_check + archives_well) == "all of it was read\n");
  CHECK(seen(repository_check + archive_check + archives_well) ==
        "not seen: Whether the stored data is whole and can be read: nothing shows that the check read the data.\n");
  CHECK(seen(repository_check + archive_check + data_check) ==
        "not seen: Whether the stored data is whole and can be read: the check does not say how it ended.\n");
  CHECK(facts_of({{"check", repository_check + archive_check + archives_well}}) ==
        R"(2026-11-21 borg: Borg repository
backup.last_good [Borg repository] = unknown, export, note: no list of archives is here: a log does not say of what and when the copies are
)");
}

TEST_CASE("borg: a check that goes well prints nothing, and nothing shows nothing") {
  CHECK(World{}.import("borg", "\n", {.looked = parse_date("2026-11-20")}) == R"(2026-11-20 borg
backup.last_good [Borg repository] = unknown, export, note: the file is empty: borg prints nothing unless it is asked (--info)
)");
  CHECK(World{}.import("borg", {{"list", two}, {"check", ""}}) == World{}.import("borg", two));
}

TEST_CASE("borg: an extract that goes well reads the same when it writes nothing") {
  CHECK(World{}.import("borg", progress + well) == R"(2026-11-21 borg: Borg repository
backup.restored [Borg repository] = unknown, export, note: an extract that writes nothing (--dry-run) prints the same
)");
  CHECK(facts_of({{"list", two}, {"log", line("INFO", "borg.output.list", "src/f1") + well}}) ==
        R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = 2026-11-20, export, where: archive fs-20
backup.restored [/srv/borg] = unknown, export, note: an extract that writes nothing (--dry-run) prints the same
)");
}

TEST_CASE("borg: an extract that fails is a test that failed, and the data is damaged") {
  const auto damaged =
      line("ERROR", "borg.archiver", "Data integrity error: Segment entry checksum mismatch [segment 2, offset 8]");
  const auto failed = R"(2026-11-26 borg: 2 archives in /srv/borg
backup.last_good [/srv/borg] = never, export, note: data in the repository was found damaged on 2026-11-21
backup.restored [/srv/borg] = {date: 2026-11-21, worked: no}, test of 2026-11-21, note: the extract ended with an error
)";
  CHECK(facts_of({{"list", two}, {"log", progress + damaged}}) == failed);
  CHECK(facts_of({{"list", two},
                  {"log",
                   progress + line("WARNING", "borg.archiver",
                                   "src/f1: File has damaged (all-zero) chunks. Try running borg check --repair.")}}) ==
        failed);
  CHECK(facts_of({{"log", progress + line("ERROR", "borg.archiver", "Archive fs-21 does not exist.")}}) ==
        R"(2026-11-21 borg: Borg repository
backup.restored [Borg repository] = {date: 2026-11-21, worked: no}, test, note: the extract ended with an error
)");
}

TEST_CASE("borg: a clock that is ahead of ours may be a day ahead") {
  CHECK(facts_of({{"list", list({archive("a", "2026-11-27T07:00:00")})}}) == R"(2026-11-26 borg: 1 archive in /srv/borg
backup.last_good [/srv/borg] = 2026-11-26, export, where: archive a
)");
  CHECK(facts_of({{"list", list({archive("a", "2026-11-28T07:00:00")})}}) ==
        R"(list: error: this file is of 2026-11-28, which is still to come [future-date]
       hint: look at the clock of the machine that it comes from
)");
}

TEST_CASE("borg: an error in place of an answer is no answer") {
  CHECK(World{}.import("borg", line("ERROR", "borg.archiver", "Repository /srv/nb does not exist.")) ==
        R"(file:1:1: error: borg looked at nothing: `Repository /srv/nb does not exist.` [unknown-format]
   1 | {"type": "log_message", "time": 1795289253.9461224, "message": "Repository /srv/nb does not exist.",…
       ^
       hint: run it again until it ends well, and import what it then prints
)");
}

TEST_CASE("borg: other things that borg prints are refused") {
  const auto hint =
      "       hint: save what `borg list --json` prints, and beside it what create, `check --info` and extract print "
      "with --log-json\n";
  CHECK(World{}.import("borg", "{\n" + repository() + "}\n") ==
        R"(file:1:1: error: no archive is in this file [unknown-format]
   1 | {
       ^
)" + std::string{hint});
  CHECK(World{}.import("borg", "Starting repository check\n") == R"(file:1:1: error: this is not JSON [unknown-format]
   1 | Starting repository check
       ^
)" + std::string{hint});
  CHECK(World{}
            .import("borg", line("INFO", "borg.output.list", "Keeping archive (rule: daily #1): fs-20"))
            .find("error: this is no log of create, check or extract [unknown-format]") != std::string::npos);
  CHECK(World{}.import("borg", "[1]").find("error: this is nothing that borg prints [unknown-format]") !=
        std::string::npos);
  CHECK(World{}.import("borg", {{"one", two}, {"two", list({}, "none", "7777")}}) ==
        R"(two:1:1: error: this is of another repository than the file before [too-many-files]
   1 | {
       ^
       hint: import them one after another, each with what belongs to it
)");
}

TEST_CASE("borg: half of a file shows nothing") {
  CHECK(World{}.import("borg", two.substr(0, 150)).find("[bad-json]") != std::string::npos);
  CHECK(World{}.import("borg", repository_check.substr(0, 150)).find("[bad-json]") != std::string::npos);
  CHECK(World{}
            .import("borg", list({R"({"name": "a"})"}))
            .find("error: this is no archive with `id`, `name` and `start` [unknown-format]") != std::string::npos);
}

TEST_CASE("borg: what a file says acts on nobody") {
  CHECK(facts_of({{"list", list({archive("\\u001b[31m<script>", "2026-11-19T19:26:53", "=1+1\\u202e")})}}) ==
        R"(2026-11-26 borg: 1 archive in /srv/borg
backup.last_good [=1+1\u{202E}] = 2026-11-19, export, where: archive \u{1B}[31m<script>
)");
  CHECK(facts_of({{"list", list({archive(std::string(10'000, 'a'), "2026-11-19T19:26:53", std::string(10'000, 'h'))})}})
            .size() < 450);
}
