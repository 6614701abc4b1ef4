#include "found.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "answer.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

/// One thing found: the same answer for one part or several, and the statement it rests on.
struct Line {
  std::vector<std::string> parts;
  std::string answer;
  std::optional<std::size_t> statement;
  std::optional<Coverage> counted = std::nullopt;
};

const Check* check_of(const Finding& finding, const Condition& leaf) {
  const auto found = std::ranges::find(finding.checks, &leaf, &Check::condition);
  return found == finding.checks.end() ? nullptr : &*found;
}

bool is_group(const Condition& condition) {
  return condition.test == Condition::Test::Any || condition.test == Condition::Test::All;
}

bool holds(const Finding& finding, const Condition& condition) {
  const auto each = [&](const Condition& child) { return holds(finding, child); };
  if (condition.test == Condition::Test::Any) return std::ranges::any_of(condition.children, each);
  if (condition.test == Condition::Test::All) return std::ranges::all_of(condition.children, each);
  const Check* check = check_of(finding, condition);
  return check && check->interval.low == whole;
}

/// The checks that do not hold, each fact once; none below a group that holds all the same.
void add_short(const Finding& finding, const Condition& condition, std::vector<const Check*>& checks) {
  if (holds(finding, condition)) return;
  if (is_group(condition)) {
    for (const Condition& child : condition.children) add_short(finding, child, checks);
    return;
  }
  const Check* check = check_of(finding, condition);
  if (check && std::ranges::find(checks, check->fact, &Check::fact) == checks.end()) checks.push_back(check);
}

/// The statement to quote for a part: the one a claim was held against, of events the latest, else the last that knows.
std::optional<std::size_t> quoted(const Assessment& assessment, const Finding& finding, const Check& check,
                                  const PartResult& part) {
  const auto disputed = std::ranges::find_if(
      finding.contradictions, [&](const Contradiction& c) { return c.fact == check.fact && c.part == part.part; });
  if (disputed != finding.contradictions.end()) return disputed->stands;
  std::optional<std::size_t> best;
  const auto rank = [&](std::size_t index) {
    const Value& value = assessment.statement(index).value;
    const auto* event = std::get_if<Event>(&value);
    return std::pair{!is_unknown(value), event ? event->date : std::nullopt};
  };
  for (const std::size_t index : part.statements)
    if (!best || !(rank(index) < rank(*best))) best = index;
  return best;
}

Line line_of(const Assessment& assessment, const Finding& finding, const Check& check, const PartResult& part) {
  const Fact& fact = assessment.catalog->facts[check.fact];
  const auto statement = part.named_only ? std::nullopt : quoted(assessment, finding, check, part);
  const Value value = part.counted ? Value{*part.counted}
                      : statement  ? assessment.statement(*statement).value
                                   : Value{Unknown{}};
  const auto* coverage = std::get_if<Coverage>(&value);
  return {{part.part}, say(fact, value), statement, coverage ? std::optional{*coverage} : std::nullopt};
}

/// Parts of which the same is true share one sentence.
void add_line(Line line, std::vector<Line>& lines) {
  const auto same = [&](const Line& other) { return other.answer == line.answer && !other.parts.empty(); };
  const auto known = std::ranges::find_if(lines, same);
  if (known == lines.end())
    lines.push_back(std::move(line));
  else
    known->parts.insert(known->parts.end(), line.parts.begin(), line.parts.end());
}

void add_records(const Assessment& assessment, const Finding& finding, const Check& check, std::vector<Line>& lines) {
  const Fact& fact = assessment.catalog->facts[check.fact];
  const auto source = check.parts.empty() ? std::nullopt : quoted(assessment, finding, check, check.parts.front());
  for (const auto* indexes : {&check.short_records, &check.unclear_records})
    for (const std::size_t index : *indexes) lines.push_back({{}, say(fact, check.records[index]), source});
}

void add_parts(const Assessment& assessment, const Finding& finding, const Check& check, FoundLimit limit,
               std::vector<Line>& lines) {
  std::vector<const PartResult*> parts;
  for (const PartResult& part : check.parts)
    if (part.interval.low < whole) parts.push_back(&part);
  if (parts.empty())
    for (const PartResult& part : check.parts) parts.push_back(&part);
  const Fact& fact = assessment.catalog->facts[check.fact];
  if (parts.empty())
    lines.push_back({{}, say(fact, Unknown{}), std::nullopt});
  else if (parts.size() > limit.lines && check.counted)
    lines.push_back({{}, say(fact, *check.counted), quoted(assessment, finding, check, *parts.front()), check.counted});
  else
    for (const PartResult* part : parts) add_line(line_of(assessment, finding, check, *part), lines);
  if (check.rest_unknown) lines.push_back({{}, "Nobody has told us if that is all there is.", std::nullopt});
}

std::vector<Line> lines_of(const Assessment& assessment, const Finding& finding, FoundLimit limit) {
  std::vector<const Check*> checks;
  for (const Condition& condition : assessment.control_of(finding).floor) add_short(finding, condition, checks);
  // What is known to fall short comes before what is not known: where room is short, the bad news is told.
  std::ranges::stable_sort(checks, {}, [](const Check* check) { return check->interval.high == whole; });
  std::vector<Line> lines;
  for (const Check* check : checks) {
    const bool has_records = !check->short_records.empty() || !check->unclear_records.empty();
    if (has_records)
      add_records(assessment, finding, *check, lines);
    else
      add_parts(assessment, finding, *check, limit, lines);
  }
  return lines;
}

/// A picture for a count of several things.
void add_crowd(const Line& line, std::vector<Crowd>& crowds) {
  if (!line.counted || line.counted->said != Coverage::Said::Counted || line.counted->of < 2) return;
  if (line.counted->unknown == line.counted->of) return;  // nothing is known that could be drawn
  const auto& [said, has, of, unknown] = *line.counted;
  crowds.push_back({has, unknown, of, of_part(joined(line.parts), line.answer)});
}

}  // namespace

Found found(const Assessment& assessment, const Finding& finding, FoundLimit limit) {
  const std::vector<Line> lines = lines_of(assessment, finding, limit);
  const std::size_t shown = std::min(lines.size(), limit.lines);
  const auto source_at = [&](std::size_t at) {
    const auto statement = at < shown ? lines[at].statement : std::nullopt;
    return statement && limit.with_source ? source(*assessment.inventory, assessment.statement(*statement))
                                          : std::string{};
  };
  std::vector<std::string> sentences;
  std::vector<Crowd> crowds;
  bool is_open = false;  // the line before was of the same part and nothing came between
  for (std::size_t at = 0; at < shown; ++at) {
    const bool goes_on = is_open && lines[at].parts == lines[at - 1].parts;
    sentences.push_back(goes_on ? lines[at].answer : of_part(joined(lines[at].parts), lines[at].answer));
    add_crowd(lines[at], crowds);
    is_open = source_at(at) == source_at(at + 1);
    if (!is_open) sentences.push_back(source_at(at));
  }
  if (const auto left = static_cast<std::int64_t>(lines.size() - shown); left > 0)
    sentences.push_back(
        fmt::format("{} more {} not in order.", left, choose(left, "thing here is", "things here are")));
  return {run_on(sentences), std::move(crowds)};
}

}  // namespace candor::wording
