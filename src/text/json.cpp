#include "candor/text/json.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "candor/text/quoted.hpp"
#include "json_quick.hpp"
#include "json_walker.hpp"

namespace candor::json {

namespace {

using yaml::Entry;

constexpr std::string_view blanks = " \t\r\n";

/// Hands out the bytes one by one and counts them: the only way to learn from the parser where it is.
class Counter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Counter(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  Counter& operator++() {
    ++at_;
    if (reached_ != nullptr) *reached_ = at_;
    return *this;
  }
  bool operator==(const Counter& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

/// Builds the flat list of entries from the parser's events. Returning false stops it; the complaint is made.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view text, Place start, Diagnostics& diagnostics)
      : text_(text), reached_(text.data()), walker_(text, start), diagnostics_(diagnostics) {
    tree_.file = start.file;
    // Growing would hold all values twice for a moment. Each but the outermost stands behind one of these signs.
    const auto is_sign = [](char c) { return c == ',' || c == ':' || c == '[' || c == '{'; };
    const auto signs = static_cast<std::size_t>(std::ranges::count_if(text, is_sign));
    tree_.owned_entries.reserve(std::min(signs + 1, json::max_entries));
  }

  [[nodiscard]] const char** reached() { return &reached_; }
  [[nodiscard]] yaml::Tree take() { return std::move(tree_); }

  bool null() { return add_plain(); }
  bool boolean(bool /*value*/) { return add_plain(); }
  bool number_integer(number_integer_t /*value*/) { return add_plain(); }
  bool number_unsigned(number_unsigned_t /*value*/) { return add_plain(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) { return add_plain(); }
  bool binary(binary_t& /*value*/) { return false; }  // JSON has none
  bool string(const string_t& value) { return add_text(value); }
  bool key(const string_t& value) { return add_text(value); }
  bool start_object(std::size_t /*size*/) { return open(yaml::Kind::Mapping); }
  bool start_array(std::size_t /*size*/) { return open(yaml::Kind::Sequence); }
  bool end_array() {
    close();
    return true;
  }
  bool end_object() {
    const auto object = open_.back();
    close();
    refuse_repeated_keys(object);
    return true;
  }

  template <typename Error>
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const Error& /*error*/) {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(reached_ - text_.data() - 1, 0));
    const bool is_cut = text_.find_first_not_of(blanks, at + 1) == std::string_view::npos;
    diagnostics_.error(walker_.place_of(at), "bad-json",
                       is_cut ? "this is no whole JSON value: it ends in the middle or is broken at its end"
                              : "this is not JSON from here on",
                       "export the file again; do not edit it by hand");
    return false;
  }

 private:
  [[nodiscard]] std::size_t reached_byte() const { return static_cast<std::size_t>(reached_ - text_.data()); }

  /// The first byte of a string whose closing quote was just read.
  [[nodiscard]] std::size_t begin_of_string() const {
    auto at = reached_byte() - 1;  // the closing quote
    while (at > 0) {
      --at;
      if (text_[at] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < at && text_[at - slashes - 1] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
    }
    return at;
  }

  /// A number, `true`, `false` or `null`: the parser may be one byte past it.
  bool add_plain() {
    constexpr std::string_view signs = "+-.";
    const auto is_part = [&](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || signs.find(c) != std::string_view::npos;
    };
    auto end = reached_byte();
    while (end > 0 && !is_part(text_[end - 1])) --end;
    auto begin = end;
    while (begin > 0 && is_part(text_[begin - 1])) --begin;
    return add(yaml::Kind::Scalar, begin, text_.substr(begin, end - begin), false);
  }

  bool add_text(std::string_view value) { return add(yaml::Kind::Scalar, begin_of_string(), value, true); }

  bool open(yaml::Kind kind) {
    if (open_.size() >= static_cast<std::size_t>(json::max_depth)) {
      diagnostics_.error(walker_.place_of(reached_byte() - 1), "too-deep",
                         fmt::format("values lie more than {} deep in each other here", json::max_depth),
                         "no tool that candor reads writes such a file");
      return false;
    }
    if (!add(kind, reached_byte() - 1, {}, false)) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.owned_entries.size() - 1));
    return true;
  }

  void close() {
    tree_.owned_entries[open_.back()].end = static_cast<std::uint32_t>(tree_.owned_entries.size());
    open_.pop_back();
  }

  bool add(yaml::Kind kind, std::size_t begin, std::string_view value, bool is_quoted) {
    auto& entries = tree_.owned_entries;
    const auto place = walker_.place_of(begin);
    if (entries.size() >= json::max_entries) {
      diagnostics_.error(place, "too-large", fmt::format("this file holds more than {} values", json::max_entries),
                         "export a shorter time or fewer machines at once");
      return false;
    }
    Entry entry;
    entry.kind = kind;
    entry.quoted = is_quoted;
    entry.line = place.line;
    entry.column = place.column;
    entry.begin = static_cast<std::uint32_t>(tree_.owned_text.size());
    entry.size = static_cast<std::uint32_t>(value.size());
    entry.end = static_cast<std::uint32_t>(entries.size() + 1);
    tree_.owned_text.append(value);
    entries.push_back(entry);
    return true;
  }

  /// Of two values under one key nobody can say which is meant, and a file must not say `fail` first and `pass` later.
  void refuse_repeated_keys(std::uint32_t object) {
    const auto& entries = tree_.owned_entries;
    keys_.clear();
    for (auto at = object + 1; at < entries.size(); at = entries[entries[at].end].end) keys_.push_back(at);
    const auto text_of = [&](std::uint32_t key) {
      return std::string_view{tree_.owned_text}.substr(entries[key].begin, entries[key].size);
    };
    std::ranges::sort(keys_, [&](auto a, auto b) { return std::pair{text_of(a), a} < std::pair{text_of(b), b}; });
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (text_of(keys_[i]) != text_of(keys_[i - 1]) || diagnostics_.is_full()) continue;
      const auto& key = entries[keys_[i]];
      diagnostics_.error({tree_.file, key.line, key.column}, "repeated-key",
                         fmt::format("the key {} is repeated", quoted(text_of(keys_[i]))),
                         "only one of the two can be meant: export the file again");
    }
  }

  std::string_view text_;
  const char* reached_;
  Walker walker_;
  Diagnostics& diagnostics_;
  yaml::Tree tree_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace

std::optional<yaml::Tree> parse_with_complaints(std::string_view text, Place start, Diagnostics& diagnostics) {
  Builder builder{text, start, diagnostics};
  const Counter begin{text.data(), builder.reached()};
  const Counter end{text.data() + text.size(), nullptr};
  const bool is_whole = nlohmann::json::sax_parse(begin, end, &builder);
  if (!is_whole) return std::nullopt;
  return builder.take();
}

std::optional<yaml::Tree> parse(std::string_view text, Place start, Diagnostics& diagnostics) {
  if (auto tree = parse_faultless(text, start)) return tree;
  return parse_with_complaints(text, start, diagnostics);
}

Place place_of(std::string_view text, Place start, std::size_t byte) { return Walker{text, start}.place_of(byte); }

}  // namespace candor::json
