#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/history.hpp"

namespace candor::app {

/// One of the two things that `compare` compares, with all that it is made from.
struct ComparedSide {
  Standard standard;
  Inventory inventory;
  Date as_of{};
  std::optional<Result> recorded;          ///< what it came to when it was recorded; nothing: it never was
  std::optional<Inventory> provider = {};  ///< the provider's own, where names are left out: for those in it
};

/// `last` or a day: one of a client's history.
[[nodiscard]] bool is_moment(std::string_view text);

/// Reads a side by its name: a client (folder, inventory, `-`), a record, or CLIENT@DATE and CLIENT@last for one of the
/// client's history. A date or `last` alone is of the client that `other` names. `day` is the day on which a client is
/// judged, against `standard`; without one, that of the newest thing said. Nothing when it cannot be had; the session
/// says why.
[[nodiscard]] std::optional<ComparedSide> load_side(const std::string& name, const std::string& other,
                                                    std::optional<Date> day, const Standard& standard,
                                                    const Settings& settings, Session& session);

}  // namespace candor::app
