#include "control.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "choice.hpp"
#include "condition.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 14> control_keys{"id",    "title",   "technical", "minimum", "always",
                                                        "floor", "stretch", "fresh",     "proof",   "required_by",
                                                        "harms", "acts",    "effort",    "words"};

constexpr std::array<Named<Harm>, harm_count> harm_names{{
    {"work_stops", Harm::WorkStops},
    {"data_published", Harm::DataPublished},
    {"false_payment", Harm::FalsePayment},
    {"way_into_customers", Harm::WayIntoCustomers},
    {"cover_lost", Harm::CoverLost},
}};

constexpr std::array<Named<Effort>, 3> effort_names{
    {{"small", Effort::Small}, {"medium", Effort::Medium}, {"large", Effort::Large}}};

// `told` proves nothing: a proof rule asks for more than a word.
constexpr std::array<Named<Kind>, 4> proof_kinds{
    {{"seen", Kind::Seen}, {"document", Kind::Document}, {"export", Kind::Export}, {"test", Kind::Test}}};

enum class Actor { Provider, Client, Shared };
constexpr std::array<Named<Actor>, 3> actor_names{
    {{"provider", Actor::Provider}, {"client", Actor::Client}, {"shared", Actor::Shared}}};

struct Word {
  std::string_view key;
  std::string Words::*text;
};

// One row a word, all needed but the last.
constexpr std::array control_words{
    Word{"what", &Words::what},       Word{"partly", &Words::partly},     Word{"missing", &Words::missing},
    Word{"unknown", &Words::unknown}, Word{"met", &Words::met},           Word{"cost", &Words::cost},
    Word{"act", &Words::act},         Word{"find_out", &Words::find_out}, Word{"takes", &Words::takes},
    Word{"stretch", &Words::stretch},
};

/// Reads the keys of one control; knows whether they must all be there.
class Reader {
 public:
  Reader(const yaml::Node& node, const ControlContext& context, bool is_new, Control& control)
      : node_(node), context_(context), is_new_(is_new), control_(control) {}

  void read() {
    read_text("title", control_.title);
    read_text("technical", control_.technical);
    read_gate();
    read_floors();
    if (const auto fresh = node_.find("fresh")) control_.fresh = read_span(*fresh).value_or(control_.fresh);
    if (const auto proof = node_.find("proof")) read_proof(*proof);
    if (const auto clauses = wanted("required_by")) read_clauses(*clauses);
    if (const auto harms = wanted("harms")) read_harms(*harms);
    if (const auto acts = wanted("acts")) read_acts(*acts);
    if (const auto effort = wanted("effort"))
      control_.effort = read_named<Effort>(*effort, effort_names, "an effort").value_or(control_.effort);
    if (const auto all_words = wanted("words")) read_words(*all_words);
    weigh();
  }

 private:
  std::optional<yaml::Node> wanted(std::string_view key) const {
    return is_new_ ? node_.required(key) : node_.find(key);
  }

  void read_text(std::string_view key, std::string& into) const {
    if (const auto value = wanted(key)) into = value->text();
  }

  void read_gate() const {
    const auto minimum = node_.find("minimum");
    const auto always = node_.find("always");
    if (minimum) control_.minimum = read_yes_no(*minimum).value_or(control_.minimum);
    if (always)
      control_.always = read_yes_no(*always).value_or(control_.always);
    else if (minimum)
      control_.always = control_.minimum;
  }

  void read_floors() const {
    if (const auto floor = wanted("floor")) {
      control_.floor = read_conditions(*floor, context_.catalog);
      if (floor->is_sequence() && floor->items().empty())
        floor->error("empty-floor", "a floor without conditions asks for nothing",
                     "list at least one condition that must hold");
    }
    if (const auto stretch = node_.find("stretch")) control_.stretch = read_conditions(*stretch, context_.catalog);
  }

