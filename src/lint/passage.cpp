#include "lint/passage.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "candor/text/utf8.hpp"
#include "lint/letters.hpp"

namespace candor::lint {

namespace {

struct Sample {
  std::string_view placeholder;
  std::string_view text;
};
// What takes no number is a name: of a place, a program or a person.
constexpr std::array samples{Sample{"has", "6"},
                             Sample{"of", "20"},
                             Sample{"unknown", "3"},
                             Sample{"count", "6"},
                             Sample{"value", "4"},
                             Sample{"date", "9 November 2026"},
                             Sample{"due", "9 November 2026"},
                             Sample{"version", "2"}};
constexpr std::string_view any_name = "Sam";

std::string_view sample_for(std::string_view placeholder) {
  const auto found = std::ranges::find(samples, placeholder, &Sample::placeholder);
  return found == samples.end() ? any_name : found->text;
}

/// The byte at which a place of the file lies.
std::optional<std::size_t> offset_of(const Sources& sources, const Place& place) {
  const std::string_view bytes = sources.at(place.file).bytes;
  if (bytes.empty() || place.line == 0) return std::nullopt;
  const auto line = sources.line(place.file, place.line);
  auto at = static_cast<std::size_t>(line.data() - bytes.data());
  for (std::uint32_t column = 1; column < place.column && at < bytes.size(); ++column) at += decode(bytes, at).size;
  return at;
}

/// Where each byte of a value stands in the file: what folding and quoting put between is passed
/// over. Empty when the two do not agree, as with an escape for a letter.
std::vector<std::uint32_t> align(std::string_view bytes, std::size_t at, std::string_view value) {
  constexpr std::string_view before_value = " \t\r\n\"'\\>|-+";
  constexpr std::string_view inside_value = " \t\r\n\"'\\";
  std::vector<std::uint32_t> written;
  written.reserve(value.size());
  bool has_begun = false;
  for (const char character : value) {
    if (!is_blank(character)) {
      while (at < bytes.size() && bytes[at] != character &&
             is_one_of(bytes[at], has_begun ? inside_value : before_value))
        ++at;
      if (at >= bytes.size() || bytes[at] != character) return {};
      has_begun = true;
    }
    written.push_back(static_cast<std::uint32_t>(at));
    if (!is_blank(character)) ++at;
  }
  return written;
}

}  // namespace

Filled fill_placeholders(std::string_view sentence) {
  Filled filled;
  const auto put = [&](std::string_view text, std::size_t at, bool is_moving) {
    for (std::size_t i = 0; i < text.size(); ++i)
      filled.written.push_back(static_cast<std::uint32_t>(is_moving ? at + i : at));
    filled.text += text;
  };
  for (std::size_t at = 0; at < sentence.size();) {
    const auto open = std::min(sentence.find('{', at), sentence.size());
    put(sentence.substr(at, open - at), at, true);
    const auto close = sentence.find('}', open);
    if (close == std::string_view::npos) {
      put(sentence.substr(open), open, true);
      break;
    }
    put(sample_for(sentence.substr(open + 1, close - open - 1)), open, false);
    at = close + 1;
  }
  return filled;
}

Passage::Passage(const Sources& sources, const yaml::Node& node, Places& places)
    : begin_(node.place()), places_(&places) {
  const auto filled = fill_placeholders(node.raw());
  prose_ = read_prose(filled.text);
  for (auto& offset : prose_.written) offset = offset < filled.written.size() ? filled.written[offset] : 0;
  if (const auto at = offset_of(sources, begin_)) written_ = align(sources.at(begin_.file).bytes, *at, node.raw());
}

Place Passage::place(std::size_t at) const {
  const auto offset = prose_.offset(at);
  return offset < written_.size() ? places_->at(written_[offset]) : begin_;
}

}  // namespace candor::lint
