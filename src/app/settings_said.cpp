#include "app/settings_said.hpp"

#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "app/brand.hpp"
#include "app/files.hpp"
#include "text/format.hpp"

namespace candor::app {

namespace {

/// One row a setting: its key in candor.yaml, its variable, its flag, and where a flag is kept. The order is that of
/// --show-config.
struct Row {
  Key key;
  std::string_view name;
  const char* variable;
  std::string_view flag;
  std::optional<std::string> Arguments::*one = nullptr;
  std::vector<std::string> Arguments::*several = nullptr;  ///< instead of `one`
  bool is_list = false;  ///< in candor.yaml a list too, and elsewhere words with commas between them
};
constexpr std::array rows{
    Row{Key::Format, "format", "CANDOR_FORMAT", "--format", nullptr, &Arguments::formats},
    Row{Key::For, "for", "CANDOR_FOR", "--for", &Arguments::audience},
    Row{Key::Profile, "profile", "CANDOR_PROFILE", "--profile", &Arguments::profile},
    Row{Key::Provider, "provider", "CANDOR_PROVIDER", "--provider", &Arguments::provider},
    Row{Key::Peers, "peers", "CANDOR_PEERS", "--peers", &Arguments::peers},
    Row{Key::MinProved, "min-proved", "CANDOR_MIN_PROVED", "--min-proved", &Arguments::min_proved},
    Row{Key::MinClaimed, "min-claimed", "CANDOR_MIN_CLAIMED", "--min-claimed", &Arguments::min_claimed},
    Row{Key::NoWorseThan, "no-worse-than", "CANDOR_NO_WORSE_THAN", "--no-worse-than", &Arguments::no_worse_than},
    Row{Key::ExpiresWithin, "expires-within", "CANDOR_EXPIRES_WITHIN", "--expires-within", &Arguments::expires_within},
    Row{Key::FailOn, "fail-on", "CANDOR_FAIL_ON", "--fail-on", nullptr, &Arguments::fail_on, true},
    Row{Key::Accept, "accept", "CANDOR_ACCEPT", "--accept", nullptr, &Arguments::accept, true},
    Row{Key::Color, "color", "CANDOR_COLOR", "--color", &Arguments::color},
    Row{Key::Width, "width", "CANDOR_WIDTH", "--width", &Arguments::width},
    Row{Key::Paper, "paper", "CANDOR_PAPER", "--paper", &Arguments::paper},
    Row{Key::PdfEngine, "pdf-engine", "CANDOR_PDF_ENGINE", "--pdf-engine", &Arguments::pdf_engine},
};
static_assert(rows.size() == key_count);

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// What was said in one place: of a list each word for itself.
void add(const Row& row, const Setting& said, std::vector<Setting>& values) {
  if (!row.is_list) {
    values.push_back(said);
    return;
  }
  for (std::string_view rest = said.value;;) {
    const auto comma = rest.find(',');
    values.push_back(said);
    values.back().value = trimmed(rest.substr(0, comma));
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

std::vector<Setting> values_in_file(const Row& row, const yaml::Node& value) {
  std::vector<Setting> values;
  for (const auto& item : row.is_list ? value.one_or_more() : std::vector{value})
    if (const auto text = item.text(); !text.empty())
      add(row, {std::string{text}, Setting::From::File, std::string{row.name}, item.place()}, values);
  return values;
}

void read_settings_file(Said& said, Brand& brand, Session& session) {
  if (!exists(settings_file)) return;
  const auto tree = read_tree(settings_file, session);
  if (!tree) return;
  const yaml::Node root{*tree, session.diagnostics};
  std::vector<std::string_view> keys{"candor", "brand"};
  for (const auto& row : rows) keys.push_back(row.name);
  if (!check_format(root, keys)) return;
  if (const auto block = root.find("brand")) {
    brand = read_brand(*block, session);
    said.brand = Setting{{}, Setting::From::File, "brand", block->place()};
  }
  for (const auto& row : rows) {
    if (const auto value = root.find(row.name)) said.replace(row.key, values_in_file(row, *value));
  }
}

/// What the command line says of a setting.
std::vector<std::string> flags_of(const Row& row, const Arguments& arguments) {
  if (row.several != nullptr) return arguments.*row.several;
  const auto& flag = arguments.*row.one;
  return flag ? std::vector{*flag} : std::vector<std::string>{};
}

}  // namespace

std::string_view name(Key key) { return rows[static_cast<std::size_t>(key)].name; }

Said gather_settings(const Arguments& arguments, Brand& brand, Session& session) {
  Said said;
  read_settings_file(said, brand, session);
  for (const auto& row : rows) {
    std::vector<Setting> values;
    for (const auto& flag : flags_of(row, arguments))
      add(row, {flag, Setting::From::Flag, std::string{row.flag}, {}}, values);
    if (const char* value = std::getenv(row.variable); values.empty() && value != nullptr && *value != '\0')
      add(row, {value, Setting::From::Environment, row.variable, {}}, values);
    if (!values.empty()) said.replace(row.key, std::move(values));
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
