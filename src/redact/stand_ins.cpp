#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "candor/redact/redact.hpp"
#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"
#include "values.hpp"

namespace candor {
namespace {

/// Of these there is usually one, which needs no number.
bool is_single(std::string_view kind) { return kind == "Client" || kind == "Provider"; }

/// Only these can be known to anybody: a person who is called as a program is called is still somebody.
bool may_be_public(std::string_view kind) {
  constexpr std::array<std::string_view, 3> kinds{"Tool", "Item", "Standard"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

/// A single word that is as short as `IT` or `Ann` may be an ordinary one too.
bool must_be_written_alike(const std::vector<FoldedWord>& words) {
  constexpr std::size_t longest = 3;
  return words.size() == 1 && words.front().folded.size() <= longest;
}

std::string joined(const std::vector<FoldedWord>& words, std::size_t first, std::size_t count) {
  auto text = words[first].folded;
  for (auto at = first + 1; at < first + count; ++at) text.append(" ").append(words[at].folded);
  return text;
}

/// `northgate-it` is part of a name for machines, and so must be what stands for it.
bool is_slug(std::string_view text) { return text.find(' ') == std::string_view::npos && text == ascii::lowered(text); }

}  // namespace

std::string slug(std::string_view name) {
  auto made = ascii::lowered(name);
  std::ranges::replace(made, ' ', '-');
  return made;
}

std::string StandIns::of(std::string_view name, std::string_view kind) {
  if (name.empty() || (may_be_public(kind) && public_names_.contains(name))) return std::string{name};
  if (const auto known = known_.find(name); known != known_.end()) return known->second;
  const int number = ++counts_[std::string{kind}];
  auto stand_in = number == 1 && is_single(kind) ? std::string{kind} : fmt::format("{} {}", kind, number);
  return known_.emplace(name, std::move(stand_in)).first->second;
}

std::string StandIns::of_somebody(std::string_view name, std::string_view kind) {
  auto stand_in = of(name, kind);
  const auto words = folded_words(name);
  if (words.empty()) return stand_in;
  if (sought_.emplace(joined(words, 0, words.size()), Sought{std::string{name}, stand_in}).second)
    lengths_[words.front().folded].insert(words.size());
  return stand_in;
}

std::string StandIns::swept(std::string text) const {
  const auto words = folded_words(text);
  std::string made;
  std::size_t done = 0;  // of the bytes of the text
  /// The longest name that begins with a word, with its count of words.
  const auto find = [&](std::size_t first) -> std::pair<const Sought*, std::size_t> {
    const auto lengths = lengths_.find(words[first].folded);
    if (lengths == lengths_.end()) return {};
    for (const auto count : lengths->second) {
      if (count > words.size() - first) continue;
      const auto sought = sought_.find(joined(words, first, count));
      if (sought == sought_.end()) continue;
      const auto written = std::string_view{text}.substr(words[first].start, words[first].end - words[first].start);
      if (count == 1 && must_be_written_alike({words[first]}) && sought->second.written != written) continue;
      return {&sought->second, count};
    }
    return {};
  };
  for (std::size_t at = 0; at < words.size();) {
    const auto [sought, count] = find(at);
    if (sought == nullptr) {
      ++at;
      continue;
    }
    const auto start = words[at].start;
    const auto end = words[at + count - 1].end;
    made.append(text, done, start - done);
    made += is_slug(std::string_view{text}.substr(start, end - start)) ? slug(sought->stand_in) : sought->stand_in;
    done = end;
    at += count;
  }
  return made.append(text, done);
}

}  // namespace candor
