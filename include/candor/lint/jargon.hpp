#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "candor/text/diagnostics.hpp"
#include "candor/text/source.hpp"

/// Words of the field that a business owner is unlikely to know, each with a plain replacement.
namespace candor::lint {

enum class Tier {
  Replace,  ///< A: say something else
  Explain,  ///< B: explain it in the sentence where it first stands; the owner will meet it elsewhere
  Watch,    ///< C: an everyday word used technically; a few do no harm
};

struct Term {
  std::string word;
  std::string plain;
  Tier tier = Tier::Replace;
  Place place;
};

/// A term that stands in a text.
struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t term = 0;  ///< index into `Jargon::terms`
};

/// The list, ready to be looked for in a text. A word in capitals matches in capitals alone,
/// others in any case; each matches with a plural or possessive ending, and one that ends in
/// `*` with any ending. A blank matches a hyphen; a hyphen matches a blank or nothing.
class Jargon {
 public:
  explicit Jargon(std::vector<Term> terms);

  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }

  /// The terms in a part of a prose text in order; of those that overlap the first, then the longest.
  [[nodiscard]] std::vector<Hit> find(std::string_view text, std::size_t begin, std::size_t end) const;

 private:
  /// A run of letters and digits, and what must stand before it.
  struct Part {
    std::string word;
    std::string mark;  ///< empty: blanks or hyphens
  };
  struct Pattern {
    std::uint32_t term = 0;
    bool is_exact = false;
    bool is_stem = false;
    std::vector<Part> parts;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void add(std::uint32_t term, std::string_view word);
  void add_pattern(Pattern pattern);
  [[nodiscard]] std::size_t match(const Pattern& pattern, std::string_view text, std::size_t at) const;

  std::vector<Term> terms_;
  std::unordered_map<std::string, std::vector<Pattern>, Hash, std::equal_to<>> by_first_word_;
  std::vector<Pattern> stems_;  ///< those whose first word may end in anything
};

/// Reads a list: `term<TAB>plain replacement<TAB>tier` a line, `#` starts a comment. Adds to
/// `terms`, where a term that is there already is replaced. Every fault is told.
void read_jargon(const Sources& sources, std::uint32_t file, std::vector<Term>& terms, Diagnostics& diagnostics);

/// The list that is compiled in, as text; `profiles/jargon.tsv`.
[[nodiscard]] std::string_view builtin_jargon();

/// Whether what stands at [begin, end) is explained inside its sentence: by words in brackets
/// after it, by "is a …", by a colon, by "which …", or because it is itself a bracket or a name
/// ("this is called …") after plain words. `is_plain` says that a stretch holds no other term.
[[nodiscard]] bool is_explained(std::string_view sentence, std::size_t begin, std::size_t end,
                                const std::function<bool(std::size_t, std::size_t)>& is_plain);

}  // namespace candor::lint
