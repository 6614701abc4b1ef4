#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// A snapshot as `restic snapshots --json` lists it; ids have 64 digits, and 8 of them are shown.
std::string snapshot(const std::string& id, std::string_view time, std::string_view more = {},
                     std::string_view paths = R"(["/srv/data"])", std::string_view host = "fileserver01") {
  return R"({"time":")" + std::string{time} + R"(","tree":"efe48047","paths":)" + std::string{paths} +
         R"(,"hostname":")" + std::string{host} + R"(","username":"root","id":")" + id +
         R"(a015570bc7413900caff38830eaf80f01fde661984b67261f97a3511","short_id":")" + id + R"(")" + std::string{more} +
         "}";
}

std::string list(std::initializer_list<std::string> snapshots) {
  std::string text = "[";
  for (const auto& one : snapshots) text += (text.size() > 1 ? "," : "") + one;
  return text + "]\n";
}

/// What `restic backup --json` prints to standard output, with errors or without.
std::string run_of(const std::string& id) {
  return R"({"message_type":"status","percent_done":0,"total_files":1,"total_bytes":20000}
{"message_type":"summary","files_new":3,"files_changed":0,"files_unmodified":0,"dirs_new":2,"dirs_changed":0,"dirs_unmodified":0,"data_blobs":3,"tree_blobs":3,"data_added":61766,"total_files_processed":3,"total_bytes_processed":60000,"total_duration":0.21,"snapshot_id":")" +
         id + "\"}\n";
}

/// What it prints to standard error when it could not read a file.
const std::string errors =
    R"({"message_type":"error","error":{"Op":"open","Path":"/srv/data/locked","Err":13},"during":"archival","item":"/srv/data/locked"}
Warning: at least one source file could not be read
)";

const std::string check_steps = R"(using temporary cache in /tmp/restic-check-cache-2664344140
create exclusive lock for repository
load indexes
check all packs
check snapshots, trees and blobs
[0:00] 100.00%  1 / 1 snapshots

)";

std::string restored(std::string_view paths, std::string_view end = {}, const std::string& id = "aaaaaaaa") {
  return "restoring <Snapshot " + id + " of [" + std::string{paths} +
         "] at 2026-11-20 19:26:09.733638963 +0000 UTC by root@laptop> to /srv/restore\n" + std::string{end};
}

const std::string two =
    list({snapshot("aaaaaaaa", "2026-11-18T01:00:00Z"), snapshot("bbbbbbbb", "2026-11-21T23:26:09.733638963-02:00"),
          snapshot("cccccccc", "2026-11-20T19:26:09Z", {}, R"(["/home"])", "laptop")});

constexpr std::string_view unseen =
    R"(not seen: Whether the runs could read all files: one that could not leaves a copy that looks the same.
not seen: Whether this is all the data there is, and what was left out of the copies on purpose.
not seen: Whether the stored data is whole and can be read: no check of the repository was imported.
)";

/// Without what is told of every list.
std::string facts_of(std::vector<test::Written> files, const test::Said& said = {}) {
  auto text = World{}.import("restic", std::move(files), said);
  return text.substr(0, text.find("not seen: "));
}

const test::Said on_the_25th{.looked = parse_date("2026-11-25")};

}  // namespace

TEST_CASE("restic: each machine and folder has a last good copy of its own") {
  CHECK(World{}.import("restic", two) == R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = 2026-11-22, export, where: snapshot bbbbbbbb
backup.last_good [laptop /home] = 2026-11-20, export, where: snapshot cccccccc
)" + std::string{unseen});
}

TEST_CASE("restic: the same folders in another order are the same backup set") {
  CHECK(facts_of({{"s", list({snapshot("aaaaaaaa", "2026-11-18T01:00:00Z", {}, R"(["/b","/a"])"),
                              snapshot("bbbbbbbb", "2026-11-19T01:00:00Z", {}, R"(["/a","/b"])")})}}) ==
        R"(2026-11-26 restic: 2 snapshots of 1 backup set
backup.last_good [fileserver01 /a /b] = 2026-11-19, export, where: snapshot bbbbbbbb
)");
}

