#include "candor/text/node.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "candor/text/utf8.hpp"
#include "raw.hpp"
#include "repeated_keys.hpp"
#include "syntax.hpp"

namespace candor::yaml {

namespace {

/// No note needs more, and what is said once may stand in a report many times.
constexpr std::size_t max_text_bytes = 16u << 10;
constexpr std::size_t max_key_bytes = 256;

/// Thrown through the parser, which has no other way to be stopped; the complaint is made.
struct Stop {};

/// Turns the parser's marks, which count bytes from 0, into places.
struct Locator {
  std::string_view text;
  Columns columns;
  std::uint32_t file = 0;

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? text.size() : std::min(static_cast<std::size_t>(mark.pos), text.size());
  }

  [[nodiscard]] Place place(const YAML::Mark& mark) const {
    if (mark.is_null()) return {file, 0, 0};
    const auto at = offset(mark);
    const auto begin = at - std::min(static_cast<std::size_t>(mark.column), at);
    return {file, static_cast<std::uint32_t>(mark.line) + 1, columns.column(begin, at)};
  }

  /// The place of a byte at or before a mark.
  [[nodiscard]] Place place_before(std::size_t at, const YAML::Mark& mark) const {
    const auto line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const auto begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    const auto between = text.substr(at, offset(mark) - std::min(at, offset(mark)));
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(between, '\n'));
    return {file, static_cast<std::uint32_t>(mark.line) + 1 - lines, columns.column(begin, at)};
  }
};

/// Builds the flat list of entries from the parser's events.
class Builder final : public YAML::EventHandler {
 public:
  Builder(const Locator& locator, bool drop_hostile, Diagnostics& diagnostics)
      : locator_(locator), diagnostics_(diagnostics), drop_hostile_(drop_hostile) {
    tree_.file = locator.file;
  }

  [[nodiscard]] Tree take() { return std::move(tree_); }
  [[nodiscard]] bool has_value() const { return has_value_; }
  [[nodiscard]] std::size_t reached() const { return reached_; }
  /// The innermost bracket that is still open.
  [[nodiscard]] std::optional<Place> open_bracket() const {
    const auto bracket = std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.is_flow; });
    if (bracket == open_.rend()) return std::nullopt;
    return Place{locator_.file, tree_.owned_entries[bracket->index].line, tree_.owned_entries[bracket->index].column};
  }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(Kind::Sequence, mark, tag, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(Kind::Mapping, mark, tag, style);
  }
  void OnMapEnd() override { close(); }
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    diagnostics_.error(locator_.place(mark), "anchor",
                       fmt::format("`&{}` is an anchor, and anchors are not read", name),
                       "remove it, or put the value in quotes");
  }

 private:
  struct Open {
    std::uint32_t index = 0;
    bool is_flow = false;
    bool at_key = false;       ///< a mapping whose next value is a key
    bool is_bad_pair = false;  ///< complained about: dropped when its value is complete
    std::size_t pair = 0;      ///< where the pair's entries begin
    std::size_t key_offset = 0;
  };

  [[nodiscard]] bool is_key() const { return !open_.empty() && open_.back().at_key; }

  Entry& add(Kind kind, const Place& place);
  void add_scalar(const Place& place, std::string_view value, bool quoted);
  void refuse_long(const Place& place, std::size_t size);
  void begin_value(const YAML::Mark& mark);
  void end_value();
  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::EmitterStyle::value style);
  void close();
  void refuse_tag(const YAML::Mark& mark, const std::string& tag);
  void add_absent(const YAML::Mark& mark);
  void refuse_key_without_colon();
  [[nodiscard]] Place place_of_absent(const YAML::Mark& mark) const;
  [[nodiscard]] std::string_view text_of(const Entry& entry) const {
    return std::string_view{tree_.owned_text}.substr(entry.begin, entry.size);
  }

  const Locator& locator_;
  Diagnostics& diagnostics_;
  Tree tree_;
  std::vector<Open> open_;
  std::size_t reached_ = 0;  ///< the byte of the last event
  bool drop_hostile_ = false;
  bool has_value_ = false;
  bool has_document_ = false;
};

Entry& Builder::add(Kind kind, const Place& place) {
  auto& entries = tree_.owned_entries;
  if (entries.size() >= max_entries) {
    diagnostics_.error(place, "too-large", fmt::format("the file holds more than {} keys and values", max_entries));
    throw Stop{};
  }
  has_value_ = true;
  entries.push_back({.kind = kind, .line = place.line, .column = place.column});
  entries.back().end = static_cast<std::uint32_t>(entries.size());
  return entries.back();
}

