#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "candor/lint/jargon.hpp"
#include "candor/lint/measure.hpp"
#include "candor/model/profile.hpp"
#include "candor/model/report.hpp"
#include "candor/text/node.hpp"

/// Holds texts for an owner to the goals for plain words. A complaint (a warning) points at the
/// words that break a goal and says what to write instead; the goals with what was measured
/// make a table.
namespace candor::lint {

/// One goal and what was measured.
struct Goal {
  std::string what;      ///< "Reading grade"
  std::string measured;  ///< "4.9"
  std::string limit;     ///< "at most 6.0"; empty: only told
  bool is_held = true;
};

struct Result {
  std::string title;  ///< what was measured
  std::vector<Goal> goals;

  [[nodiscard]] bool holds() const;
};

/// A text or Markdown file as one text. Bytes that are not text (invalid UTF-8, NUL) are faults.
[[nodiscard]] Result check_text(const Sources& sources, std::uint32_t file, const Jargon& jargon,
                                Diagnostics& diagnostics);

/// Every text for an owner that this file writes, alone, and each finding of its controls as an
/// owner reads it. `profile` is what was read from the tree, with what it extends.
[[nodiscard]] Result check_profile(const Sources& sources, const yaml::Tree& tree, const Profile& profile,
                                   const Jargon& jargon, Diagnostics& diagnostics);

/// The sentences under `say` and the nouns, which owners read. Placeholders are filled with a sample.
[[nodiscard]] Result check_catalog(const Sources& sources, const yaml::Tree& tree, const Jargon& jargon,
                                   Diagnostics& diagnostics);

/// The table of goals.
[[nodiscard]] Report describe(const Result& result);

}  // namespace candor::lint
