#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/small_world.hpp"

namespace candor {
namespace {

TEST_CASE("each gap is an issue at its line, as severe as it bears on the verdict") {
  const test::SmallWorld world;
  CHECK(
      export_gitlab(world.report, world.files) ==
      "[\n"
      "  {\n"
      R"x(    "description": "Today you are below: 1 of 2. client.id=café-\\u{202E}-x profile.id=test-standard profile.version=2026.1 as_of=2026-11-21 verdict=below service=do_not_take_on gates.missed=1 gates.unknown=1 score.proved=25 score.claimed=63 score.at_best=88 counts.met=2 counts.partly=1 counts.not_met=0 counts.unknown=1 counts.not_applicable=1 ledger.declined=2 ledger.not_applicable=1",)x"
      "\n"
      R"x(    "check_name": "verdict",)x"
      "\n"
      R"x(    "fingerprint": "3cdeb5450c01ea6d3b972a991ea574d8cf851aa3df064ae8b75e75f2ac1623f1",)x"
      "\n"
      R"x(    "severity": "blocker",)x"
      "\n"
      R"x(    "location": {)x"
      "\n"
      R"x(      "path": "clients/a:b,c%/inventory.yaml",)x"
      "\n"
      R"x(      "lines": {)x"
      "\n"
      R"x(        "begin": 1)x"
      "\n"
      "      }\n"
      "    }\n"
      "  },\n"
      "  {\n"
      R"x(    "description": "--min-proved 40: Proved are 25, fewer than 40.",)x"
      "\n"
      R"x(    "check_name": "limit",)x"
      "\n"
      R"x(    "fingerprint": "6855d4d6b1622fca1c12341f472ad127dc4659f8a786fe674cb6b4617dab0fdb",)x"
      "\n"
      R"x(    "severity": "blocker",)x"
      "\n"
      R"x(    "location": {)x"
      "\n"
      R"x(      "path": "clients/a:b,c%/inventory.yaml",)x"
      "\n"
      R"x(      "lines": {)x"
      "\n"
      R"x(        "begin": 1)x"
      "\n"
      "      }\n"
      "    }\n"
      "  },\n"
      "  {\n"
      R"x(    "description": "A second check: a\\u{1B}[2J\\u{202E}b]]>\"<&'\\ [[ATTACHMENT|x]] %0A ::set-output name=v,w::=1|@me",)x"
      "\n"
      R"x(    "check_name": "mfa.cloud",)x"
      "\n"
      R"x(    "fingerprint": "b525a5c6b89b9a5e4e05948bdd3fd1f2e10075ab7581bc88cf58720cfcfada2c",)x"
      "\n"
      R"x(    "severity": "blocker",)x"
      "\n"
      R"x(    "location": {)x"
      "\n"
      R"x(      "path": "clients/a:b,c%/inventory.yaml",)x"
      "\n"
      R"x(      "lines": {)x"
      "\n"
      R"x(        "begin": 40)x"
      "\n"
      "      }\n"
      "    }\n"
      "  },\n"
      "  {\n"
      R"x(    "description": "Backups that work: in place, not proved",)x"
      "\n"
      R"x(    "check_name": "backup.tested",)x"
      "\n"
      R"x(    "fingerprint": "9cad182392e63bfc8c473e52817eee2eb34951c4024285a29ab0cb09ea7ce0a1",)x"
      "\n"
      R"x(    "severity": "critical",)x"
      "\n"
      R"x(    "location": {)x"
      "\n"
      R"x(      "path": "clients/a:b,c%/inventory.yaml",)x"
      "\n"
      R"x(      "lines": {)x"
      "\n"
      R"x(        "begin": 1)x"
      "\n"
      "      }\n"
      "    }\n"
      "  },\n"
      "  {\n"
      R"x(    "description": "No old Log4j: We do not know if old programs are left.",)x"
      "\n"
      R"x(    "check_name": "vuln.log4j",)x"
      "\n"
      R"x(    "fingerprint": "73dde705dc2ba50d5c27952b2cf5b9652923b96bb97087a6ffdb5e1952d52173",)x"
      "\n"
      R"x(    "severity": "major",)x"
      "\n"
      R"x(    "location": {)x"
      "\n"
      R"x(      "path": "clients/a:b,c%/inventory.yaml",)x"
      "\n"
      R"x(      "lines": {)x"
      "\n"
      R"x(        "begin": 1)x"
      "\n"
      "      }\n"
      "    }\n"
      "  }\n"
      "]\n");
}

TEST_CASE("a fingerprint stays when lines shift, and no two are the same") {
  test::SmallWorld world;
  const auto prints = [&world] {
    std::vector<std::string> found;
    const auto text = export_gitlab(world.report, world.files);
    constexpr std::string_view key = "\"fingerprint\": \"";
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1))
      found.push_back(text.substr(at + key.size(), 64));
    return found;
  };
  const auto before = prints();
  for (auto& statement : world.inventory.statements) statement.place.line += 7;
  CHECK(prints() == before);
  CHECK(std::set<std::string>(before.begin(), before.end()).size() == 5);
}

}  // namespace
}  // namespace candor
