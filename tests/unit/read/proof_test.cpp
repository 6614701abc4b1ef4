#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

std::string shown(std::string_view proof) {
  Desk desk;
  const auto& inventory = desk.inventory(client_with("proof:\n" + std::string{proof}));
  return desk.complaints() + to_lines(inventory, desk.catalog);
}

}  // namespace

TEST_CASE("a proof is a statement of its own kind, date and person") {
  Desk desk;
  const auto& inventory = desk.inventory(client_with(
      "proof:\n"
      "  - {for: backup.restored, part: Server, shows: {date: 2026-09-30, worked: yes}, kind: test, date: 2026-10-01, "
      "by: A. Obi,\n"
      "     file: evidence/restore.pdf, sha256: ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789, "
      "where: backup console, note: whole server}\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.statements.size() == 1);
  const auto& statement = inventory.statements[0];
  CHECK(to_line(statement, desk.catalog) == "backup.restored [Server] = {date: 2026-09-30, worked: yes}\n");
  CHECK(statement.kind == Kind::Test);
  CHECK(statement.origin == Origin::Proof);
  CHECK(to_iso(statement.date) == "2026-10-01");
  CHECK(statement.by == "A. Obi");
  CHECK(statement.told_by == "");
  CHECK(statement.file == "evidence/restore.pdf");
  CHECK(statement.sha256 == "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789");
  CHECK(statement.where == "backup console");
  CHECK(statement.note == "whole server");
}

TEST_CASE("a proof shows one fact, several of an area, or several by address") {
  CHECK(shown("  - {for: email.spf, shows: yes, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - {for: backup, shows: {every: 1 day, away: offline}, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - for: [mfa.cloud_accounts, owner.named]\n"
              "    shows: {owner.named: byrne, mfa.cloud_accounts: 38 of 42}\n"
              "    kind: document\n"
              "    date: 2026-11-12\n"
              "    by: A. Obi\n"
              "    file: evidence/tenant.pdf\n") ==
        "email.spf = yes\n"
        "backup.every = 1 day\n"
        "backup.away = offline\n"
        "owner.named = M. Byrne\n"
        "mfa.cloud_accounts = 38 of 42\n");
}

TEST_CASE("proofs stand after the facts wherever they are written") {
  Desk desk;
  const auto& inventory =
      desk.inventory(client_with("proof: [{for: email.spf, shows: no, kind: seen, date: 2026-11-12, by: A. Obi}]\n"
                                 "facts: {email: {spf: yes}}\n"));
  REQUIRE(desk.complaints() == "");
  CHECK(to_lines(inventory, desk.catalog) == "email.spf = yes\nemail.spf = no\n");
}

TEST_CASE("a file of proofs adds to the inventory") {
  Desk desk;
  desk.inventory(client_with("facts: {email: {spf: yes}}\n"));
  const auto& inventory = desk.proof_file(
      "candor: 1\nproof: [{for: owner.named, shows: byrne, kind: seen, date: 2026-11-12, by: A. Obi}]\n");
  REQUIRE(desk.complaints() == "");
  CHECK(to_lines(inventory, desk.catalog) == "email.spf = yes\nowner.named = M. Byrne\n");
  CHECK(inventory.statements[1].place == Place{1, 2, 35});
}

TEST_CASE("what cannot be vouched for by hand is refused") {
  CHECK(
      shown("  - {for: email.spf, shows: yes, kind: export, date: 2026-11-12, by: A. Obi}\n"
            "  - {for: email.spf, shows: yes, kind: told, date: 2026-11-12, by: A. Obi}\n"
            "  - {for: email.spf, shows: yes, kind: test, date: 2026-11-12, by: A. Obi}\n"
            "  - {for: email.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi}\n"
            "  - {for: email.spf, shows: yes, kind: sen, date: 2026-11-12, by: A. Obi}\n"
            "  - {for: backup, shows: {restored: never, every: 1 day}, kind: test, date: 2026-11-12, by: A. Obi}\n") ==
      R"(inventory.yaml:6:40: error: an `export` cannot be written by hand [proof-kind]
   6 |   - {for: email.spf, shows: yes, kind: export, date: 2026-11-12, by: A. Obi}
                                              ^
       hint: an export is imported; by hand it is at most a `document`
inventory.yaml:7:40: error: what was told is no proof [proof-kind]
   7 |   - {for: email.spf, shows: yes, kind: told, date: 2026-11-12, by: A. Obi}
                                              ^
       hint: write it under `facts`; a proof is `seen`, a `document` or a `test`
inventory.yaml:8:40: error: `email.spf` cannot be tested by hand [proof-kind]
   8 |   - {for: email.spf, shows: yes, kind: test, date: 2026-11-12, by: A. Obi}
                                              ^
       hint: write `seen` or `document`; a `test` is a restore or a rehearsal
inventory.yaml:9:40: error: a `document` needs its `file` [proof-file]
   9 |   - {for: email.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi}
                                              ^
       hint: name it as in `file: evidence/restore.pdf`, or write `seen`
inventory.yaml:10:40: error: `sen` is not a kind of proof [bad-choice]
  10 |   - {for: email.spf, shows: yes, kind: sen, date: 2026-11-12, by: A. Obi}
                                              ^
       hint: did you mean `seen`?
inventory.yaml:11:65: error: `backup.every` cannot be tested by hand [proof-kind]
  11 |   - {for: backup, shows: {restored: never, every: 1 day}, kind: test, date: 2026-11-12, by: A. Obi}
                                                                       ^
       hint: write `seen` or `document`; a `test` is a restore or a rehearsal
email.spf = yes
email.spf = yes
email.spf = yes
email.spf = yes
email.spf = yes
backup.restored = never
backup.every = 1 day
)");
}

TEST_CASE("every fault of a proof is told in one run") {
  CHECK(shown("  - {for: mfa.cloud, shows: 1 of 2, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - {for: mfa, shows: {cloud_acounts: 1 of 2}, kind: seen, date: 2026-11-22, by: A. Obi}\n"
              "  - {for: [mfa.cloud_accounts, email.spf, owner.named], shows: {mfa.cloud_accounts: 3 of 2, email.sfp: "
              "yes}, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - {for: [backup, email.spf], shows: {email.spf: yes}, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - {for: email.spf, kind: seen, date: 2026-11-12}\n"
              "  - {for: email.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi, file: ../secret.pdf, "
              "sha256: 12ab}\n"
              "  - {for: email.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi, file: /etc/passwd}\n"
              "  - {for: backup, shows: {}, kind: seen, date: 2026-11-12, by: A. Obi}\n"
              "  - {for: backup, shows: yes, kind: seen, date: 2026-11-12, by: A. Obi}\n") ==
        R"(inventory.yaml:6:11: error: `mfa.cloud` is not a fact [unknown-fact]
   6 |   - {for: mfa.cloud, shows: 1 of 2, kind: seen, date: 2026-11-12, by: A. Obi}
                 ^
       hint: `mfa.cloud` is a control; it is judged by `mfa.cloud_accounts`
inventory.yaml:7:24: error: `cloud_acounts` is not a fact of `mfa` [unknown-fact]
   7 |   - {for: mfa, shows: {cloud_acounts: 1 of 2}, kind: seen, date: 2026-11-22, by: A. Obi}
                              ^
       hint: did you mean `cloud_accounts`?
inventory.yaml:7:66: error: `2026-11-22` is in the future [future-date]
   7 |   - {for: mfa, shows: {cloud_acounts: 1 of 2}, kind: seen, date: 2026-11-22, by: A. Obi}
                                                                        ^
       hint: nothing can have been seen, said or done after today, or after the day it is judged
inventory.yaml:8:43: error: `owner.named` has no value under `shows` [missing-key]
   8 |   - {for: [mfa.cloud_accounts, email.spf, owner.named], shows: {mfa.cloud_accounts: 3 of 2, email.sf…
                                                 ^
       hint: a proof entry proves only what it shows
inventory.yaml:8:85: error: `3 of 2` counts more than there are [bad-coverage]
   8 | …a.cloud_accounts, email.spf, owner.named], shows: {mfa.cloud_accounts: 3 of 2, email.sfp: yes}, kin…
                                                                               ^
       hint: the second number is how many there are in all
inventory.yaml:8:93: error: `email.sfp` is not one of the facts that `for` lists [unknown-fact]
   8 | …accounts, email.spf, owner.named], shows: {mfa.cloud_accounts: 3 of 2, email.sfp: yes}, kind: seen,…
                                                                               ^
       hint: did you mean `email.spf`?
inventory.yaml:9:12: error: `backup` is an area, and a list names facts [unknown-fact]
   9 |   - {for: [backup, email.spf], shows: {email.spf: yes}, kind: seen, date: 2026-11-12, by: A. Obi}
                  ^
       hint: write one entry for the area
inventory.yaml:10:5: error: the key `shows` is missing here [missing-key]
  10 |   - {for: email.spf, kind: seen, date: 2026-11-12}
           ^
inventory.yaml:10:5: error: the key `by` is missing here [missing-key]
  10 |   - {for: email.spf, kind: seen, date: 2026-11-12}
           ^
inventory.yaml:11:86: error: `../secret.pdf` is not inside the client's folder [proof-file]
  11 | …l.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi, file: ../secret.pdf, sha256: 12ab}
                                                                               ^
       hint: copy the file into `evidence/` and name it as in `evidence/restore.pdf`
inventory.yaml:11:109: error: `12ab` is not a SHA-256 [proof-file]
  11 | …: document, date: 2026-11-12, by: A. Obi, file: ../secret.pdf, sha256: 12ab}
                                                                               ^
       hint: it has 64 hex digits; `candor prove` writes it
inventory.yaml:12:86: error: `/etc/passwd` is not inside the client's folder [proof-file]
  12 | …l.spf, shows: yes, kind: document, date: 2026-11-12, by: A. Obi, file: /etc/passwd}
                                                                               ^
       hint: copy the file into `evidence/` and name it as in `evidence/restore.pdf`
inventory.yaml:13:26: error: nothing is shown here [empty-value]
  13 |   - {for: backup, shows: {}, kind: seen, date: 2026-11-12, by: A. Obi}
                                ^
inventory.yaml:14:26: error: expected what is shown for each fact of `backup`, found a text [wrong-kind]
  14 |   - {for: backup, shows: yes, kind: seen, date: 2026-11-12, by: A. Obi}
                                ^
email.spf = yes
email.spf = yes
email.spf = yes
)");
}

TEST_CASE("a kind of proof that is none is told only the kinds that one writes by hand") {
  Desk desk;
  desk.inventory(
      client_with("proof: [{for: email.spf, shows: yes, kind: screenshot, date: 2026-11-12, by: A. Obi}]\n"));
  CHECK(desk.complaints() == R"(inventory.yaml:5:44: error: `screenshot` is not a kind of proof [bad-choice]
   5 | proof: [{for: email.spf, shows: yes, kind: screenshot, date: 2026-11-12, by: A. Obi}]
                                                  ^
       hint: one of `seen`, `document` or `test`
)");
}
