#include "candor/assess/peers.hpp"

#include <initializer_list>
#include <numeric>
#include <string>

#include <doctest/doctest.h>

using namespace candor;

namespace {

const Date today = *parse_date("2026-11-21");

Profile a_standard() {
  Profile profile;
  profile.id = "small";
  profile.version = "7";
  return profile;
}

ClientRow client(std::string sector, int proved = 0, int claimed = 100) {
  static int number = 0;
  ClientRow row;
  row.name = "Somebody";
  row.client = std::to_string(++number);
  row.sector = std::move(sector);
  row.as_of = today;
  row.is_scored = true;
  row.proved = proved;
  row.claimed = claimed;
  return row;
}

struct Sector {
  std::string name;
  int clients;
};

Peers counted(std::initializer_list<Sector> sectors) {
  PeerCount count{a_standard(), today};
  for (const auto& sector : sectors)
    for (int i = 0; i < sector.clients; ++i) count.add(client(sector.name));
  return count.take();
}

/// `all 30, dental 20`
std::string told(const Peers& peers) {
  std::string text;
  for (const auto& group : peers.groups)
    text += (text.empty() ? "" : ", ") + (group.sector.empty() ? "all" : group.sector) + " " +
            std::to_string(group.clients);
  return text;
}

PeerGroup group_with(PeerBands proved) {
  PeerGroup group;
  group.proved = group.claimed = proved;
  group.clients = std::accumulate(proved.begin(), proved.end(), std::int64_t{0});
  return group;
}

PeerPlace place(const PeerGroup& group, int proved) {
  Score score;
  score.weight = 1;
  score.proved = score.claimed = proved;
  return stand_among(group, today, score).proved;
}

}  // namespace

TEST_CASE("whoever comes twice is counted once: one client is no group") {
  PeerCount count{a_standard(), today};
  const auto row = client("law", 50);
  for (int i = 0; i < 12; ++i) count.add(row);
  CHECK(told(count.take()) == "");
}

TEST_CASE("a name that a row has cut is no sector: it may stand for several") {
  CHECK(told(counted({{"professional se…", 12}, {"law", 12}})) == "all 24, law 12");
}

TEST_CASE("each client is counted once, in the band of its points") {
  PeerCount count{a_standard(), *parse_date("2030-01-01")};
  for (const int points : {0, 9, 10, 89, 90, 99, 100, 100, 55, 55}) count.add(client("", points, 100));
  const auto peers = count.take();
  REQUIRE(peers.groups.size() == 1);
  CHECK(peers.groups[0].clients == 10);
  CHECK(peers.groups[0].proved == PeerBands{2, 1, 0, 0, 0, 2, 0, 0, 1, 2, 2});
  CHECK(peers.groups[0].claimed == PeerBands{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10});
  CHECK(peers.profile == "small");
  CHECK(peers.version == "7");
  CHECK(peers.as_of == today);
}

TEST_CASE("a client without a score is not counted") {
  PeerCount count{a_standard(), today};
  for (int i = 0; i < 9; ++i) count.add(client("law"));
  auto without = client("law");
  without.is_scored = false;
  count.add(without);
  CHECK(told(count.take()).empty());
}

TEST_CASE("the day is that of the latest client who is counted") {
  PeerCount count{a_standard(), today};
  for (int i = 0; i < 10; ++i) {
    auto row = client("law");
    row.as_of = *parse_date(i == 4 ? "2025-03-02" : "2025-01-31");
    count.add(row);
  }
  CHECK(count.take().as_of == *parse_date("2025-03-02"));
  CHECK(counted({}).as_of == today);
}

TEST_CASE("a group of fewer than ten is left out, one of ten is told") {
  CHECK(told(counted({{"law", 9}})).empty());
  CHECK(told(counted({{"law", 10}})) == "all 10, law 10");
  CHECK(told(counted({{"law", 10}, {"dental", 9}, {"retail", 1}})) == "all 20, law 10");
  CHECK(told(counted({{"", 10}})) == "all 10");
}

