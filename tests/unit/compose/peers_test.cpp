#include "compose/peers.hpp"

#include <doctest/doctest.h>

#include "compose/page_one.hpp"
#include "compose/technician.hpp"
#include "compose/words.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

PeerStanding among(std::int64_t clients, std::int64_t behind, std::int64_t ahead) {
  return {.clients = clients,
          .is_own_sector = true,
          .sector = "dental",
          .as_of = day("2026-11-20"),
          .proved = {behind, ahead},
          .claimed = {0, 0}};
}

/// The first sentence; the client has so many points.
std::string place(const PeerStanding& standing, int proved = 44) {
  World world;
  auto assessment = world.judged();
  assessment.score.proved = proved;
  const auto text = compose_peers(standing, assessment);
  return text.substr(0, text.find(" We compared"));
}

}  // namespace

TEST_CASE("who has more proof than most is told so, and with whom and when") {
  World world;
  CHECK(compose_peers(among(34, 23, 5), world.judged()) ==
        "Your proof puts you ahead of 6 in 10 similar clients. We compared you with 34 clients in your line of work "
        "(dental), as of 20 November 2026.");
}

TEST_CASE("next to all clients nobody is called similar") {
  World world;
  auto standing = among(1234, 900, 5);
  standing.is_own_sector = false;
  CHECK(compose_peers(standing, world.judged()) ==
        "Your proof puts you ahead of 7 in 10 clients. We compared you with 1,234 clients in all lines of work, as of "
        "20 November 2026.");
}

TEST_CASE("where the sector is left out it is not told") {
  World world;
  auto standing = among(34, 5, 28);
  standing.sector.clear();
  CHECK(compose_peers(standing, world.judged()) ==
        "At least 8 in 10 similar clients have more proof than you. We compared you with 34 clients in your line of "
        "work, as of 20 November 2026.");
}

TEST_CASE("the figure is rounded down and never flatters") {
  CHECK(place(among(10, 6, 0)) == "Your proof puts you ahead of 6 in 10 similar clients.");
  CHECK(place(among(100, 69, 0)) == "Your proof puts you ahead of 6 in 10 similar clients.");
  CHECK(place(among(100, 70, 0)) == "Your proof puts you ahead of 7 in 10 similar clients.");
  CHECK(place(among(100, 10, 10)) == "Your proof puts you ahead of 1 in 10 similar clients.");
  // The client may be one of them: never all.
  CHECK(place(among(34, 33, 0), 100) == "Your proof puts you ahead of 9 in 10 similar clients.");
  CHECK(place(among(34, 34, 0), 100) == "Your proof puts you ahead of 9 in 10 similar clients.");
}

TEST_CASE("where more are ahead than behind, it is they who are told of") {
  CHECK(place(among(100, 30, 31)) == "At least 3 in 10 similar clients have more proof than you.");
  CHECK(place(among(34, 0, 28), 0) == "At least 8 in 10 similar clients have more proof than you.");
  CHECK(place(among(34, 0, 34), 0) == "At least 9 in 10 similar clients have more proof than you.");
}

TEST_CASE("nobody is praised for being ahead of none") {
  CHECK(place(among(100, 9, 0)) == "Most similar clients have about as much proof as you.");
  CHECK(place(among(100, 0, 9)) == "Most similar clients have about as much proof as you.");
  CHECK(place(among(34, 0, 0), 9) == "Most similar clients have about as little proof as you.");
  CHECK(place(among(34, 0, 0), 10) == "Most similar clients have about as much proof as you.");
}

TEST_CASE("page 1 tells it last, below the score, and still holds its bound of words") {
  World world;
  const auto with = compose_page_one(world.judged(), among(34, 23, 5));
  const auto told = lines(with);
  CHECK(told.starts_with(lines(compose_page_one(world.judged()))));
  CHECK(
      told.ends_with("We saw proof for 0 of 100 points.\n"
                     "Your proof puts you ahead of 6 in 10 similar clients. We compared you with 34 clients in your "
                     "line of work (dental), as of 20 November 2026.\n"));
  for (int i = 0; i < 6; ++i)
    world.inventory.declined.push_back(
        {.controls = {{"mfa.cloud", {}}},
         .cause = Decline::Cause::Both,
         .date = day("2026-03-02"),
         .by = "lowe",
         .offered = "a second check for everyone who signs in to mail, booking, payroll and the bank",
         .until = day("2027-03-02")});
  CHECK(wording::count_words(text_of(compose_page_one(world.judged(), among(34, 23, 5)))) <= 220);
}

TEST_CASE("a technician reads the counts, of what is claimed too") {
  World world;
  auto standing = among(34, 23, 5);
  standing.claimed = {0, 30};
  const auto text = lines(compose_technician(world.judged(), {}, standing).blocks);
  CHECK(text.find("\nOthers: 34 clients of this sector, 2026-11-20: by proved points 23 behind, 6 level, 5 ahead; by "
                  "claimed points 0 behind, 4 level, 30 ahead\n") != std::string::npos);
  standing.is_own_sector = false;
  CHECK(peer_counts(standing).starts_with("34 clients of all sectors, 2026-11-20: "));
}
