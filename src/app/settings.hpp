#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/arguments.hpp"
#include "app/session.hpp"
#include "app/settings_said.hpp"
#include "app/target.hpp"
#include "candor/model/limit.hpp"
#include "candor/model/report.hpp"
#include "candor/render/render.hpp"
#include "candor/text/date.hpp"

namespace candor::app {

/// What a run goes by, judged and complete.
struct Settings {
  Date as_of{};   ///< the day of the assessment
  Date latest{};  ///< the later of that day and today: a date after it is a fault
  std::optional<Setting> profile;
  std::optional<Setting> provider;
  std::optional<Setting> peers;
  Audience audience = Audience::Owner;
  AskedLimits limits;
  std::vector<Verdict> accepted;  ///< verdicts that pass although the standard is not met
  std::vector<Target> targets;    ///< at least one
  Canvas canvas;
  std::optional<Paper> paper;  ///< nothing: the usual one in the client's country
  std::optional<Setting> pdf_engine;
  Said said;  ///< what was said of each setting, as written
};

/// Settles what every verb goes by; the session has the complaints.
[[nodiscard]] Settings settle(const Arguments& arguments, Session& session);

/// A number and nothing else.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

/// The name of a built-in profile, or `minimum-standard` when none was said.
[[nodiscard]] std::string profile_name(const Settings& settings);

}  // namespace candor::app
