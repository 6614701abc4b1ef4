#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/csv.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/sheet.hpp"
#include "import/words.hpp"

// GoPhish: the results of one campaign as its page exports them (Export CSV > Results), and the campaign's summary
// (`/api/campaigns/ID/summary`, JSON), which alone says whether the campaign is completed. The results hold the worst
// thing that a person did and no more. That a mail was opened is told by a picture in it, which many programs never
// fetch and some fetch unasked: it is no click and nothing is made of it. A test is no training.
namespace candor {

namespace {

constexpr std::string_view part = "GoPhish";

/// The numbers of one campaign, from either file. What was sent includes what was clicked.
struct Numbers {
  std::int64_t total = 0;
  std::int64_t sent = 0;
  std::int64_t clicked = 0;
  friend bool operator==(const Numbers&, const Numbers&) = default;
};

struct Results {
  Numbers numbers;
  std::optional<Date> sent;  ///< when the last mail went out
  std::optional<Date> newest;
  std::vector<std::string> lines;  ///< of those who clicked
};

struct Summary {
  Numbers numbers;
  std::string name;
  std::string status;
  std::optional<Date> launched;
  std::optional<Date> newest;
  bool adds_up = true;
};

/// All that was found in the files.
struct Campaign {
  std::optional<Results> results;
  std::optional<Summary> summary;
  Place place;
};

std::optional<Results> read_results(const ImportFile& file, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> columns{"status", "send_date", "modified_date"};
  constexpr std::array<std::string_view, 2> fooled{"clicked link", "submitted data"};
  constexpr std::array<std::string_view, 2> safe{"email sent", "email opened"};
  auto rows = read_csv(file.bytes, file.file, diagnostics);
  if (!rows) return std::nullopt;
  const Sheet sheet{std::move(*rows), columns, diagnostics};
  if (!sheet.has_headings()) return std::nullopt;
  Results results;
  for (std::size_t row = 0; row < sheet.size(); ++row) {
    const auto cell = sheet.cell(row, "status");
    const auto status = lower_case(cell.text);
    const bool has_clicked = std::ranges::find(fooled, status) != fooled.end();
    const bool was_sent = has_clicked || std::ranges::find(safe, status) != safe.end();
    results.numbers.total += 1;
    results.numbers.clicked += has_clicked ? 1 : 0;
    results.numbers.sent += was_sent ? 1 : 0;
    if (has_clicked) results.lines.push_back(fmt::format("{}", cell.place.line));
    // Of a mail that is still to go out the day is the planned one.
    if (was_sent) keep_newest(results.sent, day_of_time(sheet.cell(row, "send_date").text));
    keep_newest(results.newest, day_of_time(sheet.cell(row, "modified_date").text));
  }
  keep_newest(results.newest, results.sent);
  return results;
}

Summary read_summary(const yaml::Node& root, const ImportContext& context) {
  const auto stats = *find_object(root, "stats");
  const auto number = [&](std::string_view key) { return find_number(stats, key).value_or(-1); };
  Summary summary;
  summary.numbers = {number("total"), number("sent"), number("clicked")};
  const auto& [total, sent, clicked] = summary.numbers;
  summary.adds_up = clicked >= 0 && sent >= clicked && total >= sent && number("submitted_data") <= clicked;
  summary.name = kept(find_text(root, "name"), 80);
  summary.status = kept(find_text(root, "status"), 40);
  summary.launched = day_of_time(find_text(root, "launch_date"));
  if (summary.launched > context.latest) summary.launched.reset();  // planned
  for (const auto& day :
       {summary.launched, day_of_time(find_text(root, "created_date")), day_of_time(find_text(root, "completed_date"))})
    keep_newest(summary.newest, day);
  return summary;
}

Campaign read_campaign(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  Campaign campaign;
  for (const auto& file : files) {
    const Place all{file.file, 0, 0};
    const bool is_json = looks_like_json(file.bytes);
    if (is_json ? campaign.summary.has_value() : campaign.results.has_value()) {
      diagnostics.error(all, "too-many-files",
                        is_json ? "two summaries of campaigns are here" : "two lists of results are here",
                        "import one campaign after another");
    } else if (!is_json) {
      campaign.results = read_results(file, diagnostics);
    } else if (const auto tree = read_json(file, diagnostics)) {
      const yaml::Node root{*tree, diagnostics};
      if (find_object(root, "stats") && !find_text(root, "status").empty())
        campaign.summary = read_summary(root, context);
      else
        root.error("unknown-format", "this is not the summary of a GoPhish campaign",
                   "get /api/campaigns/ID/summary as JSON, and the results as CSV from the campaign's page");
    }
    campaign.place = all;
  }
  return campaign;
}

/// Why the numbers tell nothing; empty when they do.
std::string fault_of(const Campaign& campaign) {
  const auto& [results, summary, place] = campaign;
  if (summary && !summary->adds_up) return "the numbers in the summary contradict each other";
  if (summary && results && summary->numbers != results->numbers) {
    const auto told = [](const Numbers& numbers) {
      return fmt::format("{} of {} sent, {} clicked", numbers.sent, numbers.total, numbers.clicked);
    };
    return fmt::format("the results ({}) and the summary ({}) disagree", told(results->numbers),
                       told(summary->numbers));
  }
  if ((summary ? summary->numbers : results->numbers).total == 0) return "the campaign holds nobody";
  return {};
}

void tell_not_fooled(Look& look, const Campaign& campaign, const Numbers& numbers) {
  const bool is_completed = campaign.summary && campaign.summary->status == "Completed";
  Coverage count{.of = numbers.total};
  if (is_completed) count.has = numbers.sent - numbers.clicked;
  count.unknown = numbers.total - numbers.clicked - count.has;
  std::string where;
  if (campaign.results && !campaign.results->lines.empty())
    where = "clicked: line " + first_few(campaign.results->lines, 12) + " of the results";
  auto& statement = look.say("training.not_fooled", part, count, where);
  if (!campaign.summary)
    statement.note = "the results do not say whether the campaign is completed: import its summary with them";
  else if (!is_completed)
    statement.note = fmt::format("the campaign is `{}`: who has not clicked still can", campaign.summary->status);
  else if (numbers.sent < numbers.total)
    statement.note = fmt::format("{} did not go out", counted(numbers.total - numbers.sent, "mail"));
}

}  // namespace

Brought import_gophish(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  const auto campaign = read_campaign(files, context, diagnostics);
  if (diagnostics.has_errors()) return {};
  const auto& [results, summary, place] = campaign;
  std::optional<Date> newest = summary ? summary->newest : std::nullopt;
  if (results) keep_newest(newest, results->newest);
  const auto day = day_of_look({.stated = {}, .newest = newest}, place, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto numbers = summary ? summary->numbers : results->numbers;
  const auto sent_on = results && results->sent ? results->sent : summary ? summary->launched : std::nullopt;
  const auto fault = fault_of(campaign);
  if (!fault.empty()) {
    look.say_unknown("training.tested", part, fault);
    look.say_unknown("training.not_fooled", part, fault);
  } else {
    if (numbers.sent > 0 && sent_on)
      look.say("training.tested", part, Event{.date = sent_on, .worked = {}, .scope = {}, .took = {}},
               summary ? fmt::format("campaign \"{}\"", summary->name) : std::string{})
          .note = fmt::format("it went to {}", counted(numbers.sent, "person", "people"));
    else
      look.say_unknown("training.tested", part,
                       numbers.sent == 0 ? "no mail has gone out" : "nothing says when the mails went out");
    tell_not_fooled(look, campaign, numbers);
  }
  look.not_seen("Who had training: a test is no training.");
  look.not_seen("Whether each mail arrived: only that it was handed over is known.");
  look.not_seen("Who was not on the list of the test: only the people on it are counted.");
  look.set_scope(summary ? fmt::format("campaign \"{}\"", summary->name) : "the results of one campaign");
  return look.take();
}

}  // namespace candor
