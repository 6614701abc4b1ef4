#include "candor/lint/measure.hpp"

#include <doctest/doctest.h>

#include <string>

#include "candor/lint/prose.hpp"

namespace candor::lint {
namespace {

// Texts of textstat's tests (github.com/textstat/textstat, tests/backend), with the values published there.
constexpr std::string_view short_text = "Cool dogs wear da sunglasses.";
constexpr std::string_view easy_text =
    "Anna and her family love doing puzzles. Anna is best at little puzzles. Anna and her brother work on"
    " medium size puzzles together. Anna's Brother likes puzzles with cars in them. When the whole family"
    " does a puzzle, they do really big puzzles. It can take them a week to finish a really big puzzle. "
    "Last year they did a puzzle with 500 pieces! Anna tries to finish one small puzzle a day by her. Her"
    " puzzles have about 50 pieces. They all glue their favorite puzzles together and frame them. The "
    "puzzles look so nice on the wall.";
constexpr std::string_view long_text =
    "Playing ... games has always been thought to be important to the development of well-balanced and "
    "creative children; however, what part, if any, they should play in the lives of adults has never "
    "been researched that deeply. I believe that playing games is every bit as important for adults as "
    "for children. Not only is taking time out to play games with our children and other adults valuable "
    "to building interpersonal relationships but is also a wonderful way to release built up tension.\n"
    "There's nothing my husband enjoys more after a hard day of work than to come home and play a game of"
    " Chess with someone. This enables him to unwind from the day's activities and to discuss the highs "
    "and lows of the day in a non-threatening, kick back environment. One of my most memorable wedding "
    "gifts, a Backgammon set, was received by a close friend. I asked him why in the world he had given "
    "us such a gift. He replied that he felt that an important aspect of marriage was for a couple to "
    "never quit playing games together. Over the years, as I have come to purchase and play, with other "
    "couples & coworkers, many games like: Monopoly, Chutes & Ladders, Mastermind, Dweebs, Geeks, & "
    "Weirdos, etc. I can reflect on the integral part they have played in our weekends and our \"shut-off "
    "the T.V. and do something more stimulating\" weeks. They have enriched my life and made it more "
    "interesting. Sadly, many adults forget that games even exist and have put them away in the "
    "cupboards, forgotten until the grandchildren come over.\n"
    "All too often, adults get so caught up in working to pay the bills and keeping up with the "
    "\"Joneses'\" that they neglect to harness the fun in life; the fun that can be the reward of enjoying "
    "a relaxing game with another person. It has been said that \"man is that he might have joy\" but all "
    "too often we skate through life without much of it. Playing games allows us to: relax, learn "
    "something new and stimulating, interact with people on a different more comfortable level, and to "
    "enjoy non-threatening competition. For these reasons, adults should place a higher priority on "
    "playing games in their lives";

const Jargon& no_jargon() {
  static const Jargon none{{}};
  return none;
}

Measures measured(std::string_view text) { return measure(read_prose(text), no_jargon()).measures; }

/// Whether ours lies near a published value: a word is a word, but not every syllable is.
bool is_near(double ours, double published, double margin) {
  CAPTURE(ours);
  return ours >= published - margin && ours <= published + margin;
}

TEST_CASE("textstat's short text: grade 2.88, ease 83.32") {
  const auto measures = measured(short_text);
  CHECK(is_near(measures.words_a_sentence(), 5.0, 0.001));
  CHECK(is_near(measures.grade(), 2.88, 0.01));
  CHECK(is_near(measures.ease(), 83.32, 0.01));
}

TEST_CASE("textstat's easy text: grade 4.49, ease 78.9") {
  const auto measures = measured(easy_text);
  CHECK(is_near(measures.words_a_sentence(), 9.0, 0.3));
  CHECK(is_near(measures.grade(), 4.488, 0.6));
  CHECK(is_near(measures.ease(), 78.918, 4.0));
}

TEST_CASE("textstat's long text: grade 10.4, ease 59.8") {
  const auto measures = measured(long_text);
  CHECK(is_near(measures.words_a_sentence(), 21.882, 1.5));
  CHECK(is_near(measures.grade(), 10.359, 0.6));
  CHECK(is_near(measures.ease(), 59.771, 4.0));
}

TEST_CASE("the platypus sentence, 24 syllables in 13 words, and the cat") {
  const auto platypus = measured("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
  CHECK(platypus.words == 13);
  CHECK(platypus.syllables == 24);
  CHECK(is_near(platypus.ease(), 37.455, 0.001));
  CHECK(is_near(platypus.grade(), 11.265, 0.001));
  CHECK(is_near(measured("The cat sat on the mat.").ease(), 116.145, 0.001));
}

TEST_CASE("a text without a word has no sentence, and its figures are still numbers") {
  const auto nothing = measured("12 % - 3\n");
  CHECK(nothing.words == 0);
  CHECK(nothing.sentences == 0);
  CHECK(nothing.passive_in_100() == 0.0);
}

/// What is found in a text, as it is written there.
std::string found(std::string_view text, Spot::Kind kind) {
  const auto prose = read_prose(text);
  std::string words;
  for (const auto& spot : measure(prose, no_jargon()).spots)
    if (spot.kind == kind) words += prose.text.substr(spot.begin, spot.end - spot.begin) + "; ";
  return words;
}

TEST_CASE("a passive is a form of be or get and a participle") {
  const auto passive = [](std::string_view text) { return found(text, Spot::Kind::Passive); };
  CHECK(passive("The files were stolen by a gang.") == "were stolen; ");
  CHECK(passive("Backups are not always tested.") == "are not always tested; ");
  CHECK(passive("It is being rewritten. It got lost.") == "is being rewritten; got lost; ");
  CHECK(passive("A gang stole the files. You are interested. The system is red. He is here, shown below.").empty());
}

TEST_CASE("codes are what no owner says, and they count as one word") {
  const auto code = [](std::string_view text) { return found(text, Spot::Kind::Code); };
  CHECK(code("Look at /etc/passwd, mfa.cloud and CVE-2021-44228.") == "/etc/passwd; mfa.cloud; CVE-2021-44228; ");
  CHECK(code("Set NoAutoRun=1 and max_age with --force at 2.17.1 on AC-2.") ==
        "NoAutoRun=1; max_age; --force; 2.17.1; AC-2; ");
  CHECK(code("Your iPhone costs $500, e.g. at 3.5 or 12:30 p.m. Write to me@example.com or www.example.com.").empty());
  CHECK(measured("Look at /etc/passwd now.").words == 4);
}

TEST_CASE("percentages and vague words, scare words and loud sentences") {
  CHECK(found("Some 40 % or 3.5%, ten percent, ten per cent of 100.", Spot::Kind::Percentage) ==
        "40 %; 3.5%; percent; per cent; ");
  CHECK(found("It is likely, most likely not. Probably. Likelihood.", Spot::Kind::Vague) ==
        "likely; likely; Probably; ");
  CHECK(found("Hackers destroyed it. Act now! Out\nof business. `[!]` missing", Spot::Kind::Scare) ==
        "Hackers; destroyed; Act now; !; Out\nof business; ");
}

TEST_CASE("you and we count in any form, and a country in capitals does not") {
  CHECK(measured("You and we. Your US office. You're ours, we've told us.").reader == 6);
}

TEST_CASE("abbreviations count once each, and are explained or complained about") {
  const std::string_view text =
      "The NOC (the room where people watch) is new. Our NOC and our LOBs need a PC. See NOC.";
  CHECK(found(text, Spot::Kind::Abbreviation) == "LOBs; ");
  CHECK(measured(text).abbreviations == std::set<std::string>{"LOB", "NOC"});
}

TEST_CASE("a sentence of 26 words is one too long") {
  std::string text = "One";
  for (int i = 1; i < 25; ++i) text += " word";
  CHECK(found(text + ".", Spot::Kind::LongSentence).empty());
  CHECK(found(text + " more.", Spot::Kind::LongSentence) == text + " more.; ");
}

}  // namespace
}  // namespace candor::lint
