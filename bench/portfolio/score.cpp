// score STANDARD DAY PATH...: judges clients as candor does, with yaml-cpp and nlohmann-json used as their manuals
// show.
//
// STANDARD is what standard.py wrote, DAY the day it is judged, a PATH a client's folder, a folder of such folders or a
// stream (.ndjson). One line a client: id, verdict, proved, claimed, at_best and a letter a control.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>
#include <nlohmann/json.hpp>

using nlohmann::json;
using Date = std::chrono::sys_days;
using std::string;
using std::vector;

constexpr std::int64_t whole = 1'000'000;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
const vector<string> kinds{"told", "seen", "document", "export", "test"};
const std::set<string> details{"part", "date", "by", "told_by", "run_by", "note"};
const std::map<string, int> unit_minutes{{"minute", 1},   {"hour", 60},     {"day", 1440},
                                         {"week", 10080}, {"month", 43200}, {"year", 518400}};

Date today;  // the day it is judged

int index_of(const vector<string>& words, const string& word) {
  return static_cast<int>(std::ranges::find(words, word) - words.begin());
}

// ---- YAML and JSON alike

bool is_list(const YAML::Node& node) { return node.IsSequence(); }
bool is_list(const json& node) { return node.is_array(); }
bool is_mapping(const YAML::Node& node) { return node.IsMap(); }
bool is_mapping(const json& node) { return node.is_object(); }
string text(const YAML::Node& node) { return node.as<string>(); }
string text(const json& node) { return node.get<string>(); }
std::optional<YAML::Node> find(const YAML::Node& node, const string& key) {
  const auto found = node[key];
  return found ? std::optional{found} : std::nullopt;
}
const json* find(const json& node, const string& key) {
  const auto found = node.find(key);
  return found == node.end() ? nullptr : &*found;
}
template <typename Visit>
void each_member(const YAML::Node& node, Visit visit) {
  for (const auto& member : node) visit(member.first.as<string>(), member.second);
}
template <typename Visit>
void each_member(const json& node, Visit visit) {
  for (const auto& [key, value] : node.items()) visit(key, value);
}
template <typename Node>
string text_or(const Node& node, const string& key, const string& fallback) {
  const auto found = find(node, key);
  return found ? text(*found) : fallback;
}

// ---- days, lengths of time and versions

Date day(const string& written) {
  using namespace std::chrono;
  return sys_days{year{std::stoi(written.substr(0, 4))} / std::stoi(written.substr(5, 2)) /
                  std::stoi(written.substr(8))};
}

std::int64_t minutes(const string& written) {
  if (written == "never" || written == "same day") return written == "never" ? never : 0;
  const auto space = written.find(' ');
  auto unit = written.substr(space + 1);
  if (unit.back() == 's') unit.pop_back();
  return std::stoll(written.substr(0, space)) * unit_minutes.at(unit);
}

struct Span {
  int months = 0;
  int days = 0;
};

Span span(const string& written) {
  const int amount = std::stoi(written);
  if (written.find("month") != string::npos) return {amount, 0};
  if (written.find("year") != string::npos) return {amount * 12, 0};
  return {0, static_cast<int>(minutes(written) / 1440)};
}

// The last day on which something of that day is within the span; months clamp to the month's end.
Date last_day(Date start, const Span& span) {
  using namespace std::chrono;
  if (span.months == 0) return start + days{span.days};
  const auto later = year_month_day{start} + months{span.months};
  return later.ok() ? sys_days{later} : sys_days{later.year() / later.month() / last};
}

// Four numbers, and last whether it is a release.
vector<int> version(const string& written) {
  vector<int> numbers;
  std::istringstream rest{written.substr(0, written.find_first_not_of("0123456789."))};
  for (string number; std::getline(rest, number, '.');) numbers.push_back(std::stoi(number));
  numbers.resize(4);
  numbers.push_back(written.find('-') == string::npos ? 1 : 0);
  return numbers;
}

// ---- what is said

struct Fact {
  string type;
  vector<string> of, choices, scopes;
  bool asks_worked = false;
  std::map<string, Fact> fields;  // of records
  string assumed = "unknown";     // of a field
};

struct Value {
  bool is_known = false;
  string said;                                // as it is written; `counted` for a coverage in numbers
  std::int64_t number = 0;                    // a number, a duration or the index of a choice
  std::int64_t has = 0, of = 0, unknown = 0;  // a coverage
  std::optional<Date> date;                   // a date or an event; none: never
  std::optional<string> worked;               // an event
  std::optional<int> scope;                   // an event
  vector<int> version;                        // of a field
  vector<std::map<string, Value>> records;
};

