#include "app/settings_said.hpp"

#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "app/brand.hpp"
#include "app/files.hpp"
#include "text/format.hpp"

namespace candor::app {

namespace {

constexpr const char* settings_file = "candor.yaml";

/// One row a setting: its key in candor.yaml, its variable, its flag, and where a flag is kept.
struct Row {
  Key key;
  std::string_view name;
  const char* variable;
  std::string_view flag;
  std::optional<std::string> Arguments::*one = nullptr;
  std::vector<std::string> Arguments::*several = nullptr;  ///< instead of `one`
};
constexpr std::array rows{
    Row{Key::Format, "format", "CANDOR_FORMAT", "--format", nullptr, &Arguments::formats},
    Row{Key::For, "for", "CANDOR_FOR", "--for", &Arguments::audience},
    Row{Key::Profile, "profile", "CANDOR_PROFILE", "--profile", &Arguments::profile},
    Row{Key::Provider, "provider", "CANDOR_PROVIDER", "--provider", &Arguments::provider},
    Row{Key::Color, "color", "CANDOR_COLOR", "--color", &Arguments::color},
    Row{Key::Width, "width", "CANDOR_WIDTH", "--width", &Arguments::width},
    Row{Key::Paper, "paper", "CANDOR_PAPER", "--paper", &Arguments::paper},
    Row{Key::PdfEngine, "pdf-engine", "CANDOR_PDF_ENGINE", "--pdf-engine", &Arguments::pdf_engine},
};
static_assert(rows.size() == key_count);

void read_settings_file(Said& said, Brand& brand, Session& session) {
  if (!exists(settings_file)) return;
  const auto tree = read_tree(settings_file, session);
  if (!tree) return;
  const yaml::Node root{*tree, session.diagnostics};
  std::vector<std::string_view> keys{"candor", "brand"};
  for (const auto& row : rows) keys.push_back(row.name);
  if (!check_format(root, keys)) return;
  if (const auto block = root.find("brand")) brand = read_brand(*block, session);
  for (const auto& row : rows) {
    const auto value = root.find(row.name);
    if (!value) continue;
    if (const auto text = value->text(); !text.empty())
      said.replace(row.key, {{std::string{text}, Setting::From::File, std::string{row.name}, value->place()}});
  }
}

/// What the command line says of a setting.
std::vector<std::string> flags_of(const Row& row, const Arguments& arguments) {
  if (row.several != nullptr) return arguments.*row.several;
  const auto& flag = arguments.*row.one;
  return flag ? std::vector{*flag} : std::vector<std::string>{};
}

}  // namespace

Said gather_settings(const Arguments& arguments, Brand& brand, Session& session) {
  Said said;
  read_settings_file(said, brand, session);
  for (const auto& row : rows) {
    if (const char* value = std::getenv(row.variable); value != nullptr && *value != '\0')
      said.replace(row.key, {{value, Setting::From::Environment, row.variable, {}}});
    std::vector<Setting> flags;
    for (auto& flag : flags_of(row, arguments))
      flags.push_back({std::move(flag), Setting::From::Flag, std::string{row.flag}, {}});
    if (!flags.empty()) said.replace(row.key, std::move(flags));
  }
  return said;
}

void complain_about(const Setting& setting, std::string_view message, std::string_view hint, Session& session) {
  if (setting.from == Setting::From::File)
    session.diagnostics.error(setting.place, "bad-setting", std::string{message}, std::string{hint});
  else
    session.refuse(fmt::format("{}: {}", setting.name, message), hint);
}

}  // namespace candor::app
