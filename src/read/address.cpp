#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "candor/text/suggest.hpp"
#include "choice.hpp"
#include "reading.hpp"
#include "word.hpp"

// Facts, areas and controls are told apart by their names. Whoever writes one where another is
// meant is told so: that is a slip of the mind, not of the fingers.
namespace candor {
namespace {

constexpr std::size_t most_named = 4;

/// In the order of the catalog, which is that of the alphabet.
std::set<FactId> facts_of(const Control& control) {
  std::set<FactId> facts;
  for (const auto* conditions : {&control.floor, &control.stretch})
    for (const auto fact : candor::facts_of(*conditions)) facts.insert(fact);
  return facts;
}

/// "`a`, `b` and 3 more"
std::string list(const std::vector<std::string_view>& names) {
  std::string text;
  const auto shown = names.size() > most_named ? most_named - 1 : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == names.size();
    text += fmt::format("{}`{}`", i == 0 ? "" : is_last ? " and " : ", ", names[i]);
  }
  if (shown < names.size()) text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

/// What the facts behind a control are, for somebody who wrote the control instead.
std::string hint_of_control(const Control& control, const Catalog& catalog) {
  std::vector<std::string_view> names;
  for (const auto fact : facts_of(control)) names.push_back(catalog.facts[fact].address);
  return fmt::format("`{}` is a control; it is judged by {}", control.id, list(names));
}

std::string_view area_of(std::string_view id) { return id.substr(0, id.find('.')); }

std::string hint_for_area(std::string_view area, const ReadContext& context) {
  if (context.catalog.find(area))
    return fmt::format("write it as `{}: {{{}: …}}`", area_of(area), area.substr(area.find('.') + 1));
  if (const auto control = context.profile.find(area))
    return hint_of_control(context.profile.controls[*control], context.catalog);
  std::vector<std::string_view> areas;
  for (const auto& fact : context.catalog.facts)
    if (areas.empty() || areas.back() != fact.area()) areas.push_back(fact.area());
  if (auto hint = did_you_mean(area, areas); !hint.empty()) return hint;
  const auto& controls = context.profile.controls;
  const auto near = std::ranges::find(controls, area, [](const Control& control) { return area_of(control.id); });
  return near == controls.end() ? std::string{} : hint_of_control(*near, context.catalog);
}

std::string hint_for_fact(std::string_view area, std::string_view name, const ReadContext& context) {
  const auto& catalog = context.catalog;
  const auto address = fmt::format("{}.{}", area, name);
  if (const auto control = context.profile.find(address))
    return hint_of_control(context.profile.controls[*control], catalog);

  std::vector<std::string_view> near_by{"date", "by", "told_by", "note"};
  for (const auto id : catalog.area(area)) near_by.push_back(catalog.facts[id].name());
  if (auto hint = did_you_mean(name, near_by); !hint.empty()) return hint;
  const auto elsewhere = std::ranges::find(catalog.facts, name, &Fact::name);
  if (elsewhere != catalog.facts.end()) return fmt::format("did you mean `{}`?", elsewhere->address);
  std::vector<std::string_view> addresses;
  for (const auto& fact : catalog.facts) addresses.push_back(fact.address);
  if (auto hint = did_you_mean(address, addresses); !hint.empty()) return hint;
  return hint_among(name, {near_by.data() + 4, near_by.size() - 4});
}

std::string hint_for_address(std::string_view address, const ReadContext& context) {
  if (const auto control = context.profile.find(address))
    return hint_of_control(context.profile.controls[*control], context.catalog);
  std::vector<std::string_view> candidates;
  for (const auto& fact : context.catalog.facts) {
    if (candidates.empty() || area_of(candidates.back()) != fact.area()) candidates.push_back(fact.area());
    candidates.push_back(fact.address);
  }
  if (auto hint = did_you_mean(address, candidates); !hint.empty()) return hint;
  const auto same_name = std::ranges::find(context.catalog.facts, address, &Fact::name);
  if (same_name != context.catalog.facts.end()) return fmt::format("did you mean `{}`?", same_name->address);
  const auto area = context.catalog.area(area_of(address));
  std::vector<std::string_view> names;
  for (const auto id : area) names.push_back(context.catalog.facts[id].address);
  return names.empty() ? hint_for_area(area_of(address), context)
                       : fmt::format("the facts of `{}` are {}", area_of(address), list(names));
}

}  // namespace

std::string hint_for_control(std::string_view id, const ReadContext& context) {
  const auto& controls = context.profile.controls;
  std::vector<std::string_view> names;
  if (const auto fact = context.catalog.find(id)) {
    for (const auto& control : controls)
      if (facts_of(control).contains(*fact)) names.push_back(control.id);
    if (names.empty()) return "it is a fact, and no control of this profile asks for it";
    return fmt::format("it is a fact; the control{} that rest{} on it: {}", names.size() == 1 ? "" : "s",
                       names.size() == 1 ? "s" : "", list(names));
  }
  for (const auto& control : controls) names.push_back(control.id);
  if (auto hint = did_you_mean(id, names); !hint.empty()) return hint;
  std::erase_if(names, [&](std::string_view name) { return area_of(name) != area_of(id); });
  return names.empty() ? "`candor profile show` lists them" : hint_among(id, names);
}

std::string read_part(const yaml::Node& mapping, const std::vector<Located<std::string>>& controls,
                      const Reading& reading) {
  if (!mapping.find("part")) return {};
  const auto& profile = reading.context.profile;
  std::set<FactId> facts;
  for (const auto& control : controls)
    if (const auto found = profile.find(control.value)) facts.merge(facts_of(profile.controls[*found]));
  return read_part(mapping, std::vector<FactId>{facts.begin(), facts.end()}, reading);
}

bool check_area(const yaml::Node& key, const ReadContext& context) {
  const auto area = key.raw();
  if (context.catalog.has_area(area)) return true;
  complain(key, "unknown-fact", quoted(area) + " is not an area of facts",
           [&] { return hint_for_area(area, context); });
  return false;
}

std::optional<FactId> read_fact_name(const yaml::Node& key, std::string_view area, const ReadContext& context) {
  const auto name = key.raw();
  if (const auto fact = context.catalog.find(area, name)) return fact;
  complain(key, "unknown-fact", quoted(name) + " is not a fact of " + quoted(area),
           [&] { return hint_for_fact(area, name, context); });
  return std::nullopt;
}

std::vector<FactId> read_fact_or_area(const yaml::Node& node, const ReadContext& context) {
  const auto text = node.text("a fact such as `mfa.cloud_accounts` or an area such as `mfa`");
  if (text.empty()) return {};
  if (const auto fact = context.catalog.find(text)) return {*fact};
  auto facts = context.catalog.area(text);
  if (facts.empty())
    complain(node, "unknown-fact", quoted(text) + " is not a fact", [&] { return hint_for_address(text, context); });
  return facts;
}

std::optional<Located<std::string>> read_control(const yaml::Node& node, const ReadContext& context) {
  const auto id = node.text("the name of a control");
  if (id.empty()) return std::nullopt;
  if (context.profile.find(id)) return Located<std::string>{std::string{id}, node.place()};
  complain(node, "unknown-control", fmt::format("{} is not a control of `{}`", quoted(id), context.profile.id),
           [&] { return hint_for_control(id, context); });
  return std::nullopt;
}

std::vector<Located<std::string>> read_controls(const yaml::Node& mapping, const ReadContext& context) {
  const auto one = mapping.find("control");
  const auto several = mapping.find("controls");
  if (one && several) {
    several->error("repeated-key", "`control` and `controls` are both written", "list all of them under `controls`");
    return {};
  }
  std::vector<Located<std::string>> controls;
  const auto written = several ? several : one ? one : mapping.required("control");
  if (!written) return controls;
  const auto items = written->one_or_more();
  if (written->is_sequence() && items.empty()) written->error("empty-value", "this list names no control");
  for (const auto& item : items)
    if (auto control = read_control(item, context)) controls.push_back(std::move(*control));
  return controls;
}

}  // namespace candor
