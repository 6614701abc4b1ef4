#include "compose/decline.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;
using candor::wording::declined;
using candor::wording::declined_in_short;

namespace {

World with_decline(Decline::Cause cause) {
  World world;
  world.inventory.declined = {{.controls = {{"mfa.cloud", {}}, {"backup.tested", {}}},
                               .part = "server",
                               .cause = cause,
                               .date = day("2026-03-02"),
                               .by = "lowe",
                               .instead = "a disk in the cupboard",
                               .until = day("2027-03-02")}};
  return world;
}

std::string in_short(Decline::Cause cause, DeclineState state = {}) {
  const auto world = with_decline(cause);
  return declined_in_short(world.judged(), state);
}

}  // namespace

TEST_CASE("a decline without an offer is named after the controls it is about, with its part and cause") {
  CHECK(in_short(Decline::Cause::Price) ==
        "Second check at sign-in and Backup tested (server): Dr S. Lowe, 2 March 2026. The price, not signed.");
  CHECK(in_short(Decline::Cause::Awareness).ends_with(" Risk not clear, not signed."));
  CHECK(in_short(Decline::Cause::Both).ends_with(" The price, and risk not clear, not signed."));
  CHECK(in_short(Decline::Cause::Supplier, {.is_signed = true}).ends_with(" A supplier's rule, signed."));
  CHECK(in_short(Decline::Cause::Other, {.is_signed = true, .is_lapsed = true})
            .ends_with(" Another reason, signed, ran out 2 March 2027."));
}

TEST_CASE("signed, lapsed and moot are told apart") {
  const auto world = with_decline(Decline::Cause::Both);
  const auto assessment = world.judged();
  const auto says = [&](DeclineState state, bool in_brief) { return declined(assessment, state, in_brief); };
  CHECK(says({}, false) ==
        "Dr S. Lowe said no on 2 March 2026, because of the price, and because the risk was not clear. Nobody wrote "
        "down who "
        "explained the risk. Not signed. Instead: a disk in the cupboard. It holds until 2 March 2027.");
  CHECK(says({.is_signed = true, .is_lapsed = true}, true) ==
        "Dr S. Lowe said no on 2 March 2026: the price, and risk not clear, signed. Instead: a disk in the cupboard. "
        "This "
        "ended on 2 March 2027: please decide again.");
  CHECK(says({.is_signed = true, .is_moot = true}, true) ==
        "Dr S. Lowe said no on 2 March 2026: the price, and risk not clear, signed. Instead: a disk in the cupboard. "
        "It is in "
        "place all the same.");
}

TEST_CASE("a decline on two controls stands once, and a moot one not at all") {
  World world = with_decline(Decline::Cause::Price);
  CHECK(wording::standing_declines(world.judged()).size() == 1);
  world.inventory.statements = {seen(accounts, Coverage{Coverage::Said::All}),
                                seen(restored, Event{day("2026-09-30"), true, 1, {}})};
  CHECK(wording::standing_declines(world.judged()).empty());
}

TEST_CASE("whose no it is goes by who said it, by key or by name, and where nobody knows them by the cause") {
  const World world;
  const auto yours = [&](std::string by, Decline::Cause cause) {
    return wording::is_yours(world.inventory, {.cause = cause, .by = std::move(by)});
  };
  CHECK(yours("lowe", Decline::Cause::Supplier));
  CHECK(yours("Dr S. Lowe", Decline::Cause::Price));
  CHECK(yours("a partner", Decline::Cause::Price));
  CHECK_FALSE(yours("soft", Decline::Cause::Price));
  CHECK_FALSE(yours("Soft Ltd", Decline::Cause::Other));
  CHECK_FALSE(yours("us", Decline::Cause::Other));
  CHECK_FALSE(yours("their helpdesk", Decline::Cause::Supplier));
}

TEST_CASE("an owner is not asked to decide again what a supplier refused") {
  auto world = with_decline(Decline::Cause::Supplier);
  world.inventory.declined[0].by = "soft";
  CHECK(declined(world.judged(), {.is_lapsed = true}, true) ==
        "Soft Ltd said no on 2 March 2026: a supplier's rule, not signed. Instead: a disk in the cupboard. This ended "
        "on 2 March 2027: time to ask again.");
}
