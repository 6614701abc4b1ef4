#include "recovery.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "age.hpp"
#include "predicate.hpp"

namespace candor {
namespace {

/// A condition on a fact with a role, and the control whose proof rule it is held to. Parts by name: there may
/// be very many.
struct Asked {
  const Check* check = nullptr;
  const Control* control = nullptr;
  std::unordered_map<std::string_view, const PartResult*> parts = {};  // looked up only: its order reaches no output
};

Asked find_asked(const Case& in, const std::vector<Finding>& findings, Role role) {
  const auto fact = in.catalog.find(role);
  if (!fact) return {};
  for (const auto& finding : findings)
    for (const auto& check : finding.checks)
      if (check.fact == *fact) {
        Asked asked{&check, &in.profile.controls[finding.control]};
        for (const auto& part : check.parts) asked.parts.emplace(part.part, &part);
        return asked;
      }
  return {};
}

/// What was said of one part; where nobody spoke of it alone, what was said of the whole.
const PartResult* find_part(const Asked& asked, std::string_view part) {
  auto found = asked.parts.find(part);
  if (found == asked.parts.end()) found = asked.parts.find(std::string_view{});
  return found == asked.parts.end() ? nullptr : found->second;
}

bool is_proved(const PartResult* part) { return part != nullptr && part->interval.proved == whole; }

/// The four conditions that a promise rests on, any of which a standard may leave out.
struct Promise {
  Asked restored, every, last_good, away;

