#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "candor/lint/jargon.hpp"
#include "candor/lint/prose.hpp"
#include "lint/letters.hpp"

namespace candor {

// Written by candor_pack while building; see src/CMakeLists.txt.
[[nodiscard]] std::string_view packed_jargon();

}  // namespace candor

namespace candor::lint {

namespace {

constexpr std::string_view form = "a line is the term, a tab, what to say instead, a tab, and A, B or C";
constexpr std::size_t longest_term = 80;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<Tier> tier_of(std::string_view letter) {
  if (letter == "A") return Tier::Replace;
  if (letter == "B") return Tier::Explain;
  if (letter == "C") return Tier::Watch;
  return std::nullopt;
}

/// A term as texts are searched for it: without accents, beginning and ending with a letter or a digit.
std::optional<std::string> folded_term(std::string_view written) {
  auto word = read_prose(written).text;
  std::erase(word, block_break);
  std::string_view core = word;
  if (written.ends_with('*') && !core.ends_with('*')) word += '*';  // read as emphasis
  core = word;
  if (core.ends_with('*')) core.remove_suffix(1);
  if (core.empty() || core.size() > longest_term || !is_name(core.front()) || !is_name(core.back()))
    return std::nullopt;
  return word;
}

class Reader {
 public:
  Reader(std::uint32_t file, std::vector<Term>& terms, Diagnostics& diagnostics)
      : file_(file), terms_(terms), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < terms_.size(); ++i) known_[lower(terms_[i].word)] = i;
  }

  void read_line(std::string_view line, std::uint32_t number) {
    if (trimmed(line).empty() || line.front() == '#') return;
    const Place place{file_, number, 1};
    std::array<std::string_view, 3> columns;
    std::size_t count = 0;
    for (auto rest = line;; ++count) {
      const auto tab = std::min(rest.find('\t'), rest.size());
      if (count < columns.size()) columns[count] = trimmed(rest.substr(0, tab));
      if (tab == rest.size()) break;
      rest.remove_prefix(tab + 1);
    }
    ++count;
    const auto [written, plain, letter] = columns;
    if (count < 2 || count > columns.size() || plain.empty())
      return complain(place, fmt::format("`{}` has no words to say instead", written), std::string{form});
    const auto tier = count == 2 ? Tier::Replace : tier_of(letter);
    if (!tier) return complain(place, fmt::format("`{}` is no tier", letter), "A replace, B explain, C watch");
    const auto word = folded_term(written);
    if (!word)
      return complain(place, fmt::format("`{}` is not a term that can be looked for", written),
                      "it begins and ends with a letter or a digit; `*` at the end stands for any ending");
    add({*word, std::string{plain}, *tier, place});
  }

 private:
  void complain(Place place, std::string message, std::string hint) {
    diagnostics_.error(place, "bad-term", std::move(message), std::move(hint));
  }

  void add(Term term) {
    const auto [found, is_new] = known_.try_emplace(lower(term.word), terms_.size());
    if (is_new) {
      terms_.push_back(std::move(term));
    } else if (auto& before = terms_[found->second]; before.place.file == file_) {
      diagnostics_.error(term.place, "repeated-term", fmt::format("`{}` stands twice in this list", term.word),
                         fmt::format("the first is in line {}", before.place.line));
    } else {
      before = std::move(term);
    }
  }

  std::uint32_t file_;
  std::vector<Term>& terms_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace

std::string_view builtin_jargon() { return packed_jargon(); }

void read_jargon(const Sources& sources, std::uint32_t file, std::vector<Term>& terms, Diagnostics& diagnostics) {
  std::string_view rest = sources.at(file).bytes;
  Reader reader{file, terms, diagnostics};
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const auto end = std::min(rest.find('\n'), rest.size());
    reader.read_line(rest.substr(0, end), number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace candor::lint
