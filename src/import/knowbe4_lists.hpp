#pragma once

#include <deque>
#include <vector>

#include "candor/import/import.hpp"
#include "candor/text/node.hpp"

/// The answers of KnowBe4's reporting API, sorted by what they list.
namespace candor::knowbe4 {

struct Lists {
  std::deque<yaml::Tree> trees;  ///< what the rows point into
  std::vector<yaml::Node> users;
  std::vector<yaml::Node> enrolments;
  std::vector<yaml::Node> tests;      ///< phishing security tests
  std::vector<yaml::Node> campaigns;  ///< phishing campaigns
};

/// An answer is one page of a list, as it came or inside `data`; the pages of a list are put together. One that may go
/// on (a full page and no other, or one that names a next) is refused: what is missing could be the bad part. An empty
/// page is the end of one list. Complains (`unfinished-export`, `unknown-format`).
[[nodiscard]] Lists read_lists(std::span<const ImportFile> files, Diagnostics& diagnostics);

}  // namespace candor::knowbe4
