#include "candor/lint/prose.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "candor/text/utf8.hpp"
#include "lint/letters.hpp"

namespace candor::lint {

namespace {

// U+00C0 to U+00FF, each as the letter that it is read as.
constexpr std::string_view without_accent = "AAAAAAACEEEEIIIIDNOOOOO\x04OUUUUYTsaaaaaaaceeeeiiiidnooooo\x04ouuuuyty";
static_assert(without_accent.size() == 0x40);

/// What a character beyond ASCII is read as; 0 for one that takes no room.
char folded(char32_t character) {
  if (character >= 0xC0 && character <= 0xFF) return without_accent[character - 0xC0];
  switch (character) {
    case 0x2018:
    case 0x2019:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D: return '"';
    case 0x2010:
    case 0x2011: return '-';
    case 0x2012:
    case 0x2013:
    case 0x2014: return long_dash;
    case 0x00A0:
    case 0x2026:
    case 0x202F: return ' ';
    default: break;
  }
  if (character == 0xAD || character == 0xFEFF || (character >= 0x200B && character <= 0x200F)) return '\0';
  if (character >= 0x2000 && character <= 0x200A) return ' ';
  return symbol;
}

/// Finds the next of something again and again, without looking at any byte twice.
class Next {
 public:
  explicit Next(std::string_view needle) : needle_(needle) {}

  /// At or after `at`, which never goes back; `npos` when there is none.
  std::size_t find(std::string_view text, std::size_t at) {
    if (!is_known_ || (found_ != std::string_view::npos && found_ < at)) found_ = text.find(needle_, at);
    is_known_ = true;
    return found_;
  }

 private:
  std::string_view needle_;
  std::size_t found_ = 0;
  bool is_known_ = false;
};

struct Entity {
  std::string_view written;
  char read;
};
constexpr std::array entities{Entity{"&nbsp;", ' '}, Entity{"&amp;", '&'},  Entity{"&lt;", '<'},
                              Entity{"&gt;", '>'},   Entity{"&quot;", '"'}, Entity{"&#39;", '\''}};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {
    prose_.text.reserve(bytes.size());
    prose_.written.reserve(bytes.size());
  }

