#pragma once

#include <optional>

#include "blocks.hpp"
#include "candor/model/peers.hpp"

namespace candor {

/// `Quayside Dental: security report, 21 November 2026`
[[nodiscard]] std::string title_of(const Assessment& assessment);

/// What stands at the foot of a sheet whose heading does not name client and day.
[[nodiscard]] std::string title_of_sheet(const Assessment& assessment, std::string_view heading);

/// Page 1, at most about 220 words: the verdict, what to do first, what is open, one decision to sign,
/// the score last, and with it where the client stands among others. Where there is too much to tell, lists are cut and
/// say how much is left.
[[nodiscard]] Blocks compose_page_one(const Assessment& assessment, const std::optional<PeerStanding>& peers = {});

}  // namespace candor
