#include "app/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/pdf_engine.hpp"
#include "app/terminal.hpp"
#include "candor/read/builtin.hpp"
#include "read/choice.hpp"

namespace candor::app {

namespace {

constexpr int narrowest = 20;
constexpr int widest = 1000;
constexpr std::array<std::string_view, 3> colour_choices{"auto", "always", "never"};
constexpr std::array<std::string_view, 2> paper_choices{"a4", "letter"};

Date date_of(std::chrono::seconds since_1970) {
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{since_1970})};
}

Date today() { return date_of(std::chrono::seconds{std::time(nullptr)}); }

/// The day of the assessment when none was named.
Date usual_day(Session& session) {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  if (fixed == nullptr || *fixed == '\0') return today();
  constexpr std::int64_t end_of_9999 = 253402300799;
  const auto seconds = whole_number(fixed);
  if (seconds && *seconds >= 0 && *seconds <= end_of_9999) return date_of(std::chrono::seconds{*seconds});
  session.refuse(fmt::format("SOURCE_DATE_EPOCH is `{}`, not a number of seconds since 1970", fixed));
  return date_of(std::chrono::seconds{0});
}

void settle_dates(const Arguments& arguments, Settings& settings, Session& session) {
  settings.as_of = usual_day(session);
  if (arguments.as_of) {
    if (const auto date = parse_date(*arguments.as_of))
      settings.as_of = *date;
    else
      session.refuse(fmt::format("`{}` is not a date", *arguments.as_of), "--as-of takes a day like 2026-11-09");
  }
  settings.latest = std::max(settings.as_of, today());
}

void settle_audience(const std::optional<Setting>& said, Settings& settings, Session& session) {
  if (!said) return;
  std::vector<std::string_view> names;
  for (const auto audience : {Audience::Owner, Audience::Technician, Audience::Board}) {
    if (name(audience) == said->value) {
      settings.audience = audience;
      return;
    }
    names.push_back(name(audience));
  }
  complain_about(*said, fmt::format("`{}` is nobody a report is for", said->value), hint_among(said->value, names),
                 session);
}

/// A whole number of something between two bounds, both included.
std::optional<int> settle_number(const std::optional<Setting>& said, std::string_view what, int least, int most,
                                 Session& session) {
  if (!said) return std::nullopt;
  const auto number = whole_number(said->value);
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  complain_about(*said, fmt::format("`{}` is not a number of {}", said->value, what),
                 fmt::format("a number of {} from {} to {}", what, least, most), session);
  return std::nullopt;
}

/// Words of a closed list, each with what it stands for.
template <typename T, std::size_t size>
std::vector<T> settle_words(const std::vector<Setting>& said, const std::array<T, size>& known, std::string_view is_not,
                            Session& session) {
  std::vector<T> values;
  std::vector<std::string_view> names;
  for (const auto value : known) names.push_back(name(value));
  for (const auto& word : said) {
    const auto found = std::ranges::find(names, word.value);
    if (found != names.end())
      values.push_back(known[static_cast<std::size_t>(found - names.begin())]);
    else
      complain_about(word, fmt::format("`{}` is {}", word.value, is_not), hint_among(word.value, names), session);
  }
  return values;
}

void settle_limits(const Said& said, Settings& settings, Session& session) {
  constexpr int longest_days = 3660;
  auto& limits = settings.limits;
  limits.min_proved = settle_number(said.one(Key::MinProved), "points", 0, 100, session);
  limits.min_claimed = settle_number(said.one(Key::MinClaimed), "points", 0, 100, session);
  limits.expires_within = settle_number(said.one(Key::ExpiresWithin), "days", 1, longest_days, session);
  limits.fail_on = settle_words(said.all(Key::FailOn), all_fail_on, "nothing to fail on", session);
  settings.accepted = settle_words(said.all(Key::Accept), std::array{Verdict::Below, Verdict::CannotTell},
                                   "no verdict to accept", session);
}

void settle_color(const std::optional<Setting>& said, Settings& settings, Session& session) {
  const std::string_view when = said ? std::string_view{said->value} : "auto";
  if (when == "auto") {
    settings.canvas.color = standard_output_terminal().shows_color;
    session.color = standard_error_terminal().shows_color;
  } else if (when == "always") {
    settings.canvas.color = true;
    session.color = true;
  } else if (when != "never") {
    complain_about(*said, fmt::format("`{}` does not say when to use colour", when), hint_among(when, colour_choices),
                   session);
  }
}

void settle_width(const std::optional<Setting>& said, Settings& settings, Session& session) {
  settings.canvas.width = std::clamp(standard_output_terminal().width, narrowest, widest);
  if (!said) return;
  const auto columns = whole_number(said->value);
  if (columns && *columns >= narrowest && *columns <= widest)
    settings.canvas.width = static_cast<int>(*columns);
  else
    complain_about(*said, fmt::format("`{}` is not a width", said->value),
                   fmt::format("a number of columns from {} to {}", narrowest, widest), session);
}

void settle_paper(const std::optional<Setting>& said, Settings& settings, Session& session) {
  if (!said) return;
  if (said->value == "a4")
    settings.paper = Paper::A4;
  else if (said->value == "letter")
    settings.paper = Paper::Letter;
  else
    complain_about(*said, fmt::format("`{}` is not a size of paper", said->value),
                   hint_among(said->value, paper_choices), session);
}

/// A file that came with somebody's folder must not name what we run: it may choose among what is installed.
void settle_pdf_engine(std::optional<Setting> said, Settings& settings, Session& session) {
  if (said && said->from == Setting::From::File && !is_known_pdf_engine(said->value))
    complain_about(*said, fmt::format("`{}` is no program that a file may name", said->value),
                   "here only one of Chromium, Chrome, Edge and WeasyPrint, as in `chromium`; --pdf-engine takes any",
                   session);
  settings.pdf_engine = std::move(said);
}

/// Whose report it is is not told, and nothing is kept or shown that must be as it was read.
void settle_redaction(const Arguments& arguments, Settings& settings, Session& session) {
  auto& brand = settings.canvas.brand;
  brand = Brand{brand.name.empty() ? "" : "Provider", {}, {}};
  const auto is_record = [](const Target& target) { return target.format.name() == "record"; };
  if (arguments.record || std::ranges::any_of(settings.targets, is_record))
    session.refuse("a record holds what was read, and --redact leaves names out", "take one of the two");
  if (arguments.show_config) session.refuse("--show-config tells the settings as they are", "leave --redact out");
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Settings settle(const Arguments& arguments, Session& session) {
  Settings settings;
  session.redacts = arguments.redact;
  settings.said = gather_settings(arguments, settings.canvas.brand, session);
  const auto& said = settings.said;
  settle_dates(arguments, settings, session);
  settings.targets = settle_targets(arguments, said.all(Key::Format), session);
  settle_audience(said.one(Key::For), settings, session);
  settle_limits(said, settings, session);
  settle_color(said.one(Key::Color), settings, session);
  settle_width(said.one(Key::Width), settings, session);
  settle_paper(said.one(Key::Paper), settings, session);
  settle_pdf_engine(said.one(Key::PdfEngine), settings, session);
  settings.profile = said.one(Key::Profile);
  settings.provider = said.one(Key::Provider);
  settings.peers = said.one(Key::Peers);
  if (arguments.redact) settle_redaction(arguments, settings, session);
  return settings;
}

std::string profile_name(const Settings& settings) {
  return settings.profile ? settings.profile->value : std::string{default_profile};
}

}  // namespace candor::app
