#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "render/picture.hpp"

namespace candor {
namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

/// How many shapes are drawn with one look: each path of ours draws one shape a `M`.
std::size_t shapes(const std::string& svg, const std::string& look) {
  std::size_t all = 0;
  for (auto at = svg.find("<path"); at != std::string::npos; at = svg.find("<path", at + 1)) {
    const auto path = svg.substr(at, svg.find("/>", at) - at);
    if (path.find(look) != std::string::npos) all += count(path, "M");
  }
  return all;
}

TEST_CASE("the bar tells its four parts apart by pattern, and says them in its title") {
  const BandBar bar{
      44, 12, 22, 22, {"44 proved", "12 only told", "22 not known", "22 missing"}, "You have proof for 44."};
  const auto svg = picture(bar);
  CHECK(
      svg.starts_with("<svg role=\"img\" viewBox=\"0 0 602 34\" width=\"602\" height=\"34\">"
                      "<title>You have proof for 44. 44 proved. 12 only told. 22 not known. 22 missing.</title>"
                      "<path d=\"M1 1h264v32h-264z\" class=\"g\""));
  CHECK(svg.ends_with(
      "<path d=\"M1 1h600v32h-600z\" class=\"e\" fill=\"none\" stroke=\"#1d3f5e\" stroke-width=\"1.2\"/></svg>"));
  // 264, 72, 132 and 132 wide: (72 + 32) / 8 - 1 stripes and three lines between the parts; 16 dots in each of 4 rows.
  CHECK(shapes(svg, "class=\"s\"") == 12 + 3);
  CHECK(shapes(svg, "class=\"d\"") == 64);
}

TEST_CASE("a row of doors has one door each") {
  const auto svg = picture(Doors::Row{22, 8, 5, "Work stops: 8 of 22 doors shut, 5 with proof."});
  CHECK(shapes(svg, "class=\"g\"") == 5);
  CHECK(shapes(svg, "class=\"s\"") == 3 * 4);  // stripes a door
  CHECK(shapes(svg, "class=\"e\"") == 22);
  CHECK(count(svg, "<title>Work stops: 8 of 22 doors shut, 5 with proof.</title>") == 1);
}

TEST_CASE("a crowd has one mark each") {
  const auto svg = picture(Crowd{38, 3, 42, "A second check guards 38 of 42 accounts."});
  CHECK(shapes(svg, "class=\"g\"") == 38);
  CHECK(shapes(svg, "class=\"d\"") == 3 * 4);  // dots each
  CHECK(shapes(svg, "class=\"e\"") == 42);
  CHECK(count(svg, "viewBox=\"0 0 352 30\"") == 1);
}

TEST_CASE("a large crowd is a bar with the same shares") {
  const auto svg = picture(Crowd{40'000'000'000, 0, 100'000'000'000, "40,000,000,000 of them."});
  CHECK(count(svg, "<path d=\"M1 1h240v32h-240z\" class=\"g\"") == 1);
}

TEST_CASE("each outcome has a shape of its own") {
  const std::string met = outcome_mark(Outcome::Met);
  for (const Outcome other : {Outcome::Partly, Outcome::NotMet, Outcome::Unknown, Outcome::NotApplicable})
    CHECK(outcome_mark(other) != met);
  CHECK(met.starts_with("<svg aria-hidden=\"true\""));
}

}  // namespace
}  // namespace candor
