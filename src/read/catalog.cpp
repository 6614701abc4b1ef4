#include "candor/model/catalog.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "candor/read/read.hpp"
#include "choice.hpp"
#include "sentence.hpp"
#include "text/format.hpp"
#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<Named<Type>, 10> types{{
    {"coverage", Type::Coverage},
    {"yes_no", Type::YesNo},
    {"date", Type::Date},
    {"event", Type::Event},
    {"duration", Type::Duration},
    {"number", Type::Number},
    {"choice", Type::Choice},
    {"text", Type::Text},
    {"version", Type::Version},
    {"records", Type::Records},
}};

// What a field of a record may be: one answer, not a count over others.
constexpr std::array<Named<Type>, 6> field_types{{
    {"yes_no", Type::YesNo},
    {"date", Type::Date},
    {"number", Type::Number},
    {"choice", Type::Choice},
    {"text", Type::Text},
    {"version", Type::Version},
}};

struct RoleOfType {
  Role role = Role::None;
  Type type = Type::Text;
};

constexpr std::array<Named<RoleOfType>, 5> roles{{
    {"copy_every", {Role::CopyEvery, Type::Duration}},
    {"copy_last_good", {Role::CopyLastGood, Type::Date}},
    {"copy_away", {Role::CopyAway, Type::Choice}},
    {"copy_restored", {Role::CopyRestored, Type::Event}},
    {"in_charge", {Role::InCharge, Type::Text}},
}};

// Words that an inventory needs beside the names of facts.
constexpr std::array<std::string_view, 7> reserved{"part", "is", "run_by", "date", "by", "told_by", "note"};

std::string text_of(const yaml::Node& mapping, std::string_view key) {
  const auto value = mapping.required(key);
  return value ? std::string(value->text()) : std::string{};
}

bool flag_of(const yaml::Node& mapping, std::string_view key) {
  const auto value = mapping.find(key);
  return value && read_yes_no(*value).value_or(false);
}

std::vector<std::string> texts_of(const yaml::Node& list, std::string_view what) {
  std::vector<std::string> texts;
  for (const auto& item : list.items(what)) {
    const std::string text(item.text());
    if (text.empty()) continue;
    if (std::ranges::find(texts, text) != texts.end())
      item.error("repeated-key", fmt::format("{} is already in this list", quoted(text)), "remove one of the two");
    else
      texts.push_back(text);
  }
  return texts;
}

