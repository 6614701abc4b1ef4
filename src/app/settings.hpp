#pragma once

#include <optional>
#include <string>

#include "app/arguments.hpp"
#include "app/session.hpp"
#include "candor/export/export.hpp"
#include "candor/model/report.hpp"
#include "candor/render/render.hpp"
#include "candor/text/date.hpp"
#include "candor/text/source.hpp"

namespace candor::app {

/// One setting and where it was said. Flags beat the environment (`CANDOR_*`), which beats
/// candor.yaml in the working folder.
struct Setting {
  enum class From { Flag, Environment, File };
  std::string value;
  From from = From::Flag;
  std::string name;  ///< `--format`, `CANDOR_FORMAT` or `format`
  Place place;       ///< in candor.yaml
};

/// What a run goes by, judged and complete.
struct Settings {
  Date as_of{};   ///< the day of the assessment
  Date latest{};  ///< the later of that day and today: a date after it is a fault
  std::optional<Setting> profile;
  std::optional<Setting> provider;
  Audience audience = Audience::Owner;
  const Renderer* renderer = nullptr;  ///< a format for people
  const Exporter* exporter = nullptr;  ///< or one for machines; exactly one of the two
  bool is_format_asked = false;        ///< by a flag: what cannot be shown so is refused
  Canvas canvas;
  std::optional<Paper> paper;  ///< nothing: the usual one in the client's country
  std::optional<Setting> pdf_engine;
};

/// Settles what every verb goes by; the session has the complaints.
[[nodiscard]] Settings settle(const Arguments& arguments, Session& session);

/// Complains about a setting where it was said.
void complain_about(const Setting& setting, std::string_view message, std::string_view hint, Session& session);

/// The name of a built-in profile, or `minimum-standard` when none was said.
[[nodiscard]] std::string profile_name(const Settings& settings);

}  // namespace candor::app