TEST_CASE("restic: the version is that of the program that made the newest copy") {
  CHECK(facts_of(
            {{"s", list({snapshot("bbbbbbbb", "2026-11-21T01:00:00Z", R"(,"program_version":"restic 0.17.3")"),
                         snapshot("aaaaaaaa", "2026-11-18T01:00:00Z", R"(,"program_version":"restic 0.16.0")")})}}) ==
        R"(2026-11-26 restic 0.17.3: 2 snapshots of 1 backup set
backup.last_good [fileserver01 /srv/data] = 2026-11-21, export, where: snapshot bbbbbbbb
)");
}

TEST_CASE("restic: an empty repository holds no good copy") {
  CHECK(World{}.import("restic", "[]\n", on_the_25th) == R"(2026-11-25 restic: 0 snapshots of 0 backup sets
backup.last_good [restic repository] = never, export, note: the list holds no copy
not seen: Whether the list was narrowed to something that has no copy: it reads the same.
not seen: Whether the stored data is whole and can be read: no check of the repository was imported.
)");
}

TEST_CASE("restic: a run that could not read files leaves no good copy; the one before counts") {
  const auto newer = R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = 2026-11-18, export, where: snapshot aaaaaaaa, note: a newer one is no good copy: snapshot bbbbbbbb of 2026-11-22 left out what could not be read
backup.last_good [laptop /home] = 2026-11-20, export, where: snapshot cccccccc
)";
  CHECK(facts_of({{"list", two}, {"out", run_of("bbbbbbbb")}, {"err", errors}}) == newer);
  CHECK(facts_of({{"both", errors + run_of("bbbbbbbb")}, {"list", two}}) == newer);
  SUBCASE("in the words of newer versions, whose log names the whole id") {
    const std::string newest =
        R"({"message_type":"error","error":{"message":"open /srv/data/locked: permission denied"},"during":"archival","item":"/srv/data/locked"}
{"message_type":"exit_error","code":3,"message":"Warning: at least one source file could not be read"}
)";
    CHECK(facts_of({{"list", two}, {"out", run_of("bbbbbbbba015570bc7413900caff38830eaf80f0")}, {"err", newest}}) ==
          newer);
  }
  SUBCASE("where only the count of errors in its status tells") {
    const auto status = R"({"message_type":"status","percent_done":0,"error_count":1})" + std::string{"\n"};
    CHECK(facts_of({{"list", two}, {"out", status + run_of("bbbbbbbb")}}) == newer);
  }
  SUBCASE("where a folder was not there, which ends with status 0") {
    CHECK(facts_of({{"list", two}, {"both", "/srv/mail does not exist, skipping\n" + run_of("bbbbbbbb")}}) == newer);
  }
  SUBCASE("without --json") {
    CHECK(facts_of({{"list", two},
                    {"log", "snapshot bbbbbbbb saved\nWarning: at least one source file could not be read\n"}}) ==
          newer);
  }
}

TEST_CASE("restic: in a log of several runs each has its own errors") {
  CHECK(facts_of({{"list", two}, {"log", errors + run_of("aaaaaaaa") + run_of("bbbbbbbb")}}) ==
        R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = 2026-11-22, export, where: snapshot bbbbbbbb
backup.last_good [laptop /home] = 2026-11-20, export, where: snapshot cccccccc
)");
}

TEST_CASE("restic: a backup that died is not fresh because its list was exported late") {
  const auto dead = list({snapshot("aaaaaaaa", "2026-09-02T01:00:00Z"), snapshot("bbbbbbbb", "2026-09-03T01:00:00Z")});
  CHECK(facts_of({{"list", dead}}) == R"(2026-11-26 restic: 2 snapshots of 1 backup set
backup.last_good [fileserver01 /srv/data] = 2026-09-03, export, where: snapshot bbbbbbbb
)");
  CHECK(facts_of({{"list", dead}}, {.looked = parse_date("2026-09-04")}).starts_with("2026-09-04 "));
  CHECK(facts_of({{"list", list({})}}) == R"(2026-11-26 restic: 0 snapshots of 0 backup sets
backup.last_good [restic repository] = never, export, note: the list holds no copy
)");
}

