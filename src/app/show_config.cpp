#include "app/show_config.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/output.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

constexpr std::string_view by_default = "default";

struct Line {
  std::string_view name;
  std::string value;
  std::string from;
};

std::string where(const Setting& setting) {
  if (setting.from == Setting::From::File) return fmt::format("{}:{}", settings_file, setting.place.line);
  return setting.name;
}

/// As it was said, or what holds where nobody said anything.
Line line(const Said& said, Key key, std::string_view otherwise) {
  const auto& all = said.all(key);
  if (all.empty()) return {name(key), std::string{otherwise}, std::string{by_default}};
  std::vector<std::string_view> values;
  for (const auto& setting : all) values.push_back(setting.value);
  return {name(key), fmt::format("{}", fmt::join(values, ", ")), where(all.front())};
}

/// The ending of a file's name may have said it.
Line format_line(const Settings& settings) {
  std::vector<std::string_view> formats;
  for (const auto& target : settings.targets) formats.push_back(target.format.name());
  const auto said = settings.said.one(Key::Format);
  const bool is_by_ending =
      std::ranges::any_of(settings.targets, &Target::is_format_asked) && (!said || said->from != Setting::From::Flag);
  return {name(Key::Format), fmt::format("{}", fmt::join(formats, ", ")),
          is_by_ending ? "--output" : (said ? where(*said) : std::string{by_default})};
}

Line output_line(const Settings& settings, const Arguments& arguments) {
  std::vector<std::string> places;
  for (const auto& target : settings.targets) places.push_back(target.file.value_or("standard output"));
  return {"output", fmt::format("{}", fmt::join(places, ", ")),
          std::string{arguments.outputs.empty() ? by_default : "--output"}};
}

Line day_line(const Settings& settings, const Arguments& arguments) {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  const bool is_fixed = fixed != nullptr && *fixed != '\0';
  return {"as-of", to_iso(settings.as_of),
          std::string{arguments.as_of ? "--as-of" : (is_fixed ? std::string_view{"SOURCE_DATE_EPOCH"} : by_default)}};
}

Line brand_line(const Settings& settings) {
  const auto& brand = settings.canvas.brand;
  std::vector<std::string> parts;
  if (!brand.name.empty()) parts.push_back(brand.name);
  if (!brand.logo.empty()) parts.emplace_back("a logo");
  if (!brand.accent.empty()) parts.push_back(brand.accent);
  const auto& said = settings.said.brand;
  return {"brand", parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, ", ")),
          said ? where(*said) : std::string{by_default}};
}

std::vector<Line> lines_of(const Settings& settings, const Arguments& arguments) {
  const auto& said = settings.said;
  return {format_line(settings),
          output_line(settings, arguments),
          line(said, Key::For, name(settings.audience)),
          line(said, Key::Profile, profile_name(settings)),
          line(said, Key::Provider, "as the inventory says"),
          line(said, Key::Peers, "none"),
          day_line(settings, arguments),
          line(said, Key::MinProved, "none"),
          line(said, Key::MinClaimed, "none"),
          line(said, Key::NoWorseThan, "none"),
          line(said, Key::ExpiresWithin, "none"),
          line(said, Key::FailOn, "nothing"),
          line(said, Key::Accept, "nothing"),
          line(said, Key::Color, "auto"),
          line(said, Key::Width, fmt::format("{}", settings.canvas.width)),
          line(said, Key::Paper, "as in the client's country"),
          line(said, Key::PdfEngine, "the first that is installed"),
          brand_line(settings)};
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - display_width(text), ' ');
}

}  // namespace

int show_config(const Settings& settings, const Arguments& arguments, const Session& session) {
  auto lines = lines_of(settings, arguments);
  std::size_t width = 0;
  for (auto& line : lines) {
    line.value = show_hostile(line.value);
    width = std::max(width, display_width(line.value));
  }
  std::string table;
  for (const auto& line : lines)
    table += fmt::format("{:<16}{}  {}\n", line.name, padded(line.value, width), line.from);
  return write_result(table, std::nullopt, session);
}

}  // namespace candor::app