TEST_CASE("no group of fewer than ten can be worked out by subtracting") {
  // 37 less 20 and 14 would leave 3: the smaller of the two is not told either.
  CHECK(told(counted({{"law", 20}, {"dental", 14}, {"retail", 3}})) == "all 37, law 20");
  // Those of no sector, of sectors that are too small and of names that are too long count alike.
  CHECK(told(counted({{"law", 20}, {"dental", 14}, {"", 3}})) == "all 37, law 20");
  CHECK(told(counted({{"law", 20}, {"dental", 14}, {std::string(longest_sector + 1, 'x'), 9}})) == "all 43, law 20");
  CHECK(told(counted({{"law", 20}, {"dental", 14}, {"retail", 9}, {"", 1}})) == "all 44, dental 14, law 20");
  CHECK(told(counted({{"law", 34}, {"", 1}})) == "all 35");
  // Of two that are as small the first by name goes.
  CHECK(told(counted({{"law", 12}, {"dental", 12}, {"", 1}})) == "all 25, law 12");
  // Nothing is left: nothing follows.
  CHECK(told(counted({{"law", 20}, {"dental", 14}})) == "all 34, dental 14, law 20");
}

TEST_CASE("whatever sectors there are, what is told and what follows from it is ten clients or none") {
  for (int seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    PeerCount count{a_standard(), today};
    int all = 0;
    for (int sector = 0; sector < 5; ++sector) {
      const int clients = (seed * 7919 + sector * sector * 104729 + seed / 13 * 31) % 17;
      all += clients;
      for (int i = 0; i < clients; ++i)
        count.add(client(sector == 0 ? "" : std::string(1, static_cast<char>('a' + sector))));
    }
    const auto peers = count.take();
    if (peers.groups.empty()) {
      REQUIRE(all < smallest_group);
      continue;
    }
    auto rest = peers.groups.front().clients;
    REQUIRE(rest == all);
    for (std::size_t i = 1; i < peers.groups.size(); ++i) {
      REQUIRE(peers.groups[i].clients >= smallest_group);
      rest -= peers.groups[i].clients;
    }
    REQUIRE((rest == 0 || rest >= smallest_group));
  }
}

TEST_CASE("sectors are one whatever their letters, and there is an end to how many are counted") {
  CHECK(told(counted({{"Dental", 5}, {"dental", 5}})) == "all 10, dental 10");
  PeerCount count{a_standard(), today};
  for (std::size_t sector = 0; sector < most_sectors + 5; ++sector)
    for (int i = 0; i < 10; ++i) count.add(client("sector " + std::to_string(1000 + sector)));
  const auto peers = count.take();
  CHECK(peers.groups.size() == most_sectors + 1);
  CHECK(peers.groups.front().clients == static_cast<std::int64_t>(10 * (most_sectors + 5)));
  CHECK(peers.groups.back().clients == 10);
}

TEST_CASE("the nearest group is the client's own sector, else all clients, else none") {
  auto peers = counted({{"dental", 12}, {"IT provider", 12}});
  const auto nearest = [&](std::string_view sector) {
    const auto* group = nearest_group(peers, sector);
    return group == nullptr ? std::string{"none"} : group->sector.empty() ? std::string{"all"} : group->sector;
  };
  CHECK(nearest("Dental") == "dental");
  CHECK(nearest("it provider") == "it provider");
  CHECK(nearest("dentals") == "all");
  CHECK(nearest("") == "all");
  CHECK(nearest("letting agents") == "all");
  peers.groups.erase(peers.groups.begin());
  CHECK(nearest("law") == "none");
  CHECK(nearest("dental") == "dental");
}

TEST_CASE("a client is neither ahead of nor behind those in its own band") {
  const auto group = group_with({4, 0, 0, 0, 10, 0, 0, 0, 0, 3, 2});
  for (const int points : {40, 44, 49}) {
    CHECK(place(group, points).behind == 4);
    CHECK(place(group, points).ahead == 5);
  }
  CHECK(place(group, 39).ahead == 15);
  CHECK(place(group, 50).behind == 14);
  CHECK(place(group, 0).behind == 0);
  CHECK(place(group, 0).ahead == 15);
  CHECK(place(group, 99).behind == 14);
  CHECK(place(group, 99).ahead == 2);
  CHECK(place(group, 100).behind == 17);
  CHECK(place(group, 100).ahead == 0);
}
