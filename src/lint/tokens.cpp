#include "lint/tokens.hpp"

#include <algorithm>
#include <array>

#include "lint/letters.hpp"

namespace candor::lint {

namespace {

// Written like a setting, and everybody's: makers' names. Sorted.
constexpr std::array<std::string_view, 12> makers_names{"FaceTime", "LinkedIn",  "OneDrive", "PayPal",
                                                        "WhatsApp", "WordPress", "YouTube",  "eBay",
                                                        "iCloud",   "iPad",      "iPhone",   "macOS"};
static_assert(std::ranges::is_sorted(makers_names));

template <typename Claim>
std::size_t run(std::string_view text, std::size_t at, Claim claim) {
  while (at < text.size() && claim(text[at])) ++at;
  return at;
}

bool is_path(char character) { return is_name(character) || is_one_of(character, "./-"); }
bool is_option(char character) { return is_name(character) || character == '-'; }
bool is_id(char character) { return is_name(character) || is_one_of(character, ".-"); }
bool is_solid(char character) { return !is_blank(character); }
bool is_small(char character) { return is_lower(character) || is_digit(character) || character == '_'; }

/// Without the full stop of its sentence.
std::size_t without_stops(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_one_of(text[end - 1], ".,;:!?)\"'")) --end;
  return end;
}

}  // namespace

std::size_t CodeFinder::end_of_chunk(std::size_t begin) {
  if (begin < chunk_end_) return chunk_end_;
  chunk_end_ = run(text_, begin, is_solid);
  last_setting_ = begin;
  for (auto i = chunk_end_; i-- > begin + 1;)
    if (text_[i] == '=' && is_name(text_[i - 1]) && (is_name(at(i + 1)) || is_one_of(at(i + 1), "*-"))) {
      last_setting_ = i;
      break;
    }
  return chunk_end_;
}

/// `name=value`, `some_name`, `$name` or `--option`.
std::size_t CodeFinder::end_of_setting(std::size_t begin) {
  const auto chunk = end_of_chunk(begin);
  if (last_setting_ > begin) return without_stops(text_, begin, chunk);
  if (text_[begin] == '$') {
    const auto name = at(begin + 1) == '{' ? begin + 2 : begin + 1;
    if (!is_letter(at(name)) && at(name) != '_') return begin;
    const auto end = run(text_, name, is_name);
    return at(end) == '}' ? end + 1 : end;
  }
  if (text_[begin] == '-') {
    if (at(begin + 1) != '-' || !is_name(at(begin + 2)) || !is_option(at(begin + 3))) return begin;
    return run(text_, begin + 2, is_option);
  }
  const auto end = run(text_, begin, is_name);
  const auto score = text_.substr(begin, end - begin).find('_', 1);
  return score != std::string_view::npos && score > 0 && begin + score + 1 < end ? end : begin;
}

/// `someName` and `SomeName`.
std::size_t CodeFinder::end_of_mixed_case(std::size_t begin) const {
  const auto end = run(text_, begin, is_name);
  if (std::ranges::binary_search(makers_names, text_.substr(begin, end - begin))) return begin;
  if (is_lower(text_[begin])) {
    const auto hump = run(text_, begin, is_lower);
    return is_upper(at(hump)) && is_name(at(hump + 1)) ? end : begin;
  }
  const auto hump = run(text_, begin + 1, is_lower);
  return hump > begin + 1 && is_upper(at(hump)) && is_lower(at(hump + 1)) ? end : begin;
}

/// `2.17.1`.
std::size_t CodeFinder::end_of_number(std::size_t begin) const {
  auto end = run(text_, begin, is_digit);
  for (int dots = 0; dots < 2; ++dots) {
    if (at(end) != '.' || !is_digit(at(end + 1))) return begin;
    end = run(text_, end + 1, is_digit);
  }
  return without_stops(text_, begin, run(text_, end, is_solid));
}

/// `CVE-2021-44228`, `AC2`, `T1566.001`.
std::size_t CodeFinder::end_of_capitals(std::size_t begin) const {
  const auto end = run(text_, begin, is_upper);
  const auto is_number = [&](std::size_t from, std::size_t to) {
    return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                       text_.begin() + static_cast<std::ptrdiff_t>(to), is_digit);
  };
  if (end == begin + 1) {
    const auto digits = run(text_, end, is_digit);
    return text_[begin] == 'T' && digits >= end + 4 ? without_stops(text_, begin, run(text_, end, is_solid)) : begin;
  }
  if (is_digit(at(end))) return run(text_, end, is_digit);
  if (at(end) != '-' && at(end) != ':') return begin;
  const auto id = without_stops(text_, begin, run(text_, end + 1, is_id));
  return is_number(end, std::max(end, id)) ? id : begin;
}

/// `mfa.cloud`, `report.pdf`; not an address of mail or of a page.
std::size_t CodeFinder::end_of_dotted(std::size_t begin) const {
  if (begin > 0 && is_one_of(text_[begin - 1], ".@/-")) return begin;
  auto end = run(text_, begin, is_small);
  auto last = begin;
  while (end - last >= 2 && std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(last),
                                        text_.begin() + static_cast<std::ptrdiff_t>(end), is_lower)) {
    if (at(end) != '.' || !is_small(at(end + 1))) break;
    last = end + 1;
    end = run(text_, last, is_small);
  }
  const bool is_whole = last > begin && end - last >= 2 && !is_name(at(end)) && !is_one_of(at(end), "@/");
  return is_whole && !text_.substr(begin).starts_with("www.") ? end : begin;
}

std::size_t CodeFinder::length(std::size_t begin) {
  if (begin > 0 && is_name(text_[begin - 1])) return 0;
  const char first = at(begin);
  if (is_blank(first)) return 0;
  if (first == '/' && run(text_, begin + 1, is_path) >= begin + 4)
    return without_stops(text_, begin, run(text_, begin + 1, is_path)) - begin;
  if (const auto end = end_of_setting(begin); end > begin) return end - begin;
  if (is_letter(first))
    if (const auto end = end_of_mixed_case(begin); end > begin) return end - begin;
  if (is_digit(first))
    if (const auto end = end_of_number(begin); end > begin) return end - begin;
  if (text_.substr(begin).starts_with("::/") && is_digit(at(begin + 3))) return run(text_, begin + 3, is_digit) - begin;
  if (first == '>' && at(begin + 1) == '=')
    if (const auto number = at(begin + 2) == ' ' ? begin + 3 : begin + 2; is_digit(at(number)))
      return run(text_, number, is_digit) - begin;
  if (is_upper(first))
    if (const auto end = end_of_capitals(begin); end > begin) return end - begin;
  return is_small(first) ? end_of_dotted(begin) - begin : 0;
}

std::vector<Token> split_words(std::string_view text, Span sentence) {
  const auto part = text.substr(0, sentence.end);
  CodeFinder codes{part};
  std::vector<Token> tokens;
  for (auto at = sentence.begin; at < sentence.end;) {
    if (const auto size = codes.length(at); size > 0) {
      tokens.push_back({{at, at + size}, true});
      at += size;
    } else if (is_letter(part[at])) {
      auto end = at + 1;
      for (;;) {
        end = run(part, end, [](char character) { return is_letter(character) || character == '\''; });
        if (end + 1 >= part.size() || part[end] != '-' || !is_letter(part[end + 1])) break;
        ++end;
      }
      while (end > at + 1 && part[end - 1] == '\'') --end;
      tokens.push_back({{at, end}, false});
      at = end;
    } else {
      ++at;
    }
  }
  return tokens;
}

}  // namespace candor::lint
