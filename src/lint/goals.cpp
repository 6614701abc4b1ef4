#include "lint/goals.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace candor::lint {

namespace {

double shown(double value) { return std::round(value * 10) / 10; }

Goal at_most(std::string what, double value, double limit, std::string_view unit = "") {
  return {std::move(what), fmt::format("{:.1f}{}", value, unit), fmt::format("at most {:.1f}", limit),
          is_at_most(value, limit)};
}

Goal at_least(std::string what, double value, double limit, std::string_view unit = "") {
  return {std::move(what), fmt::format("{:.1f}{}", value, unit), fmt::format("at least {:.1f}", limit),
          is_at_least(value, limit)};
}

Goal at_most(std::string what, std::size_t count, std::size_t limit, std::string_view unit = "") {
  return {std::move(what), fmt::format("{}{}", count, unit),
          limit == 0 ? std::string{"none"} : fmt::format("at most {}", limit), count <= limit};
}

std::string list(const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

}  // namespace

bool is_at_most(double value, double limit) { return shown(value) <= limit; }
bool is_at_least(double value, double limit) { return shown(value) >= limit; }

bool is_beyond(Spot::Kind kind, const Measures& whole, const Measures& words) {
  return (kind == Spot::Kind::Passive && !is_at_most(whole.passive_in_100(), most_passive)) ||
         (kind == Spot::Kind::Watched && !is_at_most(words.watched_in_100(), most_watched));
}

std::vector<Goal> goals_of_whole(const Measures& whole, bool reads_on) {
  std::vector<Goal> goals{
      {"Words", std::to_string(whole.words), {}},
      {"Sentences", std::to_string(whole.sentences), {}},
      at_most("Reading grade", whole.grade(), hardest_report),
      at_least("Reading ease", whole.ease(), least_ease),
      at_most("Words a sentence", whole.words_a_sentence(), most_words),
      at_most("Longest sentence", whole.longest, longest_sentence, " words"),
      at_most("Passive sentences", whole.passive_in_100(), most_passive, " of 100"),
  };
  if (reads_on) goals.push_back(at_least("You and we", whole.reader_in_100(), least_reader, " of 100 words"));
  return goals;
}

std::vector<Goal> goals_of_words(const Measures& words) {
  return {
      at_most("Terms not explained", words.jargon, 0),
      at_most("Watched words", words.watched_in_100(), most_watched, " of 100"),
      at_most("Codes and settings", words.codes, 0),
      at_most("Percentages, likely", words.percentages, 0),
      at_most("Scare words", words.scares, 0),
      at_most("Abbreviations", words.abbreviations.size(), most_abbreviations),
  };
}

void complain_about_whole(const Measures& whole, bool reads_on, Place place, std::uint32_t hardest,
                          Diagnostics& diagnostics) {
  const bool is_too_hard = !is_at_most(whole.grade(), hardest_report);
  const auto hint = hardest > 0 ? fmt::format("shorter sentences and shorter words; line {} is the hardest", hardest)
                                : std::string{"shorter sentences and shorter words"};
  if (is_too_hard)
    diagnostics.warning(place, "lint-grade",
                        fmt::format("the reading grade is {:.1f}; at most {:.1f}", whole.grade(), hardest_report),
                        hint);
  if (!is_too_hard && !is_at_least(whole.ease(), least_ease))
    diagnostics.warning(place, "lint-grade",
                        fmt::format("the reading ease is {:.1f}; at least {:.1f}", whole.ease(), least_ease), hint);
  if (!is_at_most(whole.words_a_sentence(), most_words))
    diagnostics.warning(
        place, "lint-sentence",
        fmt::format("a sentence has {:.1f} words on average; at most {:.1f}", whole.words_a_sentence(), most_words),
        "make two of the longest ones");
  if (reads_on && !is_at_least(whole.reader_in_100(), least_reader))
    diagnostics.warning(
        place, "lint-you",
        fmt::format("{:.1f} of 100 words are `you` or `we`; at least {:.1f}", whole.reader_in_100(), least_reader),
        "speak to the reader: `you need`, `we do`");
  if (whole.abbreviations.size() > most_abbreviations)
    diagnostics.warning(
        place, "lint-abbreviation",
        fmt::format("there are {} different abbreviations; at most {}", whole.abbreviations.size(), most_abbreviations),
        fmt::format("they are {}", list(whole.abbreviations)));
}

}  // namespace candor::lint
