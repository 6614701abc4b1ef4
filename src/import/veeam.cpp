#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/copies.hpp"
#include "import/csv.hpp"
#include "import/day.hpp"
#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/sheet.hpp"
#include "import/words.hpp"

// Veeam Backup & Replication: a report of backup sessions as CSV, a row a session, with at least the columns JobName,
// Result and Date, as PowerShell exports it from Get-VBRBackupSession. There is no one official file. A Warning has
// skipped something, so only Success counts. It does not say when it was made, so the day of the import counts. Dates
// stand in the form of the machine that exported them. It cannot tell what a job copies, what it leaves out, and
// whether the copies can be brought back.
namespace candor {

namespace {

constexpr std::array<std::string_view, 3> columns{"JobName", "Result", "Date"};
constexpr std::string_view what_to_export =
    "export the sessions, a row each, with the columns JobName, Result and Date: `Get-VBRBackupSession | Select "
    "JobName, Result, @{n='Date';e={$_.CreationTime}} | Export-Csv -Encoding UTF8 sessions.csv`";

enum class Result { Success, Warning, Failed, None };

struct Session {
  Date day{};
  int second = 0;  ///< of the day
  Result result = Result::None;
  std::uint32_t row = 0;
};

/// The report's words, and what a session with such a result did.
struct Outcome {
  std::string_view word;
  std::string_view did;
};
constexpr std::array outcomes{Outcome{"Success", "went well"}, Outcome{"Warning", "ended with a warning"},
                              Outcome{"Failed", "failed"}, Outcome{"None", "did not end"}};

std::optional<int> take_number(std::string_view& text, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto digits = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || digits > 2 || number < 0 || number > most) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

/// `1:05:49 PM`, `13:05:49`, `13:05`: the second of the day.
std::optional<int> second_of(std::string_view text) {
  const auto hours = take_number(text, 23);
  if (!hours || !text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  const auto minutes = take_number(text, 59);
  std::optional<int> seconds = 0;
  if (text.starts_with(':')) {
    text.remove_prefix(1);
    seconds = take_number(text, 60);
  }
  if (!minutes || !seconds) return std::nullopt;
  if (text.starts_with('.')) text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  const auto half = lower_case(trimmed(text));
  const bool is_half = half == "am" || half == "pm";
  if ((!half.empty() && !is_half) || (is_half && (*hours < 1 || *hours > 12))) return std::nullopt;
  const int hour = is_half ? *hours % 12 + (half == "pm" ? 12 : 0) : *hours;
  return (hour * 60 + *minutes) * 60 + *seconds;
}

std::optional<Session> session_of(const Sheet& sheet, std::size_t row, const ImportContext& context,
                                  Diagnostics& diagnostics) {
  const auto result = sheet.cell(row, "Result");
  const auto time = sheet.cell(row, "Date");
  Session session{.row = time.place.line};
  const auto outcome = std::ranges::find(outcomes, result.text, &Outcome::word);
  if (outcome == outcomes.end()) {
    diagnostics.error(result.place, "unknown-format",
                      fmt::format("{} is no result of a session", in_backticks(result.text)),
                      "it is Success, Warning, Failed or None");
    return std::nullopt;
  }
  session.result = static_cast<Result>(outcome - outcomes.begin());
  const auto blank = std::min(time.text.find_first_of(" T"), time.text.size());
  const auto day = read_day({time.text.substr(0, blank), time.place}, context.dates, diagnostics);
  if (!day) return std::nullopt;
  const auto second = blank == time.text.size() ? 0 : second_of(std::string_view{time.text}.substr(blank + 1));
  if (!second) {
    diagnostics.error(time.place, "bad-date", fmt::format("{} is not a date and a time", in_backticks(time.text)),
                      "as in `2026-11-28 13:05:49` or `11/28/2026 1:05:49 PM`");
    return std::nullopt;
  }
  session.day = local_day(*day, context.latest);
  session.second = *second;
  return session;
}

void tell(Look& look, const std::string& job, std::vector<Session>& sessions) {
  std::ranges::stable_sort(sessions, {}, [](const Session& one) { return std::pair{one.day, one.second}; });
  const auto good = std::find_if(sessions.rbegin(), sessions.rend(),
                                 [](const Session& one) { return one.result == Result::Success; });
  const auto& newest = sessions.back();
  const auto last = fmt::format("the last session, of {}, {}", to_iso(newest.day),
                                outcomes[static_cast<std::size_t>(newest.result)].did);
  if (good == sessions.rend()) {
    auto& statement = look.say("backup.last_good", job, Event{});
    statement.where = counted(std::ssize(sessions), "session");
    statement.note = "no session in the report went well; " + last;
    return;
  }
  auto& statement = look.say("backup.last_good", job, good->day, fmt::format("line {}", good->row));
  if (newest.result != Result::Success) statement.note = last;
}

std::optional<Sheet> read_report(Files files, Diagnostics& diagnostics) {
  if (files.size() > 1) {
    diagnostics.error({files[1].file, 0, 0}, "too-many-files", "two reports of sessions are here",
                      "import them one after another: two servers may each have a job of the same name");
    return std::nullopt;
  }
  auto rows = read_csv(files.front().bytes, files.front().file, diagnostics);
  if (!rows || rows->empty() || diagnostics.has_errors()) return std::nullopt;
  if (rows->front().front().text.starts_with("#TYPE")) rows->erase(rows->begin());  // PowerShell 5 writes it
  const auto is_wanted = [](const CsvField& field) {
    return std::ranges::any_of(columns, [&](auto name) { return lower_case(trimmed(field.text)) == lower_case(name); });
  };
  if (rows->empty() || std::ranges::none_of(rows->front(), is_wanted)) {
    diagnostics.error({files.front().file, 1, 1}, "unknown-format", "this is no report of backup sessions",
                      std::string{what_to_export});
    return std::nullopt;
  }
  Sheet sheet{std::move(*rows), columns, diagnostics};
  return sheet;
}

}  // namespace

Brought import_veeam(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  const auto sheet = read_report(files, diagnostics);
  if (!sheet || diagnostics.has_errors()) return {};
  const Place all{files.front().file, 0, 0};
  std::map<std::string, std::vector<Session>> jobs;
  std::optional<Date> newest;
  for (std::size_t row = 0; row < sheet->size(); ++row) {
    const auto job = sheet->cell(row, "JobName");
    if (job.text.empty()) {
      diagnostics.error(job.place, "empty-value", "this session has no `JobName`");
      return {};
    }
    const auto session = session_of(*sheet, row, context, diagnostics);
    if (!session) return {};  // the rest of the column is wrong in the same way
    jobs[job.text].push_back(*session);
    if (jobs.size() > most_parts) {
      diagnostics.error(job.place, "too-large", fmt::format("this report holds more than {} jobs", most_parts),
                        "is `JobName` the name of the job? Else export fewer jobs, and import them one after another");
      return {};
    }
    newest = std::max(newest, std::optional{session->day});
  }
  const auto day = day_of_look({.stated = {}, .newest = newest, .is_stricter_later = true}, all, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  for (auto& [job, sessions] : jobs) tell(look, job, sessions);
  if (jobs.empty()) look.say_unknown("backup.last_good", "Veeam", "the report holds no session");
  look.set_scope(fmt::format("{} of {}", counted(static_cast<std::int64_t>(sheet->size()), "session"),
                             counted(std::ssize(jobs), "job")));
  look.not_seen("Jobs that had no session in the time of this report.");
  look.not_seen("What each job copies, and what it leaves out on purpose.");
  look.not_seen("Whether the copies can be read and brought back: a session that went well has only written them.");
  return look.take();
}

}  // namespace candor
