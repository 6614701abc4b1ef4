#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "candor/lint/measure.hpp"
#include "candor/text/diagnostics.hpp"

namespace candor::lint {

/// Turns offsets into places of one file. Cheap for offsets that grow.
class Places {
 public:
  Places(const Sources& sources, std::uint32_t file);

  [[nodiscard]] Place at(std::size_t offset);

 private:
  std::string_view bytes_;
  std::uint32_t file_;
  std::vector<std::size_t> starts_;  ///< where lines begin
  std::size_t line_ = 0;             ///< of what was asked last: index into starts_
  std::size_t offset_ = 0;
  std::uint32_t column_ = 1;
};

/// Where a byte of `Prose::text` was written.
using PlaceOf = std::function<Place(std::size_t)>;

/// Which spots are worth a complaint.
using IsWanted = std::function<bool(Spot::Kind)>;

/// Passives and watched words break a goal only when there are many; all else does once.
[[nodiscard]] bool is_tolerated_once(Spot::Kind kind);

/// One complaint a spot that is wanted.
void complain_about_spots(const Measured& measured, const Prose& prose, const Jargon& jargon, const IsWanted& is_wanted,
                          const PlaceOf& place_of, Diagnostics& diagnostics);

}  // namespace candor::lint