/// A list that a type needs: complains when it is missing or names fewer than `least`.
std::vector<std::string> required_list(const yaml::Node& mapping, std::string_view key, std::size_t least) {
  const auto list = mapping.required(key);
  if (!list) return {};
  auto texts = texts_of(*list, "a list of words");
  if (list->is_sequence() && list->items().size() < least)
    list->error("empty-value", fmt::format("`{}` needs at least {}", key, least == 1 ? "one word" : "two words"));
  return texts;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

Quantity read_quantity(const yaml::Member& member, bool may_be_money) {
  constexpr std::array<std::string_view, 3> keys{"noun", "ask", "money"};
  Quantity quantity;
  quantity.key = member.key.raw();
  if (!is_name(quantity.key))
    member.key.error("bad-value",
                     fmt::format("{} is not a name of small letters, digits and underscores", quoted(quantity.key)));
  if (!member.value.allow_only(std::span(keys).first(may_be_money ? 3 : 2))) return quantity;
  quantity.noun = text_of(member.value, "noun");
  quantity.question = text_of(member.value, "ask");
  quantity.is_money = may_be_money && flag_of(member.value, "money");
  return quantity;
}

std::vector<Quantity> read_quantities(const yaml::Node& catalog, std::string_view key, bool may_be_money) {
  std::vector<Quantity> quantities;
  if (const auto mapping = catalog.required(key))
    for (const auto& member : mapping->members()) quantities.push_back(read_quantity(member, may_be_money));
  return quantities;
}

std::vector<Group> read_groups(const yaml::Node& catalog) {
  std::vector<Group> groups;
  if (const auto mapping = catalog.required("groups"))
    for (const auto& [key, value] : mapping->members())
      groups.push_back({std::string(key.raw()), std::string(value.text())});
  return groups;
}

Field read_field(const yaml::Member& member) {
  Field field;
  field.name = member.key.raw();
  if (!is_name(field.name))
    member.key.error("bad-value",
                     fmt::format("{} is not a name of small letters, digits and underscores", quoted(field.name)));
  constexpr std::array<std::string_view, 4> keys{"type", "required", "choices", "default"};
  if (!member.value.allow_only(keys)) return field;
  const auto type = member.value.required("type");
  if (type) field.type = read_named<Type>(*type, field_types, "the type of a field").value_or(Type::Text);
  field.required = flag_of(member.value, "required");
  if (field.type == Type::Choice) {
    field.choices = required_list(member.value, "choices", 2);
    if (const auto assumed = member.value.find("default"); assumed && !field.choices.empty())
      field.assumed = parse_choice(*assumed, field.choices, field.name);
    return field;
  }
  for (const std::string_view key : {"choices", "default"})
    if (const auto written = member.value.find(key); type && written)
      written->error("unknown-key", fmt::format("`{}` goes with the type choice only", key),
                     "remove it, or write `type: choice`");
  return field;
}

/// Reads facts one by one against the catalog's counts and groups.
class FactReader {
 public:
  explicit FactReader(const Catalog& catalog) {
    for (const auto& count : catalog.counts) counts_.push_back(count.key);
    for (const auto& group : catalog.groups) groups_.push_back(group.key);
  }

  [[nodiscard]] std::optional<Fact> read(const yaml::Member& member) const {
    Fact fact;
    fact.address = member.key.raw();
    fact.place = member.key.place();
    check_address(member.key);
    const auto& node = member.value;
    if (!node.is_mapping()) {
      (void)node.members("a mapping with the fact's type, noun and question");
      return std::nullopt;
    }
    const auto type = read_type(node);
    if (!type) return std::nullopt;  // without a type the other keys cannot be judged
    fact.type = *type;
    node.allow_only(keys_for(fact.type));
    read_common(node, fact);
    read_typed(node, fact);
    if (const auto say = node.required("say")) fact.say = read_sentences(*say, fact);
    return fact;
  }

 private:
  static std::vector<std::string_view> keys_for(Type type) {
    std::vector<std::string_view> keys{"type", "noun", "ask", "good", "group", "look", "example", "role", "say"};
    if (type == Type::Coverage) keys.push_back("of");
    if (type == Type::Choice) keys.insert(keys.end(), {"choices", "ordered"});
    if (type == Type::Event) keys.insert(keys.end(), {"scopes", "asks_worked", "test_by_hand"});
    if (type == Type::Records) keys.push_back("fields");
    return keys;
  }

  static std::optional<Type> read_type(const yaml::Node& node) {
    const auto written = node.find("type");
    if (written) return read_named<Type>(*written, types, "a type of fact");
    std::vector<std::string_view> keys;
    for (const auto& [name, type] : types)
      for (const auto key : keys_for(type)) keys.push_back(key);
    node.allow_only(keys);
    (void)node.required("type");
    return std::nullopt;
  }

  static void check_address(const yaml::Node& key) {
    const auto address = key.raw();
    const auto dot = address.find('.');
    if (dot == std::string_view::npos || !is_name(address.substr(0, dot)) || !is_name(address.substr(dot + 1))) {
      key.error("bad-value", fmt::format("{} is not the address of a fact", quoted(address)),
                "write area, dot and name in small letters: `backup.restored`");
      return;
    }
    if (const auto name = address.substr(dot + 1); std::ranges::find(reserved, name) != reserved.end())
      key.error("bad-value", fmt::format("no fact can be called `{}`: every inventory uses that word", name));
  }

  void read_common(const yaml::Node& node, Fact& fact) const {
    fact.noun = text_of(node, "noun");
    fact.question = text_of(node, "ask");
    fact.good = text_of(node, "good");
    fact.example = text_of(node, "example");
    if (const auto group = node.required("group")) {
      fact.group = group->text();
      if (!fact.group.empty() && std::ranges::find(groups_, fact.group) == groups_.end())
        group->error("bad-choice", fmt::format("{} is not a group of this catalog", quoted(fact.group)),
                     hint_among(fact.group, groups_));
    }
    if (const auto look = node.required("look")) fact.look = texts_of(*look, "a list of places to look");
    if (const auto role = node.find("role")) fact.role = read_role(*role, fact.type);
  }

  static Role read_role(const yaml::Node& node, Type type) {
    const auto known = read_named<RoleOfType>(node, roles, "a role of a fact");
    if (!known) return Role::None;
    if (known->type == type) return known->role;
    node.error("bad-value", fmt::format("{} is no role for a fact of type {}", quoted(node.raw()), name(type)),
               fmt::format("only a fact of type {} can have it", name(known->type)));
    return Role::None;
  }

  void read_typed(const yaml::Node& node, Fact& fact) const {
    if (fact.type == Type::Coverage) {
      if (const auto of = node.find("of")) read_of(*of, fact);
    } else if (fact.type == Type::Choice) {
      fact.choices = required_list(node, "choices", 2);
      fact.ordered = flag_of(node, "ordered");
    } else if (fact.type == Type::Event) {
      if (node.find("scopes")) fact.scopes = required_list(node, "scopes", 2);
      fact.asks_worked = flag_of(node, "asks_worked");
      fact.test_by_hand = flag_of(node, "test_by_hand");
    } else if (fact.type == Type::Records) {
      read_fields(node, fact);
    }
  }

  void read_of(const yaml::Node& list, Fact& fact) const {
    for (const auto& item : list.items("a list of counts")) {
      const auto key = item.text();
      if (key.empty()) continue;
      if (std::ranges::find(counts_, key) == counts_.end())
        item.error("unknown-count", fmt::format("{} is not a count of this catalog", quoted(key)),
                   hint_among(key, counts_));
      else
        fact.of.emplace_back(key);
    }
  }

  static void read_fields(const yaml::Node& node, Fact& fact) {
    const auto fields = node.required("fields");
    if (!fields) return;
    for (const auto& member : fields->members()) fact.fields.push_back(read_field(member));
    if (fields->is_mapping() && std::ranges::none_of(fact.fields, &Field::required))
      fields->error("bad-value", "a record needs a field that is always written",
                    "mark at least one with `required: yes`");
  }

  std::vector<std::string_view> counts_;
  std::vector<std::string_view> groups_;
};

/// A role is one fact's: of two, nobody could say which one a report means.
void refuse_second_of_role(const Catalog& catalog, const yaml::Node& node, Fact& fact) {
  const auto first = catalog.find(fact.role);
  if (!first) return;
  if (const auto role = node.find("role"))
    role->error("repeated-key",
                fmt::format("{} is the role of `{}` already", quoted(role->raw()), catalog.facts[*first].address),
                "one fact has it: remove one of the two");
  fact.role = Role::None;
}

}  // namespace

