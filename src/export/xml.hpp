#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace candor {

/// An element to be written. Its texts are as they are: escaping is the writer's.
struct XmlNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes = {};
  std::vector<std::string> lines = {};  ///< its text; only where there are no children
  std::vector<XmlNode> children = {};
};

/// A document that every parser takes: what XML has no character for stands as in `\u{1B}`. So does what acts on a
/// reader, and `[[ATTACHMENT|` comes apart, which GitLab would take for the path of a file.
[[nodiscard]] std::string write_xml(const XmlNode& root);

/// Whether a document is whole: nothing is missing at its end.
[[nodiscard]] bool is_well_formed(std::string_view document);

}  // namespace candor
