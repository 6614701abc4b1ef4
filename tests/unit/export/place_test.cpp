#include "export/place.hpp"

#include <doctest/doctest.h>

#include "export/small_world.hpp"

namespace candor {
namespace {

struct World : test::SmallWorld {
  [[nodiscard]] std::string place() const { return place_text(place_of(assessment, assessment.findings[0]), files); }
  Check& check() { return assessment.findings[0].checks[0]; }
};

TEST_CASE("a gap is shown where the worst statement stands, not where it was told to be better") {
  World world;
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:40");
  world.assessment.findings[0].contradictions.clear();
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:12");
}

TEST_CASE("a gap of a list is shown at the first of its records that falls short, else at the first that is unclear") {
  World world;
  world.check().records = {Record{{}, {0, 20, 5}}, Record{{}, {0, 21, 5}}, Record{{}, {0, 22, 5}}};
  world.check().unclear_records = {1};
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:21");
  world.check().short_records = {2};
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:22");
}

TEST_CASE("what nobody answered is shown at the first line of the inventory") {
  World world;
  world.check().parts = {PartResult{}};
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:1");
  world.assessment.findings[0].checks.clear();
  CHECK(world.place() == "clients/a:b,c%/inventory.yaml:1");
}

TEST_CASE("a source is called as it was given; standard input has a name that a repository may have") {
  Sources files;
  for (const auto* name : {"./././acme/inventory.yaml", "/srv/acme.yaml", "../us/for_clients.yaml", "standard input"})
    files.add(name, "");
  CHECK(place_text({0, 3, 1}, files) == "acme/inventory.yaml:3");
  CHECK(place_text({1, 0, 0}, files) == "/srv/acme.yaml:1");
  CHECK(place_text({2, 1, 1}, files) == "../us/for_clients.yaml:1");
  CHECK(place_text({3, 8, 1}, files) == "inventory.yaml:8");
}

}  // namespace
}  // namespace candor