  [[nodiscard]] std::array<const Asked*, 4> all() const { return {&restored, &every, &last_good, &away}; }
};

/// Statements of one part with a value of one type.
template <typename T, typename Visit>
void each_value(const Case& in, const PartResult* part, const Visit& visit) {
  if (part == nullptr) return;
  for (const auto i : part->statements)
    if (const auto* value = std::get_if<T>(&in.inventory.statements[i].value)) visit(i, *value);
}

/// The longest of the times that stand, when one of them is proved: of those that stand, the worst counts.
template <typename T, typename Length>
std::optional<Duration> longest(const Case& in, const Asked& asked, std::string_view part, const Length& length) {
  std::optional<Duration> worst;
  bool is_proved = false;
  each_value<T>(in, find_part(asked, part), [&](std::size_t i, const T& value) {
    const auto& statement = in.inventory.statements[i];
    is_proved = is_proved || proves(statement, *asked.control, in.as_of);
    const Duration time = length(statement, value);
    if (!worst || *worst < time) worst = time;
  });
  return is_proved ? worst : std::nullopt;
}

/// A copy runs so often, and the last good one is so old: the longer of the two is what is lost.
std::optional<Duration> find_loss(const Case& in, const Promise& promise, std::string_view part) {
  const auto rhythm =
      longest<Duration>(in, promise.every, part, [](const Statement&, const Duration& every) { return every; });
  const auto age = longest<Date>(in, promise.last_good, part, [](const Statement& statement, Date good) {
    return Duration{std::max<std::int64_t>(0, days_between(good, statement.date)), Duration::Unit::Days, false};
  });
  return rhythm && age ? std::optional{std::max(*rhythm, *age)} : std::nullopt;
}

bool has_no_copy(const Case& in, const Promise& promise, std::string_view part) {
  bool never = false;
  each_value<Duration>(in, find_part(promise.every, part),
                       [&](std::size_t, const Duration& every) { never = never || every.never; });
  return never;
}

/// What proves that a copy of a part is out of reach; nothing when something that stands speaks against it.
std::optional<std::size_t> find_away(const Case& in, const Asked& asked, std::string_view name) {
  const auto* said = find_part(asked, name);
  if (!is_proved(said)) return std::nullopt;
  const auto shown = std::ranges::find_if(
      said->statements, [&](std::size_t i) { return proves(in.inventory.statements[i], *asked.control, in.as_of); });
  return shown == said->statements.end() ? std::nullopt : std::optional{*shown};
}

/// The latest restore that is proved, fresh and not followed by one that failed; a whole one before a smaller one.
void find_restore(const Case& in, const Asked& asked, Recovery::Part& part) {
  const auto* said = find_part(asked, part.part);
  if (said == nullptr) return;
  const auto& condition = *asked.check->condition;
  std::optional<Date> failed;
  each_value<Event>(in, said, [&](std::size_t, const Event& event) {
    if (event.worked == false) failed = std::max(failed, event.date);
  });
  std::tuple<bool, Date, std::int64_t> best{};
  each_value<Event>(in, said, [&](std::size_t i, const Event& event) {
    const auto& statement = in.inventory.statements[i];
    if (!event.date || event.worked != true || event.date <= failed) return;
    if (!proves(statement, *asked.control, in.as_of) || last_day(*event.date, condition.span) < in.as_of) return;
    const bool is_whole =
        judge(condition, in.catalog.facts[asked.check->fact], event, statement.date, in.as_of).low == whole;
    if (is_whole && said->interval.proved < whole) return;  // something that stands speaks against it
    const std::tuple key{is_whole, *event.date, event.took ? event.took->minutes() : 0};
    if (part.restore && key <= best) return;
    best = key;
    part.restore = i;
    part.is_whole = is_whole;
  });
}

/// Every part that one of the conditions knows; the whole where no part has a name.
std::vector<Recovery::Part> name_parts(const Promise& promise) {
  std::vector<Recovery::Part> parts;
  std::unordered_set<std::string_view> named;
  bool is_whole_told = false;
  for (const auto* asked : promise.all()) {
    if (asked->check == nullptr) continue;
    for (const auto& said : asked->check->parts) {
      is_whole_told = is_whole_told || said.part.empty();
      if (!said.part.empty() && named.insert(said.part).second) parts.emplace_back().part = said.part;
    }
  }
  if (parts.empty() && is_whole_told) parts.emplace_back();
  return parts;
}

/// Parts have names, and beside them something stands for the whole or nobody said that they are all.
bool is_rest_unknown(const Promise& promise) {
  return std::ranges::any_of(promise.all(), [](const Asked* asked) {
    const auto rest = asked->parts.find(std::string_view{});
    const bool is_open = asked->parts.size() > 1 && rest != asked->parts.end() && !is_proved(rest->second);
    return is_open || (asked->check != nullptr && asked->check->rest_unknown);
  });
}

void add_up(const Case& in, Recovery& recovery) {
  bool is_timed = true;
  std::int64_t minutes = 0;
  for (const auto& part : recovery.parts) {
    if (!part.is_promised()) continue;
    ++recovery.promised;
    const auto& took = std::get<Event>(in.inventory.statements[*part.restore].value).took;
    is_timed = is_timed && took && !took->never;
    if (is_timed) minutes += std::min(took->minutes(), std::int64_t{1} << 40);
  }
  if (recovery.promised > 0 && is_timed) recovery.took = Duration{minutes, Duration::Unit::Minutes, false};
}

}  // namespace

std::optional<Recovery> find_recovery(const Case& in, const std::vector<Finding>& findings) {
  const auto asked = [&](Role role) { return find_asked(in, findings, role); };
  const Promise promise{asked(Role::CopyRestored), asked(Role::CopyEvery), asked(Role::CopyLastGood),
                        asked(Role::CopyAway)};
  if (promise.restored.check == nullptr) return std::nullopt;
  Recovery recovery;
  recovery.parts = name_parts(promise);
  recovery.rest_unknown = is_rest_unknown(promise);
  for (auto& part : recovery.parts) {
    part.has_no_copy = has_no_copy(in, promise, part.part);
    part.away = find_away(in, promise.away, part.part);
    part.loss = find_loss(in, promise, part.part);
    find_restore(in, promise.restored, part);
  }
  for (const auto& finding : findings) {
    const auto rests_on = [&](const Asked* each) {
      return each->check != nullptr &&
             std::ranges::find(finding.checks, each->check->fact, &Check::fact) != finding.checks.end();
    };
    if (std::ranges::any_of(promise.all(), rests_on)) recovery.findings.push_back(finding.control);
  }
  add_up(in, recovery);
  return recovery;
}

}  // namespace candor
