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

#include "app/brand.hpp"
#include "app/files.hpp"
#include "app/pdf_engine.hpp"
#include "app/terminal.hpp"
#include "candor/read/builtin.hpp"
#include "read/choice.hpp"
#include "text/format.hpp"

namespace candor::app {

namespace {

constexpr const char* settings_file = "candor.yaml";
constexpr int narrowest = 20;
constexpr int widest = 1000;
constexpr std::array<std::string_view, 3> colour_choices{"auto", "always", "never"};
constexpr std::array<std::string_view, 2> paper_choices{"a4", "letter"};

/// One row a setting: its key in candor.yaml, its variable, its flag, and where a flag is kept.
struct Row {
  std::string_view key;
  const char* variable;
  std::string_view flag;
  std::optional<std::string> Arguments::*said;
};
constexpr std::array rows{
    Row{"format", "CANDOR_FORMAT", "--format", &Arguments::format},
    Row{"for", "CANDOR_FOR", "--for", &Arguments::audience},
    Row{"profile", "CANDOR_PROFILE", "--profile", &Arguments::profile},
    Row{"provider", "CANDOR_PROVIDER", "--provider", &Arguments::provider},
    Row{"color", "CANDOR_COLOR", "--color", &Arguments::color},
    Row{"width", "CANDOR_WIDTH", "--width", &Arguments::width},
    Row{"paper", "CANDOR_PAPER", "--paper", &Arguments::paper},
    Row{"pdf-engine", "CANDOR_PDF_ENGINE", "--pdf-engine", &Arguments::pdf_engine},
};

using Said = std::array<std::optional<Setting>, rows.size()>;

void read_settings_file(Said& said, Brand& brand, Session& session) {
  if (!exists(settings_file)) return;
  const auto tree = read_tree(settings_file, session);
  if (!tree) return;
  const yaml::Node root{*tree, session.diagnostics};
  std::vector<std::string_view> keys{"candor", "brand"};
  for (const auto& row : rows) keys.push_back(row.key);
  if (!check_format(root, keys)) return;
  if (const auto block = root.find("brand")) brand = read_brand(*block, session);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto value = root.find(rows[i].key);
    if (!value) continue;
    if (const auto text = value->text(); !text.empty())
      said[i] = Setting{std::string{text}, Setting::From::File, std::string{rows[i].key}, value->place()};
  }
}

Said gather(const Arguments& arguments, Brand& brand, Session& session) {
  Said said;
  read_settings_file(said, brand, session);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (const char* value = std::getenv(rows[i].variable); value != nullptr && *value != '\0')
      said[i] = Setting{value, Setting::From::Environment, rows[i].variable, {}};
    if (const auto& flag = arguments.*rows[i].said)
      said[i] = Setting{*flag, Setting::From::Flag, std::string{rows[i].flag}, {}};
  }
  return said;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

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

/// `-o report.pdf` says what is wanted, where no flag says otherwise: a format by the ending of the file's name.
std::optional<Setting> format_of_file(const Arguments& arguments) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings{{{".html", "html"},
                                                                                  {".htm", "html"},
                                                                                  {".pdf", "pdf"},
                                                                                  {".md", "markdown"},
                                                                                  {".json", "json"},
                                                                                  {".csv", "csv"},
                                                                                  {".xlsx", "xlsx"}}};
  if (arguments.format || !arguments.output) return std::nullopt;
  for (const auto& [ending, format] : endings)
    if (arguments.output->ends_with(ending)) return Setting{std::string{format}, Setting::From::Flag, "--output", {}};
  return std::nullopt;
}

void settle_format(const std::optional<Setting>& said, Settings& settings, Session& session) {
  settings.renderer = renderers().data();
  if (!said) return;
  settings.is_format_asked = said->from == Setting::From::Flag;
  std::vector<std::string_view> names;
  for (const auto& renderer : renderers()) {
    if (renderer.name == said->value) {
      settings.renderer = &renderer;
      return;
    }
    names.push_back(renderer.name);
  }
  for (const auto& exporter : exporters()) {
    if (exporter.name == said->value) {
      settings.exporter = &exporter;
      settings.renderer = nullptr;
      return;
    }
    names.push_back(exporter.name);
  }
  complain_about(*said, fmt::format("`{}` is not a format", said->value), hint_among(said->value, names), session);
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

void settle_color(const std::optional<Setting>& said, const Arguments& arguments, Settings& settings,
                  Session& session) {
  const std::string_view when = said ? std::string_view{said->value} : "auto";
  const bool to_a_file = arguments.output && *arguments.output != "-";
  if (when == "auto") {
    settings.canvas.color = standard_output_terminal().shows_color && !to_a_file;
    session.color = standard_error_terminal().shows_color;
  } else if (when == "always") {
    settings.canvas.color = !to_a_file;
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

}  // namespace

Settings settle(const Arguments& arguments, Session& session) {
  Settings settings;
  auto said = gather(arguments, settings.canvas.brand, session);
  auto& [format, audience, profile, provider, color, width, paper, pdf_engine] = said;
  settle_dates(arguments, settings, session);
  if (auto meant = format_of_file(arguments)) format = std::move(meant);
  settle_format(format, settings, session);
  settle_audience(audience, settings, session);
  settle_color(color, arguments, settings, session);
  settle_width(width, settings, session);
  settle_paper(paper, settings, session);
  settle_pdf_engine(std::move(pdf_engine), settings, session);
  settings.profile = std::move(profile);
  settings.provider = std::move(provider);
  return settings;
}

void complain_about(const Setting& setting, std::string_view message, std::string_view hint, Session& session) {
  if (setting.from == Setting::From::File)
    session.diagnostics.error(setting.place, "bad-setting", std::string{message}, std::string{hint});
  else
    session.refuse(fmt::format("{}: {}", setting.name, message), hint);
}

std::string profile_name(const Settings& settings) {
  return settings.profile ? settings.profile->value : std::string{default_profile};
}

}  // namespace candor::app
