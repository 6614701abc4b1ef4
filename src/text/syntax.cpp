#include "syntax.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "candor/text/node.hpp"
#include "candor/text/utf8.hpp"

namespace candor::yaml {

namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const auto before = text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// The character at a byte, to be quoted in a message.
std::string character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  return std::string{text.substr(at, decode(text, at).size)};
}

bool is_blank(char character) { return character == ' ' || character == '\t'; }

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r-");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// `parties {us: …}`: the bracket was taken for a part of the key.
std::optional<SyntaxFault> key_before_bracket(std::string_view line) {
  const auto bracket = line.find_first_of("{[");
  const auto key = trimmed(line.substr(0, std::min(bracket, line.size())));
  if (bracket == std::string_view::npos || key.empty() || line.find_first_of(":#\"'") < bracket) return std::nullopt;
  return SyntaxFault{.message = fmt::format("`{}` has no `:` after it", key),
                     .hint = fmt::format("write `{}: {}`", key, line[bracket])};
}

/// The line before, when it is a key and a value without a `:`.
std::string_view line_without_colon(std::string_view text, std::size_t begin) {
  if (begin == 0) return {};
  const auto before = trimmed(text.substr(line_begin(text, begin - 1), begin - 1 - line_begin(text, begin - 1)));
  return before.find_first_of(":#\"'[]{},") == std::string_view::npos ? before : std::string_view{};
}

/// A `:` where no key can be is the slip people make most, for one of four reasons.
SyntaxFault misplaced_colon(std::string_view text, std::size_t at) {
  const auto begin = line_begin(text, at);
  const auto line = text.substr(begin, at - begin);
  const auto indent = line.substr(0, line.find_first_not_of(" \t"));
  if (indent.find('\t') != std::string_view::npos)
    return {.message = "this line begins with a tab", .hint = "indent with spaces: a tab does not count as any"};
  if (line.size() > 1024)
    return {.message = "this key is longer than 1024 characters", .hint = "is a line break missing?"};
  if (auto fault = key_before_bracket(line)) return *fault;
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (line[i] == ':' && is_blank(line[i + 1]))
      return {.message = "a second `:` in one value",
              .hint = "put the value in quotes when a `:` belongs to it, or start a new line"};
  if (const auto before = line_without_colon(text, begin); !before.empty())
    return {.message = "a key cannot stand here",
            .hint = "the line before has no `:`; " + (before.find(' ') == std::string_view::npos
                                                          ? fmt::format("write `{}:`", before)
                                                          : hint_for_lost_colon(before))};
  return {.message = "a key cannot stand here",
          .hint = "keys of one block start in the same column; does the line before lack its `:`?"};
}

/// Text after a closing quote or bracket; the parser thinks of indentation.
std::optional<SyntaxFault> text_after_closing(std::string_view text, std::size_t at) {
  const auto begin = line_begin(text, at);
  const auto line = text.substr(begin, at - begin);
  const auto last = line.find_last_not_of(" \t");
  if (last == std::string_view::npos || std::string_view{"\"'])}"}.find(line[last]) == std::string_view::npos)
    return std::nullopt;
  return SyntaxFault{.message = fmt::format("text follows the closing `{}`", line[last]),
                     .hint = "is a quote or bracket missing, here or on a line before?"};
}

SyntaxFault bad_escape(std::string_view words) {
  const auto escape = words.substr(words.find_last_of(' ') + 1);
  return {.message = fmt::format("`\\{}` means nothing in double quotes", escape),
          .hint = R"(write a backslash as `\\`, or use single quotes)"};
}

struct Known {
  std::string_view parser_words;  ///< how the parser's message begins
  std::string_view code;
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view lines_up = "items of one list, and keys of one block, start in the same column";

constexpr std::array table{
    Known{"end of map not found", "syntax", "this does not line up with the keys above", lines_up},
    Known{"end of sequence not found", "syntax", "this does not line up with the items above", lines_up},
    Known{"illegal block entry", "syntax", "a `-` item cannot stand here",
          "start the list on a line of its own, under its key"},
    Known{"illegal map key", "syntax", "a `?` key cannot stand here", "write `key: value`"},
    Known{"illegal EOF in scalar", "syntax", "this quote is never closed", ""},
    Known{"illegal document indicator in scalar", "syntax", "a `---` or `...` line inside quotes", "close the quotes"},
    Known{"unexpected character in block scalar", "syntax", "nothing can follow `|` or `>` on its line",
          "start the text on the next line"},
    Known{"cannot set zero indentation", "syntax", "`|0` is no indentation", "write `|` alone"},
    Known{"illegal tab when looking for indentation", "syntax", "this line begins with a tab",
          "indent with spaces: a tab does not count as any"},
    Known{"invalid unicode", "syntax", "this escape is half of a character or none", "write the character itself"},
    Known{"bad character found while scanning hex", "syntax", "an escape in double quotes lacks its hex digits",
          R"(write a backslash as `\\`, or use single quotes)"},
    Known{"the referenced anchor is not defined", "alias", "aliases are not read", "write the value out"},
    Known{"alias not found", "alias", "aliases are not read", "write the value out"},
    Known{"illegal character found while scanning alias", "alias", "a value cannot start with `*`", "put it in quotes"},
    Known{"illegal character found while scanning anchor", "anchor", "a value cannot start with `&`",
          "put it in quotes"},
    Known{"anchor not found", "anchor", "a value cannot start with `&`", "put it in quotes"},
    Known{"aliases can't have", "alias", "aliases are not read", "write the value out"},
    Known{"cannot assign multiple anchors", "anchor", "anchors are not read", "write the value out"},
    Known{"cannot assign multiple aliases", "alias", "aliases are not read", "write the value out"},
    Known{"cannot assign multiple tags", "tag", "tags are not read", "remove them, or put the value in quotes"},
    Known{"illegal character found while scanning tag", "tag", "a value cannot start with `!`", "put it in quotes"},
    Known{"end of verbatim tag", "tag", "a value cannot start with `!`", "put it in quotes"},
    Known{"tag handle with no suffix", "tag", "a value cannot start with `!`", "put it in quotes"},
    Known{"bad file", "too-deep", "values are nested more than 64 levels deep", "is a bracket not closed?"},
};

}  // namespace

