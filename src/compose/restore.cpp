#include "restore.hpp"

#include <fmt/format.h>

#include "answer.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

constexpr std::int64_t hour = 60;
constexpr std::int64_t day = 24 * hour;

const Event& restore_of(const Assessment& assessment, const Recovery::Part& part) {
  return std::get<Event>(assessment.statement(*part.restore).value);
}

bool is_timed(const Event& event) { return event.took && !event.took->never && event.took->amount > 0; }

std::string lost(const Duration& loss) {
  return loss.amount == 0 ? "less than 1 day of work" : fmt::format("up to {} of work", to_text(loss));
}

std::string tested(const Event& event) {
  const std::string date = to_words(*event.date);
  return is_timed(event) ? fmt::format("The test on {} took {}.", date, to_text(*event.took))
                         : fmt::format("Nobody noted how long the test on {} took.", date);
}

/// Came back whole, but something else nobody has shown.
std::string almost(const Assessment& assessment, const Recovery::Part& part) {
  const Event& event = restore_of(assessment, part);
  std::vector<std::string> lacks;
  if (part.has_no_copy)
    lacks.emplace_back("that a copy runs by itself");
  else if (!part.loss)
    lacks.emplace_back("how old its newest copy is");
  if (!part.away) lacks.emplace_back("that an intruder cannot reach it");
  const std::string took = is_timed(event) ? fmt::format(", in {}", to_text(*event.took)) : "";
  const std::string_view what = part.part.empty() ? "All your data" : "It";
  return of_part(part.part, fmt::format("{} came back whole in a test on {}{}. Nobody has shown us {}.", what,
                                        to_words(*event.date), took, fmt::join(lacks, " or ")));
}

std::string smaller(const Assessment& assessment, const Recovery::Part& part) {
  const Statement& statement = assessment.statement(*part.restore);
  const Event& event = restore_of(assessment, part);
  const auto& scopes = assessment.catalog->facts[statement.fact].scopes;
  const std::string scope = event.scope && *event.scope < scopes.size() ? spaced(scopes[*event.scope]) : "a part";
  return of_part(part.part,
                 fmt::format("A test on {} brought back {}, and not the whole.", to_words(*event.date), scope));
}

std::string comes_back(const Assessment& assessment, const Recovery::Part& part) {
  const std::string all =
      fmt::format("{} get all of it back, but for {}.", part.part.empty() ? "You" : "you", lost(*part.loss));
  return run_on({of_part(part.part, all), tested(restore_of(assessment, part))});
}

std::string back_in(const Assessment& assessment, const Recovery::Part& part, bool with_place) {
  const Event& event = restore_of(assessment, part);
  const std::string when = is_timed(event) ? fmt::format("back in {}", to_text(*event.took)) : "it comes back";
  const std::string all =
      fmt::format("{}; you lose {}.", part.part.empty() ? capitalised(when) : when, lost(*part.loss));
  const std::string& tester = assessment.statement(*part.restore).by;
  const Statement& away = assessment.statement(*part.away);
  return run_on(
      {of_part(part.part, all),
       fmt::format("{} tested it on {}.", capitalised(tester.empty() ? "someone" : name(*assessment.inventory, tester)),
                   to_words(*event.date)),
       with_place ? say(assessment.catalog->facts[away.fact], away.value) : std::string{}});
}

std::string label(const Recovery::Part& part) { return part.part.empty() ? "all your data" : part.part; }

}  // namespace

std::string length(const Duration& time) {
  const std::int64_t minutes = time.minutes();
  const bool is_long = minutes >= 2 * day;
  const std::int64_t unit = is_long ? day : hour;
  const std::int64_t rest = is_long ? minutes % day / hour : minutes % hour;
  const std::string small = rest == 0 ? std::string{} : counted(rest, is_long ? "hour" : "minute");
  const std::string large = minutes < unit ? std::string{} : counted(minutes / unit, is_long ? "day" : "hour");
  return large.empty() && small.empty() ? "0 minutes" : joined({large, small});
}

std::vector<std::string> promised(const Assessment& assessment) {
  std::vector<std::string> lines;
  for (const auto& part : assessment.recovery->parts)
    if (part.is_promised()) lines.push_back(comes_back(assessment, part));
  return lines;
}

std::vector<std::string> promised_in_short(const Assessment& assessment, std::size_t limit, bool with_place) {
  std::vector<std::string> lines;
  std::vector<std::string> rest;
  for (const auto& part : assessment.recovery->parts)
    if (part.is_promised()) {
      if (lines.size() < limit)
        lines.push_back(back_in(assessment, part, with_place));
      else
        rest.push_back(label(part));
    }
  if (!rest.empty()) lines.push_back(fmt::format("Also: {}.", joined(rest)));
  return lines;
}

std::vector<std::string> tested_only(const Assessment& assessment) {
  std::vector<std::string> lines;
  for (const auto& part : assessment.recovery->parts) {
    if (!part.restore || part.is_promised()) continue;
    const std::string date = to_words(*restore_of(assessment, part).date);
    lines.push_back(part.is_whole ? of_part(part.part, fmt::format("A test on {} brought all of it back. No promise: "
                                                                   "its copy lacks proof.",
                                                                   date))
                                  : smaller(assessment, part));
  }
  return lines;
}

std::vector<std::string> not_promised(const Assessment& assessment) {
  std::vector<std::string> lines;
  std::vector<std::string> gone;
  std::vector<std::string> untested;
  for (const auto& part : assessment.recovery->parts) {
    if (part.is_promised()) continue;
    if (part.restore)
      lines.push_back(part.is_whole ? almost(assessment, part) : smaller(assessment, part));
    else
      (part.has_no_copy ? gone : untested).push_back(label(part));
  }
  if (!untested.empty())
    lines.push_back(fmt::format("No test that we saw has brought this back: {}.", joined(untested)));
  if (!gone.empty())
    lines.push_back(fmt::format("Nothing copies this, so nothing can bring it back: {}.", joined(gone)));
  return lines;
}

std::vector<std::string> names_not_promised(const Recovery& recovery) {
  std::vector<std::string> names;
  for (const auto& part : recovery.parts)
    if (!part.is_promised()) names.push_back(label(part));
  return names;
}

}  // namespace candor::wording
