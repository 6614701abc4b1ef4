#include "candor/model/profile.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "candor/read/read.hpp"
#include "choice.hpp"
#include "condition.hpp"
#include "control.hpp"
#include "text/format.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<Harm, harm_count> all_harms{Harm::WorkStops, Harm::DataPublished, Harm::FalsePayment,
                                                 Harm::WayIntoCustomers, Harm::CoverLost};

bool is_id(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.") == std::string_view::npos;
}

/// Reads the whole file on top of the profile it extends, if any.
class Reader {
 public:
  Reader(const Catalog& catalog, const Profile* base, Profile& profile)
      : catalog_(catalog), base_(base), profile_(profile) {}

  void read(const yaml::Node& root) {
    // What the base says about itself may count its controls: with others it is no longer true.
    if (root.find("controls")) profile_.about.clear();
    if (const auto about = root.required("profile")) read_about(*about);
    if (const auto baselines = wanted(root, "baselines")) read_baselines(*baselines);
    if (const auto harms = wanted(root, "harms")) read_harms(*harms);
    if (const auto terms = root.find("terms")) read_terms(*terms);
    if (const auto controls = wanted(root, "controls")) {
      for (const auto& item : controls->items("a list of controls")) read_item(item);
      if (controls->is_sequence() && std::ranges::none_of(profile_.controls, &Control::minimum))
        controls->error("no-gate", "no control of this profile is a minimum, and the verdict rests on those alone",
                        "write `minimum: yes` on every control that a client must not miss");
    }
  }

 private:
  std::optional<yaml::Node> wanted(const yaml::Node& node, std::string_view key) const {
    return base_ ? node.find(key) : node.required(key);
  }

  static void read_text(const yaml::Node& node, std::string_view key, std::string& into) {
    if (const auto value = node.required(key)) into = value->text();
  }

  void read_about(const yaml::Node& node) {
    constexpr std::array<std::string_view, 6> keys{"id", "version", "title", "about", "grace", "extends"};
    if (!node.allow_only(keys)) return;
    read_text(node, "version", profile_.version);
    read_text(node, "title", profile_.title);
    if (const auto about = node.find("about")) profile_.about = about->text();
    if (const auto grace = node.find("grace")) profile_.grace = read_span(*grace).value_or(profile_.grace);
    if (const auto extends = node.find("extends")) profile_.extends = extends->text("the id of a profile");
    if (const auto id = node.required("id")) read_id(*id);
  }

  void read_id(const yaml::Node& node) {
    const auto id = node.text("an id");
    if (id.empty()) return;
    if (!is_id(id))
      node.error("bad-value", fmt::format("{} is not an id", quoted(id)),
                 "use small letters, digits, dots, dashes and underscores");
    else if (base_ && id == base_->id)
      node.error("bad-value", fmt::format("{} is the profile that this one extends", quoted(id)),
                 "give this profile an id of its own");
    profile_.id = id;
  }

  void read_baselines(const yaml::Node& mapping) {
    for (const auto& [key, value] : mapping.members("baselines by their keys")) {
      constexpr std::array<std::string_view, 3> keys{"name", "year", "seen"};
      if (!value.allow_only(keys)) continue;
      Baseline baseline;
      baseline.key = key.raw();
      read_text(value, "name", baseline.name);
      read_text(value, "year", baseline.year);
      if (const auto seen = value.required("seen")) baseline.seen = read_yes_no(*seen).value_or(false);
      const auto old = std::ranges::find(profile_.baselines, baseline.key, &Baseline::key);
      if (old == profile_.baselines.end())
        profile_.baselines.push_back(std::move(baseline));
      else
        *old = std::move(baseline);
    }
  }

  void read_harms(const yaml::Node& mapping) {
    constexpr std::array<std::string_view, harm_count> keys{"work_stops", "data_published", "false_payment",
                                                            "way_into_customers", "cover_lost"};
    if (!mapping.allow_only(keys)) return;
    for (const auto harm : all_harms)
      if (const auto text = wanted(mapping, name(harm))) profile_.harms[harm] = text->text();
  }

  void read_terms(const yaml::Node& mapping) {
    for (const auto& [key, value] : mapping.members("words with their meaning")) {
      constexpr std::array<std::string_view, 2> keys{"means", "also"};
      if (!value.allow_only(keys)) continue;
      Term term{.word = std::string(key.raw()), .meaning = {}, .also = {}};
      read_text(value, "means", term.meaning);
      if (const auto also = value.find("also"))
        for (const auto& item : also->items("a list of other spellings")) term.also.emplace_back(item.text());
      const auto old = std::ranges::find(profile_.terms, term.word, &Term::word);
      if (old == profile_.terms.end())
        profile_.terms.push_back(std::move(term));
      else
        *old = std::move(term);
    }
  }

  void read_item(const yaml::Node& node) {
    if (!node.is_mapping()) {
      (void)node.members("a control with its id, floor and words");
      return;
    }
    const auto id_node = node.required("id");
    const auto id = id_node ? id_node->text("the id of a control") : std::string_view{};
    if (!id.empty() && !check_id(*id_node, id)) return;
    const auto known = id.empty() ? std::nullopt : profile_.find(id);
    Control fresh;
    Control& control = known ? profile_.controls[*known] : fresh;
    control.id = id;
    control.place = node.place();
    control.origin = profile_.id;
    read_control(node, {.catalog = catalog_, .profile = profile_}, !known, control);
    if (!known && !id.empty()) profile_.controls.push_back(std::move(fresh));
  }

  /// False when the control cannot be kept under this id.
  bool check_id(const yaml::Node& node, std::string_view id) {
    if (!written_.emplace(id).second) {
      const auto& first = profile_.controls[*profile_.find(id)];
      node.error("repeated-control",
                 fmt::format("{} is already a control of this profile, from line {} on", quoted(id), first.place.line),
                 "give one of the two another id");
      return false;
    }
    if (!is_id(id))
      node.error("bad-value", fmt::format("{} is not an id", quoted(id)),
                 "use small letters, digits, dots, dashes and underscores");
    else if (catalog_.find(id))
      node.error("name-clash",
                 fmt::format("{} is a fact of the catalog, and a control must not share its name", quoted(id)),
                 "give the control another id");
    return true;
  }

  const Catalog& catalog_;
  const Profile* base_;
  Profile& profile_;
  std::set<std::string, std::less<>> written_;  ///< ids in this file; a base's may be written once more
};

}  // namespace

Profile read_profile(const yaml::Tree& tree, const Catalog& catalog, const Profile* base, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 6> keys{"candor", "profile", "baselines", "harms", "terms", "controls"};
  Profile profile = base ? *base : Profile{};
  const yaml::Node root(tree, diagnostics);
  if (check_format(root, keys)) Reader(catalog, base, profile).read(root);
  return profile;
}

std::string_view extends_of(const yaml::Tree& tree) {
  Sources no_sources;
  Diagnostics unheard(no_sources);  // read_profile tells what is wrong
  const yaml::Node root(tree, unheard);
  const auto profile = root.is_mapping() ? root.find("profile") : std::nullopt;
  const auto extends = profile && profile->is_mapping() ? profile->find("extends") : std::nullopt;
  return extends ? extends->raw() : std::string_view{};
}

}  // namespace candor
