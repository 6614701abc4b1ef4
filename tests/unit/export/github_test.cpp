#include <string>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/small_world.hpp"

namespace candor {
namespace {

TEST_CASE("what decides is an error and the rest a warning, escaped as GitHub's own commands are") {
  const test::SmallWorld world;
  CHECK(
      export_github(world.report, world.files) ==
      "::error file=clients/a%3Ab%2Cc%25/inventory.yaml,line=1,title=--min-proved 40::Proved are 25, fewer than 40.\n"
      R"x(::error file=clients/a%3Ab%2Cc%25/inventory.yaml,line=40,title=A second check (mfa.cloud)::a\u{1B}[2J\u{202E}b]]>"<&'\ [[ATTACHMENT|x]] %250A ::set-output name=v,w::=1|@me%0AWhat to do: =Turn it on, now.%0AWho: You (a\u{1B}[2J\u{202E}b]]>"<&'\ [[ATTACHMENT|x]] %250A ::set-output name=v,w::=1|@me)%0ABy when: 2026-12-01%0ASo far: M. Byrne said no, signed.)x"
      "\n"
      "::error file=clients/a%3Ab%2Cc%25/inventory.yaml,line=1,title=Backups that work (backup.tested)::in place, not "
      "proved%0AProof wanted: seen, 12 months\n"
      "::warning file=clients/a%3Ab%2Cc%25/inventory.yaml,line=1,title=No old Log4j (vuln.log4j)::We do not know if "
      "old programs are left.%0AWhat to do: Look.%0AWho: We\n"
      R"x(::notice file=clients/a%3Ab%2Cc%25/inventory.yaml,line=1,title=candor::Today you are below: 1 of 2.%0Aclient.id=café-\u{202E}-x profile.id=test-standard profile.version=2026.1 as_of=2026-11-21 verdict=below service=do_not_take_on gates.missed=1 gates.unknown=1 score.proved=25 score.claimed=63 score.at_best=88 counts.met=2 counts.partly=1 counts.not_met=0 counts.unknown=1 counts.not_applicable=1 ledger.declined=2 ledger.not_applicable=1)x"
      "\n");
}

TEST_CASE("ten of a kind are shown, and the last line names the others") {
  test::SmallWorld world;
  world.report.limits.clear();
  for (int i = 0; i < 10; ++i) world.report.limits.push_back({"--limit " + std::to_string(i), false, "It is more."});
  const auto text = export_github(world.report, world.files);
  std::size_t errors = 0;
  for (auto at = text.find("::error "); at != std::string::npos; at = text.find("::error ", at + 1)) ++errors;
  CHECK(errors == 10);
  CHECK(
      text.find("::notice file=clients/a%3Ab%2Cc%25/inventory.yaml,line=1,title=candor::Today you are below: 1 of 2."
                "%0Anot shown, error: A second check (mfa.cloud)%0Anot shown, error: Backups that work (backup.tested)"
                "%0Aclient.id=") != std::string::npos);
}

}  // namespace
}  // namespace candor
