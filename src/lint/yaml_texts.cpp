#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "candor/lint/lint.hpp"
#include "lint/complaints.hpp"
#include "lint/goals.hpp"
#include "lint/passage.hpp"

namespace candor::lint {

namespace {

constexpr std::size_t most_words_of_finding = 85;  // of 130: what was found and the price come on top
constexpr std::size_t most_passive_of_finding = 1;

/// Measures the values of one YAML file and adds them up.
class File {
 public:
  File(const Sources& sources, std::uint32_t file, const Jargon& jargon, Diagnostics& diagnostics)
      : places_(sources, file), sources_(sources), jargon_(jargon), diagnostics_(diagnostics) {}

  /// What holds for any text of ours, however short. Returns what was measured.
  Measured text(const yaml::Node& node, const std::set<std::uint32_t>& known = {}) {
    const Passage passage{sources_, node, places_};
    auto measured = measure(passage.prose(), jargon_, known);
    ++texts_;
    words_ += measured.measures;
    complain(passage, measured, [](Spot::Kind kind) { return !is_tolerated_once(kind); });
    if (std::ranges::any_of(measured.spots, is_tolerated_once, &Spot::kind)) kept_.push_back({passage, measured});
    return measured;
  }

  /// When everything is measured: where there are too many of what does no harm once, each has its complaint.
  void complain_about_many(const Measures& whole) {
    for (const auto& [passage, measured] : kept_)
      complain(passage, measured, [&](Spot::Kind kind) { return is_beyond(kind, whole, words_); });
  }

  void texts(const std::optional<yaml::Node>& mapping) {
    if (!mapping) return;
    for (const auto& [key, value] : mapping->members())
      if (value.is_scalar()) text(value);
  }

  void warn(Place place, std::string_view code, std::string message, std::string hint) {
    ++warned_;
    diagnostics_.warning(place, code, std::move(message), std::move(hint));
  }
  [[nodiscard]] std::size_t warned() const { return warned_; }

  /// Measures words that were put together. They have no place.
  [[nodiscard]] Measures alone(std::string_view words) const { return measure(read_prose(words), jargon_).measures; }

  [[nodiscard]] std::size_t count() const { return texts_; }
  [[nodiscard]] const Measures& words() const { return words_; }

 private:
  struct Kept {
    Passage passage;
    Measured measured;
  };

  void complain(const Passage& passage, const Measured& measured, const IsWanted& is_wanted) {
    complain_about_spots(
        measured, passage.prose(), jargon_, is_wanted, [&](std::size_t at) { return passage.place(at); }, diagnostics_);
  }

  Places places_;
  const Sources& sources_;
  const Jargon& jargon_;
  Diagnostics& diagnostics_;
  std::size_t texts_ = 0;
  std::size_t warned_ = 0;
  Measures words_;
  std::vector<Kept> kept_;
};

/// The goals for a file whose texts are read one by one and, put together, as `whole`.
std::vector<Goal> goals_of(const File& file, Measures whole, bool reads_on) {
  whole.longest = std::max(whole.longest, file.words().longest);
  std::vector<Goal> goals{{"Texts", std::to_string(file.count()), {}}};
  std::ranges::copy(goals_of_whole(whole, reads_on), std::back_inserter(goals));
  auto words = file.words();
  words.abbreviations = whole.abbreviations;  // a list of words may explain as many as it likes
  std::ranges::copy(goals_of_words(words), std::back_inserter(goals));
  return goals;
}

/// The findings of a profile: one a control and headline, as an owner reads them.
class Findings {
 public:
  explicit Findings(File& file) : file_(file) {}

  void add(const yaml::Node& control, const Words& words) {
    const auto written = control.find("words");
    for (const auto& [key, headline, act] : headlines) {
      const auto finding =
          fmt::format("{}\n\n{}\n\n{}\n\nWhat to do: {}\n\n", words.*headline, words.what, words.cost, words.*act);
      judge(key, file_.alone(finding), place_of(control, written ? written->find(key) : std::nullopt));
      together_ += finding;
    }
    together_ += words.met + "\n\n" + words.stretch + "\n\n";
  }

  [[nodiscard]] const std::string& together() const { return together_; }

  [[nodiscard]] std::vector<Goal> goals() const {
    return {
        {"Findings", std::to_string(count_), {}},
        {"Hardest finding", fmt::format("grade {:.1f}", hardest_), fmt::format("at most {:.1f}", hardest_finding),
         is_at_most(hardest_, hardest_finding)},
        {"Findings not held", std::to_string(broken_), "none", broken_ == 0},
    };
  }

 private:
  struct Headline {
    std::string_view key;
    std::string Words::*headline;
    std::string Words::*act;
  };
  static constexpr std::array headlines{Headline{"partly", &Words::partly, &Words::act},
                                        Headline{"missing", &Words::missing, &Words::act},
                                        Headline{"unknown", &Words::unknown, &Words::find_out}};

  /// The headline, or the first of the words where another profile wrote it.
  static Place place_of(const yaml::Node& control, const std::optional<yaml::Node>& headline) {
    if (headline) return headline->place();
    const auto words = control.find("words");
    return words && words->is_mapping() && !words->members().empty() ? words->members().front().value.place()
                                                                     : control.place();
  }

