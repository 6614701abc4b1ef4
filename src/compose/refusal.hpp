#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// What the client says no to, ready to be put into a letter: the recorded decline where one is, what was
/// offered and at what price.
namespace candor::wording {

struct Refusal {
  const Decline* decline = nullptr;  ///< nothing: the no is still to be written down
  DeclineState state;                ///< of that decline
  std::string part;                  ///< empty: all of it
  std::string offer;                 ///< in its own words; may be empty
  Price price;
  std::optional<Date> offered_on;   ///< nothing: nothing was offered
  bool is_old_price = false;        ///< the price is that of a decline that has ended
  std::vector<std::string> shared;  ///< titles of the other controls that the one price is for
  std::vector<std::string> others;  ///< titles of the other controls with a gap that the same no covers
  std::optional<Date> agreed_on;    ///< the client had said yes after that, or without any decline
  Date until{};                     ///< the last day of the no, when it is signed now or was written down
};

/// The newest decline that stands, else the newest that ended; of what was offered, what belongs to it.
[[nodiscard]] Refusal refusal_of(const Assessment& assessment, std::size_t control);

}  // namespace candor::wording