TEST_CASE("restic: files that came back some day did not come back on the day of the import") {
  const auto text =
      "restoring <Snapshot aaaaaaaa of [/home] at some time by ann@laptop> to /x\n"
      "finished verifying 2 files in /x (took 0s)\n";
  CHECK(facts_of({{"list", two}, {"r", text}})
            .find("scope: one_folder}, test of 2026-11-18, where: 2 files of snapshot aaaaaaaa\n") !=
        std::string::npos);
  CHECK(facts_of({{"list", "[]"}, {"r", text}}).find("[no-date]") != std::string::npos);
  CHECK(facts_of({{"list", "[]"}, {"r", text}}, on_the_25th)
            .ends_with("backup.restored [laptop /home] = unknown, export, note: nothing shows on which day files came "
                       "back\n"));
}

TEST_CASE("restic: --date is the day of the list, and makes no old restore new") {
  const auto old = list({snapshot("aaaaaaaa", "2025-06-20T01:00:00Z"), snapshot("bbbbbbbb", "2026-11-21T01:00:00Z")});
  const auto text =
      "restoring <Snapshot aaaaaaaa of [/srv/data] at 2025-06-20 01:00:00 +0000 UTC by root@fileserver01> to /x\n"
      "finished verifying 3 files in /x (took 0s)\n";
  CHECK(facts_of({{"list", old}, {"r", text}}, {.looked = parse_date("2026-11-21")}) ==
        R"(2026-11-21 restic: 2 snapshots of 1 backup set
backup.last_good [fileserver01 /srv/data] = 2026-11-21, export, where: snapshot bbbbbbbb
backup.restored [fileserver01 /srv/data] = {date: 2025-06-20, worked: yes, scope: one_folder}, test of 2025-06-20, where: 3 files of snapshot aaaaaaaa
)");
  CHECK(facts_of({{"r", text}}, {.looked = parse_date("2026-11-21")}).find("{date: 2026-11-21, worked: yes") !=
        std::string::npos);
}

TEST_CASE("restic: where all copies left something out, none is known to be good, whatever was told before") {
  CHECK(facts_of(
            {{"list", list({snapshot("aaaaaaaa", "2026-11-18T01:00:00Z")})}, {"log", errors + run_of("aaaaaaaa")}}) ==
        R"(2026-11-26 restic: 1 snapshot of 1 backup set
backup.last_good [fileserver01 /srv/data] = never, export, note: snapshot aaaaaaaa of 2026-11-18 left out what could not be read
)");
}

TEST_CASE("restic: errors that nobody can lay at the door of one copy leave all of them in doubt") {
  CHECK(facts_of({{"list", two}, {"err", errors}}) == R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = unknown, export, note: a run could not read everything, and its log does not say which copy it made
backup.last_good [laptop /home] = unknown, export, note: a run could not read everything, and its log does not say which copy it made
)");
}

TEST_CASE("restic: a log without its error stream does not show which files could not be read") {
  const auto is_told = [](std::vector<test::Written> files) {
    files.push_back({"list", two});
    const auto text = World{}.import("restic", std::move(files));
    return text.find(
               "not seen: Which files the runs whose log is here could not read: the log alone does not show it, as "
               "restic writes that to standard error.\n") != std::string::npos;
  };
  CHECK(is_told({{"out", run_of("bbbbbbbb")}}));
  CHECK(is_told({{"out", "snapshot bbbbbbbb saved\n"}}));
  CHECK(is_told({{"out", run_of("aaaaaaaa")}, {"out", run_of("bbbbbbbb")}, {"err", ""}}));
  CHECK_FALSE(is_told({{"out", run_of("bbbbbbbb")}, {"err", ""}}));
  CHECK_FALSE(is_told({{"out", run_of("bbbbbbbb")}, {"err", errors}}));
  CHECK_FALSE(is_told({{"both", errors + run_of("aaaaaaaa") + run_of("bbbbbbbb")}}));
  CHECK_FALSE(is_told({{"check", check_steps}}));
}

TEST_CASE("restic: with a log that complains of nothing, other runs may still have left something out") {
  CHECK(World{}.import("restic", {{"list", two}, {"log", run_of("bbbbbbbb")}, {"err", ""}}) ==
        R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = 2026-11-22, export, where: snapshot bbbbbbbb
backup.last_good [laptop /home] = 2026-11-20, export, where: snapshot cccccccc
not seen: Whether the runs whose log is not here could read all files: one that could not leaves a copy that looks the same.
not seen: Whether this is all the data there is, and what was left out of the copies on purpose.
not seen: Whether the stored data is whole and can be read: no check of the repository was imported.
)");
}

