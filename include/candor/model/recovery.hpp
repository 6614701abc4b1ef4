#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "candor/model/value.hpp"

namespace candor {

/// What would come back if all systems were lost, told from proved statements alone: what nobody
/// has shown is promised to nobody. Made from the facts that have a role (see Role).
struct Recovery {
  struct Part {
    std::string part;                    ///< empty: the whole
    bool has_no_copy = false;            ///< somebody said so: bad news needs no proof
    std::optional<std::size_t> away;     ///< what proves a copy that an intruder cannot reach: index of a statement
    std::optional<Duration> loss;        ///< proved: the work that is lost at most
    std::optional<std::size_t> restore;  ///< the latest proved restore: index of a statement
    bool is_whole = false;               ///< that restore brought back as much as the standard asks for

    /// Nothing is left to hope: it comes back, from a copy out of reach, and it is known how old that is.
    [[nodiscard]] bool is_promised() const { return away && is_whole && restore && loss && !loss->never; }
  };
  std::vector<Part> parts;            ///< in the order first named; empty when nobody said anything
  bool rest_unknown = false;          ///< nobody said that these parts are all there is
  std::vector<std::size_t> findings;  ///< the controls that rest on these facts, in the profile's order
  std::size_t promised = 0;           ///< how many parts are
  std::optional<Duration> took;       ///< all promised restores one after another, in minutes; nothing
                                      ///< when there is none or one of them was not timed

  [[nodiscard]] bool is_all_promised() const { return !parts.empty() && promised == parts.size() && !rest_unknown; }
};

}  // namespace candor