struct Statement {
  Value value;
  int kind = 0;
  Date date;
};

void read_coverage(const string& said, Value& value) {
  const auto of = said.find(" of ");
  if (of == string::npos) return;
  const auto unknown = said.find(" (");
  value.has = std::stoll(said.substr(0, of));
  value.of = std::stoll(said.substr(of + 4));
  if (unknown != string::npos) value.unknown = std::stoll(said.substr(unknown + 2));
  value.said = "counted";
}

// A value of that type of fact; also of a field of a record, and of what a condition wants.
template <typename Node>
Value read_value(const Fact& fact, const Node& node) {
  Value value;
  if (is_list(node)) {
    for (const auto& item : node) {
      auto& record = value.records.emplace_back();
      for (const auto& [name, field] : fact.fields) {
        const auto found = find(item, name);
        record[name] = found ? read_value(field, *found) : read_value(field, json(field.assumed));
      }
    }
  } else if (is_mapping(node)) {  // an event
    const auto when = text_or(node, "date", "unknown");
    if (when == "unknown") return value;
    value.date = day(when);
    if (const auto worked = text_or(node, "worked", "unknown"); worked != "unknown") value.worked = worked;
    if (const auto scope = text_or(node, "scope", "unknown"); scope != "unknown")
      value.scope = index_of(fact.scopes, scope);
  } else {
    value.said = text(node);
    if (value.said == "unknown") return value;
    if (fact.type == "coverage") read_coverage(value.said, value);
    if (fact.type == "number") value.number = std::stoll(value.said);
    if (fact.type == "duration") value.number = minutes(value.said);
    if (fact.type == "choice") value.number = index_of(fact.choices, value.said);
    if (fact.type == "version") value.version = version(value.said);
    if ((fact.type == "date" || fact.type == "event") && value.said != "never") value.date = day(value.said);
    if (fact.type == "text" && (value.said == "nobody" || value.said == "none")) value.said.clear();
  }
  value.is_known = true;
  return value;
}

using Facts = std::map<string, Fact>;

struct Client {
  string id;
  const Facts& facts;
  std::map<string, std::map<string, vector<Statement>>> said;  // by fact and part; the whole has no name
  std::set<string> listed;                                     // facts of which the inventory lists the parts
  std::map<string, string> counts;
  vector<std::pair<string, Date>> not_applicable;

  template <typename Node>
  Client(const Node& inventory, const Facts& all) : facts(all) {
    id = text(*find(*find(inventory, "client"), "id"));
    const auto assessed = day(text(*find(*find(inventory, "assessed"), "date")));
    if (const auto node = find(inventory, "counts"))
      each_member(*node, [&](const string& key, const Node& value) { counts[key] = text(value); });
    if (const auto entries = find(inventory, "not_applicable"))
      for (const auto& entry : *entries)
        not_applicable.emplace_back(text(*find(entry, "control")), day(text(*find(entry, "date"))));
    each_member(*find(inventory, "facts"),
                [&](const string& area, const Node& node) { read_area(area, node, assessed); });
    if (const auto proofs = find(inventory, "proof"))
      for (const auto& proof : *proofs) read_proof<Node>(proof);
  }

  template <typename Node>
  static Date date_of(const Node& node, Date fallback) {
    const auto date = find(node, "date");
    return date ? day(text(*date)) : fallback;
  }

  template <typename Node>
  void tell(const string& fact, const string& part, const Node& node, Date when) {
    const auto is = is_mapping(node) ? find(node, "is") : decltype(find(node, "is")){};
    const auto value = is ? read_value(facts.at(fact), *is) : read_value(facts.at(fact), node);
    said[fact][part].push_back({value, 0, is ? date_of(node, when) : when});
    if (!part.empty()) listed.insert(fact);
  }