void Builder::add_scalar(const Place& place, std::string_view value, bool quoted) {
  refuse_long(place, value.size());
  auto& entry = add(Kind::Scalar, place);
  entry.quoted = quoted;
  entry.begin = static_cast<std::uint32_t>(tree_.owned_text.size());
  bool complained = drop_hostile_;  // of the bytes that made it hostile
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(value, is_plain) - value.begin());
  tree_.owned_text.append(value, 0, plain);
  for (std::size_t at = plain; at < value.size();) {
    const auto decoded = decode(value, at);
    const auto character = decoded.character;
    if (character == U'\t' || character == U'\n' || !is_hostile(character)) {
      tree_.owned_text += value.substr(at, decoded.size);
    } else if (!complained) {
      diagnostics_.error(
          place, "control-character",
          fmt::format("an escape in these quotes makes the character `\\u{{{:X}}}`", static_cast<unsigned>(character)),
          "delete it; it would act on whoever reads the text");
      complained = true;
    }
    at += decoded.size;
  }
  entry.size = static_cast<std::uint32_t>(tree_.owned_text.size()) - entry.begin;
}

void Builder::refuse_long(const Place& place, std::size_t size) {
  const auto limit = is_key() ? max_key_bytes : max_text_bytes;
  if (size <= limit) return;
  diagnostics_.error(
      place, "too-long",
      fmt::format("this {} is {} bytes long, and at most {} are read", is_key() ? "key" : "text", size, limit),
      is_key() ? "is a line break or a `:` missing?" : "keep it as a document in evidence/, and name its file");
  if (is_key()) open_.back().is_bad_pair = true;
}

/// Called before any key or value is added.
void Builder::begin_value(const YAML::Mark& mark) {
  reached_ = locator_.offset(mark);
  if (!is_key()) return;
  open_.back().pair = tree_.owned_entries.size();
  open_.back().key_offset = reached_;
  open_.back().is_bad_pair = false;
}

/// Called after any key or value is complete.
void Builder::end_value() {
  if (open_.empty()) return;
  auto& parent = open_.back();
  if (tree_.owned_entries[parent.index].kind != Kind::Mapping) return;
  if (!parent.at_key && parent.is_bad_pair) tree_.owned_entries.resize(parent.pair);
  parent.at_key = !parent.at_key;
}

void Builder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
  const auto at = locator_.offset(mark);
  const bool is_written = at < locator_.text.size() && locator_.text[at] == '!';
  if (!is_written && (tag.empty() || tag == "?" || tag == "!")) return;
  diagnostics_.error(locator_.place(mark), "tag", "a value cannot start with `!`: tags are not read",
                     "remove the tag, or put the value in quotes");
}

void Builder::open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::EmitterStyle::value style) {
  const auto place = locator_.place(mark);
  if (open_.size() >= static_cast<std::size_t>(max_depth)) {
    diagnostics_.error(place, "too-deep", fmt::format("values are nested more than {} levels deep", max_depth),
                       "is a bracket not closed?");
    throw Stop{};
  }
  begin_value(mark);
  refuse_tag(mark, tag);
  const auto index = static_cast<std::uint32_t>(tree_.owned_entries.size());
  add(kind, place);
  open_.push_back(
      {.index = index, .is_flow = style == YAML::EmitterStyle::Flow, .at_key = kind == Kind::Mapping, .pair = index});
}

void Builder::close() {
  const auto index = open_.back().index;
  auto& entries = tree_.owned_entries;
  entries[index].end = static_cast<std::uint32_t>(entries.size());
  if (entries[index].kind == Kind::Mapping) drop_repeated_keys(tree_, index, diagnostics_);
  open_.pop_back();
  // Only now: a bracket that is never closed looks like a key to the parser.
  if (is_key()) {
    diagnostics_.error({locator_.file, entries[index].line, entries[index].column}, "wrong-kind",
                       "a key must be a plain text");
    open_.back().is_bad_pair = true;
  }
  end_value();
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) {
  const auto at = locator_.offset(mark);
  const auto first = at < locator_.text.size() ? locator_.text[at] : '\0';
  if ((first == '"' || first == '\'') && !end_of_quoted(locator_.text, at)) {
    diagnostics_.error(locator_.place(mark), "syntax", "this quote is never closed");
    throw Stop{};
  }
  begin_value(mark);
  refuse_tag(mark, tag);
  add_scalar(locator_.place(mark), value, tag == "!" && first != '!');
  end_value();
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  begin_value(mark);
  diagnostics_.error(locator_.place(mark), "alias", "a value cannot start with `*`: aliases are not read",
                     "write the value out, or put it in quotes");
  if (is_key()) open_.back().is_bad_pair = true;
  // A merge key has no meaning of its own besides the alias.
  if (!open_.empty() && !is_key() && open_.back().pair + 1 == tree_.owned_entries.size() &&
      text_of(tree_.owned_entries.back()) == "<<")
    open_.back().is_bad_pair = true;
  add(Kind::Scalar, locator_.place(mark)).is_told = true;
  end_value();
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
  const auto rest = locator_.text.substr(locator_.offset(mark));
  for (const std::string_view written : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(written)) continue;
    constexpr std::string_view enders = " \t\r\n,]}:#";
    if (rest.size() > written.size() && enders.find(rest[written.size()]) == std::string_view::npos) continue;
    begin_value(mark);
    add_scalar(locator_.place(mark), written, false);
    end_value();
    return;
  }
  add_absent(mark);
}

