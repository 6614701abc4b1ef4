#include "lint/syllables.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace candor::lint {
namespace {

using Counts = std::map<std::string, int>;

Counts counted(const Counts& wanted) {
  Counts counts;
  for (const auto& [word, number] : wanted) counts[word] = syllables(word);
  return counts;
}

TEST_CASE("syllables are counted as textstat's tests say") {
  const Counts published{{"relived", 2},    {"couple", 2},      {"enriched", 2},     {"us", 1},        {"too", 1},
                         {"monopoly", 4},   {"him", 1},         {"he", 1},           {"without", 2},   {"creative", 3},
                         {"every", 3},      {"stimulating", 4}, {"life", 1},         {"cupboards", 2}, {"forgotten", 3},
                         {"through", 1},    {"marriage", 2},    {"hello", 2},        {"the", 1},       {"sentences", 3},
                         {"songwriter", 3}, {"removing", 3},    {"interpersonal", 5}};
  CHECK(counted(published) == published);
}

TEST_CASE("words of the field are counted as they are spoken") {
  const Counts spoken{{"backup", 2},         {"restore", 2},       {"ransomware", 3},   {"vulnerability", 6},
                      {"authentication", 5}, {"administrator", 5}, {"availability", 6}, {"confidentiality", 7},
                      {"exfiltrate", 3},     {"passwords", 2},     {"updates", 2},      {"organization", 5},
                      {"unauthorized", 4},   {"sign-in", 2},       {"boxes", 2},        {"handled", 2},
                      {"technically", 3},    {"agreement", 3},     {"special", 2},      {"region", 2}};
  CHECK(counted(spoken) == spoken);
}

TEST_CASE("case, possessives and apostrophes do not change a word") {
  CHECK(counted({{"Client's", 2}, {"boss's", 2}, {"CLIENT", 2}, {"don't", 1}, {"'quoted'", 2}, {"firms'", 1}}) ==
        Counts{{"Client's", 2}, {"boss's", 2}, {"CLIENT", 2}, {"don't", 1}, {"'quoted'", 2}, {"firms'", 1}});
}

TEST_CASE("an abbreviation without a vowel is one, and nothing is none") {
  CHECK(counted({{"DNS", 1}, {"", 0}, {"-", 0}, {"x", 1}}) == Counts{{"DNS", 1}, {"", 0}, {"-", 0}, {"x", 1}});
}

}  // namespace
}  // namespace candor::lint