  void judge(std::string_view key, const Measures& finding, Place place) {
    ++count_;
    hardest_ = std::max(hardest_, finding.grade());
    if (!is_at_most(finding.grade(), hardest_finding))
      file_.warn(place, "lint-grade",
                 fmt::format("the reading grade of the finding `{}` is {:.1f}; at most {:.1f}", key, finding.grade(),
                             hardest_finding),
                 "shorter sentences and shorter words");
    const auto before = file_.warned();
    if (!is_at_most(finding.words_a_sentence(), most_words))
      file_.warn(place, "lint-sentence",
                 fmt::format("a sentence of the finding `{}` has {:.1f} words on average; at most {:.1f}", key,
                             finding.words_a_sentence(), most_words),
                 "make two of the longest ones");
    if (finding.passive > most_passive_of_finding)
      file_.warn(place, "lint-passive",
                 fmt::format("{} sentences of the finding `{}` hide who does it; at most {}", finding.passive, key,
                             most_passive_of_finding),
                 "begin with who does it");
    if (!is_at_least(finding.reader_in_100(), least_reader))
      file_.warn(place, "lint-you",
                 fmt::format("{:.1f} of 100 words of the finding `{}` are `you` or `we`; at least {:.1f}",
                             finding.reader_in_100(), key, least_reader),
                 "speak to the reader: `you need`, `we do`");
    if (finding.words > most_words_of_finding)
      file_.warn(place, "lint-length",
                 fmt::format("the finding `{}` has {} words before what was found is told; at most {}", key,
                             finding.words, most_words_of_finding),
                 "leave out what its headline says already");
    if (file_.warned() > before) ++broken_;
  }

  File& file_;
  std::string together_;
  std::size_t count_ = 0;
  std::size_t broken_ = 0;
  double hardest_ = 0.0;
};

/// The words of one control. What its first text explains, the text about the cost may use.
void check_control(File& file, const yaml::Node& control) {
  if (const auto title = control.find("title")) file.text(*title);
  const auto words = control.find("words");
  if (!words) return;
  std::set<std::uint32_t> explained;
  if (const auto what = words->find("what")) explained = file.text(*what).explained;
  for (const auto& [key, value] : words->members())
    if (value.is_scalar() && key.raw() != "what")
      file.text(value, key.raw() == "cost" ? explained : std::set<std::uint32_t>{});
}

/// What a word means is read alone, in the list of words.
Goal check_terms(File& file, const yaml::Node& terms) {
  double hardest = 0.0;
  for (const auto& [word, entry] : terms.members()) {
    const auto means = entry.find("means");
    if (!means) continue;
    const auto grade = file.text(*means).measures.grade();
    hardest = std::max(hardest, grade);
    if (!is_at_most(grade, hardest_finding))
      file.warn(means->place(), "lint-grade",
                fmt::format("the reading grade of this meaning is {:.1f}; at most {:.1f}", grade, hardest_finding),
                "shorter sentences and shorter words");
  }
  return {"Hardest meaning", fmt::format("grade {:.1f}", hardest), fmt::format("at most {:.1f}", hardest_finding),
          is_at_most(hardest, hardest_finding)};
}

}  // namespace

Result check_profile(const Sources& sources, const yaml::Tree& tree, const Profile& profile, const Jargon& jargon,
                     Diagnostics& diagnostics) {
  File file{sources, tree.file, jargon, diagnostics};
  const yaml::Node root{tree, diagnostics};
  if (const auto head = root.find("profile"))
    for (const std::string_view key : {"title", "about"})
      if (const auto node = head->find(key)) file.text(*node);
  file.texts(root.find("harms"));
  std::optional<Goal> meanings;
  if (const auto terms = root.find("terms")) meanings = check_terms(file, *terms);

  Findings findings{file};
  if (const auto controls = root.find("controls"))
    for (const auto& control : controls->items()) {
      check_control(file, control);
      const auto id = control.find("id");
      const auto index = id ? profile.find(id->raw()) : std::nullopt;
      if (index) findings.add(control, profile.controls[*index].words);
    }

  Result result{sources.at(tree.file).name, {}};
  const auto whole = file.alone(findings.together());
  if (whole.words > 0) complain_about_whole(whole, true, {tree.file, 0, 0}, 0, diagnostics);
  file.complain_about_many(whole);
  result.goals = goals_of(file, whole, whole.words > 0);
  std::ranges::copy(findings.goals(), std::back_inserter(result.goals));
  if (meanings) result.goals.push_back(*meanings);
  return result;
}

Result check_catalog(const Sources& sources, const yaml::Tree& tree, const Jargon& jargon, Diagnostics& diagnostics) {
  File file{sources, tree.file, jargon, diagnostics};
  std::string together;
  const auto catalog = yaml::Node{tree, diagnostics}.find("catalog");
  for (const std::string_view key : {"counts", "figures"})
    if (const auto quantities = catalog ? catalog->find(key) : std::nullopt)
      for (const auto& [name, quantity] : quantities->members())
        if (const auto noun = quantity.find("noun")) file.text(*noun);
  if (const auto facts = catalog ? catalog->find("facts") : std::nullopt)
    for (const auto& [address, fact] : facts->members()) {
      if (const auto noun = fact.find("noun")) file.text(*noun);
      const auto say = fact.find("say");
      file.texts(say);
      if (!say) continue;
      for (const auto& [key, sentence] : say->members()) together += fill_placeholders(sentence.raw()).text + "\n\n";
    }

  Result result{sources.at(tree.file).name, {}};
  const auto whole = file.alone(together);
  if (whole.words > 0) complain_about_whole(whole, false, {tree.file, 0, 0}, 0, diagnostics);
  file.complain_about_many(whole);
  result.goals = goals_of(file, whole, false);
  return result;
}

}  // namespace candor::lint
