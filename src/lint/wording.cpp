#include "lint/wording.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lint/letters.hpp"

namespace candor::lint {

namespace {

template <typename Words>
bool is_in(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 15> forms_of_be{"am",  "is",    "are",    "was",    "were",
                                                       "be",  "been",  "being",  "get",    "gets",
                                                       "got", "isn't", "aren't", "wasn't", "weren't"};
constexpr std::array<std::string_view, 9> between{"not",   "never", "always", "often",  "also",
                                                  "still", "only",  "now",    "already"};
// Sorted. Participles that do not end in -ed.
constexpr std::array<std::string_view, 94> participles{
    "arisen", "awoken",    "beaten",    "become",    "begun",   "bent",   "bet",       "bitten",     "blown",
    "bought", "bound",     "broken",    "brought",   "built",   "burnt",  "caught",    "chosen",     "come",
    "cost",   "cut",       "dealt",     "done",      "drawn",   "driven", "drunk",     "eaten",      "fallen",
    "fed",    "felt",      "forbidden", "forgotten", "fought",  "found",  "frozen",    "given",      "gone",
    "grown",  "held",      "hidden",    "hit",       "hurt",    "kept",   "known",     "laid",       "led",
    "left",   "lent",      "let",       "lit",       "lost",    "made",   "meant",     "met",        "overwritten",
    "paid",   "proven",    "put",       "read",      "rebuilt", "reset",  "rewritten", "ridden",     "risen",
    "run",    "rung",      "said",      "seen",      "sent",    "set",    "shaken",    "shown",      "shut",
    "sold",   "sought",    "spent",     "spread",    "stolen",  "struck", "stuck",     "sung",       "sunk",
    "swept",  "taken",     "taught",    "thought",   "thrown",  "told",   "torn",      "understood", "undone",
    "upset",  "withdrawn", "won",       "written"};
static_assert(std::ranges::is_sorted(participles));
// They look like participles and say how something is, not what was done to it.
constexpr std::array<std::string_view, 19> adjectives{"interested", "concerned", "worried",  "tired",       "pleased",
                                                      "excited",    "scared",    "supposed", "located",     "based",
                                                      "dedicated",  "related",   "limited",  "experienced", "detailed",
                                                      "indeed",     "hundred",   "red",      "bed"};

bool is_participle(std::string_view written) {
  auto word = lower(written);
  for (const std::string_view prefix : {"well-", "re-"})
    if (word.starts_with(prefix)) word.erase(0, prefix.size());
  if (is_in(adjectives, word)) return false;
  if (word.size() > 3 && word.ends_with("ed")) return !(word.starts_with("un") && is_in(adjectives, word.substr(2)));
  return std::ranges::binary_search(participles, std::string_view{word});
}

bool is_all_blank(std::string_view text) { return std::ranges::all_of(text, is_blank); }

struct Scare {
  std::string_view words;
  bool is_stem = false;
};
constexpr std::array scares{Scare{"catastroph", true}, Scare{"devastat", true}, Scare{"disastrous"},
                            Scare{"nightmare", true},  Scare{"horrif", true},   Scare{"terrif", true},
                            Scare{"crippl", true},     Scare{"destroy", true},  Scare{"doomed"},
                            Scare{"bankrupt", true},   Scare{"hacker", true},   Scare{"attacker", true},
                            Scare{"out of business"},  Scare{"act now"},        Scare{"too late to act"},
                            Scare{"sleep at night"},   Scare{"peace of mind"}};

/// Where words that begin at `at` end; a blank matches any blanks. 0 when they do not stand there.
std::size_t match(std::string_view text, std::size_t at, std::string_view words) {
  for (const char wanted : words) {
    if (at >= text.size()) return 0;
    if (wanted == ' ') {
      const auto begin = at;
      while (at < text.size() && is_blank(text[at])) ++at;
      if (at == begin) return 0;
    } else if (to_lower(text[at++]) != wanted) {
      return 0;
    }
  }
  return at;
}

/// What an exclamation mark may end: words, not a mark such as `[!]`.
bool is_spoken(char before) { return is_name(before) || is_one_of(before, "\"')"); }

// Sorted.
constexpr std::array<std::string_view, 22> everybodys{"AM",  "AUD", "CAD", "CEO", "CHF", "EU", "EUR", "GB",
                                                      "GBP", "ID",  "IT",  "MB",  "NZD", "OK", "PC",  "PDF",
                                                      "PM",  "TB",  "TV",  "UK",  "US",  "USD"};
static_assert(std::ranges::is_sorted(everybodys));

}  // namespace

std::optional<Span> find_passive(std::string_view text, const std::vector<Token>& words) {
  const auto word = [&](std::size_t index) {
    const auto& span = words[index].span;
    return text.substr(span.begin, span.end - span.begin);
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_in(forms_of_be, lower(word(i)))) continue;
    for (std::size_t next = i + 1; next < words.size() && next <= i + 3; ++next) {
      const auto gap = words[next - 1].span.end;
      if (!is_all_blank(text.substr(gap, words[next].span.begin - gap)) || words[next].is_code) break;
      if (is_participle(word(next))) return Span{words[i].span.begin, words[next].span.end};
      const auto passed = lower(word(next));
      if (!is_in(between, passed) && passed != "being" && passed != "been" && !passed.ends_with("ly")) break;
    }
  }
  return std::nullopt;
}

bool addresses_reader(std::string_view word) {
  if (word == "US") return false;
  while (!word.empty()) {
    const auto end = std::min(word.find_first_of("'-"), word.size());
    const auto part = lower(word.substr(0, end));
    if (part == "you" || part == "your" || part == "yours" || part == "we" || part == "our" || part == "us")
      return true;
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return false;
}

std::vector<Span> find_percentages(std::string_view text, Span sentence) {
  std::vector<Span> found;
  for (auto at = sentence.begin; at < sentence.end; ++at) {
    if (is_digit(text[at])) {
      const auto begin = at;
      while (at < sentence.end && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
      const auto sign = at < sentence.end && is_blank(text[at]) ? at + 1 : at;
      if (sign < sentence.end && text[sign] == '%') found.push_back({begin, sign + 1});
    }
    if (at >= sentence.end || (at > sentence.begin && is_name(text[at - 1]))) continue;
    for (const std::string_view words : {"per cent", "percent"})
      if (const auto end = match(text.substr(0, sentence.end), at, words); end > 0) found.push_back({at, end});
  }
  return found;
}

bool is_vague(std::string_view word) {
  constexpr std::array<std::string_view, 3> vague{"likely", "unlikely", "probably"};
  return is_in(vague, lower(word));
}

std::vector<Span> find_scares(std::string_view text, Span sentence) {
  std::vector<Span> found;
  const auto part = text.substr(0, sentence.end);
  for (auto at = sentence.begin; at < sentence.end; ++at) {
    if (part[at] == '!' && at > sentence.begin && is_spoken(part[at - 1])) found.push_back({at, at + 1});
    if (!is_letter(part[at]) || (at > 0 && is_name(part[at - 1]))) continue;
    for (const auto& [words, is_stem] : scares) {
      auto end = match(part, at, words);
      if (end == 0) continue;
      while (is_stem && end < part.size() && is_letter(part[end])) ++end;
      if (end < part.size() && is_name(part[end])) continue;
      found.push_back({at, end});
      at = end - 1;
      break;
    }
  }
  return found;
}

bool is_abbreviation(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  if (word.size() < 2 || word.size() > 6 || !std::ranges::all_of(word, is_upper)) return false;
  return !std::ranges::binary_search(everybodys, word);
}

}  // namespace candor::lint