Catalog read_catalog(const yaml::Tree& tree, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 2> file_keys{"candor", "catalog"};
  constexpr std::array<std::string_view, 4> catalog_keys{"counts", "figures", "groups", "facts"};
  Catalog catalog;
  const yaml::Node root(tree, diagnostics);
  if (!check_format(root, file_keys)) return catalog;
  const auto body = root.required("catalog");
  if (!body || !body->allow_only(catalog_keys)) return catalog;
  catalog.counts = read_quantities(*body, "counts", false);
  catalog.figures = read_quantities(*body, "figures", true);
  catalog.groups = read_groups(*body);
  if (const auto facts = body->required("facts")) {
    const FactReader reader(catalog);
    for (const auto& member : facts->members()) {
      auto fact = reader.read(member);
      if (!fact) continue;
      refuse_second_of_role(catalog, member.value, *fact);
      catalog.facts.push_back(std::move(*fact));
    }
  }
  std::ranges::sort(catalog.facts, {}, &Fact::address);
  // Repeated keys have their complaint from the parser; here they only must not stay.
  const auto last = std::unique(catalog.facts.begin(), catalog.facts.end(),
                                [](const Fact& a, const Fact& b) { return a.address == b.address; });
  catalog.facts.erase(last, catalog.facts.end());
  return catalog;
}

}  // namespace candor