SyntaxFault explain_syntax(std::string_view parser_words, std::string_view text, std::size_t at,
                           std::uint32_t open_line) {
  if (parser_words.starts_with("illegal map value")) return misplaced_colon(text, at);
  if (parser_words.starts_with("unknown escape character")) return bad_escape(parser_words);
  if (parser_words.starts_with("unknown token"))
    return {.message = fmt::format("a value cannot start with `{}`", character_at(text, at)),
            .hint = "put it in quotes"};
  if (parser_words.starts_with("end of map not found") || parser_words.starts_with("end of sequence not found")) {
    if (at < text.size() && std::string_view{",]}"}.find(text[at]) != std::string_view::npos)
      return {.message = fmt::format("a value cannot start with `{}`", text[at]), .hint = "put it in quotes"};
    if (auto fault = text_after_closing(text, at)) return *fault;
  }
  if (parser_words.starts_with("illegal flow end"))
    return {.message = fmt::format("this `{}` closes nothing that is open", character_at(text, at)), .hint = {}};
  if (parser_words.starts_with("end of sequence flow not found"))
    return {.message = fmt::format("a `,` or `]` is missing in the list that starts on line {}", open_line),
            .hint = {}};
  if (parser_words.starts_with("end of map flow not found"))
    return {.message = fmt::format("a `,` or `}}` is missing in the braces that open on line {}", open_line),
            .hint = {}};
  for (const auto& [begin, code, message, hint] : table)
    if (parser_words.starts_with(begin))
      return {.code = code, .message = std::string{message}, .hint = std::string{hint}};
  return {.message = fmt::format("this is not understood ({})", parser_words), .hint = {}};
}

std::string hint_for_lost_colon(std::string_view written) {
  constexpr std::size_t longest = 60;  // longer ones are no key
  const auto end = written.find_first_of(" \t:");
  const auto rest = written.find_first_not_of(" \t:", std::min(end, written.size()));
  if (written.size() > longest || rest == std::string_view::npos) return "write `key: value`";
  return fmt::format("write `{}: {}`", written.substr(0, end), written.substr(rest));
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (auto next = at + 1; next < text.size(); ++next) {
    if (quote == '"' && text[next] == '\\') {
      ++next;
    } else if (text[next] == quote) {
      const bool is_doubled = quote == '\'' && next + 1 < text.size() && text[next + 1] == quote;
      if (!is_doubled) return next + 1;
      ++next;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> find_unclosed_quote(std::string_view text, std::size_t at) {
  constexpr std::string_view openers = " \t\n,:[{";
  while (at < text.size()) {
    const bool at_start = at == 0 || openers.find(text[at - 1]) != std::string_view::npos;
    if (at_start && (text[at] == '"' || text[at] == '\'')) {
      const auto end = end_of_quoted(text, at);
      if (!end) return at;
      at = *end;
    } else if (at_start && text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

bool has_colon(std::string_view text, std::size_t at, std::size_t size) {
  if (text[at] == '!' || text[at] == '&') return true;
  const auto before = text.substr(0, at).find_last_not_of(" \t\r\n");
  if (before != std::string_view::npos && text[before] == '?') return true;
  const bool in_quotes = text[at] == '"' || text[at] == '\'';
  const auto end = in_quotes ? end_of_quoted(text, at).value_or(text.size()) : at + size;
  const auto next = text.find_first_not_of(" \t", end);
  return next != std::string_view::npos && text[next] == ':';
}

std::optional<std::size_t> find_item_dash(std::string_view text, std::size_t end) {
  while (true) {
    const auto begin = line_begin(text, end);
    auto line = text.substr(begin, end - begin);
    for (auto hash = line.find('#'); hash != std::string_view::npos; hash = line.find('#', hash + 1))
      if (hash == 0 || is_blank(line[hash - 1])) line = line.substr(0, hash);
    const auto last = line.find_last_not_of(" \t\r");
    if (last != std::string_view::npos) return line[last] == '-' ? std::optional{begin + last} : std::nullopt;
    if (begin == 0) return std::nullopt;
    end = begin - 1;
  }
}

}  // namespace candor::yaml
