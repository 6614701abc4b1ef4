#include <algorithm>

#include <fmt/format.h>

#include "candor/lint/lint.hpp"
#include "candor/text/utf8.hpp"
#include "lint/complaints.hpp"
#include "lint/goals.hpp"

namespace candor::lint {

namespace {

/// Complains about bytes that make a file no text. Invisible characters are no fault here: they
/// are passed over.
bool is_text(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
  const std::string_view bytes = sources.at(file).bytes;
  if (bytes.empty()) {
    diagnostics.error({file, 0, 0}, "empty-file", "the file is empty");
    return false;
  }
  const auto nul = bytes.find('\0');
  const auto invalid = find_invalid_utf8(bytes);
  if (nul != std::string_view::npos && (!invalid || nul < *invalid)) {
    diagnostics.error(Places{sources, file}.at(nul), "control-character", "a NUL byte stands here",
                      "this may be no text file, or one that was damaged");
    return false;
  }
  if (invalid) {
    diagnostics.error(Places{sources, file}.at(*invalid), "invalid-utf8",
                      fmt::format("the byte 0x{:02X} is not part of any UTF-8 character",
                                  static_cast<unsigned char>(bytes[*invalid])),
                      "save the file as UTF-8");
    return false;
  }
  return true;
}

}  // namespace

Result check_text(const Sources& sources, std::uint32_t file, const Jargon& jargon, Diagnostics& diagnostics) {
  Result result{sources.at(file).name, {}};
  if (!is_text(sources, file, diagnostics)) return result;
  const auto prose = read_prose(sources.at(file).bytes);
  const auto measured = measure(prose, jargon);
  const auto& whole = measured.measures;
  const Place place{file, 0, 0};
  if (whole.words == 0) {
    diagnostics.error(place, "empty-file", "there is not one word here to measure");
    return result;
  }
  Places places{sources, file};
  const auto hardest = places.at(prose.offset(measured.hardest)).line;
  complain_about_whole(whole, true, place, hardest, diagnostics);
  const auto is_wanted = [&](Spot::Kind kind) { return !is_tolerated_once(kind) || is_beyond(kind, whole, whole); };
  complain_about_spots(
      measured, prose, jargon, is_wanted, [&](std::size_t at) { return places.at(prose.offset(at)); }, diagnostics);
  result.goals = goals_of_whole(whole, true);
  std::ranges::copy(goals_of_words(whole), std::back_inserter(result.goals));
  return result;
}

}  // namespace candor::lint
