#include "condition.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "choice.hpp"
#include "number.hpp"
#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

using Test = Condition::Test;

struct Word {
  std::string_view key;
  Test test;
};

// One row a test, as it is written.
constexpr std::array test_words{
    Word{"is", Test::Is},
    Word{"one_of", Test::OneOf},
    Word{"at_least", Test::AtLeast},
    Word{"at_most", Test::AtMost},
    Word{"all", Test::Everyone},
    Word{"within", Test::Within},
    Word{"seen_within", Test::SeenWithin},
    Word{"not_passed", Test::NotPassed},
    Word{"given", Test::Given},
    Word{"every", Test::Every},
    Word{"fixed", Test::Fixed},
};

constexpr std::array<std::string_view, 15> keys{"fact",       "field", "is",     "one_of", "at_least",
                                                "at_most",    "all",   "within", "scope",  "seen_within",
                                                "not_passed", "given", "every",  "fixed",  "any"};

/// What a condition tests: a fact, or a field of the fact's records.
struct Subject {
  FactId id = 0;
  const Fact* fact = nullptr;
  std::uint16_t field_index = 0;
  const Field* field = nullptr;

  [[nodiscard]] Type type() const { return field ? field->type : fact->type; }
  [[nodiscard]] bool is_ordered() const { return !field && fact->ordered; }
  [[nodiscard]] std::string_view name() const {
    return field ? std::string_view{field->name} : std::string_view{fact->address};
  }
};

/// The tests that a type of answer can be put to; the first is the usual one.
std::vector<std::string_view> tests_for(const Subject& subject) {
  switch (subject.type()) {
    case Type::Coverage: return {"all"};
    case Type::YesNo: return {"is"};
    case Type::Date: return {"within", "seen_within", "not_passed"};
    case Type::Event: return {"within"};
    case Type::Duration: return {"at_least", "at_most"};
    case Type::Number: return {"at_least", "at_most", "is"};
    case Type::Choice:
      if (subject.is_ordered()) return {"at_least", "at_most", "is", "one_of"};
      return {"one_of", "is"};
    case Type::Text: return {"given", "is", "one_of"};
    case Type::Version: return {"fixed", "at_least", "at_most"};
    case Type::Records: return {"every"};
  }
  std::abort();  // a value that is no enumerator
}

/// Reads the conditions of one list; knows whether they stand inside `every`.
class Reader {
 public:
  explicit Reader(const Catalog& catalog) : catalog_(catalog) {}
  Reader(const Catalog& catalog, FactId records) : catalog_(catalog), records_(records) {}

  [[nodiscard]] std::vector<Condition> read_list(const yaml::Node& list) const {
    std::vector<Condition> conditions;
    for (const auto& item : list.items("a list of conditions"))
      if (auto condition = read_one(item)) conditions.push_back(std::move(*condition));
    return conditions;
  }

 private:
  std::optional<Condition> read_one(const yaml::Node& node) const {
    if (!node.allow_only(keys)) return std::nullopt;
    const bool has_subject = node.find("fact") || node.find("field");
    if (const auto any = node.find("any")) return read_group(node, "any", Test::Any, *any);
    if (const auto all = node.find("all"); all && !has_subject) return read_group(node, "all", Test::All, *all);
    const auto subject = read_subject(node);
    if (!subject) return std::nullopt;
    const auto word = find_test(node, *subject);
    if (!word) return std::nullopt;
    Condition condition;
    condition.test = word->first.test;
    condition.fact = subject->id;
    condition.field = subject->field_index;
    condition.in_record = subject->field != nullptr;
    condition.place = node.place();
    if (!read_wanted(word->second, *subject, condition)) return std::nullopt;
    if (const auto scope = node.find("scope"); scope && !read_scope(*scope, *subject, condition)) return std::nullopt;
    return condition;
  }

  std::optional<Condition> read_group(const yaml::Node& node, std::string_view key, Test test,
                                      const yaml::Node& list) const {
    for (const auto& member : node.members())
      if (member.key.raw() != key && is_key(member.key.raw())) {
        member.key.error("bad-condition",
                         fmt::format("`{}` cannot stand beside a group under `{}`", member.key.raw(), key),
                         "make it a condition of its own");
        return std::nullopt;
      }
    Condition group;
    group.test = test;
    group.place = node.place();
    group.in_record = records_.has_value();
    group.fact = records_.value_or(0);
    group.children = read_list(list);
    if (list.is_sequence() && list.items().empty())
      list.error("bad-condition", fmt::format("`{}` groups no conditions", key), "list at least one");
    if (group.children.empty()) return std::nullopt;
    return group;
  }