  template <typename Node>
  void read_area(const string& area, const Node& node, Date when) {
    if (is_list(node)) {  // parts that each tell several facts; what one tells, all are asked
      std::set<string> names;
      for (const auto& part : node)
        each_member(part, [&](const string& key, const Node&) {
          if (!details.contains(key)) names.insert(key);
        });
      for (const auto& part : node)
        for (const auto& name : names) {
          const auto value = find(part, name);
          const auto fact = area + "." + name;
          if (value)
            tell(fact, text(*find(part, "part")), *value, date_of(part, when));
          else
            tell(fact, text(*find(part, "part")), json("unknown"), date_of(part, when));
        }
      return;
    }
    when = date_of(node, when);
    each_member(node, [&](const string& name, const Node& value) {
      if (details.contains(name)) return;
      const auto fact = area + "." + name;
      bool has_parts = false;
      if (is_list(value))
        for (const auto& item : value) has_parts = has_parts || find(item, "part");
      if (!has_parts) return tell(fact, "", value, when);
      for (const auto& part : value)
        if (const auto is = find(part, "is"))
          tell(fact, text(*find(part, "part")), *is, date_of(part, when));
        else
          tell(fact, text(*find(part, "part")), json("unknown"), date_of(part, when));
    });
  }

  template <typename Node>
  void read_proof(const Node& proof) {
    const auto subject = *find(proof, "for");
    const auto shows = *find(proof, "shows");
    const auto kind = index_of(kinds, text(*find(proof, "kind")));
    const auto date = day(text(*find(proof, "date")));
    const auto part = text_or(proof, "part", "");
    const auto add = [&](const string& fact, const Node& value) {
      said[fact][part].push_back({read_value(facts.at(fact), value), kind, date});
    };
    if (is_list(subject)) return each_member(shows, add);
    const auto address = text(subject);
    if (facts.contains(address)) return add(address, shows);
    each_member(shows, [&](const string& name, const Node& value) { add(address + "." + name, value); });
  }
};

// A statement is replaced by one at least as strong and as new; unknown counts where nothing else is said.
vector<Statement> standing(const vector<Statement>& said) {
  vector<Statement> known, stands;
  std::ranges::copy_if(said, std::back_inserter(known), [](const Statement& one) { return one.value.is_known; });
  if (known.empty()) return said;
  for (const auto& one : known)
    if (std::ranges::none_of(known, [&](const Statement& other) {
          return other.kind >= one.kind && other.date >= one.date && (other.kind > one.kind || other.date > one.date);
        }))
      stands.push_back(one);
  return stands;
}

// ---- judging

struct Interval {
  std::int64_t low = 0, high = 0, proved = 0;
};
constexpr Interval holds{whole, whole, 0}, fails{0, 0, 0}, unclear{0, whole, 0};

Interval worse(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::min(a.high, b.high), std::min(a.proved, b.proved)};
}
Interval better(const Interval& a, const Interval& b) {
  return {std::max(a.low, b.low), std::max(a.high, b.high), std::max(a.proved, b.proved)};
}

struct Condition {
  string test, fact, field;
  vector<Value> wanted;
  Span within;
  std::optional<int> scope;
  vector<Condition> children;
};

Condition read_condition(const json& node, const Facts& facts, const Facts* fields) {
  Condition condition;
  for (const string group : {"any", "all", "every"})
    if (node.contains(group) && node[group].is_array()) {
      condition.test = group + "_of";
      if (group == "every") condition.fact = node["fact"];
      const auto* inner = group == "every" ? &facts.at(condition.fact).fields : fields;
      for (const auto& child : node[group]) condition.children.push_back(read_condition(child, facts, inner));
      return condition;
    }
  (fields ? condition.field : condition.fact) = fields ? node["field"] : node["fact"];
  const auto& subject = fields ? fields->at(condition.field) : facts.at(condition.fact);
  for (const string test :
       {"is", "one_of", "at_least", "at_most", "within", "seen_within", "not_passed", "given", "fixed", "all"})
    if (node.contains(test)) condition.test = test;
  const auto& wanted = node[condition.test];
  const bool is_asked_for = condition.test == "all" || condition.test == "given" || condition.test == "not_passed";
  if (condition.test.ends_with("within"))
    condition.within = span(wanted);
  else if (wanted.is_array())
    for (const auto& one : wanted) condition.wanted.push_back(read_value(subject, one));
  else if (!is_asked_for)
    condition.wanted.push_back(read_value(subject, wanted));
  if (node.contains("scope")) condition.scope = index_of(subject.scopes, node["scope"]);
  return condition;
}

bool is_good(const Condition& condition, const Value& value, Date said_on) {
  const auto& [test, fact, field, wanted, within, scope, children] = condition;
  if (test == "is" || test == "one_of")
    return std::ranges::any_of(wanted, [&](const Value& one) { return one.said == value.said; });
  if (test == "given") return !value.said.empty();
  if (test == "at_least") return value.number != never && value.number >= wanted[0].number;
  if (test == "at_most") return value.number <= wanted[0].number;
  if (test == "within") return last_day(*value.date, within) >= today;
  if (test == "not_passed") return *value.date >= today;
  if (test == "seen_within") return *value.date <= said_on && said_on <= last_day(*value.date, within);
  const auto reaches = [&](const Value& line) { return value.version >= line.version; };  // fixed
  return std::ranges::all_of(wanted, reaches) || std::ranges::any_of(wanted, [&](const Value& line) {
           return line.version[0] == value.version[0] && line.version[1] == value.version[1] && reaches(line);
         });
}