/// Nothing was written where a key or value belongs; the mark is that of whatever follows.
void Builder::add_absent(const YAML::Mark& mark) {
  if (open_.empty()) return;  // the document has no value
  const auto at = locator_.offset(mark);
  if (at < locator_.text.size() && locator_.text[at] == '!') refuse_tag(mark, "!");
  if (is_key()) {
    begin_value(mark);
    diagnostics_.error(locator_.place(mark), "syntax", "a key is missing here", "write `key: value`");
    open_.back().is_bad_pair = true;
    add_scalar(locator_.place(mark), {}, false);
  } else {
    refuse_key_without_colon();
    add_scalar(place_of_absent(mark), {}, false);
  }
  end_value();
}

/// The parser takes a last line without its `:` for a key without a value.
void Builder::refuse_key_without_colon() {
  auto& parent = open_.back();
  const auto& entries = tree_.owned_entries;
  if (entries[parent.index].kind != Kind::Mapping || parent.is_bad_pair || drop_hostile_) return;
  const auto& key = entries[parent.pair];
  if (has_colon(locator_.text, parent.key_offset, key.size)) return;
  diagnostics_.error({locator_.file, key.line, key.column}, "syntax",
                     fmt::format("`{}` has no `:` after it", text_of(key)), hint_for_lost_colon(text_of(key)));
  parent.is_bad_pair = true;
}

/// The key that lacks its value, or the `-` that lacks its item.
Place Builder::place_of_absent(const YAML::Mark& mark) const {
  const auto& parent = open_.back();
  if (const auto& entries = tree_.owned_entries; entries[parent.index].kind == Kind::Mapping) {
    const auto& key = entries[parent.pair];
    return {locator_.file, key.line, key.column};
  }
  if (!parent.is_flow)
    if (const auto dash = find_item_dash(locator_.text, locator_.offset(mark)))
      return locator_.place_before(*dash, mark);
  return locator_.place(mark);
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (!has_document_) {
    has_document_ = true;
    return;
  }
  const auto rest = locator_.text.substr(locator_.offset(mark));
  if (!has_value_) {
    diagnostics_.error(locator_.place(mark), "syntax", "a document cannot start with this");
    throw Stop{};
  }
  const bool is_marked = rest.starts_with("---");
  diagnostics_.error(locator_.place(mark), "second-document",
                     is_marked ? "a second document starts here" : "text follows the end of the document",
                     is_marked               ? "one file holds one document"
                     : rest.starts_with(":") ? "put a blank after the `:`"
                                             : "is a key, a `:` or a bracket missing before it?");
  throw Stop{};
}

/// Where a fault is best shown: not at the end of the file where the parser noticed it, and
/// at the backslash instead of behind its escape.
Place place_of_fault(const Locator& locator, const Builder& builder, const YAML::Exception& fault) {
  const std::string_view words = fault.msg;
  const auto at = locator.offset(fault.mark);
  if (words.starts_with("illegal EOF in scalar"))
    if (const auto quote = find_unclosed_quote(locator.text, builder.reached()); quote && *quote <= at)
      return locator.place_before(*quote, fault.mark);
  const bool is_at_end = locator.text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
  if (is_at_end && words.find("flow not found") != std::string_view::npos)
    return builder.open_bracket().value_or(locator.place(fault.mark));
  for (const std::string_view escape : {"unknown escape", "invalid unicode", "bad character found"})
    if (words.starts_with(escape))
      if (const auto backslash = locator.text.substr(0, at).rfind('\\'); backslash != std::string_view::npos)
        return locator.place_before(backslash, fault.mark);
  return locator.place(fault.mark);
}

void complain(const Locator& locator, const Builder& builder, const YAML::Exception& fault, Diagnostics& diagnostics) {
  const auto line = builder.open_bracket().value_or(Place{}).line;
  const auto [code, message, hint] = explain_syntax(fault.msg, locator.text, locator.offset(fault.mark), line);
  diagnostics.error(place_of_fault(locator, builder, fault), code, message, hint);
}

}  // namespace

std::optional<Tree> parse(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
  const auto raw = check_raw(sources, file, diagnostics);
  if (!raw.is_readable) return std::nullopt;
  const auto text = std::string_view{sources.at(file).bytes}.substr(raw.begin);
  const Locator locator{.text = text, .columns = Columns{text}, .file = file};
  Builder builder{locator, raw.has_hostile, diagnostics};
  bool is_complete = false;
  bool has_trailing = false;
  try {
    std::istringstream stream{std::string{text}};
    YAML::Parser parser{stream};
    parser.HandleNextDocument(builder);
    is_complete = true;
    if (parser) parser.HandleNextDocument(builder);
  } catch (const Stop&) {
    if (!is_complete) return std::nullopt;
    has_trailing = true;
  } catch (const YAML::Exception& fault) {
    complain(locator, builder, fault, diagnostics);
    return std::nullopt;
  }
  if (!builder.has_value()) {
    if (!has_trailing) complain_empty(text, file, diagnostics);
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace candor::yaml
