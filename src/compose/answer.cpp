#include "answer.hpp"

#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

using Blanks = std::vector<std::pair<std::string, std::string>>;

std::string fill(std::string sentence, const Blanks& blanks) {
  std::string result;
  for (std::size_t at = 0; at < sentence.size();) {
    const auto end = sentence[at] == '{' ? sentence.find('}', at) : std::string::npos;
    if (end == std::string::npos) {
      result += sentence[at++];
      continue;
    }
    const auto blank = std::string_view{sentence}.substr(at + 1, end - at - 1);
    for (const auto& [key, text] : blanks)
      if (key == blank) result += text;
    at = end + 1;
  }
  return result;
}

/// A catalog's sentence by key. A profile of one's own may bring a catalog that lacks it.
std::string by_key(const Fact& fact, std::string_view key, const Value& value, const Blanks& blanks = {}) {
  if (const auto found = fact.say.find(key); found != fact.say.end()) return fill(found->second, blanks);
  if (is_unknown(value)) return fmt::format("Nobody knows: {}.", fact.noun);
  return fmt::format("{}: {}.", capitalised(fact.noun), to_text(value, fact));
}

std::string in_words(const Duration& duration) {
  return duration.amount == 0 && !duration.never ? "the same day" : to_text(duration);
}

struct Speaker {
  const Fact& fact;
  const Value& value;

  std::string operator()(Unknown) const { return by_key(fact, "unknown", value); }
  std::string operator()(bool yes) const { return by_key(fact, yes ? "yes" : "no", value); }
  std::string operator()(Date date) const { return by_key(fact, "is", value, {{"date", to_words(date)}}); }
  std::string operator()(const Version& version) const {
    return by_key(fact, "is", value, {{"value", version.written}});
  }
  std::string operator()(const Duration& duration) const {
    return by_key(fact, duration.never ? "never" : "is", value, {{"value", in_words(duration)}});
  }
  std::string operator()(const Text& text) const {
    return by_key(fact, text.text.empty() ? "nobody" : "is", value, {{"value", text.text}});
  }
  std::string operator()(Choice choice) const {
    return by_key(fact, choice.index < fact.choices.size() ? std::string_view{fact.choices[choice.index]} : "unknown",
                  value);
  }

  std::string operator()(std::int64_t amount) const {
    const std::string_view special = amount == 0 ? "zero" : "one";
    const bool is_special = amount <= 1 && fact.say.contains(special);
    return by_key(fact, is_special ? special : "is", value, {{"value", number(amount)}});
  }

  std::string operator()(const Event& event) const {
    if (!event.date) return by_key(fact, "never", value);
    const bool failed = event.worked == false;
    const std::string scope =
        event.scope && *event.scope < fact.scopes.size() ? spaced(fact.scopes[*event.scope]) : "part of it";
    const auto text =
        by_key(fact, failed ? "failed" : "done", value, {{"date", to_words(*event.date)}, {"scope", scope}});
    const bool is_silent = fact.asks_worked && !event.worked;
    return is_silent ? run_on({text, "Nobody wrote down whether it worked."}) : text;
  }

  std::string operator()(const Coverage& coverage) const {
    switch (coverage.said) {
      case Coverage::Said::All: return by_key(fact, "all", value);
      case Coverage::Said::None: return by_key(fact, "none", value);
      case Coverage::Said::NotAll: return by_key(fact, "not_all", value);
      case Coverage::Said::Counted: break;
    }
    if (coverage.has == coverage.of) return by_key(fact, "all", value);
    if (coverage.unknown == coverage.of) return by_key(fact, "unknown", Unknown{});
    if (coverage.has == 0 && coverage.unknown == 0) return by_key(fact, "none", value);
    const Blanks blanks{
        {"has", number(coverage.has)}, {"of", number(coverage.of)}, {"unknown", number(coverage.unknown)}};
    const std::string text = by_key(fact, "count", value, blanks);
    return coverage.unknown == 0 ? text : run_on({text, by_key(fact, "partly_known", value, blanks)});
  }

  std::string operator()(const Records& records) const {
    if (records.items.empty()) return by_key(fact, "none", value);
    std::vector<std::string> sentences;
    for (const Record& record : records.items) sentences.push_back(say(fact, record));
    return run_on(sentences);
  }
};

std::string field_text(const Field& field, const FieldValue& value) {
  if (const auto* text = std::get_if<Text>(&value)) return text->text.empty() ? "none" : text->text;
  if (const auto* amount = std::get_if<std::int64_t>(&value)) return number(*amount);
  if (const auto* date = std::get_if<Date>(&value)) return to_words(*date);
  if (const auto* version = std::get_if<Version>(&value)) return version->written;
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
  if (const auto* choice = std::get_if<Choice>(&value); choice && choice->index < field.choices.size())
    return spaced(field.choices[choice->index]);
  return fmt::format("{} not known", field.name);
}