Interval judge_record(const Condition& condition, const std::map<string, Value>& record) {
  if (condition.children.empty()) {
    const auto& value = record.at(condition.field);
    return !value.is_known ? unclear : is_good(condition, value, {}) ? holds : fails;
  }
  auto result = condition.test == "any_of" ? fails : holds;
  for (const auto& child : condition.children) {
    const auto one = judge_record(child, record);
    result = condition.test == "any_of" ? better(result, one) : worse(result, one);
  }
  return result;
}

// How far one value goes. Of coverages only those are judged here that say no numbers.
Interval judge(const Condition& condition, const Fact& fact, const Value& value, Date said_on) {
  if (!value.is_known) return unclear;
  if (condition.test == "every_of") {
    auto result = holds;
    for (const auto& record : value.records) result = worse(result, judge_record(condition, record));
    return result;
  }
  if (condition.test == "all")
    return value.said == "all" ? holds : value.said == "none" ? fails : Interval{0, whole - 1, 0};
  if (fact.type == "event") {
    const auto& least = condition.scope;
    if (!value.date || last_day(*value.date, condition.within) < today || value.worked == "no") return fails;
    if (least && value.scope && *value.scope < *least) return fails;
    return (least && !value.scope) || (fact.asks_worked && !value.worked) ? unclear : holds;
  }
  if (fact.type == "date" && !value.date) return fails;  // never
  if (fact.type == "duration" && value.number == never) return fails;
  return is_good(condition, value, said_on) ? holds : fails;
}

struct Heads {
  std::int64_t size = 0, low = 0, high = 0, proved = 0;
};

// What the parts lack, the whole lacks too, and a head that a part does not prove the whole does not prove alone.
Heads together(const Heads& all, const Heads& parts) {
  Heads result{std::max(all.size, parts.size)};
  const auto least = [&](std::int64_t of_all, std::int64_t of_parts) {
    return std::min(of_all, result.size - parts.size + of_parts);
  };
  result.high = least(all.high + result.size - all.size, parts.high);
  result.low = std::min(least(all.low, parts.low), result.high);
  result.proved = std::min(least(all.proved, parts.proved), result.low);
  return result;
}

string key_of(const std::map<string, Value>& record) {
  string key;
  for (const auto& [name, value] : record) key += name + ": " + value.said + "\n";
  return key;
}

struct Control {
  string id;
  std::int64_t weight = 1;
  bool minimum = false, always = false;
  Span fresh, within;
  int kind = 1;
  vector<Condition> conditions;

  bool is_aged(const Statement& one) const { return last_day(one.date, fresh) < today; }
  bool is_proof(const Statement& one) const {
    return one.kind >= kind && !is_aged(one) && last_day(one.date, within) >= today;
  }

  // The worst of what stands on one part.
  Interval check_part(const Condition& condition, const Fact& fact, const vector<Statement>& said) const {
    auto result = holds;
    bool is_proved = false;
    std::set<string> shown, other;  // a proof proves only the records that it shows
    for (const auto& one : standing(said)) {
      const auto judged = judge(condition, fact, one.value, one.date);
      const bool proves = one.value.is_known && is_proof(one);
      result = worse(result, {is_aged(one) ? 0 : judged.low, judged.high, 0});
      is_proved = is_proved || proves;
      for (const auto& record : one.value.records) (proves ? shown : other).insert(key_of(record));
    }
    if (is_proved && std::ranges::includes(shown, other)) result.proved = result.low;
    return result;
  }

