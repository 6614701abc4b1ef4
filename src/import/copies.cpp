#include "import/copies.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace candor {

void tell_last_good(Look& look, BackupSet set, const Doubts& doubts) {
  constexpr std::string_view fact = "backup.last_good";
  if (!doubts.damage.empty()) {
    look.say(fact, set.part, Event{}).note = doubts.damage;
    return;
  }
  if (set.copies.empty()) {
    look.say(fact, set.part, Event{}).note = "the list holds no copy";
    look.not_seen("Whether the list was narrowed to something that has no copy: it reads the same.");
    return;
  }
  if (doubts.has_unnamed_partial_run)
    return look.say_unknown(fact, set.part,
                            "a run could not read everything, and its log does not say which copy it made");
  std::ranges::stable_sort(set.copies, {}, [](const Copy& copy) { return std::pair{copy.day, copy.time}; });
  const auto good = std::find_if(set.copies.rbegin(), set.copies.rend(), [](const Copy& c) { return !c.is_partial; });
  const auto& newest = set.copies.back();
  const auto left_out = fmt::format("{} of {} left out what could not be read", newest.name, to_iso(newest.day));
  if (good == set.copies.rend()) {
    look.say(fact, set.part, Event{}).note = left_out;
    return;
  }
  auto& statement = look.say(fact, set.part, good->day, good->name);
  if (newest.is_partial) statement.note = fmt::format("a newer one is no good copy: {}", left_out);
}

void tell_unseen_runs(Look& look, bool has_log) {
  look.not_seen(fmt::format("Whether {} could read all files: one that could not leaves a copy that looks the same.",
                            has_log ? "the runs whose log is not here" : "the runs"));
  look.not_seen("Whether this is all the data there is, and what was left out of the copies on purpose.");
}

void tell_unseen_by_check(Look& look, Checked checked) {
  const auto tell = [&](std::string_view why) {
    look.not_seen(fmt::format("Whether the stored data is whole and can be read: {}.", why));
  };
  switch (checked) {
    case Checked::Not: return tell("no check of the repository was imported");
    case Checked::NotToItsEnd: return tell("the check does not say how it ended");
    case Checked::Structure: return tell("nothing shows that the check read the data");
    case Checked::PartOfTheData: return tell("the check read only a part of it");
    case Checked::AllData: return;
  }
}

Statement& tell_restored(Look& look, std::string_view part, Date day, bool worked, std::optional<std::uint16_t> scope) {
  Event event{.date = day, .worked = worked, .scope = scope, .took = {}};
  auto& statement = look.say("backup.restored", part, event);
  statement.kind = Kind::Test;
  statement.date = day;
  return statement;
}

}  // namespace candor