  std::optional<Subject> read_subject(const yaml::Node& node) const {
    const auto wrong = node.find(records_ ? "fact" : "field");
    if (wrong) {
      wrong->error("bad-condition",
                   records_ ? "inside `every` a condition tests a field of the record, not a fact"
                            : "a `field` is tested inside `every` only",
                   records_ ? "write `field:`, and facts as conditions of their own" : "write `fact:` and its address");
      return std::nullopt;
    }
    const auto written = node.required(records_ ? "field" : "fact");
    if (!written) return std::nullopt;
    const auto text = written->text(records_ ? "the name of a field" : "the address of a fact");
    if (text.empty()) return std::nullopt;
    return records_ ? find_field(*written, text) : find_fact(*written, text);
  }

  std::optional<Subject> find_fact(const yaml::Node& node, std::string_view address) const {
    if (const auto id = catalog_.find(address)) return Subject{.id = *id, .fact = &catalog_.facts[*id]};
    std::vector<std::string_view> addresses;
    for (const auto& fact : catalog_.facts) addresses.push_back(fact.address);
    node.error("unknown-fact", fmt::format("{} is not a fact of the catalog", quoted(address)),
               did_you_mean(address, addresses));
    return std::nullopt;
  }

  std::optional<Subject> find_field(const yaml::Node& node, std::string_view name) const {
    const auto& fact = catalog_.facts[*records_];
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
      if (fact.fields[i].name == name)
        return Subject{
            .id = *records_, .fact = &fact, .field_index = static_cast<std::uint16_t>(i), .field = &fact.fields[i]};
      names.push_back(fact.fields[i].name);
    }
    node.error("bad-condition", fmt::format("`{}` has no field {}", fact.address, quoted(name)),
               hint_among(name, names));
    return std::nullopt;
  }

  static bool is_key(std::string_view text) { return std::ranges::find(keys, text) != keys.end(); }

  /// The one test of a condition, with its value. A misspelt word has its complaint already.
  static std::optional<std::pair<Word, yaml::Node>> find_test(const yaml::Node& node, const Subject& subject) {
    std::optional<std::pair<Word, yaml::Node>> test;
    bool has_unknown_key = false;
    const auto fitting = tests_for(subject);
    for (const auto& [key, value] : node.members()) {
      has_unknown_key = has_unknown_key || !is_key(key.raw());
      const auto word = std::ranges::find(test_words, key.raw(), &Word::key);
      if (word == test_words.end()) continue;
      if (test) {
        key.error("bad-condition", fmt::format("a condition takes one test, and `{}` is its second", word->key),
                  "write two conditions: all of a list must hold");
        return std::nullopt;
      }
      if (std::ranges::find(fitting, word->key) == fitting.end()) {
        complain_unfit(key, *word, subject, fitting);
        return std::nullopt;
      }
      test.emplace(*word, value);
    }
    if (!test && !has_unknown_key)
      node.error("bad-condition", fmt::format("this asks nothing of `{}`", subject.name()),
                 fmt::format("type {} takes {}", candor::name(subject.type()), list_words(fitting)));
    return test;
  }

  static void complain_unfit(const yaml::Node& key, const Word& word, const Subject& subject,
                             std::span<const std::string_view> fitting) {
    const bool asks_order = word.test == Test::AtLeast || word.test == Test::AtMost;
    if (subject.type() == Type::Choice && asks_order)
      key.error("bad-condition",
                fmt::format("`{}` needs choices with an order, and those of `{}` have none", word.key, subject.name()),
                "such a choice takes " + list_words(fitting));
    else
      key.error("bad-condition",
                fmt::format("`{}` does not fit `{}`, which is of type {}", word.key, subject.name(),
                            candor::name(subject.type())),
                "that type takes " + list_words(fitting));
  }

  bool read_wanted(const yaml::Node& node, const Subject& subject, Condition& condition) const {
    switch (condition.test) {
      case Test::Is:
      case Test::AtLeast:
      case Test::AtMost: return read_value_into(node, subject, condition);
      case Test::OneOf: return read_one_of(node, subject, condition);
      case Test::Everyone:
      case Test::NotPassed:
      case Test::Given: return read_yes(node);
      case Test::Within:
      case Test::SeenWithin: return read_span_into(node, condition);
      case Test::Every: return read_every(node, subject, condition);
      case Test::Fixed: return read_fixed(node, subject, condition);
      case Test::All:
      case Test::Any: break;
    }
    std::abort();  // groups are read elsewhere
  }

  static bool read_value_into(const yaml::Node& node, const Subject& subject, Condition& condition) {
    std::optional<Value> value;
    if (subject.field) {
      if (const auto read = parse_field(node, *subject.field))
        value = std::visit([](const auto& known) { return Value{known}; }, *read);
    } else {
      value = parse_value(node, *subject.fact);
    }
    if (!value) return false;
    const auto* duration = std::get_if<Duration>(&*value);
    if (is_unknown(*value) || (duration && duration->never)) {
      node.error("bad-condition", fmt::format("a condition cannot ask for {}", quoted(node.raw())),
                 "name the answer that is good enough");
      return false;
    }
    condition.wanted.push_back(std::move(*value));
    return true;
  }

  static bool read_one_of(const yaml::Node& node, const Subject& subject, Condition& condition) {
    const auto items = node.items("a list of answers");
    if (node.is_sequence() && items.empty())
      node.error("bad-condition", "`one_of` names no answer", "list at least one");
    bool is_read = !items.empty();
    for (const auto& item : items) is_read = read_value_into(item, subject, condition) && is_read;
    return is_read;
  }

  static bool read_yes(const yaml::Node& node) {
    const auto answer = read_yes_no(node);
    if (answer == false)
      node.error("bad-condition", "this test is either asked for with `yes` or left out", "write `yes`, or remove it");
    return answer == true;
  }

  static bool read_span_into(const yaml::Node& node, Condition& condition) {
    const auto span = read_span(node);
    if (span) condition.span = *span;
    return span.has_value();
  }

  bool read_every(const yaml::Node& node, const Subject& subject, Condition& condition) const {
    condition.children = Reader(catalog_, subject.id).read_list(node);
    if (node.is_sequence() && node.items().empty())
      node.error("bad-condition", "`every` asks nothing of the records", "list at least one condition on a field");
    return !condition.children.empty();
  }

  static bool read_fixed(const yaml::Node& node, const Subject& subject, Condition& condition) {
    const auto items = node.items("a list of versions");
    if (node.is_sequence() && items.empty())
      node.error("bad-condition", "`fixed` names no version", "list the first fixed version of each line");
    for (const auto& item : items) {
      Condition one;
      if (!read_value_into(item, subject, one)) return false;
      auto version = std::get<Version>(std::move(one.wanted.front()));
      const auto same_line = [&](const Version& other) {
        return other.number(0) == version.number(0) && other.number(1) == version.number(1);
      };
      if (const auto other = std::ranges::find_if(condition.fixed, same_line); other != condition.fixed.end()) {
        item.error(
            "bad-condition",
            fmt::format("{} and {} are versions of the same line", quoted(other->written), quoted(version.written)),
            "a line has one first fixed version");
        return false;
      }
      condition.fixed.push_back(std::move(version));
    }
    std::ranges::sort(condition.fixed, [](const Version& a, const Version& b) { return a > b; });
    return !condition.fixed.empty();
  }

  static bool read_scope(const yaml::Node& node, const Subject& subject, Condition& condition) {
    if (condition.test != Test::Within || subject.type() != Type::Event) {
      node.error("bad-condition", "`scope` goes with `within` on an event only");
      return false;
    }
    const auto text = node.text("a scope");
    if (text.empty()) return false;
    const auto& scopes = subject.fact->scopes;
    const auto found = std::ranges::find(scopes, text);
    if (found != scopes.end()) {
      condition.scope = static_cast<std::uint16_t>(found - scopes.begin());
      return true;
    }
    if (scopes.empty())
      node.error("bad-condition", fmt::format("nobody is asked for the scope of `{}`", subject.name()),
                 "leave `scope` out");
    else
      node.error("bad-choice", fmt::format("{} is not a scope of `{}`", quoted(text), subject.name()),
                 hint_among(text, std::vector<std::string_view>(scopes.begin(), scopes.end())));
    return false;
  }

  const Catalog& catalog_;
  std::optional<FactId> records_;  ///< inside `every`: the fact whose records are tested
};

}  // namespace

std::vector<Condition> read_conditions(const yaml::Node& list, const Catalog& catalog) {
  return Reader(catalog).read_list(list);
}

std::optional<Duration> read_span(const yaml::Node& node) {
  constexpr std::int64_t longest = 100LL * 12 * 30 * 24 * 60;
  const auto duration = read_duration(node);
  if (!duration) return std::nullopt;
  const bool counts_days =
      !duration->never && duration->unit != Duration::Unit::Minutes && duration->unit != Duration::Unit::Hours;
  if (!counts_days || duration->amount < 1 || duration->minutes() > longest) {
    node.error("bad-duration", fmt::format("{} is not a span of days, weeks, months or years", quoted(node.raw())),
               "write for example `90 days` or `12 months`, up to 100 years");
    return std::nullopt;
  }
  return duration;
}

}  // namespace candor