TEST_CASE("restic: a repository that failed its check holds no good copy") {
  const auto never = R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = never, export, note: the repository failed its own check
backup.last_good [laptop /home] = never, export, note: the repository failed its own check
)";
  const std::string damaged =
      "Pack ID does not match, want 9e8df383, got 16b7b04f\nFatal: repository contains errors\n";
  CHECK(facts_of({{"list", two}, {"check", check_steps + "read all data\n" + damaged}}) == never);
  CHECK(facts_of({{"list", two}, {"out", check_steps}, {"err", damaged}}) == never);
  CHECK(facts_of({{"list", two}, {"check", R"({"message_type":"error","message":"pack 9e8df383: does not exist"}
{"message_type":"summary","num_errors":1,"broken_packs":["9e8df383"],"suggest_repair_index":false,"suggest_prune":false}
)"}}) == never);
  CHECK(facts_of(
            {{"list", two},
             {"check", R"({"message_type":"exit_error","code":1,"message":"Fatal: repository contains errors"})"}}) ==
        never);
  CHECK(facts_of({{"check", check_steps + "read all data\n" + damaged}}, on_the_25th) ==
        R"(2026-11-25 restic: restic repository
backup.last_good [restic repository] = never, export, note: the repository failed its own check
)");
}

TEST_CASE("restic: a check says no day of a copy, and not what it did not read") {
  const auto seen = [](const std::string& check) {
    const auto text = World{}.import("restic", {{"list", two}, {"check", check}});
    const auto begin = text.find("not seen: Whether the stored data");
    return begin == std::string::npos ? std::string{"all of it was read\n"} : text.substr(begin);
  };
  const std::string well = "no errors were found\n";
  CHECK(seen(check_steps + "read all data\n[0:00] 100.00%  2 / 2 packs\n\n" + well) == "all of it was read\n");
  CHECK(seen(check_steps + "read 50.0% of data packs\n[0:00] 100.00%  1 / 1 packs\n\n" + well) ==
        "not seen: Whether the stored data is whole and can be read: the check read only a part of it.\n");
  CHECK(seen(check_steps + well) ==
        "not seen: Whether the stored data is whole and can be read: nothing shows that the check read the data.\n");
  CHECK(
      seen(
          R"({"message_type":"summary","num_errors":0,"broken_packs":null,"suggest_repair_index":false,"suggest_prune":false})") ==
      "not seen: Whether the stored data is whole and can be read: nothing shows that the check read the data.\n");
  CHECK(seen(check_steps + "read all data\n") ==
        "not seen: Whether the stored data is whole and can be read: the check does not say how it ended.\n");
  CHECK(facts_of({{"check", check_steps + "read all data\n" + well}}, on_the_25th) ==
        R"(2026-11-25 restic: restic repository
backup.last_good [restic repository] = unknown, export, note: no list of snapshots is here: a check or a log does not say of what and when the copies are
)");
}

TEST_CASE("restic: files that came back and were held against the copy are a test, of a folder") {
  CHECK(World{}.import(
            "restic",
            restored("/home",
                     "verifying files in /srv/restore\nfinished verifying 3 files in /srv/restore (took 0s)\n")) ==
        R"(2026-11-20 restic: restic repository
backup.restored [laptop /home] = {date: 2026-11-20, worked: yes, scope: one_folder}, test, where: 3 files of snapshot aaaaaaaa
not seen: Whether somebody opened what came back and worked with it.
)");
  SUBCASE("of one file, when it is one") {
    CHECK(facts_of({{"r", restored("/home", "finished verifying 1 files in /srv/restore (took 0s)\n")}}) ==
          R"(2026-11-20 restic: restic repository
backup.restored [laptop /home] = {date: 2026-11-20, worked: yes, scope: one_file}, test, where: 1 file of snapshot aaaaaaaa
)");
  }
  SUBCASE("of a copy whose time is that of another zone") {
    CHECK(facts_of({{"r",
                     "restoring <Snapshot aaaaaaaa of [/home] at 2026-11-20 00:30:00.7 +0100 CET by ann@laptop> to /x\n"
                     "finished verifying 2 files in /x (took 0s)\n"}}) == R"(2026-11-19 restic: restic repository
backup.restored [laptop /home] = {date: 2026-11-19, worked: yes, scope: one_folder}, test, where: 2 files of snapshot aaaaaaaa
)");
  }
  SUBCASE("on the day of the copy, where nobody says when it was tried") {
    CHECK(facts_of(
              {{"r", restored("/home", "finished verifying 3 files in /srv/restore\n", "cccccccc")}, {"list", two}}) ==
          R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good [fileserver01 /srv/data] = 2026-11-22, export, where: snapshot bbbbbbbb
backup.last_good [laptop /home] = 2026-11-20, export, where: snapshot cccccccc
backup.restored [laptop /home] = {date: 2026-11-20, worked: yes, scope: one_folder}, test of 2026-11-20, where: 3 files of snapshot cccccccc
backup.restored [fileserver01 /srv/data] = unknown, export, note: no restore of it is among these files
)");
  }
}

TEST_CASE("restic: one restored machine proves nothing of the others in the list") {
  const std::vector<test::Written> files{
      {"list", two}, {"r", restored("/home", "finished verifying 3 files in /srv/restore\n", "cccccccc")}};
  CHECK(facts_of(files, {.part = {"", true}}) == R"(2026-11-26 restic: 3 snapshots of 2 backup sets
backup.last_good = 2026-11-22, export, where: fileserver01 /srv/data: snapshot bbbbbbbb
backup.last_good = 2026-11-20, export, where: laptop /home: snapshot cccccccc
backup.restored = {date: 2026-11-20, worked: yes, scope: one_folder}, test of 2026-11-20, where: laptop /home: 3 files of snapshot cccccccc
backup.restored [fileserver01 /srv/data] = unknown, export, note: no restore of it is among these files
)");
  SUBCASE("nor does one that failed") {
    const auto text =
        facts_of({{"list", two}, {"r", restored("/home", "finished verifying 0 files in /srv/restore\n", "cccccccc")}});
    CHECK(text.find("backup.restored [fileserver01 /srv/data] = unknown, ") != std::string::npos);
  }
  SUBCASE("which ones are the others, a restore without a name does not say") {
    const auto text =
        facts_of({{"list", two}, {"r", R"({"message_type":"summary","total_files":5,"files_restored":5})"}});
    CHECK(text.find("backup.restored [restic repository] = unknown, ") != std::string::npos);
    CHECK(text.find("no restore of it") == std::string::npos);
  }
}

TEST_CASE("restic: the whole system came back only where all files of / did") {
  const auto come_back = [](const std::string& count, const std::string& log) {
    return facts_of({{"r", restored("/", "finished verifying " + count + " files in /mnt (took 9s)\n")}, {"log", log}},
                    on_the_25th);
  };
  const std::string whole = "backup.restored [laptop /] = {date: 2026-11-25, worked: yes, scope: whole_system}, test";
  CHECK(come_back("3", run_of("aaaaaaaa")) == R"(2026-11-25 restic: restic repository
backup.last_good [restic repository] = unknown, export, note: no list of snapshots is here: a check or a log does not say of what and when the copies are
)" + whole + ", where: 3 files of snapshot aaaaaaaa\n");
  CHECK(come_back("2", run_of("aaaaaaaa")) == R"(2026-11-25 restic: restic repository
backup.last_good [restic repository] = unknown, export, note: no list of snapshots is here: a check or a log does not say of what and when the copies are
backup.restored [laptop /] = {date: 2026-11-25, worked: yes, scope: one_folder}, test, where: 2 files of snapshot aaaaaaaa, note: nothing shows that all of the system came back
)");
  CHECK(come_back("3", run_of("bbbbbbbb")).find("scope: one_folder") != std::string::npos);
  CHECK(come_back("3", errors + run_of("aaaaaaaa")).find("scope: one_folder") != std::string::npos);
}

TEST_CASE("restic: files that did not come back are a test that failed") {
  const auto failed = [](const std::string& output) { return facts_of({{"restore", output}}, on_the_25th); };
  const auto expected = R"(2026-11-25 restic: restic repository
backup.restored [laptop /home] = {date: 2026-11-25, worked: no}, test, note: not all files came back
)";
  CHECK(failed(restored("/home",
                        "ignoring error for /home/f1: ciphertext verification failed\nFatal: There were 2 errors\n")) ==
        expected);
  CHECK(failed(restored("/home", "finished verifying 0 files in /srv/restore (took 0s)\n")) == expected);
  CHECK(failed(restored("/home", "Summary: Restored 3 / 5 files/dirs (40 KiB / 60 KiB) in 0:01\n")) == expected);
  CHECK(facts_of({{"out", restored("/home")}, {"err", "ignoring error for /home/f1: x\nFatal: There were 1 errors\n"}},
                 on_the_25th) == expected);
  CHECK(
      failed(
          R"({"message_type":"summary","total_files":5,"files_restored":3,"total_bytes":60000,"bytes_restored":40000})") ==
      R"(2026-11-25 restic: restic repository
backup.restored [restic repository] = {date: 2026-11-25, worked: no}, test, note: not all files came back
)");
  CHECK(failed(R"({"message_type":"summary"})").find("worked: no") != std::string::npos);
}

TEST_CASE("restic: a restore that shows neither is none") {
  CHECK(World{}.import("restic", restored("/home")) == R"(2026-11-20 restic: restic repository
backup.restored [laptop /home] = unknown, export, note: nothing shows that files came back: they were not held against the copy
)");
  CHECK(World{}.import("restic", restored("/home", "Summary: Restored 5 files/dirs (60 KiB) in 0:00\n")) ==
        R"(2026-11-20 restic: restic repository
backup.restored [laptop /home] = unknown, export, note: nothing shows that files came back: they were not held against the copy
)");
}

TEST_CASE("restic: a restore as JSON reads the same as one that writes nothing") {
  CHECK(
      World{}.import(
          "restic",
          R"({"message_type":"summary","total_files":5,"files_restored":5,"total_bytes":60000,"bytes_restored":60000})",
          on_the_25th) == R"(2026-11-25 restic: restic repository
backup.restored [restic repository] = unknown, export, note: a run that writes nothing (--dry-run) prints the same
)");
}

TEST_CASE("restic: a restore is of the backup set in the list, whose folders are told apart there") {
  const auto text =
      facts_of({{"list", list({snapshot("aaaaaaaa", "2026-11-20T19:26:09Z", {}, R"(["/b c","/a"])", "laptop")})},
                {"r", restored("/b c /a", "finished verifying 4 files in /x\n")}});
  CHECK(text == R"(2026-11-26 restic: 1 snapshot of 1 backup set
backup.last_good [laptop /a /b c] = 2026-11-20, export, where: snapshot aaaaaaaa
backup.restored [laptop /a /b c] = {date: 2026-11-20, worked: yes, scope: one_folder}, test of 2026-11-20, where: 4 files of snapshot aaaaaaaa
)");
}

TEST_CASE("restic: an error in place of an answer is no answer") {
  CHECK(World{}.import("restic", "Fatal: wrong password or no key found\n") ==
        R"(file:1:1: error: restic looked at nothing: `Fatal: wrong password or no key found` [unknown-format]
   1 | Fatal: wrong password or no key found
       ^
       hint: run it again until it ends well, and import what it then prints
)");
  CHECK(World{}.import(
            "restic", R"({"message_type":"exit_error","code":12,"message":"Fatal: wrong password or no key found"})") ==
        R"(file:1:1: error: restic looked at nothing: `Fatal: wrong password or no key found` [unknown-format]
   1 | {"message_type":"exit_error","code":12,"message":"Fatal: wrong password or no key found"}
       ^
       hint: run it again until it ends well, and import what it then prints
)");
  CHECK(
      World{}.import("restic",
                     "create exclusive lock for repository\nFatal: unable to create lock in backend: repository "
                     "is already locked by PID 7 on laptop\n") ==
      R"(file:1:1: error: restic looked at nothing: `Fatal: unable to create lock in backend: repository is alrea…` [unknown-format]
   1 | create exclusive lock for repository
       ^
       hint: run it again until it ends well, and import what it then prints
)");
}

TEST_CASE("restic: other things that restic prints are refused") {
  CHECK(World{}.import("restic", R"({"total_size":61998,"total_file_count":0,"snapshots_count":3})") ==
        R"(file:1:1: error: this is nothing that restic prints of its copies [unknown-format]
   1 | {"total_size":61998,"total_file_count":0,"snapshots_count":3}
       ^
       hint: save what `restic snapshots --json` prints, and beside it what backup, check and `restore --verify` print
)");
  CHECK(World{}.import("restic", R"([{"tags":null,"host":"fileserver01","paths":["/srv/data"],"keep":[]}])") ==
        R"(file:1:2: error: this is no snapshot with `time`, `hostname`, `paths` and `id` [unknown-format]
   1 | [{"tags":null,"host":"fileserver01","paths":["/srv/data"],"keep":[]}]
        ^
       hint: save what `restic snapshots --json` prints, without --group-by
)");
  CHECK(World{}.import("restic", {{"one", two}, {"two", two}}) ==
        R"(two:1:1: error: two lists of snapshots are here [too-many-files]
   1 | [{"time":"2026-11-18T01:00:00Z","tree":"efe48047","paths":["/srv/data"],"hostname":"fileserver01","u…
       ^
       hint: import them one after another, each with what belongs to it
)");
}

TEST_CASE("restic: a list of more backup sets than any client has is refused") {
  const auto import = [](int sets, bool is_log) {
    std::string text;
    for (int i = 0; i < sets; ++i) {
      const auto host = "host" + std::to_string(i);
      if (is_log)
        text += "restoring <Snapshot aaaaaaaa of [/home] at 2026-11-20 19:26:09 +0000 UTC by ann@" + host + "> to /x\n";
      else
        text += (i == 0 ? "[" : ",") + snapshot("aaaaaaaa", "2026-11-20T19:26:09Z", {}, R"(["/home"])", host);
    }
    return World{}.import("restic", text + (is_log ? "" : "]"));
  };
  const auto refused = R"(file: error: more than 500 backup sets are named here [too-large]
       hint: import the machines one after another, as in `restic snapshots --json --host NAME`
)";
  CHECK(import(501, false) == refused);
  CHECK(import(501, true) == refused);
  CHECK(import(500, false).starts_with("2026-11-26 restic: 500 snapshots of 500 backup sets\n"));
}

TEST_CASE("restic: nothing, or half of something, shows nothing") {
  CHECK(World{}.import("restic", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("restic", two.substr(0, 120)) ==
        R"(file:1:120: error: this is no whole JSON value: it ends in the middle or is broken at its end [bad-json]
   1 | …","paths":["/srv/data"],"hostname":"fileserver01","username":"root","id"
                                                                               ^
       hint: export the file again; do not edit it by hand
)");
  CHECK(World{}.import("restic", run_of("aaaaaaaa").substr(0, 120)).find("[bad-json]") != std::string::npos);
  CHECK(World{}.import("restic", check_steps) ==
        R"(file: error: this file does not say on which day it was made [no-date]
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(World{}.import("restic", "\xFF\xFE[") ==
        R"(file: error: this file is UTF-16, not UTF-8 [invalid-utf8]
       hint: PowerShell writes UTF-8 with `Out-File -Encoding utf8`
)");
}

TEST_CASE("restic: what a file says acts on nobody") {
  const auto text =
      facts_of({{"list", list({snapshot("\\u001b[31m<b>", "2026-11-18T01:00:00Z", {},
                                        R"(["/\u202e<script>alert(1)</script>", 7, null])", "=1+1\\n\\u001b[0m")})},
                {"log", run_of("\\u001b[31m<b>")}});
  CHECK(text == R"(2026-11-26 restic: 1 snapshot of 1 backup set
backup.last_good [=1+1 \u{1B}[0m /\u{202E}<script>alert(1)</script> 7 null] = 2026-11-18, export, where: snapshot \u{1B}[3…
)");
  const auto host = facts_of(
      {{"list", list({snapshot("aaaaaaaa", "2026-11-18T01:00:00Z", {}, "[\"/\"]", std::string(10'000, 'h'))})}});
  CHECK(host.size() < 400);
}
