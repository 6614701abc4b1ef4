#include "facts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "candor/text/suggest.hpp"
#include "day.hpp"
#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

// Who says it and when: beside a value, beside the facts of a part, and over a whole area.
constexpr std::array<std::string_view, 7> value_keys{"is", "part", "run_by", "date", "by", "told_by", "note"};
constexpr std::array<std::string_view, 6> whole_keys{"is", "run_by", "date", "by", "told_by", "note"};
constexpr std::span<const std::string_view> detail_keys = std::span{value_keys}.subspan(2);

bool contains(std::span<const std::string_view> keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

/// The names of the parts of one list; each may stand once.
class PartNames {
 public:
  std::string_view read(const yaml::Node& item) {
    const auto node = item.required("part");
    const auto name = node ? node->text("the name of a part") : std::string_view{};
    if (!name.empty() && !seen_.insert(name).second)
      node->error("repeated-part", quoted(name) + " is listed twice", "write all that is known of a part in one place");
    return name;
  }

 private:
  std::unordered_set<std::string_view> seen_;
};

/// The facts of one part as written in an area's list of parts.
struct Part {
  yaml::Node node;
  std::string_view name;
  std::vector<std::pair<FactId, yaml::Node>> written;

  [[nodiscard]] bool says(FactId fact) const {
    return std::ranges::find(written, fact, &std::pair<FactId, yaml::Node>::first) != written.end();
  }
};

class FactsReader {
 public:
  explicit FactsReader(const Reading& reading)
      : reading_(reading), context_(reading.context), told_by_(reading.context.catalog.facts.size()) {}

  /// What stands under one key of `facts`: an area, or one fact by its address. A fact that another
  /// key has told already is complained about.
  void read_member(const yaml::Member& member, const Statement& base) {
    const auto& statements = reading_.inventory.statements;
    const auto begin = statements.size();
    if (member.key.raw().find('.') == std::string_view::npos) {
      read_area(member, base);
    } else if (const auto facts = read_fact_or_area(member.key, context_); !facts.empty()) {
      read_fact(member.value, facts.front(), base);
    }
    ++members_;
    for (auto i = begin; i < statements.size(); ++i) {
      const auto fact = statements[i].fact;
      const auto before = std::exchange(told_by_[fact], members_);
      if (before != 0 && before != members_)
        member.key.error("repeated-key", fmt::format("`{}` is told a second time here", fact_of(fact).address),
                         "write all that is known of a fact in one place");
    }
  }

 private:
  void read_area(const yaml::Member& area, const Statement& base) {
    if (!check_area(area.key, context_)) return;
    const auto name = area.key.raw();
    if (area.value.is_sequence()) return read_area_parts(area.value, name, base);
    const auto defaults = area.value.is_mapping() ? with_details(base, area.value) : base;
    const auto what = area.value.is_mapping() ? std::string{} : "the facts of " + quoted(name);
    for (const auto& [key, value] : area.value.members(what)) {
      if (contains(detail_keys, key.raw())) continue;
      if (key.raw() == "part") {
        key.error("unknown-key", "`part` names one of several, and this is no list", "write a list: `[{part: …, …}]`");
      } else if (const auto fact = read_fact_name(key, name, context_)) {
        read_fact(value, *fact, defaults);
      }
    }
  }

  [[nodiscard]] const Fact& fact_of(FactId fact) const { return context_.catalog.facts[fact]; }

  [[nodiscard]] Statement with_details(const Statement& base, const yaml::Node& mapping) const {
    auto statement = base;
    if (const auto date = find_past_day(mapping, "date", context_)) statement.date = *date;
    for (auto [key, text] :
         {std::pair{"by", &statement.by}, {"told_by", &statement.told_by}, {"note", &statement.note}})
      if (const auto node = mapping.find(key)) *text = node->text();
    if (mapping.find("run_by")) statement.run_by = read_party(mapping, "run_by", reading_);
    return statement;
  }

  /// A whole value, or a list of parts.
  void read_fact(const yaml::Node& node, FactId fact, const Statement& base) {
    if (!node.is_sequence()) return read_one(node, fact, base, false);
    const auto items = node.items();
    const bool names_parts =
        std::ranges::any_of(items, [](const yaml::Node& item) { return item.find("part").has_value(); });
    if (fact_of(fact).type == Type::Records && !names_parts) return read_one(node, fact, base, false);
    if (items.empty())
      return node.error("empty-value", "this list names no part", "write `unknown` where nobody knows");
    if (std::ranges::none_of(items, &yaml::Node::is_mapping))
      return node.error("wrong-kind", "this list does not name its parts",
                        "write `[{part: …, is: …}, {part: …, is: …}]`");

    PartNames names;
    for (const auto& item : items) {
      if (!item.allow_only(value_keys)) continue;
      auto statement = with_details(base, item);
      statement.part = names.read(item);
      if (const auto value = item.find("is"))
        read_value_of(*value, fact, statement, items.size() > 1);
      else
        reading_.add(statement, fact, Unknown{}, item);
    }
  }

  /// A list of parts that each tell several facts. What one part tells, the others are asked too.
  void read_area_parts(const yaml::Node& list, std::string_view area, const Statement& base) {
    const auto items = list.items();
    if (items.empty())
      list.error("empty-value", "this list names no part", "leave the area out where nothing is known");
    std::vector<Part> parts;
    std::vector<FactId> facts;
    PartNames names;
    for (const auto& item : items) {
      auto part = read_part(item, area);
      if (item.is_mapping()) part.name = names.read(item);
      for (const auto& [fact, value] : part.written)
        if (std::ranges::find(facts, fact) == facts.end()) facts.push_back(fact);
      parts.push_back(std::move(part));
    }
    for (const auto& part : parts) {
      auto defaults = part.node.is_mapping() ? with_details(base, part.node) : base;
      defaults.part = part.name;
      for (const auto& [fact, value] : part.written) read_one(value, fact, defaults, parts.size() > 1);
      for (const auto fact : facts)
        if (!part.says(fact)) reading_.add(defaults, fact, Unknown{}, part.node);
    }
  }

  /// A fact of the area may well be named like `part`; then it is that fact.
  [[nodiscard]] bool is_misspelt_part(const yaml::Node& key, std::string_view area) const {
    constexpr std::array<std::string_view, 1> part{"part"};
    return !context_.catalog.find(area, key.raw()) && nearest(key.raw(), part);
  }

  [[nodiscard]] Part read_part(const yaml::Node& item, std::string_view area) const {
    Part part{item, {}, {}};
    for (const auto& [key, value] : item.members("a part and its facts")) {
      if (key.raw() == "part" || contains(detail_keys, key.raw())) continue;
      if (is_misspelt_part(key, area)) {
        key.error("unknown-key", quoted(key.raw()) + " is not a key a part can have", "did you mean `part`?");
      } else if (const auto fact = read_fact_name(key, area, context_)) {
        part.written.emplace_back(*fact, value);
      }
    }
    return part;
  }

  /// A value, alone or under `is:` with its date and who said it.
  void read_one(const yaml::Node& node, FactId fact, const Statement& base, bool needs_size) {
    if (!node.is_mapping()) return read_value_of(node, fact, base, needs_size);
    const auto value = node.find("is");
    if (!value && fact_of(fact).type == Type::Event) return read_value_of(node, fact, base, needs_size);
    if (!value && !is_near_a_statement(node))
      return node.error(
          "wrong-kind", fmt::format("`{}` takes a value, and this has keys", fact_of(fact).address),
          fact_of(fact).example.empty() ? std::string{} : fmt::format("as in `{}`", fact_of(fact).example));
    if (node.find("part"))
      return node.error("wrong-kind", "`part` names one of several, and this is no list",
                        "write a list: `[{part: …, is: …}]`");
    node.allow_only(whole_keys);
    if (node.required("is")) read_value_of(*value, fact, with_details(base, node), needs_size);
  }

  /// True when at least one key is one that stands beside a value.
  static bool is_near_a_statement(const yaml::Node& mapping) {
    return std::ranges::any_of(value_keys, [&](std::string_view key) { return mapping.find(key).has_value(); });
  }

  void read_value_of(const yaml::Node& node, FactId fact, const Statement& base, bool needs_size) const {
    auto value = parse_value(node, fact_of(fact), context_.latest);
    if (!value) return;
    const auto* coverage = std::get_if<Coverage>(&*value);
    if (needs_size && coverage && coverage->said != Coverage::Said::Counted) {
      const bool is_all = coverage->said == Coverage::Said::All;
      return node.error("missing-size", fmt::format("`{}` does not say of how many", node.raw()),
                        fmt::format("the parts of a list are added up: write it as in `{} of 12`", is_all ? 12 : 0));
    }
    reading_.name_parties(*value);
    reading_.add(base, fact, std::move(*value), node);
  }

  const Reading& reading_;
  const ReadContext& context_;
  std::size_t members_ = 0;           ///< that were read
  std::vector<std::size_t> told_by_;  ///< by fact: the number of the member that tells it
};

}  // namespace

void read_facts(const yaml::Node& node, const Statement& base, const Reading& reading) {
  FactsReader reader{reading};
  for (const auto& member : node.members("areas of facts")) reader.read_member(member, base);
}

}  // namespace candor
