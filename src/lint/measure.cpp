#include "candor/lint/measure.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "lint/letters.hpp"
#include "lint/syllables.hpp"
#include "lint/tokens.hpp"
#include "lint/wording.hpp"

namespace candor::lint {

namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Whether one of the hits, which are in order, lies in a part of the text.
bool touches(const std::vector<Hit>& hits, Span part) {
  const auto after = std::ranges::lower_bound(hits, part.end, {}, &Hit::begin);
  return after != hits.begin() && std::prev(after)->end > part.begin;
}

class Walk {
 public:
  Walk(std::string_view text, const Jargon& jargon, const std::set<std::uint32_t>& known)
      : text_(text), jargon_(jargon), known_(known) {}

  Measured take() { return std::move(result_); }

  void sentence(Span span) {
    const auto words = split_words(text_, span);
    if (words.empty()) return;
    auto& measures = result_.measures;
    ++measures.sentences;
    measures.words += words.size();
    measures.longest = std::max(measures.longest, words.size());
    if (words.size() > longest_sentence) spot(Spot::Kind::LongSentence, span, static_cast<std::uint32_t>(words.size()));
    if (const auto passive = find_passive(text_, words)) {
      ++measures.passive;
      spot(Spot::Kind::Passive, *passive);
    }
    const auto before = measures.syllables;
    for (const auto& word : words) count(word);
    look_for_hardest(span, words.size(), measures.syllables - before);
    for (const auto& percentage : find_percentages(text_, span)) spot(Spot::Kind::Percentage, percentage);
    for (const auto& scare : find_scares(text_, span)) spot(Spot::Kind::Scare, scare);
    terms(span, words);
  }

 private:
  [[nodiscard]] std::string_view words_of(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  void spot(Spot::Kind kind, Span span, std::uint32_t number = 0) {
    auto& measures = result_.measures;
    switch (kind) {
      case Spot::Kind::Jargon:
      case Spot::Kind::Abbreviation: ++measures.jargon; break;
      case Spot::Kind::Watched: ++measures.watched; break;
      case Spot::Kind::Code: ++measures.codes; break;
      case Spot::Kind::Percentage:
      case Spot::Kind::Vague: ++measures.percentages; break;
      case Spot::Kind::Scare: ++measures.scares; break;
      case Spot::Kind::Passive:
      case Spot::Kind::LongSentence: break;
    }
    result_.spots.push_back({.kind = kind, .begin = span.begin, .end = span.end, .number = number});
  }

  void count(const Token& word) {
    auto& measures = result_.measures;
    if (word.is_code) {
      ++measures.syllables;
      return spot(Spot::Kind::Code, word.span);
    }
    const auto letters = words_of(word.span);
    measures.syllables += static_cast<std::size_t>(syllables(letters));
    if (addresses_reader(letters)) ++measures.reader;
    if (is_vague(letters)) spot(Spot::Kind::Vague, word.span);
  }

  /// Of sentences that are long enough for their grade to say something.
  void look_for_hardest(Span span, std::size_t words, std::size_t syllables) {
    constexpr std::size_t shortest = 6;
    if (words < shortest) return;
    Measures alone;
    alone.words = words;
    alone.sentences = 1;
    alone.syllables = syllables;
    if (const auto grade = alone.grade(); grade > hardest_grade_) {
      hardest_grade_ = grade;
      result_.hardest = span.begin;
    }
  }

  void terms(Span span, const std::vector<Token>& words) {
    const auto hits = jargon_.find(text_, span.begin, span.end);
    for (const auto& hit : hits) {
      if (known_.contains(hit.term) || result_.explained.contains(hit.term)) continue;
      const bool is_watched = jargon_.terms()[hit.term].tier == Tier::Watch;
      if (is_explained_here(span, {hit.begin, hit.end}, hits))
        result_.explained.insert(hit.term);
      else
        spot(is_watched ? Spot::Kind::Watched : Spot::Kind::Jargon, {hit.begin, hit.end}, hit.term);
    }
    for (const auto& word : words)
      if (!word.is_code && is_abbreviation(words_of(word.span))) abbreviation(span, word.span, hits);
  }

  /// A term of the list has its own complaint.
  void abbreviation(Span span, Span word, const std::vector<Hit>& hits) {
    auto letters = words_of(word);
    if (letters.ends_with('s')) letters.remove_suffix(1);
    const bool is_new = result_.measures.abbreviations.emplace(letters).second;
    const bool in_brackets =
        word.begin > span.begin && text_[word.begin - 1] == '(' && word.end < text_.size() && text_[word.end] == ')';
    if (is_new && !in_brackets && !touches(hits, word) && !is_explained_here(span, word, {}))
      spot(Spot::Kind::Abbreviation, word);
  }

  /// Looks at what stands near: a meaning that is far away is found by no reader.
  [[nodiscard]] bool is_explained_here(Span sentence, Span word, const std::vector<Hit>& hits) const {
    constexpr std::size_t near = 160;
    const auto begin = std::max(sentence.begin, word.begin - std::min(word.begin, near));
    const auto end = std::min(sentence.end, word.end + near);
    return is_explained(words_of({begin, end}), word.begin - begin, word.end - begin,
                        [&](std::size_t from, std::size_t to) {
                          return !touches(hits, {begin + from, begin + to});
                        });
  }

  std::string_view text_;
  const Jargon& jargon_;
  const std::set<std::uint32_t>& known_;
  Measured result_;
  double hardest_grade_ = -100.0;
};

}  // namespace

Measures& Measures::operator+=(const Measures& other) {
  words += other.words;
  sentences += other.sentences;
  syllables += other.syllables;
  longest = std::max(longest, other.longest);
  passive += other.passive;
  reader += other.reader;
  jargon += other.jargon;
  watched += other.watched;
  codes += other.codes;
  percentages += other.percentages;
  scares += other.scares;
  abbreviations.insert(other.abbreviations.begin(), other.abbreviations.end());
  return *this;
}

double Measures::words_a_sentence() const { return ratio(words, sentences); }
double Measures::grade() const { return 0.39 * words_a_sentence() + 11.8 * ratio(syllables, words) - 15.59; }
double Measures::ease() const { return 206.835 - 1.015 * words_a_sentence() - 84.6 * ratio(syllables, words); }
double Measures::passive_in_100() const { return 100.0 * ratio(passive, sentences); }
double Measures::reader_in_100() const { return 100.0 * ratio(reader, words); }
double Measures::watched_in_100() const { return 100.0 * ratio(watched, words); }

Measured measure(const Prose& prose, const Jargon& jargon, const std::set<std::uint32_t>& known) {
  Walk walk{prose.text, jargon, known};
  for (const auto& span : split_sentences(prose.text)) walk.sentence(span);
  return walk.take();
}

}  // namespace candor::lint
