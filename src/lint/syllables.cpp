#include "lint/syllables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "lint/letters.hpp"

namespace candor::lint {

namespace {

struct Exception {
  std::string_view word;
  int syllables;
};

// Sorted. What the rules below get right has no place here.
constexpr std::array exceptions{Exception{"antique", 2},      Exception{"anyone", 3},
                                Exception{"area", 3},         Exception{"aren't", 1},
                                Exception{"audience", 3},     Exception{"australian", 3},
                                Exception{"baseline", 2},     Exception{"behavior", 3},
                                Exception{"business", 2},     Exception{"businesses", 3},
                                Exception{"careful", 2},      Exception{"carefully", 3},
                                Exception{"carrier", 3},      Exception{"ceo", 3},
                                Exception{"chocolate", 2},    Exception{"client", 2},
                                Exception{"colleague", 2},    Exception{"compared", 2},
                                Exception{"confidential", 4}, Exception{"confidentiality", 7},
                                Exception{"continuous", 4},   Exception{"cooperate", 4},
                                Exception{"coordinate", 4},   Exception{"coordinated", 5},
                                Exception{"coordination", 5}, Exception{"couldn't", 2},
                                Exception{"create", 2},       Exception{"credential", 3},
                                Exception{"crucial", 2},      Exception{"cruel", 2},
                                Exception{"curious", 3},      Exception{"didn't", 2},
                                Exception{"disabling", 4},    Exception{"doesn't", 2},
                                Exception{"earlier", 3},      Exception{"easier", 3},
                                Exception{"eg", 2},           Exception{"elsewhere", 2},
                                Exception{"employee", 3},     Exception{"enabling", 4},
                                Exception{"enriched", 2},     Exception{"essential", 3},
                                Exception{"etc", 4},          Exception{"evening", 2},
                                Exception{"everyday", 3},     Exception{"everything", 3},
                                Exception{"everywhere", 3},   Exception{"experience", 4},
                                Exception{"experienced", 4},  Exception{"expired", 2},
                                Exception{"february", 4},     Exception{"financial", 3},
                                Exception{"firewall", 2},     Exception{"framework", 2},
                                Exception{"fuel", 2},         Exception{"guardian", 3},
                                Exception{"guideline", 2},    Exception{"hasn't", 2},
                                Exception{"homepage", 2},     Exception{"homeworker", 3},
                                Exception{"i'd", 1},          Exception{"id", 2},
                                Exception{"idea", 3},         Exception{"identifiers", 5},
                                Exception{"ie", 2},           Exception{"ignored", 2},
                                Exception{"immediately", 5},  Exception{"initial", 3},
                                Exception{"initiative", 4},   Exception{"insured", 2},
                                Exception{"interest", 2},     Exception{"interested", 3},
                                Exception{"interesting", 3},  Exception{"isn't", 2},
                                Exception{"it'll", 2},        Exception{"italian", 3},
                                Exception{"layer", 2},        Exception{"layered", 2},
                                Exception{"league", 1},       Exception{"lifetime", 2},
                                Exception{"likelihood", 3},   Exception{"likely", 2},
                                Exception{"lion", 2},         Exception{"marriage", 2},
                                Exception{"material", 4},     Exception{"maybe", 2},
                                Exception{"multiplier", 4},   Exception{"obvious", 3},
                                Exception{"official", 3},     Exception{"physician", 3},
                                Exception{"player", 2},       Exception{"poem", 2},
                                Exception{"poet", 2},         Exception{"potential", 3},
                                Exception{"preempt", 2},      Exception{"prepared", 2},
                                Exception{"previous", 3},     Exception{"privilege", 2},
                                Exception{"privileged", 2},   Exception{"privileges", 3},
                                Exception{"rarely", 2},       Exception{"react", 2},
                                Exception{"reaction", 3},     Exception{"realise", 3},
                                Exception{"realistic", 4},    Exception{"realize", 3},
                                Exception{"reinstall", 3},    Exception{"relived", 2},
                                Exception{"reptilian", 3},    Exception{"required", 2},
                                Exception{"resilience", 4},   Exception{"restored", 2},
                                Exception{"reuse", 2},        Exception{"reused", 2},
                                Exception{"routinely", 3},    Exception{"safeguard", 2},
                                Exception{"safely", 2},       Exception{"safety", 2},
                                Exception{"scheduled", 2},    Exception{"science", 2},
                                Exception{"scored", 1},       Exception{"secured", 2},
                                Exception{"separately", 4},   Exception{"serial", 3},
                                Exception{"serious", 3},      Exception{"several", 2},
                                Exception{"severely", 3},     Exception{"shared", 1},
                                Exception{"shouldn't", 2},    Exception{"social", 2},
                                Exception{"something", 2},    Exception{"sometimes", 2},
                                Exception{"somewhere", 2},    Exception{"special", 2},
                                Exception{"stakeholder", 3},  Exception{"stored", 1},
                                Exception{"suppliers", 3},    Exception{"takeover", 3},
                                Exception{"technician", 3},   Exception{"technique", 2},
                                Exception{"temperature", 3},  Exception{"theatre", 3},
                                Exception{"theory", 2},       Exception{"therefore", 2},
                                Exception{"these", 1},        Exception{"those", 1},
                                Exception{"timely", 2},       Exception{"trial", 2},
                                Exception{"unique", 2},       Exception{"unlikely", 3},
                                Exception{"unprivileged", 3}, Exception{"used", 1},
                                Exception{"useful", 2},       Exception{"valuable", 3},
                                Exception{"various", 3},      Exception{"vegetable", 3},
                                Exception{"wasn't", 2},       Exception{"wednesday", 2},
                                Exception{"weren't", 1},      Exception{"wouldn't", 2}};
static_assert(std::ranges::is_sorted(exceptions, {}, &Exception::word));

std::optional<int> find_exception(std::string_view word) {
  const auto found = std::ranges::lower_bound(exceptions, word, {}, &Exception::word);
  if (found == exceptions.end() || found->word != word) return std::nullopt;
  return found->syllables;
}

using Endings = std::initializer_list<std::string_view>;

bool ends_with_any(std::string_view word, Endings endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// After these an `s` is a syllable of its own: boxes, changes.
bool ends_in_hiss(std::string_view word) { return ends_with_any(word, {"s", "x", "z", "ch", "sh", "ge", "ce"}); }

bool has_vowel(std::string_view word) { return std::ranges::any_of(word, is_vowel); }

/// The character before an ending; a blank when there is none.
char before(std::string_view word, std::size_t ending) {
  return word.size() > ending ? word[word.size() - ending - 1] : ' ';
}

/// Takes an ending away that is not spoken. Returns the syllables that this costs, mostly none.
int drop_silent_ending(std::string& word) {
  for (const std::string_view ending : {"les", "led", "le"}) {
    if (!word.ends_with(ending)) continue;
    const char previous = before(word, ending.size());
    if (previous == ' ' || is_vowel(previous) || previous == 'l') break;
    word.resize(word.size() - ending.size());
    return 1;  // ta-ble, hand-led
  }
  if (word.ends_with("ed") && word.size() > 4 && !is_one_of(before(word, 2), "td")) {
    word.resize(word.size() - 2);  // stopped, checked
    return has_vowel(word) ? 0 : 1;
  }
  if (ends_with_any(word, {"ches", "shes", "xes", "zes", "ses", "ces", "ges"})) return 0;
  if (word.ends_with("es") && before(word, 2) != ' ' && !is_vowel(before(word, 2))) {
    word.resize(word.size() - 2);
  } else if (word.ends_with("e") && word.size() > 2 && !ends_with_any(word, {"ee", "ie", "ye", "oe", "ue"})) {
    word.pop_back();
  }
  return 0;
}

/// The `e` of safe-ly, care-less, agree-ment is not spoken.
void drop_silent_middle(std::string& word) {
  for (const std::string_view ending : {"ely", "eness", "eless", "eful", "efully", "ement", "ements"}) {
    if (!word.ends_with(ending)) continue;
    const auto stem = std::string_view{word}.substr(0, word.size() - ending.size());
    if (stem.size() < 2 || is_vowel(stem.back()) || stem.back() == 'l') continue;
    if (!has_vowel(stem.substr(0, stem.size() - 1))) continue;
    word.erase(stem.size(), 1);
    return;
  }
}

int vowel_groups(std::string_view word) {
  int count = 0;
  bool in_group = false;
  for (const char letter : word) {
    if (is_vowel(letter) && !in_group) ++count;
    in_group = is_vowel(letter);
  }
  return count;
}

/// Vowels that stand together and are spoken apart.
struct Apart {
  std::string_view letters;
  std::string_view not_after = "";    ///< a letter must stand before, and none of these
  std::string_view not_before = "";   ///< none of these follows
  std::string_view only_before = "";  ///< one of these follows
  bool at_end = false;
};
constexpr std::array apart{
    Apart{.letters = "io", .not_before = "nu"},
    Apart{.letters = "creat", .only_before = "eio"},
    Apart{.letters = "ideat", .only_before = "eio"},
    Apart{.letters = "rmeat", .only_before = "eio"},
    Apart{.letters = "ineat", .only_before = "eio"},
    Apart{.letters = "useat", .only_before = "eio"},
    Apart{.letters = "eo", .not_before = "nup"},
    Apart{.letters = "ii"},
    Apart{.letters = "iu"},
    Apart{.letters = "ua", .not_after = "gq", .not_before = "r"},
    Apart{.letters = "uou"},
    Apart{.letters = "uo", .not_after = "gq"},
    Apart{.letters = "yi"},
    Apart{.letters = "iet"},
    Apart{.letters = "ey", .only_before = "o"},
    Apart{.letters = "eing"},
    Apart{.letters = "oing"},
    Apart{.letters = "uing", .not_after = "gq"},
    Apart{.letters = "ism", .at_end = true},
    Apart{.letters = "ier", .at_end = true},
    Apart{.letters = "uity"},
    Apart{.letters = "uie", .not_after = "gq"},
};

int count(std::string_view word, const Apart& pair) {
  int found = 0;
  for (auto at = word.find(pair.letters); at != std::string_view::npos; at = word.find(pair.letters, at + 1)) {
    const auto end = at + pair.letters.size();
    const char next = end < word.size() ? word[end] : ' ';
    if (!pair.not_after.empty() && (at == 0 || is_one_of(word[at - 1], pair.not_after))) continue;
    if (is_one_of(next, pair.not_before)) continue;
    if (!pair.only_before.empty() && !is_one_of(next, pair.only_before)) continue;
    if (pair.at_end && end != word.size()) continue;
    ++found;
  }
  return found;
}

/// `ia` is two, but not in -ial and -ian at the end.
int count_ia(std::string_view word) {
  int found = 0;
  for (auto at = word.find("ia"); at != std::string_view::npos; at = word.find("ia", at + 1))
    if (const auto rest = word.substr(at + 2); rest != "l" && rest != "n") ++found;
  return found;
}

/// The soft -cia-, -tio-, -gia- of special, ration, region were counted as two: how many there are.
int count_soft(std::string_view word) {
  int found = 0;
  for (std::size_t at = 0; at + 2 < word.size(); ++at) {
    if (!is_one_of(word[at], "ctg") || word[at + 1] != 'i') continue;
    const char next = at + 3 < word.size() ? word[at + 3] : ' ';
    if (word[at + 2] == 'a' && next != 't') ++found;
    if (word[at + 2] == 'o' && !is_one_of(next, "nu")) ++found;
  }
  return found;
}

/// A word without hyphen or apostrophe that is no exception.
int by_rule(std::string word) {
  const bool is_ically = word.ends_with("ically");  // spoken -ick-ly
  const int ending = drop_silent_ending(word);
  drop_silent_middle(word);
  int number = vowel_groups(word) + count_ia(word) - count_soft(word) + ending - (is_ically ? 1 : 0);
  for (const auto& pair : apart) number += count(word, pair);
  return std::max(1, number);
}

int of_parts(std::string_view word) {
  int number = 0;
  while (!word.empty()) {
    const auto end = std::min(word.find('-'), word.size());
    number += syllables(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return std::max(1, number);
}

}  // namespace

int syllables(std::string_view written) {
  constexpr std::string_view edges = "'-";
  while (!written.empty() && is_one_of(written.front(), edges)) written.remove_prefix(1);
  while (!written.empty() && is_one_of(written.back(), edges)) written.remove_suffix(1);
  if (written.empty()) return 0;
  auto word = lower(written);
  if (const auto known = find_exception(word)) return *known;
  if (word.find('-') != std::string::npos) return of_parts(word);
  if (word.ends_with("'s")) {
    const auto base = std::string_view{word}.substr(0, word.size() - 2);
    return syllables(base) + (ends_in_hiss(base) ? 1 : 0);
  }
  if (std::erase(word, '\'') > 0)
    if (const auto known = find_exception(word)) return *known;
  if (const auto one = std::string_view{word}.substr(0, word.size() - 1); word.ends_with('s') && !ends_in_hiss(one))
    if (const auto known = find_exception(one)) return *known;
  if (word.size() <= 2 || !has_vowel(word)) return 1;
  return by_rule(std::move(word));
}

}  // namespace candor::lint
