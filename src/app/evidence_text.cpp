#include "app/evidence_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/value_text.hpp"
#include "app/yaml_text.hpp"
#include "candor/text/sha256.hpp"

namespace candor::app {

namespace {

/// One item of a list, key after key. What is empty is left out.
class Item {
 public:
  void add(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text_ += fmt::format("{}{}: {}\n", text_.empty() ? "  - " : "    ", key, value);
  }
  void add_text(std::string_view key, std::string_view value) {
    if (!value.empty()) add(key, yaml_text(value));
  }
  void add(std::string_view key, const std::optional<Date>& day) {
    if (day) add(key, to_iso(*day));
  }
  void add(const std::vector<Located<std::string>>& controls) {
    std::string list;
    for (const auto& control : controls)
      list += fmt::format("{}{}", list.empty() ? "" : ", ", yaml_text(control.value));
    if (controls.size() == 1)
      add("control", list);
    else
      add("controls", fmt::format("[{}]", list));
  }
  void add(const Price& price) {
    if (price.once) add("once", amount(*price.once));
    if (price.included) add("price", "included");
    if (!price.running) return;
    add("price", amount(*price.running));
    add("per", price.per == Price::Per::Month ? "month" : "year");
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::string amount(Money money) {
    const auto cents = money.hundredths % 100;
    return cents == 0 ? fmt::format("{}", money.hundredths / 100)
                      : fmt::format("{}.{:02}", money.hundredths / 100, cents);
  }

  std::string text_;
};

/// What an offer and an agreed action have in common.
template <typename Plan>
Item item_of(const Plan& plan) {
  Item item;
  item.add(plan.controls);
  item.add_text("part", plan.part);
  item.add_text("what", plan.what);
  item.add_text("who", plan.who);
  item.add("by", plan.by);
  item.add_text("takes", plan.takes);
  item.add(plan.price);
  item.add("date", std::optional{plan.date});
  item.add_text("note", plan.note);
  return item;
}

std::string to_text(const Offer& offer) { return item_of(offer).text(); }

std::string to_text(const Agreed& agreed) {
  auto item = item_of(agreed);
  item.add_text("said_by", agreed.said_by);
  return item.text();
}

std::string to_text(const Decline& decline) {
  Item item;
  item.add(decline.controls);
  item.add_text("part", decline.part);
  item.add("cause", name(decline.cause));
  item.add("date", std::optional{decline.date});
  item.add_text("by", decline.by);
  item.add_text("explained_by", decline.explained_by);
  item.add_text("offered", decline.offered);
  item.add(decline.price);
  item.add_text("instead", decline.instead);
  item.add("until", std::optional{decline.until});
  item.add_text("note", decline.note);
  return item.text();
}

/// A list of records of its own lines where there is more than one: people read these files too.
std::string value_of(const Statement& statement, const Fact& fact) {
  const auto* records = std::get_if<Records>(&statement.value);
  if (records == nullptr || records->items.size() < 2) return value_text(statement.value, fact);
  std::string text;
  for (const auto& record : records->items) text += fmt::format("\n      - {}", record_text(record, fact));
  return text;
}

std::string to_text(const Statement& statement, const Catalog& catalog) {
  const auto& fact = catalog.facts[statement.fact];
  Item item;
  item.add("fact", fact.address);
  item.add_text("part", statement.part);
  item.add("is", value_of(statement, fact));
  item.add("kind", name(statement.kind));
  item.add("date", std::optional{statement.date});
  item.add_text("where", statement.where);
  item.add_text("note", statement.note);
  return item.text();
}

std::string from(const Brought& brought, const Import& import) {
  std::string text = fmt::format("from:\n  tool: {}\n", import.tool);
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {}: {}\n", key, yaml_text(value));
  };
  add("program", import.program);
  add("version", brought.version);
  add("date", to_iso(brought.date));
  add("scope", brought.scope);
  text += "  files:\n";
  for (const auto& file : import.files)
    text += fmt::format("    - {{file: {}, sha256: {}}}\n", yaml_text(file.name), file.sha256);
  text += fmt::format("  sha256: {}\n", import.sha256);
  if (!brought.not_seen.empty()) text += "  not_seen:\n";
  for (const auto& sentence : brought.not_seen) text += fmt::format("    - {}\n", yaml_text(sentence));
  return text;
}

template <typename List>
std::string section(std::string_view key, const List& items) {
  if (items.empty()) return {};
  std::string text = fmt::format("{}:\n", key);
  for (const auto& item : items) text += to_text(item);
  return text;
}

template <typename List>
void drop_known(List& items, const List& known) {
  std::erase_if(items, [&](const auto& item) {
    return std::ranges::any_of(known, [&](const auto& one) { return to_text(one) == to_text(item); });
  });
}

}  // namespace

std::string digest_of(const std::vector<Import::File>& files) {
  if (files.size() == 1) return files.front().sha256;
  std::vector<std::string> digests;
  for (const auto& file : files) digests.push_back(file.sha256);
  std::ranges::sort(digests);
  std::string all;
  for (const auto& digest : digests) all += digest;
  return sha256(all);
}

std::string to_yaml(const Brought& brought, const Import& import, const Catalog& catalog) {
  auto text = "candor: 1\n" + from(brought, import);
  if (!brought.statements.empty()) text += "statements:\n";
  for (const auto& statement : brought.statements) text += to_text(statement, catalog);
  return text + section("offered", brought.offered) + section("agreed", brought.agreed) +
         section("declined", brought.declined);
}

Brought only_new(Brought brought, const Inventory& known) {
  drop_known(brought.offered, known.offered);
  drop_known(brought.agreed, known.agreed);
  drop_known(brought.declined, known.declined);
  return brought;
}

}  // namespace candor::app
