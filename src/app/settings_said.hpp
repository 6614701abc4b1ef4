#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/arguments.hpp"
#include "app/session.hpp"
#include "candor/render/render.hpp"
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

/// The settings file of the working folder.
inline constexpr const char* settings_file = "candor.yaml";

/// Every setting that can be said in more than one place, in the order of the table.
enum class Key {
  Format,
  For,
  Profile,
  Provider,
  Peers,
  MinProved,
  MinClaimed,
  NoWorseThan,
  ExpiresWithin,
  FailOn,
  Accept,
  Color,
  Width,
  Paper,
  PdfEngine,
};
inline constexpr std::size_t key_count = 15;

/// What was said of each setting in the place that counts: nothing, one value, or several of one that is a list.
class Said {
 public:
  [[nodiscard]] const std::vector<Setting>& all(Key key) const { return values_[static_cast<std::size_t>(key)]; }
  [[nodiscard]] std::optional<Setting> one(Key key) const {
    return all(key).empty() ? std::nullopt : std::optional{all(key).back()};
  }
  std::optional<Setting> brand;  ///< where candor.yaml has it, if it does

  void replace(Key key, std::vector<Setting> values) { values_[static_cast<std::size_t>(key)] = std::move(values); }

 private:
  std::array<std::vector<Setting>, key_count> values_;
};

/// The setting's name in candor.yaml: `min-proved`.
[[nodiscard]] std::string_view name(Key key);

/// Gathers what was said, not yet judged, and reads the `brand` of candor.yaml. The session has the complaints.
[[nodiscard]] Said gather_settings(const Arguments& arguments, Brand& brand, Session& session);

/// Complains about a setting where it was said.
void complain_about(const Setting& setting, std::string_view message, std::string_view hint, Session& session);

}  // namespace candor::app