  // Tellings of one day are one event: one may say what another leaves open, and a failure counts.
  template <typename Counts>
  Interval latest_event(const Condition& condition, const Fact& fact, const vector<Statement>& tellings,
                        Counts counts) const {
    const auto& least = condition.scope;
    bool is_known = false;
    vector<Statement> dated, bearing;
    for (const auto& one : tellings) {
      is_known = is_known || one.value.is_known;
      if (!one.value.date) continue;
      dated.push_back(one);
      // A smaller event says nothing about the one asked for, unless it failed or there is no other.
      if (!least || !one.value.scope || *one.value.scope >= *least || one.value.worked == "no") bearing.push_back(one);
    }
    if (dated.empty()) return is_known ? fails : unclear;
    const auto& asked = bearing.empty() ? dated : bearing;
    Date latest{};
    for (const auto& one : asked) latest = std::max(latest, *one.value.date);
    auto result = unclear;
    for (const auto& one : asked)
      if (*one.value.date == latest) {
        const auto judged = judge(condition, fact, one.value, one.date);
        result = {std::max(result.low, counts(one) ? judged.low : 0), std::min(result.high, judged.high), 0};
      }
    result.low = std::min(result.low, result.high);
    return result;
  }

  Interval check_event(const Condition& condition, const Fact& fact, const vector<Statement>& said) const {
    auto result = latest_event(condition, fact, said, [&](const Statement& one) { return !is_aged(one); });
    vector<Statement> strong;
    std::ranges::copy_if(said, std::back_inserter(strong), [&](const Statement& one) { return one.kind >= kind; });
    if (strong.empty()) return result;
    const auto shown = latest_event(condition, fact, strong, [&](const Statement& one) { return is_proof(one); });
    result.proved = std::min(result.low, shown.low);
    return result;
  }

  // One part of a coverage in heads: how many surely have it, how many may, how many are proved.
  Heads count_heads(const vector<Statement>& said, std::int64_t size) const {
    Heads heads{size, size, size, 0};
    for (const auto& one : standing(said)) {
      const auto& value = one.value;
      std::int64_t has = 0, most = size;
      if (value.said == "counted")
        has = value.has, most = value.has + value.unknown + size - value.of;
      else if (value.said == "all")
        has = size;
      else if (value.said == "none")
        most = 0;
      else if (value.said == "not all")
        most = size - 1;
      heads.low = std::min(heads.low, is_aged(one) ? 0 : has);
      heads.high = std::min(heads.high, most);
      if (is_proof(one)) heads.proved = std::max(heads.proved, has);
    }
    heads.proved = std::min(heads.proved, heads.low);
    return heads;
  }

  // Parts add up; one without a size leaves the floor at nothing.
  Interval check_coverage(const Condition& condition, const Fact& fact, const Client& client,
                          const std::map<string, vector<Statement>>& parts) const {
    std::int64_t there_are = 0;
    for (const auto& key : fact.of) {
      const auto count = client.counts.find(key);
      if (count == client.counts.end() || count->second == "unknown") {
        there_are = 0;
        break;
      }
      there_are += std::stoll(count->second);
    }
    Interval result{whole, whole, whole};
    Heads sum, all;
    for (const auto& [part, said] : parts) {
      auto size = part.empty() ? there_are : 0;
      for (const auto& one : said) size = std::max(size, one.value.of);
      if (size == 0) {
        result = worse(result, check_part(condition, fact, said));
        continue;
      }
      const auto heads = count_heads(said, size);
      if (part.empty())
        all = heads;
      else
        sum = {sum.size + size, sum.low + heads.low, sum.high + heads.high, sum.proved + heads.proved};
    }
    if (sum.size > 0 && all.size > 0)
      sum = together(all, sum);
    else if (all.size > 0)
      sum = all;
    else if (sum.size > 0 && sum.size < there_are) {  // heads that no part holds are heads nobody looked at
      sum.high += there_are - sum.size;
      sum.size = there_are;
    }
    if (sum.size == 0) return result;
    return worse(result, {sum.low * whole / sum.size, sum.high * whole / sum.size, sum.proved * whole / sum.size});
  }

  Interval check(const Condition& condition, const Client& client) const {
    if (condition.test == "any_of" || condition.test == "all_of") {
      auto result = condition.test == "any_of" ? fails : Interval{whole, whole, whole};
      for (const auto& child : condition.children) {
        const auto one = check(child, client);
        result = condition.test == "any_of" ? better(result, one) : worse(result, one);
      }
      return result;
    }
    const auto& fact = client.facts.at(condition.fact);
    const auto found = client.said.find(condition.fact);
    if (found == client.said.end()) return unclear;
    const auto& parts = found->second;
    Interval result{whole, whole, whole};
    if (fact.type == "coverage")
      result = check_coverage(condition, fact, client, parts);
    else
      for (const auto& [part, said] : parts)
        result = worse(result,
                       fact.type == "event" ? check_event(condition, fact, said) : check_part(condition, fact, said));
    const auto all = parts.find("");
    const bool is_whole_known = client.listed.contains(condition.fact) ||
                                (all != parts.end() && std::ranges::any_of(all->second, [](const Statement& one) {
                                   return one.value.is_known;
                                 }));
    if (!is_whole_known && !(all != parts.end() && parts.size() == 1)) result.low = result.proved = 0;
    return result;
  }