  Prose read() {
    begin_line();
    while (at_ < in_.size()) {
      if (peek() == '\n')
        end_line();
      else if (!markup())
        character();
    }
    return std::move(prose_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\n'; }
  [[nodiscard]] std::string_view rest() const { return in_.substr(at_); }
  [[nodiscard]] char last() const { return prose_.text.empty() ? ' ' : prose_.text.back(); }

  void put(char read) {
    prose_.text += read;
    prose_.written.push_back(static_cast<std::uint32_t>(at_));
  }

  void begin_line();
  void end_line();
  [[nodiscard]] bool is_rule() const;
  [[nodiscard]] std::size_t item_mark() const;
  bool markup();
  bool fence();
  bool tag();
  bool target_of_link();
  bool address();
  bool emphasis();
  bool entity();
  void character();
  void leave(std::size_t end) {
    put(' ');
    at_ = end;
  }

  std::string_view in_;
  Prose prose_;
  std::size_t at_ = 0;
  bool in_heading_ = false;
  Next fence_{"```"};
  Next comment_{"-->"};
  Next angle_{">"};
  Next round_{")"};
  Next line_{"\n"};
};

/// A line of nothing but marks: under a heading, between parts of a page.
bool Reader::is_rule() const {
  std::size_t marks = 0;
  for (auto at = at_; at < in_.size() && in_[at] != '\n';) {
    const auto decoded = decode(in_, at);
    const bool is_line = decoded.is_valid && decoded.character >= 0x2500 && decoded.character <= 0x257F;
    if (!is_line && !is_one_of(in_[at], "=-_*~ \t\r|:")) return false;
    if (!is_blank(in_[at])) ++marks;
    at += decoded.size;
  }
  return marks >= 3;
}

/// The length of what marks an item of a list: `-`, `12.`, `(a)`, and the blanks after it; 0 when none does.
std::size_t Reader::item_mark() const {
  std::size_t size = 0;
  const auto first = decode(in_, at_);
  if (is_one_of(peek(), "-*+") || (peek() == 'o' && is_blank(peek(1)))) {
    size = 1;
  } else if (first.is_valid && (first.character == 0x2022 || first.character == 0x25CF || first.character == 0x2013)) {
    size = first.size;
  } else {
    if (peek() == '(') ++size;
    if (is_digit(peek(size)))
      size += is_digit(peek(size + 1)) ? 2u : 1u;
    else if (is_lower(peek(size)))
      ++size;
    else
      return 0;
    if (!is_one_of(peek(size), is_digit(peek(size - 1)) ? ".):" : ".)")) return 0;
    ++size;
  }
  if (peek(size) == '\n' || !is_blank(peek(size))) return 0;
  while (peek(size) == ' ' || peek(size) == '\t') ++size;
  return size;
}

void Reader::begin_line() {
  while (at_ < in_.size() && is_one_of(peek(), " \t\r>")) ++at_;
  if (at_ >= in_.size() || peek() == '\n') return put(block_break);
  if (is_rule()) {
    put(block_break);
    at_ = std::min(in_.find('\n', at_), in_.size());
    return;
  }
  std::size_t marks = 0;
  while (peek(marks) == '#') ++marks;
  if (marks > 0 && is_blank(peek(marks))) {
    put(block_break);
    at_ += marks;
    in_heading_ = true;
  } else if (peek() == '|') {
    put(block_break);
  } else if (const auto mark = item_mark(); mark > 0) {
    put(block_break);
    at_ += mark;
  }
}

void Reader::end_line() {
  put(in_heading_ ? block_break : '\n');
  in_heading_ = false;
  ++at_;
  begin_line();
}

bool Reader::fence() {
  if (!rest().starts_with("```")) return false;
  const auto end = fence_.find(in_, at_ + 3);
  put(block_break);
  at_ = end == std::string_view::npos ? at_ + 3 : end + 3;
  return true;
}

/// `<!-- … -->`, `<https://…>` and `<b>`. All but a comment end on their line: a stray `<` takes no text with it.
bool Reader::tag() {
  const bool is_comment = rest().starts_with("<!--");
  if (!is_comment && !is_letter(peek(1)) && !(peek(1) == '/' && is_letter(peek(2)))) return false;
  const auto end = is_comment ? comment_.find(in_, at_ + 4) : angle_.find(in_, at_ + 1);
  if (end == std::string_view::npos || (!is_comment && end > line_.find(in_, at_))) return false;
  leave(end + (is_comment ? 3 : 1));
  return true;
}

/// `](https://…)` ends the words of a link.
bool Reader::target_of_link() {
  if (peek(1) != '(') return false;
  const auto end = round_.find(in_, at_ + 2);
  if (end == std::string_view::npos || end > line_.find(in_, at_)) return false;
  at_ = end + 1;
  return true;
}

bool Reader::address() {
  if (is_name(last()) || !(rest().starts_with("https://") || rest().starts_with("http://"))) return false;
  auto end = at_;
  while (end < in_.size() && !is_blank(in_[end]) && !is_one_of(in_[end], ")>\"]")) ++end;
  while (end > at_ && is_one_of(in_[end - 1], ".,;:!?")) --end;
  leave(end);
  return true;
}

/// Stars and underscores at the edge of a word; inside one they belong to it.
bool Reader::emphasis() {
  const bool is_run = peek(1) == peek() || (at_ > 0 && in_[at_ - 1] == peek());
  if (!is_run && is_name(last()) && is_name(peek(1))) return false;
  ++at_;
  return true;
}

bool Reader::entity() {
  for (const auto& [written, read] : entities) {
    if (!rest().starts_with(written)) continue;
    put(read);
    at_ += written.size();
    return true;
  }
  return false;
}

/// Passes what is not read aloud. True when something was.
bool Reader::markup() {
  switch (peek()) {
    case '`':
      if (!fence()) ++at_;
      return true;
    case '<': return tag();
    case '!':
      if (peek(1) != '[') return false;
      ++at_;
      return true;
    case ']': return target_of_link();
    case '*':
    case '_': return emphasis();
    case '&': return entity();
    case 'h': return address();
    case '.':
      if (peek(1) != '.') return false;
      leave(std::min(in_.find_first_not_of('.', at_), in_.size()));
      return true;
    case '\\':
      if (peek(1) > ' ' && peek(1) < 0x7F && !is_name(peek(1))) {
        ++at_;
        put(peek());
        ++at_;
        return true;
      }
      return false;
    default: return false;
  }
}

void Reader::character() {
  const auto byte = static_cast<unsigned char>(peek());
  if (byte < 0x80) {
    put(byte < 0x20 || byte == 0x7F ? ' ' : peek());
    ++at_;
    return;
  }
  const auto decoded = decode(in_, at_);
  if (const char read = decoded.is_valid ? folded(decoded.character) : symbol; read != '\0') put(read);
  at_ += decoded.size;
}

}  // namespace

Prose read_prose(std::string_view bytes) { return Reader{bytes}.read(); }

}  // namespace candor::lint
