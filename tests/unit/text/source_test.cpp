#include "candor/text/source.hpp"

#include <string>

#include <doctest/doctest.h>

namespace candor {
namespace {

TEST_CASE("a line is given without its line break, whichever that is") {
  Sources sources;
  const auto file = sources.add("a.yaml", "one\ntwo\r\n\nfour");
  CHECK(sources.line(file, 1) == "one");
  CHECK(sources.line(file, 2) == "two");
  CHECK(sources.line(file, 3).empty());
  CHECK(sources.line(file, 4) == "four");
  CHECK(sources.line(file, 5).empty());
  CHECK(sources.line(file, 0).empty());
}

TEST_CASE("each line of a long file is found, and none behind its end") {
  Sources sources;
  std::string bytes;
  for (int i = 1; i <= 200; ++i) bytes += "line " + std::to_string(i) + "\n";
  const auto file = sources.add("a.yaml", bytes);
  for (std::uint32_t i = 1; i <= 200; ++i) CHECK(sources.line(file, i) == "line " + std::to_string(i));
  CHECK(sources.line(file, 201).empty());
  CHECK(sources.line(file, 100'000).empty());
  bytes.pop_back();
  CHECK(sources.line(sources.add("b.yaml", bytes), 200) == "line 200");
}

TEST_CASE("a byte order mark is no part of the first line") {
  Sources sources;
  const auto file = sources.add("a.yaml",
                                "\xEF\xBB\xBF"
                                "one\n");
  CHECK(sources.line(file, 1) == "one");
}

TEST_CASE("files keep the order in which they were read, and their places hold") {
  Sources sources;
  const auto first = sources.add("a.yaml", "1");
  const auto& name = sources.at(first).name;
  for (int i = 0; i < 100; ++i) sources.add("b.yaml", "2");
  CHECK(sources.size() == 101);
  CHECK(name == "a.yaml");
  CHECK(sources.at(100).bytes == "2");
}

}  // namespace
}  // namespace candor
