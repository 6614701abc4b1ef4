#include "candor/text/diagnostics.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "candor/text/log_line.hpp"
#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::size_t columns_before = 70;  // of a source line, left of the caret
constexpr std::size_t columns_shown = 100;
constexpr std::size_t longest_words = 400;  // bytes of a message or hint
constexpr std::string_view cut_mark = "…";

/// Keeps the beginning and the end of a text that quotes something very long.
std::string shortened(std::string text) {
  if (text.size() <= longest_words) return text;
  const auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u; };
  std::size_t head = longest_words / 2;
  std::size_t tail = text.size() - longest_words / 4;
  while (head > 0 && is_inside(head)) --head;
  while (tail < text.size() && is_inside(tail)) ++tail;
  return text.substr(0, head) + std::string{cut_mark} + text.substr(tail);
}

/// Finds a line and the byte of a column. Complaints come sorted, so a search goes on where the last one ended: many
/// complaints about one very long line stay cheap.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Sources& sources) : sources_(sources) {}

  std::string_view line(const Place& place) {
    if (place.file == file_ && place.line == line_) return text_;
    file_ = place.file;
    line_ = place.line;
    text_ = sources_.line(file_, line_);
    column_ = 1;
    byte_ = 0;
    return text_;
  }

  std::size_t byte(const Place& place) {
    const auto text = line(place);
    if (place.column < column_) {
      column_ = 1;
      byte_ = 0;
    }
    for (; column_ < place.column && byte_ < text.size(); ++column_) byte_ += decode(text, byte_).size;
    return byte_;
  }

 private:
  const Sources& sources_;
  std::uint32_t file_ = 0;
  std::uint32_t line_ = 0;
  std::string_view text_;
  std::uint32_t column_ = 1;
  std::size_t byte_ = 0;
};

/// One character as it is shown: a tab as a blank, what could act on the terminal or a log spelt out.
std::string shown(std::string_view line, std::size_t at, const Decoded& decoded) {
  if (decoded.is_valid && decoded.character == U'\t') return " ";
  if (opens_command(line, at)) return "\\u{5B}";
  return show_hostile(line.substr(at, decoded.size));
}

struct Excerpt {
  std::string text;
  std::size_t caret = 0;  ///< columns before the caret
};

/// The part of a line around one of its bytes that fits on a screen.
Excerpt excerpt(std::string_view line, std::size_t caret) {
  std::deque<std::string> before;
  std::size_t width = 0;
  std::size_t at = caret;
  while (at > 0 && width <= columns_before) {
    // At most three continuation bytes belong to a character; bytes that belong to none stand alone.
    std::size_t begin = at - 1;
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
      const auto decoded = decode(line, at - back);
      if (!decoded.is_valid || decoded.size != back) continue;
      begin = at - back;
      break;
    }
    before.push_front(shown(line, begin, decode(line, begin)));
    width += display_width(before.front());
    at = begin;
  }
  std::string text{at > 0 ? cut_mark : std::string_view{}};
  for (const auto& piece : before) text += piece;
  Excerpt result{.text = text, .caret = display_width(text)};
  width = result.caret;
  for (at = caret; at < line.size();) {
    const auto decoded = decode(line, at);
    const auto piece = shown(line, at, decoded);
    width += display_width(piece);
    if (width > columns_shown) {
      result.text += cut_mark;
      break;
    }
    result.text += piece;
    at += decoded.size;
  }
  return result;
}

struct Colors {
  std::string_view bold;
  std::string_view error;
  std::string_view warning;
  std::string_view caret;
  std::string_view end;
};

constexpr Colors no_colors{};
constexpr Colors ansi{
    .bold = "\x1b[1m", .error = "\x1b[1;31m", .warning = "\x1b[1;35m", .caret = "\x1b[1;32m", .end = "\x1b[0m"};

/// The first line of a complaint: where, how bad, what.
void write_head(std::string& out, const Diagnostic& diagnostic, const Sources& names, std::string_view message,
                const Colors& colors) {
  const auto& place = diagnostic.place;
  const auto name = show_hostile(names.at(place.file).name);
  const bool is_error = diagnostic.severity == Severity::Error;
  const auto where = place.line == 0 ? name : fmt::format("{}:{}:{}", name, place.line, std::max(place.column, 1u));
  fmt::format_to(std::back_inserter(out), "{}{}:{} {}{}:{} {} [{}]\n", colors.bold, where, colors.end,
                 is_error ? colors.error : colors.warning, is_error ? "error" : "warning", colors.end, message,
                 diagnostic.code);
}

void write(std::string& out, const Diagnostic& diagnostic, const Sources& sources, PlaceFinder& finder,
           const Colors& colors) {
  const auto& [severity, code, place, message, hint] = diagnostic;
  write_head(out, diagnostic, sources, show_hostile(message), colors);
  auto to = std::back_inserter(out);
  const auto number = place.line == 0 ? std::string{} : fmt::format("{:>4}", place.line);
  if (place.line != 0 && !sources.at(place.file).bytes.empty()) {
    const auto [text, caret] = excerpt(finder.line(place), finder.byte(place));
    fmt::format_to(to, "{} | {}\n", number, text);
    fmt::format_to(to, "{:{}}{}^{}\n", "", number.size() + 3 + caret, colors.caret, colors.end);
  }
  if (!hint.empty())
    fmt::format_to(to, "{:{}}hint: {}\n", "", std::max<std::size_t>(number.size(), 4) + 3, show_hostile(hint));
}

}  // namespace

void Diagnostics::add(Severity severity, Place place, std::string_view code, std::string message, std::string hint) {
  if (severity == Severity::Error) has_errors_ = true;
  if (is_full()) {
    ++left_out_;
    return;
  }
  all_.push_back({severity, std::string{code}, place, shortened(std::move(message)), shortened(std::move(hint))});
}

void Diagnostics::error(Place place, std::string_view code, std::string message, std::string hint) {
  add(Severity::Error, place, code, std::move(message), std::move(hint));
}

void Diagnostics::warning(Place place, std::string_view code, std::string message, std::string hint) {
  add(Severity::Warning, place, code, std::move(message), std::move(hint));
}

std::string Diagnostics::tell(bool color, const Sources* stand_ins) {
  if (told_ == all_.size()) return {};
  auto text = text_from(told_, color, stand_ins);
  told_ = all_.size();
  return text;
}

std::string Diagnostics::text_from(std::size_t first, bool color, const Sources* stand_ins) const {
  std::vector<std::size_t> order(all_.size() - first);
  std::iota(order.begin(), order.end(), first);
  std::ranges::stable_sort(order, {}, [&](std::size_t index) { return all_[index].place; });
  std::string out;
  PlaceFinder finder{sources_};
  const auto told = [&](std::size_t position) {
    const auto& [severity, code, place, message, hint] = all_[order[position]];
    for (auto before = position; before-- > 0 && all_[order[before]].place == place;) {
      const auto& other = all_[order[before]];
      if (other.severity == severity && other.code == code && other.message == message) return true;
    }
    return false;
  };
  const auto& colors = color ? ansi : no_colors;
  for (std::size_t position = 0; position < order.size(); ++position) {
    const auto& diagnostic = all_[order[position]];
    if (told(position)) continue;
    if (stand_ins != nullptr)
      write_head(out, diagnostic, *stand_ins, "(words left out)", colors);
    else
      write(out, diagnostic, sources_, finder, colors);
  }
  if (left_out_ > 0)
    fmt::format_to(std::back_inserter(out), "{} more complaint{} left out\n", left_out_,
                   left_out_ == 1 ? " is" : "s are");
  return out;
}

}  // namespace candor
