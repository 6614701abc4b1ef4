#include <algorithm>
#include <array>
#include <string>

#include "lint/letters.hpp"
#include "lint/tokens.hpp"

namespace candor::lint {

namespace {

// Sorted. A full stop after one of these ends no sentence.
constexpr std::array<std::string_view, 33> abbreviations{
    "al",  "approx", "apr", "aug", "cf",  "co",   "dec", "dr",  "e.g", "feb", "fig",
    "i.e", "inc",    "jan", "jul", "jun", "ltd",  "mar", "mr",  "mrs", "ms",  "no",
    "nov", "oct",    "rev", "sec", "sep", "sept", "st",  "t.v", "u.k", "u.s", "vs"};
static_assert(std::ranges::is_sorted(abbreviations));

std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_blank(text[at])) ++at;
  return at;
}

/// Whether the full stop at `stop` belongs to the word before it. `next` begins what follows.
bool is_abbreviation(std::string_view text, std::size_t stop, std::size_t next) {
  constexpr std::size_t longest = 8;
  auto begin = stop;
  while (begin > 0 && stop - begin < longest && (is_name(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  const auto word = lower(text.substr(begin, stop - begin));
  if (word.size() == 1 && is_upper(text[begin]) && text[begin] != 'I') return is_upper(text[next]);
  if (word == "no") return is_digit(text[next]);
  return std::ranges::binary_search(abbreviations, std::string_view{word});
}

bool has_letter(std::string_view text) { return std::ranges::any_of(text, is_letter); }

/// Adds the sentences of one block.
void split_block(std::string_view text, Span block, std::vector<Span>& sentences) {
  auto begin = skip_blanks(text, block.begin, block.end);
  const auto add = [&](std::size_t end) {
    while (end > begin && is_blank(text[end - 1])) --end;
    if (has_letter(text.substr(begin, end - begin))) sentences.push_back({begin, end});
  };
  for (auto at = begin; at < block.end; ++at) {
    if (!is_one_of(text[at], ".!?")) continue;
    auto end = at + 1;
    while (end < block.end && is_one_of(text[end], "\"')]")) ++end;
    if (end >= block.end || !is_blank(text[end])) continue;
    const auto next = skip_blanks(text, end, block.end);
    if (next >= block.end) break;
    if (!is_upper(text[next]) && !is_digit(text[next]) && !is_one_of(text[next], "\"'([")) continue;
    if (text[at] == '.' && is_abbreviation(text, at, next)) continue;
    add(end);
    begin = next;
    at = next - 1;
  }
  add(block.end);
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text) {
  std::vector<Span> sentences;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(block_break, begin), text.size());
    split_block(text, {begin, end}, sentences);
    begin = end + 1;
  }
  return sentences;
}

}  // namespace candor::lint