  static bool is_spoken_of(const Condition& condition, const Client& client) {
    if (!condition.fact.empty()) return client.said.contains(condition.fact);
    return std::ranges::any_of(condition.children, [&](const Condition& one) { return is_spoken_of(one, client); });
  }

  bool is_left_out(const Client& client) const {
    if (always || std::ranges::any_of(conditions, [&](const Condition& one) { return is_spoken_of(one, client); }))
      return false;
    return std::ranges::any_of(client.not_applicable, [&](const auto& entry) {
      return entry.first == id && entry.second <= today && today <= last_day(entry.second, {12, 0});
    });
  }
};

char letter(const Interval& result) {
  if (result.low == whole) return result.proved == whole ? 'M' : 'm';
  return result.high == whole ? 'u' : result.high == 0 ? 'x' : 'p';
}

std::int64_t shown(std::int64_t points, std::int64_t weight) {
  const auto rounded = (points * 200 + weight * whole) / (weight * whole * 2);
  return rounded == 100 && points != weight * whole ? 99 : rounded;
}

string score(const Client& client, const vector<Control>& controls) {
  std::int64_t weight = 0;
  Interval sum;
  string letters, verdict = "cannot_tell";
  Interval gates{whole, whole, whole};
  bool has_gates = false;
  for (const auto& control : controls) {
    if (control.is_left_out(client)) {
      letters += '-';
      continue;
    }
    Interval result{whole, whole, whole};
    for (const auto& condition : control.conditions) result = worse(result, control.check(condition, client));
    letters += letter(result);
    weight += control.weight;
    sum = {sum.low + control.weight * result.low, sum.high + control.weight * result.high,
           sum.proved + control.weight * result.proved};
    has_gates = has_gates || control.minimum;
    if (control.minimum) gates = worse(gates, result);
  }
  if (gates.high < whole)
    verdict = "below";
  else if (has_gates && gates.proved == whole)
    verdict = "meets";
  std::ostringstream line;
  line << client.id << '\t' << verdict << '\t' << shown(sum.proved, weight) << '\t' << shown(sum.low, weight) << '\t'
       << shown(sum.high, weight) << '\t' << letters;
  return line.str();
}

// ---- files

Fact read_fact(const json& node) {
  Fact fact;
  fact.type = node["type"];
  fact.of = node.value("of", vector<string>{});
  fact.choices = node.value("choices", vector<string>{});
  fact.scopes = node.value("scopes", vector<string>{});
  fact.asks_worked = node.value("asks_worked", "no") == "yes";
  fact.assumed = node.value("default", "unknown");
  if (node.contains("fields"))
    for (const auto& [name, field] : node["fields"].items()) fact.fields[name] = read_fact(field);
  return fact;
}

int main(int count, char** arguments) {
  if (count < 4) return 0;
  std::ifstream file{arguments[1]};
  const auto standard = json::parse(file);
  today = day(arguments[2]);
  Facts facts;
  for (const auto& [address, node] : standard["facts"].items()) facts[address] = read_fact(node);
  vector<Control> controls;
  for (const auto& node : standard["controls"]) {
    Control control{node["id"],
                    node["weight"],
                    node["minimum"],
                    node["always"],
                    span(node["fresh"]),
                    span(node["proof"]["within"]),
                    index_of(kinds, node["proof"]["kind"]),
                    {}};
    for (const auto& condition : node["floor"]) control.conditions.push_back(read_condition(condition, facts, nullptr));
    controls.push_back(control);
  }
  namespace fs = std::filesystem;
  for (int i = 3; i < count; ++i) {
    const fs::path path{arguments[i]};
    if (path.extension() == ".ndjson") {
      std::ifstream stream{path};
      for (string line; std::getline(stream, line);) std::cout << score({json::parse(line), facts}, controls) << '\n';
      continue;
    }
    vector<fs::path> files;
    if (fs::exists(path / "inventory.yaml"))
      files.push_back(path / "inventory.yaml");
    else
      for (const auto& entry : fs::directory_iterator{path}) files.push_back(entry.path() / "inventory.yaml");
    std::ranges::sort(files);
    for (const auto& one : files) std::cout << score({YAML::LoadFile(one), facts}, controls) << '\n';
  }
}
