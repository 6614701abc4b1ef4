#pragma once

#include <optional>
#include <vector>

#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/catalog.hpp"
#include "candor/model/history.hpp"
#include "candor/model/profile.hpp"

namespace candor::app {

/// A standard with the vocabulary it is written in.
struct Standard {
  Catalog catalog;
  Profile profile;
  std::vector<InputFile> files;  ///< what the profile was read from, the base first
};

/// Reads the profile that the settings name (a built-in one or a file) and what it extends, to
/// the end of the chain. Nothing when that is no profile to judge by; the session says why, or had said
/// before that the command line is wrong.
[[nodiscard]] std::optional<Standard> load_standard(const Settings& settings, Session& session);

}  // namespace candor::app