  void read_proof(const yaml::Node& node) const {
    constexpr std::array<std::string_view, 2> keys{"kind", "within"};
    if (!node.allow_only(keys)) return;
    if (const auto kind = is_new_ ? node.required("kind") : node.find("kind"))
      control_.proof.kind = read_named<Kind>(*kind, proof_kinds, "a kind of proof").value_or(control_.proof.kind);
    if (const auto within = is_new_ ? node.required("within") : node.find("within"))
      control_.proof.within = read_span(*within).value_or(control_.proof.within);
  }

  void read_clauses(const yaml::Node& list) const {
    control_.required_by.clear();
    for (const auto& item : list.items("a list of clauses")) {
      constexpr std::array<std::string_view, 4> keys{"baseline", "clause", "weighs", "note"};
      if (!item.allow_only(keys)) continue;
      Clause clause;
      if (const auto baseline = item.required("baseline")) clause.baseline = read_baseline(*baseline);
      if (const auto text = item.required("clause")) clause.clause = text->text();
      if (const auto weighs = item.find("weighs")) clause.weighs = read_yes_no(*weighs).value_or(true);
      if (const auto note = item.find("note")) clause.note = note->text();
      if (!clause.baseline.empty()) control_.required_by.push_back(std::move(clause));
    }
  }

  std::string read_baseline(const yaml::Node& node) const {
    const auto key = node.text("the key of a baseline");
    if (key.empty() || context_.profile.find_baseline(key)) return std::string(key);
    std::vector<std::string_view> known;
    for (const auto& baseline : context_.profile.baselines) known.push_back(baseline.key);
    node.error("unknown-baseline", fmt::format("{} is not a baseline of this profile", quoted(key)),
               known.empty() ? std::string("list it under `baselines`") : hint_among(key, known));
    return {};
  }

  void read_harms(const yaml::Node& list) const {
    control_.harms.clear();
    for (const auto& item : list.items("a list of harms")) {
      const auto harm = read_named<Harm>(item, harm_names, "a harm");
      if (!harm) continue;
      if (std::ranges::find(control_.harms, *harm) != control_.harms.end())
        item.error("repeated-key", fmt::format("{} is already in this list", quoted(item.raw())),
                   "remove one of the two");
      else
        control_.harms.push_back(*harm);
    }
    std::ranges::sort(control_.harms);
  }

  void read_acts(const yaml::Node& node) const {
    const auto actor = read_named<Actor>(node, actor_names, "somebody who acts");
    if (!actor) return;
    control_.acts_shared = *actor == Actor::Shared;
    control_.acts = *actor == Actor::Client ? PartyKind::Client : PartyKind::Provider;
  }

  void read_words(const yaml::Node& node) const {
    std::vector<std::string_view> keys;
    for (const auto& word : control_words) keys.push_back(word.key);
    if (!node.allow_only(keys)) return;
    for (const auto& word : control_words) {
      const bool is_needed = is_new_ && (word.key != "stretch" || !control_.stretch.empty());
      const auto text = is_needed ? node.required(word.key) : node.find(word.key);
      if (!text) continue;
      control_.words.*word.text = text->text("a text for the owner");
      if (text->raw().find_first_of("{}") != std::string_view::npos)
        text->error("bad-sentence", "the words of a control take no placeholders", "write the sentence without braces");
    }
  }

  /// One for each baseline that weighs, however many of its clauses ask for the control.
  void weigh() const {
    std::set<std::string_view> weighing;
    for (const auto& clause : control_.required_by)
      if (clause.weighs) weighing.insert(clause.baseline);
    control_.ours = weighing.empty();
    control_.weight = control_.ours ? 1 : static_cast<int>(weighing.size());
  }

  const yaml::Node& node_;
  const ControlContext& context_;
  bool is_new_;
  Control& control_;
};

}  // namespace

void read_control(const yaml::Node& node, const ControlContext& context, bool is_new, Control& control) {
  node.allow_only(control_keys);
  Reader(node, context, is_new, control).read();
}

}  // namespace candor
