#include "repeated_keys.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace candor::yaml {

bool repeats_a_key(const Tree& tree, std::uint32_t mapping) {
  const auto& entries = tree.owned_entries;
  const auto next = [&](std::uint32_t key) { return entries[entries[key].end].end; };
  const auto text_of = [&](std::uint32_t key) {
    return std::string_view{tree.owned_text.data() + entries[key].begin, entries[key].size};
  };
  // Most mappings are small: comparing each with each takes less than putting them in order.
  std::array<std::string_view, 16> few;
  std::size_t count = 0;
  auto at = mapping + 1;
  for (; at < entries.size() && count < few.size(); at = next(at)) {
    const auto key = text_of(at);
    for (std::size_t i = 0; i < count; ++i)
      if (few[i] == key) return true;
    few[count++] = key;
  }
  if (at >= entries.size()) return false;
  std::vector<std::string_view> many{few.begin(), few.end()};
  for (; at < entries.size(); at = next(at)) many.push_back(text_of(at));
  std::ranges::sort(many);
  return std::ranges::adjacent_find(many) != many.end();
}

void drop_repeated_keys(Tree& tree, std::uint32_t mapping, Diagnostics& diagnostics) {
  if (!repeats_a_key(tree, mapping)) return;
  auto& entries = tree.owned_entries;
  const auto text_of = [&](std::uint32_t key) {
    return std::string_view{tree.owned_text}.substr(entries[key].begin, entries[key].size);
  };
  std::vector<std::uint32_t> keys;
  for (auto at = mapping + 1; at < entries.size(); at = entries[entries[at].end].end) keys.push_back(at);
  std::ranges::stable_sort(keys, {}, text_of);
  std::vector<std::uint32_t> repeated;
  for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
    if (text_of(keys[i]) != text_of(keys[first])) {
      first = i;
      continue;
    }
    repeated.push_back(keys[i]);
    const auto& key = entries[keys[i]];
    if (diagnostics.is_full()) continue;
    diagnostics.error({tree.file, key.line, key.column}, "repeated-key",
                      fmt::format("the key `{}` is repeated", text_of(keys[i])),
                      fmt::format("it was first written on line {}; only one can stand", entries[keys[first]].line));
  }
  if (repeated.empty()) return;
  std::ranges::sort(repeated);
  std::uint32_t write = mapping + 1;
  auto next = repeated.begin();
  for (auto read = mapping + 1; read < entries.size();) {
    const auto pair_end = entries[entries[read].end].end;
    if (next != repeated.end() && *next == read) {
      ++next;
      read = pair_end;
      continue;
    }
    const auto shift = read - write;
    for (; read < pair_end; ++read, ++write) {
      entries[write] = entries[read];
      entries[write].end -= shift;
    }
  }
  entries.resize(write);
  entries[mapping].end = write;
}

}  // namespace candor::yaml