/// How a statement was come by: who, and what they did.
struct Act {
  std::string who;
  std::string verb;
  bool is_paper = false;  ///< dated itself: a report of a day, not somebody on a day
};

bool knows_nothing(const Value& value) {
  const auto* coverage = std::get_if<Coverage>(&value);
  return is_unknown(value) || (coverage && coverage->of > 0 && coverage->unknown == coverage->of);
}

Act telling_of(const Inventory& inventory, const Statement& statement) {
  const bool is_silent = knows_nothing(statement.value);
  if (statement.origin == Origin::Provider) return {"our own records", is_silent ? "do not say" : "say so", true};
  const bool is_noted = statement.told_by.empty() && !statement.by.empty();
  const std::string who = name(inventory, is_noted ? statement.by : statement.told_by);
  if (is_silent) return {who, "could not say"};
  return {who, is_noted ? "wrote this down" : "told us"};
}

Act act_of(const Inventory& inventory, const Statement& statement) {
  switch (statement.kind) {
    case Kind::Told: return telling_of(inventory, statement);
    case Kind::Seen: return {name(inventory, statement.by), "saw this"};
    case Kind::Document: return {"a document", "shows this", true};
    case Kind::Export:
      return {statement.by.empty() ? std::string{"a system report"} : "a report from " + statement.by,
              knows_nothing(statement.value) ? "does not show this" : "shows this", true};
    case Kind::Test: return {name(inventory, statement.by), "tested this"};
  }
  return {"someone", "told us"};
}

std::string told(const Act& act, Date date) {
  const std::string_view form = act.is_paper ? "{0} of {2} {1}." : "{0} {1} on {2}.";
  return fmt::format(fmt::runtime(form), act.who, act.verb, to_words(date));
}

}  // namespace

std::string say(const Fact& fact, const Value& value) { return std::visit(Speaker{fact, value}, value); }

std::string say(const Fact& fact, const Record& record) {
  Blanks blanks;
  for (std::size_t at = 0; at < fact.fields.size() && at < record.fields.size(); ++at)
    blanks.emplace_back(fact.fields[at].name, field_text(fact.fields[at], record.fields[at]));
  std::vector<std::string> sentences{by_key(fact, "each", Records{{record}}, blanks)};
  for (std::size_t at = 0; at < fact.fields.size() && at < record.fields.size(); ++at) {
    const auto& field = fact.fields[at];
    const bool is_said = !field.required && !std::holds_alternative<Unknown>(record.fields[at]);
    if (is_said && fact.say.contains(field.name)) sentences.push_back(fill(fact.say.find(field.name)->second, blanks));
  }
  return run_on(sentences);
}

std::string of_part(std::string_view part, std::string sentence) {
  return part.empty() ? std::move(sentence) : fmt::format("{}: {}", capitalised(part), sentence);
}

std::string source(const Inventory& inventory, const Statement& statement) {
  return capitalised(told(act_of(inventory, statement), statement.date));
}

std::string otherwise(const Inventory& inventory, const Statement& statement) {
  Act act = act_of(inventory, statement);
  if (statement.kind == Kind::Test) act.verb = "found this";
  if (const auto object = act.verb.find("this"); object != std::string::npos) act.verb.replace(object, 4, "otherwise");
  return capitalised(told(act, statement.date));
}

std::string source_in_short(const Inventory& inventory, const Statement& statement) {
  const auto of = [&](std::string_view verb, const std::string& who) {
    return who.empty() ? std::string{verb} : fmt::format("{} by {}", verb, name(inventory, who));
  };
  const auto how = [&]() -> std::string {
    switch (statement.kind) {
      case Kind::Told:
        if (statement.origin == Origin::Provider) return "our own records";
        return of("told", statement.told_by.empty() ? statement.by : statement.told_by);
      case Kind::Seen: return of("seen", statement.by);
      case Kind::Document: return of("document read", statement.by);
      case Kind::Export: return statement.by.empty() ? "system report" : "report from " + statement.by;
      case Kind::Test: return of("tested", statement.by);
    }
    std::abort();  // a value that is no enumerator
  };
  return fmt::format("{}, {}", how(), to_words(statement.date));
}

std::string source_lead(const Inventory& inventory, const Statement& statement) {
  const Act act = act_of(inventory, statement);
  const std::string_view form = act.is_paper ? "{0} of {2} {1}" : "on {2} {0} {1}";
  return fmt::format(fmt::runtime(form), act.who, act.verb, to_words(statement.date));
}

}  // namespace candor::wording
