#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/small_world.hpp"

namespace candor {
namespace {

TEST_CASE("every control is a row, whatever its outcome, and no cell is a formula") {
  const test::SmallWorld world;
  CHECK(
      export_findings(world.report, world.files) ==
      "\xEF\xBB\xBF"
      "Client,Standard,Date,Verdict,Score proved,Score claimed,Score at best,Ledger,Limits "
      "broken,Control,Title,Minimum,Gate,Outcome,Proved %,Claimed %,At best %,Weight,Points,Party,Declined,Decline "
      "signed,Decline lapsed,Decline moot,Place,What we found,What to do,By when\r\n"
      R"x(café-\u{202E}-x,test-standard,2026-11-21,below,25,63,88,"declined 2, not_applicable 1","'--min-proved 40",mfa.cloud,A second check,yes,missed,partly,0,50,50,1,20,byrne,yes,yes,no,no,"clients/a:b,c%/inventory.yaml:40","a\u{1B}[2J\u{202E}b]]>""<&'\ [[ATTACHMENT|x]] %0A ::set-output name=v,w::=1|@me","'=Turn it on, now.",2026-12-01)x"
      "\r\n"
      R"x(café-\u{202E}-x,test-standard,2026-11-21,below,25,63,88,"declined 2, not_applicable 1","'--min-proved 40",backup.tested,Backups that work,yes,unknown,met,0,100,100,1,0,provider,no,no,no,no,"clients/a:b,c%/inventory.yaml:1",,,)x"
      "\r\n"
      R"x(café-\u{202E}-x,test-standard,2026-11-21,below,25,63,88,"declined 2, not_applicable 1","'--min-proved 40",vuln.log4j,No old Log4j,no,,unknown,0,0,100,1,10,us,no,no,no,no,"clients/a:b,c%/inventory.yaml:1",We do not know if old programs are left.,Look.,)x"
      "\r\n"
      R"x(café-\u{202E}-x,test-standard,2026-11-21,below,25,63,88,"declined 2, not_applicable 1","'--min-proved 40",macros.autorun,No macros,no,,not_applicable,,,,1,0,provider,no,no,no,no,"clients/a:b,c%/inventory.yaml:1",,,)x"
      "\r\n"
      R"x(café-\u{202E}-x,test-standard,2026-11-21,below,25,63,88,"declined 2, not_applicable 1","'--min-proved 40",firewall.on,A firewall,no,,met,100,100,100,1,0,provider,no,no,no,no,"clients/a:b,c%/inventory.yaml:1",,,)x"
      "\r\n");
}

}  // namespace
}  // namespace candor
