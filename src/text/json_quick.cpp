#include "json_quick.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#elif defined(__ARM_NEON)
#define RAPIDJSON_NEON
#endif
#include <rapidjson/reader.h>

#include "candor/text/json.hpp"
#include "json_walker.hpp"
#include "repeated_keys.hpp"

namespace candor::json {

namespace {

using yaml::Entry;

/// The parser ends at the first NUL, and may look at as many bytes at once.
constexpr std::size_t padding = 16;

/// Takes the parser's events, whose texts lie in the tree's own text, undone in place. Returning false ends it.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  Builder(std::string_view text, Place start)
      : walker_(text, start),
        has_surrogates_(text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos) {
    tree_.file = start.file;
    tree_.owned_text.reserve(text.size() + padding);
    tree_.owned_text.append(text).append(padding, '\0');
    constexpr std::size_t bytes_a_value = 8;  // more where texts are long; growing is no harm
    tree_.owned_entries.reserve(text.size() / bytes_a_value + 1);
  }

  [[nodiscard]] yaml::Tree& tree() { return tree_; }

  bool Null() { return add_plain("null"); }
  bool Bool(bool value) { return add_plain(value ? "true" : "false"); }
  /// With an exponent it may be no number that anybody can hold: refusing that takes more than looking at its signs.
  bool RawNumber(const char* number, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view text{number, size};
    return text.find_first_of("eE") == std::string_view::npos && add(yaml::Kind::Scalar, offset_of(number), 0, size);
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (has_surrogates_ && find_invalid_utf8({text, size})) return false;
    return add(yaml::Kind::Scalar, offset_of(text), 1, size);
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) { return String(text, size, copy); }
  bool StartObject() { return open(yaml::Kind::Mapping); }
  bool StartArray() { return open(yaml::Kind::Sequence); }
  bool EndObject(rapidjson::SizeType count) {
    const auto object = open_.back();
    close();
    return count < 2 || !yaml::repeats_a_key(tree_, object);
  }
  bool EndArray(rapidjson::SizeType /*count*/) {
    close();
    return true;
  }

  /// What the parser does not tell of values that are no texts: where they begin.
  void read_from(rapidjson::InsituStringStream& stream) { stream_ = &stream; }

 private:
  [[nodiscard]] std::size_t offset_of(const char* at) const {
    return static_cast<std::size_t>(at - tree_.owned_text.data());
  }
  [[nodiscard]] std::size_t reached() const { return stream_->Tell(); }

  bool add_plain(std::string_view word) { return add(yaml::Kind::Scalar, reached() - word.size(), 0, word.size()); }

  /// `quotes`: how many signs stand before the text.
  bool add(yaml::Kind kind, std::size_t begin, std::size_t quotes, std::size_t size) {
    auto& entries = tree_.owned_entries;
    if (entries.size() >= max_entries) return false;
    const auto place = walker_.place_of(begin - quotes);
    Entry& entry = entries.emplace_back();
    entry.kind = kind;
    entry.quoted = quotes > 0;
    entry.line = place.line;
    entry.column = place.column;
    entry.begin = static_cast<std::uint32_t>(begin);
    entry.size = static_cast<std::uint32_t>(size);
    entry.end = static_cast<std::uint32_t>(entries.size());
    return true;
  }

  bool open(yaml::Kind kind) {
    if (open_.size() >= static_cast<std::size_t>(max_depth)) return false;
    if (!add(kind, reached() - 1, 0, 0)) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.owned_entries.size() - 1));
    return true;
  }

  void close() {
    tree_.owned_entries[open_.back()].end = static_cast<std::uint32_t>(tree_.owned_entries.size());
    open_.pop_back();
  }

  Walker walker_;
  bool has_surrogates_;  ///< the parser takes half a pair for a character
  rapidjson::InsituStringStream* stream_ = nullptr;
  yaml::Tree tree_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

std::optional<yaml::Tree> parse_faultless(std::string_view text, Place start) {
  Builder builder{text, start};
  rapidjson::InsituStringStream stream{builder.tree().owned_text.data()};
  builder.read_from(stream);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  if (reader.Parse<flags>(stream, builder).IsError() || stream.Tell() != text.size()) return std::nullopt;
  return std::move(builder.tree());
}

}  // namespace candor::json
