#include "render/bar.hpp"

#include <doctest/doctest.h>

namespace candor {
namespace {

using Cells = std::array<int, 4>;

Cells cells(int proved, int claimed_only, int not_known, int missing, int width) {
  return bar_cells({proved, claimed_only, not_known, missing, {}, {}}, width);
}

TEST_CASE("a bar's parts share its cells by the largest remainder") {
  CHECK(cells(44, 12, 22, 22, 50) == Cells{22, 6, 11, 11});
  CHECK(cells(33, 33, 34, 0, 50) == Cells{17, 16, 17, 0});  // 16.5, 16.5 and 17: the first of equals gets the odd cell
  CHECK(cells(0, 0, 100, 0, 50) == Cells{0, 0, 50, 0});
}

TEST_CASE("a part of one point is seen even in a narrow bar") {
  CHECK(cells(97, 1, 1, 1, 16) == Cells{13, 1, 1, 1});
  CHECK(cells(1, 0, 0, 99, 10) == Cells{1, 0, 0, 9});
}

TEST_CASE("the cells always add up to the width") {
  for (int proved = 0; proved <= 100; proved += 7)
    for (int claimed = 0; claimed + proved <= 100; claimed += 5)
      for (int width = 4; width < 60; width += 9) {
        const auto shared = cells(proved, claimed, (100 - proved - claimed) / 2, (101 - proved - claimed) / 2, width);
        CHECK(shared[0] + shared[1] + shared[2] + shared[3] == width);
      }
}

TEST_CASE("a bar of nothing has no cells") { CHECK(cells(0, 0, 0, 0, 50) == Cells{0, 0, 0, 0}); }

TEST_CASE("every outcome has a shape of its own") {
  CHECK(shape(Outcome::Met) == "[+]");
  CHECK(shape(Outcome::Partly) == "[~]");
  CHECK(shape(Outcome::NotMet) == "[!]");
  CHECK(shape(Outcome::Unknown) == "[?]");
  CHECK(shape(Outcome::NotApplicable) == "[-]");
}

}  // namespace
}  // namespace candor
